import type { RowWindow } from '#look/room.ts';

type Row = readonly string[];

/**
 * Joins windows of one list, each beginning no higher than the one before, to the list. A row seen twice is one row, equal rows stay as many as they
 * are: rows are matched by their places, and where these tell nothing, by the one way in which both windows agree on the rows that they share.
 */
export class Windows {
  readonly rows: Row[] = [];
  /** False as soon as two windows share nothing, or could be joined in more than one way. */
  sure = true;
  #keys: string[] = [];
  #places: number[] = [];
  /** Where the last window began. */
  #from = 0;

  /** Adds what is new in a window; how many rows that is. */
  add({ rows, places }: RowWindow): number {
    const keys = rows.map((row) => JSON.stringify(row));
    const before = this.rows.length;
    if (before > 0 && keys.length > 0) this.#from = this.#startOf(keys, places);
    const fresh = before - this.#from;
    this.rows.push(...rows.slice(fresh));
    this.#keys.push(...keys.slice(fresh));
    this.#places.push(...places.slice(fresh));
    return this.rows.length - before;
  }

  #startOf(keys: readonly string[], places: readonly number[]): number {
    const end = this.#keys.length;
    const first = places[0] as number;
    const same = (start: number): boolean =>
      keys.every((key, at) => start + at >= end || key === this.#keys[start + at]);
    const found = this.#places.findIndex((place) => place > first - 1);
    // Row numbers that follow each other need no row in common.
    if (found < 0 ? first - (this.#places[end - 1] as number) <= 1 : same(found)) return found < 0 ? end : found;
    const starts = this.#keys.map((_, at) => at).filter((at) => at >= this.#from && same(at));
    if (starts.length !== 1) this.sure = false;
    return starts[0] ?? (found < 0 ? end : found);
  }
}
