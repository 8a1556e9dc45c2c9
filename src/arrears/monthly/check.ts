import { addDays, addMonths, type Day, laterOf, type Period } from '#money/day.ts';
import type { KeptEntry } from '#records/entry.ts';
import type { MonthCheck } from '#records/fee-check.ts';
import type { AccountTerms } from '#records/terms.ts';
import { type Book, prepare } from '../prepare.ts';
import { collected, out } from './debits.ts';
import { feeMonths } from './months.ts';

/** The days of which the rows must be known: three months back, for a debit that pays two, to the last day on which another may follow. */
export const daysBehind = ({ day }: KeptEntry): Period => ({
  from: addMonths(`${day.slice(0, 7)}-01` as Day, -3),
  to: addDays(day, 31),
});

/** What the debit of a month's fees should have been by the terms, and what it was; null for a row that is no such debit. */
export function checkMonth(entry: KeptEntry, rows: readonly KeptEntry[], terms: AccountTerms): MonthCheck | null {
  const books: Book[] = prepare({
    entries: rows,
    knowledge: new Map(),
    terms: { accounts: [terms] },
    asOf: rows.reduce((last, { day }) => laterOf(day, last), entry.day),
  });
  const book = books.find(({ currency }) => currency === entry.currency);
  const month =
    book && collected(book, feeMonths(book), []).find((one) => isIn(one.debits, entry) || isIn(one.again, entry));
  if (!month) return null;
  const { due, expected, sales } = month;
  const why = isIn(month.again, entry) ? 'twice' : month.why;
  const parts = month.debits.length;
  return {
    why,
    month: month.month,
    sales: sales.length,
    due,
    day: entry.day,
    expected,
    charged: parts > 1 ? month.charged : out(entry),
  };
}

const isIn = (rows: readonly KeptEntry[], { key }: KeptEntry): boolean => rows.some((row) => row.key === key);
