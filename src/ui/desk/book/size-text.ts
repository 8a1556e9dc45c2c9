const KIB = 1024;

/** `0.4 MB`, `12 MB`: bytes as file managers say them. */
export function sizeText(bytes: number): string {
  if (bytes < KIB * KIB) return `${Math.max(1, Math.round(bytes / KIB))} KB`;
  const mib = bytes / KIB / KIB;
  return `${mib < 10 ? mib.toFixed(1) : Math.round(mib)} MB`;
}
