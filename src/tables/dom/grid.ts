/** Most columns and cells of one table; what is beyond is left out and counted. */
export const MOST_COLUMNS = 500;
export const MOST_CELLS = 1_500_000;

export type Section = 'head' | 'body' | 'foot';

/** One cell as the source gives it. `rowSpan` 0 reaches to the end of its row group (HTML, "forming a table"). */
export interface RawCell {
  readonly text: string;
  readonly head: boolean;
  readonly colSpan: number;
  readonly rowSpan: number;
}

/** A text alone is a data cell of one place. */
export type GridCell = string | RawCell;

export const plainCell = (text: string, head: boolean, colSpan = 1): RawCell => ({ text, head, colSpan, rowSpan: 1 });

/** One row of the grid, spans repeated into every cell they cover. */
export interface GridRow {
  readonly texts: string[];
  readonly section: Section;
  /** Cells that begin in this row, and how many of them are header cells. */
  readonly own: number;
  readonly heads: number;
  /** True where the cell is a header cell. */
  readonly headAt: readonly boolean[];
  /** True where the cell began in a row above. */
  readonly fromAbove: readonly boolean[];
  /** How many rows the tallest of its own cells covers. */
  readonly depth: number;
  /** How many columns this row gives reason to believe in: a span of hundreds of columns counts as one. */
  readonly reach: number;
  /** The element that it is in the page. */
  readonly element: Element | undefined;
}

const WIDEST_HONEST_SPAN = 60;

/** Rows without any such cell share one empty list. */
const NOWHERE: readonly boolean[] = [];

/** A list that grew keeps room to grow on; a long table would keep more room than marks. */
const fitted = (marks: readonly boolean[]): readonly boolean[] => (marks.length > 0 ? marks.slice() : NOWHERE);

interface Falling {
  readonly text: string;
  readonly head: boolean;
  left: number;
}

/** Lays rows out on a grid, one row at a time, in the order in which they stand in the source. */
export class Grid {
  readonly rows: GridRow[] = [];
  /** Rows left out because the table is larger than `MOST_CELLS`. */
  cut = 0;
  #falling: (Falling | undefined)[] = [];
  #fallingCount = 0;
  #cells = 0;

  add(cells: readonly GridCell[], section: Section, element?: Element): void {
    if (this.#cells > MOST_CELLS) {
      this.cut += 1;
      return;
    }
    const texts: string[] = [];
    const headAt: boolean[] = [];
    const fromAbove: boolean[] = [];
    let heads = 0;
    let depth = 1;
    let start = 0;
    let honest = true;
    for (const cell of cells) {
      this.#drop(texts, headAt, fromAbove, false);
      if (texts.length >= MOST_COLUMNS) break;
      start = texts.length;
      if (typeof cell === 'string') {
        texts.push(cell);
        continue;
      }
      if (cell.colSpan > WIDEST_HONEST_SPAN) honest = false;
      if (cell.head) heads += 1;
      if (cell.rowSpan > depth) depth = cell.rowSpan;
      // A placeholder row may claim far more columns than there are; alone it decides nothing about the width.
      const span = Math.min(cell.colSpan, MOST_COLUMNS - texts.length);
      for (let at = 0; at < span; at += 1) {
        if (cell.rowSpan !== 1) this.#fall(texts.length, cell);
        if (cell.head) headAt[texts.length] = true;
        texts.push(cell.text);
      }
    }
    this.#drop(texts, headAt, fromAbove, true);
    this.#land();
    this.#cells += texts.length;
    this.rows.push({
      texts: texts.slice(),
      section,
      own: cells.length,
      heads,
      headAt: fitted(headAt),
      fromAbove: fitted(fromAbove),
      depth,
      reach: honest ? texts.length : start + 1,
      element,
    });
  }

  /** A row span never crosses the end of its row group. */
  endGroup(): void {
    this.#falling = [];
    this.#fallingCount = 0;
  }

  #fall(column: number, cell: RawCell): void {
    const left = cell.rowSpan === 0 ? Number.POSITIVE_INFINITY : cell.rowSpan;
    this.#falling[column] = { text: cell.text, head: cell.head, left };
    this.#fallingCount += 1;
  }

  /** Cells from rows above take their columns first; at the end of the row, all that remain. */
  #drop(texts: string[], headAt: boolean[], fromAbove: boolean[], rest: boolean): void {
    if (this.#fallingCount === 0) return;
    for (;;) {
      const from = this.#falling[texts.length];
      if (from !== undefined) {
        fromAbove[texts.length] = true;
        if (from.head) headAt[texts.length] = true;
        texts.push(from.text);
      } else if (rest && texts.length < this.#falling.length) texts.push('');
      else return;
    }
  }

  #land(): void {
    if (this.#fallingCount === 0) return;
    let left = 0;
    for (let at = 0; at < this.#falling.length; at += 1) {
      const cell = this.#falling[at];
      if (cell === undefined) continue;
      cell.left -= 1;
      if (cell.left <= 0) this.#falling[at] = undefined;
      else left += 1;
    }
    this.#fallingCount = left;
    if (left === 0) this.#falling = [];
  }
}

/** How many columns the table has. A row of one cell only (a title, 暂无数据) may claim more than there are. */
export function widthOf(rows: readonly GridRow[]): number {
  let several = 0;
  let single = 0;
  for (const row of rows) {
    if (row.own > 1) several = Math.max(several, row.reach);
    else single = Math.max(single, row.reach);
  }
  return several > 0 ? several : single;
}
