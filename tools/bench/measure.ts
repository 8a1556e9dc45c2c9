/** One printed line of the bench. */
export interface Row {
  readonly what: string;
  readonly figure: string;
  readonly ratio?: string;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The median of ours over the median of theirs. */
export const ratio = (ours: readonly number[], theirs: readonly number[]): string =>
  `${(median(ours) / median(theirs)).toFixed(2)}×`;
