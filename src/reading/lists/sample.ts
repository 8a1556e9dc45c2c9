/** Cells looked at per column to learn what its values look like. */
const SAMPLE = 300;

/** One text across all columns: words to the reader (`没有提现记录`), no values of any column. */
const isLine = (row: readonly string[]): boolean =>
  row.length >= 3 && row.every((cell) => cell === row[0]) && /\p{L}{2}/u.test(row[0] ?? '');

/** Rows by which a column is known, from the first of the list on. */
export function sampleOf(spots: readonly { readonly rows: readonly (readonly string[])[] }[]): (readonly string[])[] {
  const sample: (readonly string[])[] = [];
  for (const { rows } of spots) {
    for (const row of rows) {
      if (sample.length >= SAMPLE) return sample;
      if (isLine(row)) continue;
      sample.push(row);
    }
  }
  return sample;
}
