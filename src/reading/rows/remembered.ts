/** Answers kept; cells are text from outside, so the memory may not grow without end. */
const MOST = 4000;
/** Characters of the cells together; longer texts hardly repeat. */
const LONGEST = 300;

/** What is known of all rows that begin with the same cells. */
interface Branch<T> {
  readonly next: Map<string, Branch<T>>;
  found: T | undefined;
}

const branch = <T>(): Branch<T> => ({ next: new Map(), found: undefined });

/**
 * The same function of a row, remembering its answers by the cells of the columns on which it depends, and on no others. Cell by cell: putting a
 * key together for every row would take longer than most answers.
 */
export function rememberedBy<T>(
  columns: readonly number[],
  read: (cells: readonly string[]) => T,
): (cells: readonly string[]) => T {
  let root = branch<T>();
  let kept = 0;
  const remember = (cells: readonly string[], found: T): void => {
    let at = root;
    for (const index of columns) {
      const text = cells[index] ?? '';
      const next = at.next.get(text) ?? branch<T>();
      at.next.set(text, next);
      at = next;
    }
    at.found = found;
    kept += 1;
  };
  return (cells) => {
    let at: Branch<T> | undefined = root;
    for (const index of columns) at = at?.next.get(cells[index] ?? '');
    if (at?.found !== undefined) return at.found;
    const found = read(cells);
    if (columns.reduce((length, index) => length + (cells[index] ?? '').length, 0) > LONGEST) return found;
    if (kept >= MOST) [root, kept] = [branch<T>(), 0];
    remember(cells, found);
    return found;
  };
}
