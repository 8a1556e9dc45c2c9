import { addDays, type Day } from '#money/day.ts';
import type { Cause, Item } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import { capNotApplied } from '../causes/cap-not-applied.ts';
import { duplicateCharge } from '../causes/duplicate-charge.ts';
import { fixedAddOn } from '../causes/fixed-add-on.ts';
import { monthlyFee } from '../causes/monthly-fee.ts';
import { rateRise } from '../causes/rate-rise.ts';
import type { Change } from '../causes/tariff-change.ts';
import { unexplained } from '../causes/unexplained.ts';
import { boundsOf, certaintySince } from '../coverage.ts';
import { item } from '../item.ts';
import { type Collected, collected, out } from '../monthly/debits.ts';
import { explained } from '../monthly/explain.ts';
import { feeMonths } from '../monthly/months.ts';
import type { Book } from '../prepare.ts';

/** A debit that has not come so many days after the agreed one did not come. */
const WAITED_DAYS = 15;

/**
 * Fees that by the terms are taken in one debit a month: what a debit took beyond the month's agreed fees, one that came twice or not at all, and those to come.
 * @param elsewhere rows of the merchant's bank accounts
 */
export function monthlyFees(book: Book, elsewhere: readonly KeptEntry[]): Item[] {
  const months = collected(book, feeMonths(book), elsewhere);
  return months.flatMap((month) => [
    ...tooMuch(book, month, months),
    ...again(book, month),
    ...missing(book, month, months),
  ]);
}

function tooMuch(book: Book, month: Collected, months: readonly Collected[]): Item[] {
  const [debit] = month.debits;
  if (month.why !== 'dearer' || !debit) return [];
  return [
    item(book, {
      code: 'MDR_DELTA',
      state: 'claimable',
      basis: 'derived',
      terminal: null,
      min: month.charged - month.expected,
      since: debit.day,
      causes: causesOf(month, debit, months),
      statedIn: [debit],
      is: [debit],
      mark: `month ${month.month}`,
    }),
  ];
}

function causesOf(month: Collected, debit: KeptEntry, months: readonly Collected[]): Cause[] {
  const excess = month.charged - month.expected;
  const others = months.filter((one) => one !== month && one.why === 'dearer');
  const found = explained(
    month,
    month.charged,
    others.map((one) => ({ month: one, charged: one.charged })),
  );
  if (found === null) return [unexplained([debit], excess, debit.day)];
  const rows = found.sales.map(({ entry }) => entry);
  const day = rows[0]?.day ?? debit.day;
  if (found.cap !== null) return [capNotApplied(rows, found.cap, excess, day, 'terms')];
  const change: Change = { before: found.line, after: found.after, day, excess, standard: 'terms' };
  return [rateRise(rows, change), fixedAddOn(rows, change)].filter((cause): cause is Cause => cause !== null);
}

/** The same month's fees taken once more. */
function again(book: Book, { debits, again: more, month }: Collected): Item[] {
  const [first] = debits;
  const [second] = more;
  if (!first || !second) return [];
  const facts = { day: first.day, amount: out(first), times: more.length + 1, of: 'charge' as const };
  return [
    item(book, {
      code: 'MDR',
      state: 'claimable',
      basis: 'derived',
      terminal: null,
      min: more.reduce((sum, row) => sum + out(row), 0),
      since: second.day,
      causes: [duplicateCharge([first, ...more], facts, 'high')],
      is: more,
      mark: `twice ${month}`,
    }),
  ];
}

/** Fees that are to come; those of the running month grow with each sale. What did not come is owed where the list in which the others came was read past its day. */
function missing(book: Book, month: Collected, months: readonly Collected[]): Item[] {
  if (month.why !== 'not-seen' || month.expected <= 0) return [];
  const { due, expected } = month;
  const rows = month.sales.map(({ entry }) => entry);
  const first = `${month.month}-01` as Day;
  const draft = { code: 'MDR', terminal: null, due, mark: `month ${month.month}` } as const;
  const cause = (missed: boolean) => monthlyFee(rows, { month: month.month, amount: expected, day: due, missed });
  if (due >= book.asOf) {
    const isRunning = book.asOf.slice(0, 7) === month.month;
    const { min, max } = boundsOf(certaintySince(book.knowledge, first, book.asOf), expected);
    return [
      item(book, {
        ...draft,
        state: 'due',
        basis: 'predicted',
        min: Math.max(min, isRunning ? expected : 0),
        max: isRunning || month.unpriced > 0 ? null : max,
        since: null,
        causes: [cause(false)],
      }),
    ];
  }
  if (!isWaitedFor(book, month, months)) return [];
  const { min, max } = boundsOf(certaintySince(book.knowledge, first, book.asOf), expected);
  return [
    item(book, {
      ...draft,
      state: 'open',
      basis: 'derived',
      min,
      max: month.unpriced > 0 ? null : max,
      since: due,
      causes: [cause(true)],
    }),
  ];
}

function isWaitedFor(book: Book, { due, expected }: Collected, months: readonly Collected[]): boolean {
  const until = addDays(due, WAITED_DAYS);
  const lists = new Set(
    months
      .flatMap(({ debits }) => debits)
      .filter((row) => row.account === book.account)
      .map((row) => row.ledger),
  );
  const isRead = book.rows.some((row) => lists.has(row.ledger) && row.day >= until);
  // A failed try at it is told by itself.
  const isTried = book.unfinished.some((row) => row.day >= addDays(due, -WAITED_DAYS) && out(row) === expected);
  return until < book.asOf && isRead && !isTried;
}
