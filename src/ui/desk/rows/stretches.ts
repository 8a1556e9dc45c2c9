import type { DayFigures } from '#book/figures/sheets.ts';
import type { Day } from '#money/day.ts';

/** Rows of one account and day, and where they begin in the list. */
export interface Stretch {
  readonly account: string;
  readonly day: Day;
  readonly start: number;
  readonly rows: number;
}

/** What a day of an account comes to: from the book's sheets, or of the rows that a search found there. */
export type DayOfAccount = DayFigures & { readonly account: string };

/** The days in their order, newest first, laid end to end; a day without rows takes no place. */
export function stretchesOf(days: readonly DayOfAccount[]): Stretch[] {
  let start = 0;
  return days
    .filter(({ rows }) => rows > 0)
    .toSorted((a, b) => order(b.day, a.day) || order(a.account, b.account))
    .map(({ account, day, rows }) => {
      const stretch = { account, day, start, rows };
      start += rows;
      return stretch;
    });
}

const order = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

export function countOf(stretches: readonly Stretch[]): number {
  const last = stretches.at(-1);
  return last ? last.start + last.rows : 0;
}

/** The place in `stretches` of the one that holds this row of the list; -1 where none does. */
export function stretchAt(stretches: readonly Stretch[], index: number): number {
  let [low, high] = [0, stretches.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const { start, rows } = stretches[middle] as Stretch;
    if (index < start) high = middle - 1;
    else if (index >= start + rows) low = middle + 1;
    else return middle;
  }
  return -1;
}
