import type { Day } from '#money/day.ts';
import type { Mark } from '#records/mark.ts';
import { changedDays } from '../figures/figures.ts';
import { dayKey } from '../identity/day-key.ts';
import { followRows, type Renamed } from '../merge/follow.ts';
import { OpenDay } from '../merge/open-day.ts';
import type { Change } from '../shelf.ts';
import type { Remembered } from './remembered.ts';

/**
 * What follows from rows that have changed: marks go with their rows to other names, a double whose row has gone counts by itself and no longer does
 * when that row is there again, and the figures are those of the rows.
 * @param books all days that the act has changed
 * @param renamed rows that have another name, or stand under another day, than before
 */
export async function whatFollows(
  shelf: Remembered,
  books: readonly OpenDay[],
  renamed: readonly Renamed[],
): Promise<Required<Pick<Change, 'marks' | 'unmark' | 'days' | 'sheets'>>> {
  const followed = await followRows(shelf, renamed);
  const marks = new Map(followed.marks.map((mark) => [nameOf(mark), mark]));
  const left = new Set(followed.unmark.map(nameOf));
  const turned: Mark[] = [];
  for (const account of new Set(books.map((book) => book.account))) {
    const asKept = (await shelf.marks(account)).filter((mark) => !left.has(nameOf(mark)) && !marks.has(nameOf(mark)));
    const own = followed.marks.filter((mark) => mark.account === account);
    turned.push(...turnedDoubles([...asKept, ...own], books));
  }
  for (const mark of turned) marks.set(nameOf(mark), mark);
  const all = [...books, ...(await daysBeside(shelf, books, turned))];
  for (const { account, day } of turned) all.find((book) => book.account === account && book.day === day)?.refigure();
  const change = { marks: [...marks.values()], unmark: followed.unmark };
  return { ...change, ...(await changedDays(shelf, all, change)) };
}

/** The marks of one account that say that a row is a double, and whose row has just gone or come. */
function turnedDoubles(marks: readonly Mark[], books: readonly OpenDay[]): Mark[] {
  const doubles = marks.filter(({ sameAs }) => sameAs !== null);
  const account = doubles[0]?.account;
  if (account === undefined) return [];
  const isThere = new Map<string, boolean>();
  for (const book of books) {
    if (book.account !== account || !book.rewritten) continue;
    for (const { row, gone } of book.slots) {
      // A row that has moved to another day has left the one and is there on the other.
      if (isThere.get(row.key) !== true) isThere.set(row.key, !gone && row.supersededBy === null);
    }
  }
  return doubles.flatMap((mark) => {
    const alone = !(isThere.get(mark.sameAs ?? '') ?? !mark.alone);
    return alone === (mark.alone ?? false) ? [] : [withAlone(mark, alone)];
  });
}

/** The mark of a double, whose row counts by itself or does not. */
export function withAlone({ alone: _, ...mark }: Mark, alone: boolean): Mark {
  return alone ? { ...mark, alone } : mark;
}

/** The days of these marks that the act has not opened. */
async function daysBeside(
  shelf: Pick<Remembered, 'days'>,
  books: readonly OpenDay[],
  marks: readonly Mark[],
): Promise<OpenDay[]> {
  const open = new Set(books.map(({ account, day }) => dayKey(account, day)));
  const missing = new Map<string, { account: string; day: Day }>();
  for (const { account, day } of marks) {
    if (!open.has(dayKey(account, day))) missing.set(dayKey(account, day), { account, day });
  }
  if (missing.size === 0) return [];
  const kept = await shelf.days([...missing.values()]);
  return [...missing].map(([key, { account, day }]) => new OpenDay(account, day, kept.get(key) ?? null));
}

const nameOf = ({ account, key }: { readonly account: string; readonly key: string }): string => `${account} ${key}`;
