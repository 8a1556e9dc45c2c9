import type { Day } from '#money/day.ts';
import { countedRows, type Marks, marksByKey } from '../acts/marks.ts';
import type { Remembered } from '../acts/remembered.ts';
import { undamaged } from '../codec/undamaged.ts';
import { dayIn, monthOf } from '../identity/id-index.ts';
import { type DayBook, entriesIn, type KnownRow } from '../merge/day-books.ts';
import type { OpenDay } from '../merge/open-day.ts';
import type { Change } from '../shelf.ts';
import { type DayFigures, daysIn, type Sheet, withFigures } from './sheets.ts';
import { addTotals, totalsOf } from './totals.ts';

/** What the rows of one day come to, as the merchant sees them. Throws `Damaged`. */
export function figuresOf({ day, slots }: OpenDay, marks: Marks): DayFigures {
  return figuresOfRows(
    day,
    slots.flatMap((slot) => (slot.gone ? [] : [slot.row])),
    marks,
  );
}

/** The same for a day of which rows are unread: what they come to stands in its sheet, unless that cannot be read back or knows of other rows. */
function figuresWith(book: OpenDay, sheets: readonly Sheet[], marks: Marks): DayFigures {
  const sheet = sheets.find(({ account, month }) => account === book.account && month === monthOf(book.day));
  const known = (sheet && undamaged(() => daysIn(sheet)))?.find(({ day }) => day === book.day);
  if (book.unread === null || known?.rows !== book.unread.count) return figuresOf(book, marks);
  const came = figuresOfRows(book.day, book.unread.came, marks);
  const totals = addTotals(
    [...known.totals, ...came.totals],
    ({ terminal }) => `${terminal === null}|${terminal ?? ''}`,
  );
  return { day: book.day, rows: known.rows + came.rows, totals };
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
    const months = own.map(({ day }) => monthOf(day)).sort();
    const kept = await shelf.sheets(account, { from: months[0] ?? '', to: months.at(-1) ?? '' });
    figures.push(...own.map((book) => ({ account, ...figuresWith(book, kept, marks) })));
    sheets.push(...kept);
  }
  const days = books.map((book) => book.book());
  const now = undamaged(() => withFigures(sheets, figures)) ?? (await mended(shelf, sheets, figures));
  return { days, sheets: now };
}

/** The figures of each day of a sheet; worked out from the day books where the sheet cannot be read back. */
export const figuresIn = async (shelf: Pick<Remembered, 'marks' | 'span'>, sheet: Sheet): Promise<DayFigures[]> =>
  undamaged(() => daysIn(sheet)) ?? rebuilt(shelf, sheet);

/** A day that cannot be read back either is there with the count of its rows, and comes to nothing that anybody could say. */
async function rebuilt(shelf: Pick<Remembered, 'marks' | 'span'>, { account, month }: Sheet): Promise<DayFigures[]> {
  const marks = marksByKey(await shelf.marks(account));
  const days: DayFigures[] = [];
  for await (const books of shelf.span(account, { from: dayIn(month, 1), to: dayIn(month, 31) })) {
    for (const book of books) {
      const rows = undamaged(() => entriesIn(book));
      days.push(rows ? figuresOfRows(book.day, rows, marks) : { day: book.day, rows: book.count, totals: [] });
    }
  }
  return days;
}

/** The same sheets where some of them cannot be read back: what changes is set upon what the day books come to. */
async function mended(
  shelf: Remembered,
  sheets: readonly Sheet[],
  figures: readonly (DayFigures & { readonly account: string })[],
): Promise<Sheet[]> {
  const months = new Set(figures.map(({ account, day }) => `${monthOf(day)}|${account}`));
  const all: (DayFigures & { account: string })[] = [];
  for (const sheet of sheets.filter(({ account, month }) => months.has(`${month}|${account}`))) {
    all.push(...(await figuresIn(shelf, sheet)).map((of) => ({ account: sheet.account, ...of })));
  }
  return withFigures([], [...all, ...figures]);
}
