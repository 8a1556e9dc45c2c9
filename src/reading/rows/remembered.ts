/** Answers kept; cells are text from outside, so the memory may not grow without end. */
const MOST = 4000;
/** Characters of the cells together; longer texts hardly repeat. */
const LONGEST = 300;

/** The same function of a row, remembering its answers by the cells of the columns on which it depends, and on no others. */
export function rememberedBy<T>(
  columns: readonly number[],
  read: (cells: readonly string[]) => T,
): (cells: readonly string[]) => T {
  const memory = new Map<string, T>();
  return (cells) => {
    // Each text with its length before it: whatever the cells hold, no two rows are taken for one.
    let key = '';
    for (const index of columns) {
      const text = cells[index] ?? '';
      key += `${text.length} ${text}`;
    }
    const known = memory.get(key);
    if (known !== undefined) return known;
    const found = read(cells);
    if (key.length > LONGEST) return found;
    if (memory.size >= MOST) memory.clear();
    memory.set(key, found);
    return found;
  };
}
