import type { Day } from '#money/day.ts';
import { countedRows, type Marks, marksByKey } from '../acts/marks.ts';
import type { Remembered } from '../acts/remembered.ts';
import { monthOf } from '../identity/id-index.ts';
import type { DayBook, KnownRow, OpenDay } from '../merge/day-books.ts';
import type { Change } from '../shelf.ts';
import { type DayFigures, type Sheet, withFigures } from './sheets.ts';
import { totalsOf } from './totals.ts';

/** What these rows of one day come to, as the merchant sees them. */
export function figuresOf({ day, slots }: OpenDay, marks: Marks): DayFigures {
  return figuresOfRows(
    day,
    slots.flatMap((slot) => (slot.gone ? [] : [slot.row])),
    marks,
  );
}

export const figuresOfRows = (day: Day, rows: readonly KnownRow[], marks: Marks): DayFigures => ({
  day,
  rows: rows.length,
  totals: totalsOf(countedRows(rows, marks)),
});

/**
 * The records of the days that changed, with the sheets in which their figures stand.
 * A day of which only the origins changed keeps its figures.
 * @param said marks that are about to be written or to go, of which the shelf does not know yet
 */
export async function changedDays(
  shelf: Remembered,
  books: readonly OpenDay[],
  said: Pick<Change, 'marks' | 'unmark'>,
): Promise<{ days: DayBook[]; sheets: Sheet[] }> {
  const rewritten = books.filter((book) => book.rewritten);
  const figures: (DayFigures & { account: string })[] = [];
  const sheets: Sheet[] = [];
  for (const account of new Set(rewritten.map((book) => book.account))) {
    const own = rewritten.filter((book) => book.account === account);
    const marks = new Map(marksByKey(await shelf.marks(account)));
    for (const mark of said.unmark ?? []) if (mark.account === account) marks.delete(mark.key);
    for (const mark of said.marks ?? []) if (mark.account === account) marks.set(mark.key, mark);
    figures.push(...own.map((book) => ({ account, ...figuresOf(book, marks) })));
    const months = own.map(({ day }) => monthOf(day)).sort();
    sheets.push(...(await shelf.sheets(account, { from: months[0] ?? '', to: months.at(-1) ?? '' })));
  }
  return { days: books.map((book) => book.book()), sheets: withFigures(sheets, figures) };
}
