/** Lines that are looked at; two encodings show in the first lines of each part. */
const LINES_MAX = 20_000;

/**
 * Are some lines Chinese in UTF-8 and others no UTF-8 at all? Then two files were put into one (`copy a.csv+b.csv`), and whatever encoding
 * reads the whole makes other words of a part of it. Two characters of three bytes each in one line are no accident of GBK or Big5.
 */
export function hasTwoEncodings(bytes: Uint8Array): boolean {
  let utf8 = 0;
  let other = 0;
  let start = 0;
  for (let lines = 0; lines < LINES_MAX && start < bytes.length; lines++) {
    const end = bytes.indexOf(10, start);
    const line = bytes.subarray(start, end < 0 ? bytes.length : end);
    start += line.length + 1;
    const kind = kindOf(line);
    if (kind === 'utf-8') utf8++;
    else if (kind === 'other') other++;
    if (utf8 > 0 && other > 0) return true;
  }
  return false;
}

function kindOf(line: Uint8Array): 'plain' | 'utf-8' | 'other' | 'unsure' {
  let hanzi = 0;
  let plain = true;
  for (let i = 0; i < line.length; i++) {
    const lead = line[i] ?? 0;
    if (lead < 0x80) continue;
    plain = false;
    const more =
      lead >= 0xf0 && lead <= 0xf4 ? 3 : lead >= 0xe0 && lead < 0xf0 ? 2 : lead >= 0xc2 && lead < 0xe0 ? 1 : 0;
    if (more === 0) return 'other';
    for (let k = 1; k <= more; k++) if (((line[i + k] ?? 0) & 0xc0) !== 0x80) return 'other';
    // U+3000 to U+9FFF: Chinese, and its punctuation.
    if (lead >= 0xe3 && lead <= 0xe9) hanzi++;
    i += more;
  }
  if (plain) return 'plain';
  return hanzi >= 2 ? 'utf-8' : 'unsure';
}
