type Row = readonly string[];

/** Rows that stand in the page at one moment of scrolling, in order, each with its place in the whole list: a row number, or pixels from the top. `NaN`: not known. */
export interface Window {
  readonly rows: readonly Row[];
  readonly places: readonly number[];
}

/**
 * Joins windows of one list, each beginning no higher than the one before, to the list. A row seen twice is one row, equal rows stay as many as they
 * are: rows are matched by their places, and where these tell nothing, by the one way in which both windows agree on the rows that they share.
 */
export class Windows {
  readonly rows: Row[] = [];
  /** False as soon as two windows share nothing, or could be joined in more than one way. */
  sure = true;
  readonly #keys: string[] = [];
  readonly #places: number[] = [];
  /** Where the last window began. */
  #from = 0;

  /** Adds what is new in a window; how many rows that is. */
  add({ rows, places }: Window): number {
    const keys = rows.map((row) => JSON.stringify(row));
    const start = this.rows.length === 0 ? 0 : this.#startOf(keys, places);
    const known = this.rows.length - start;
    for (let at = known; at < rows.length; at += 1) {
      this.rows.push(rows[at] as Row);
      this.#keys.push(keys[at] as string);
      this.#places.push(places[at] as number);
    }
    if (rows.length > 0) this.#from = start;
    return Math.max(0, rows.length - known);
  }

  #startOf(keys: readonly string[], places: readonly number[]): number {
    const end = this.rows.length;
    const first = places[0] ?? Number.NaN;
    const found = this.#places.findIndex((place) => place > first - 1);
    const placed = found < 0 ? end : found;
    const same = (start: number): boolean =>
      keys.every((key, at) => start + at >= end || key === this.#keys[start + at]);
    const inPlace = (start: number): boolean =>
      places.every((place, at) => start + at >= end || Math.abs(place - (this.#places[start + at] as number)) < 1);
    if (found >= 0 && same(placed) && inPlace(placed)) return placed;
    // Row numbers that follow each other need no row in common.
    if (found < 0 && first - (this.#places[end - 1] as number) <= 1) return end;
    const starts: number[] = [];
    for (let start = this.#from; start < end; start += 1) if (same(start)) starts.push(start);
    // Two ways that leave the same rows to be added are one.
    const fresh = new Set(starts.map((start) => Math.max(0, keys.length - (end - start))));
    if (fresh.size !== 1) this.sure = false;
    return starts[0] ?? placed;
  }
}
