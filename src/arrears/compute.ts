import type { Day } from '#money/day.ts';
import type { Arrears, Item, Outlook } from '#records/arrears.ts';
import type { Match } from '#records/match.ts';
import { balanceReadings, latestBalance } from './balances.ts';
import { findDeductions } from './deductions.ts';
import { chargebacks } from './finders/chargebacks.ts';
import { earnedDeposits } from './finders/deposits.ts';
import { failedRefunds } from './finders/failed-refunds.ts';
import { heldSettlements } from './finders/held-settlements.ts';
import { interruptions } from './finders/interruptions.ts';
import { lateSettlements } from './finders/late-settlements.ts';
import { monthlyFees } from './finders/monthly-fees.ts';
import { negativeBalance } from './finders/negative-balance.ts';
import { nextCharges } from './finders/next-charges.ts';
import { overcharges } from './finders/overcharges.ts';
import { postedTwice } from './finders/posted-twice.ts';
import { refundAdvance, refundDebt } from './finders/refund-advance.ts';
import { openRetrievals, retrievals } from './finders/retrievals.ts';
import { returnedTransfers } from './finders/returned-transfers.ts';
import { shortPayouts } from './finders/short-payouts.ts';
import { statedArrears } from './finders/stated-arrears.ts';
import { takenCharges } from './finders/taken-charges.ts';
import { unpaidFees } from './finders/unpaid-fees.ts';
import { unreachable } from './finders/unreachable.ts';
import { unusualSales } from './finders/unusual-sales.ts';
import { wrongDirections } from './finders/wrong-directions.ts';
import { fold } from './fold.ts';
import { withoutReturned } from './given-back.ts';
import { groupBy } from './group.ts';
import { withLadder } from './ladder.ts';
import { outlookOf } from './outlook.ts';
import { type Book, type Input, prepare } from './prepare.ts';
import { needsRows } from './sales/needs-rows.ts';
import { shortOfMoney } from './short-of-money.ts';
import { totalsOf } from './totals.ts';

/**
 * What is owed on `asOf`, on three bases that are never added, with causes and the rows that prove them (docs/arrears.md).
 * Pure: the same rows in any order give the same answer. Rows after `asOf`, superseded rows, and rows that moved no money do not count;
 * currencies are never mixed, nor are sums taken across the lists of one account.
 */
export const computeArrears = (input: Input): Arrears => together(input.asOf, [partOf(input)]);

/** What is owed by the accounts of some providers, all of each: nothing in it depends on the others. */
export interface Part {
  readonly items: readonly Item[];
  readonly outlooks: readonly Outlook[];
  /** Every currency that has rows, and those in which a portal says what is owed. */
  readonly currencies: readonly string[];
  readonly stated: readonly string[];
}

/** @param input rows of all accounts of one provider, or of several; of all where payouts are joined with what arrived */
export function partOf(input: Input): Part {
  const books = prepare(input);
  const atBanks = books.some(({ terms }) => terms?.monthly?.length)
    ? books.flatMap(({ rows }) => rows.filter(({ ledger }) => ledger === 'bank'))
    : [];
  const found = fold(
    distinct([
      ...books.flatMap((book) => [...itemsOf(book, input.matches ?? []), ...monthlyFees(book, atBanks)]),
      ...lateSettlements(books),
      ...unreachable(books, input.attempts ?? [], input.asOf),
    ]),
  );
  const items = found.map((one) => withLadder(one, input.asOf));
  const byAccount = groupBy(items, (one) => one.account);
  const outlooks = books.flatMap((book) => outlookOf(book, byAccount.get(book.account) ?? []) ?? []);
  const currencies = [...new Set(books.map((book) => book.currency))];
  const stated = [...new Set(books.filter(isStated).map((book) => book.currency))];
  return { items, outlooks, currencies, stated };
}

/** Puts the parts of one day together. */
export function together(asOf: Day, parts: readonly Part[]): Arrears {
  const items = parts.flatMap((part) => part.items);
  const currencies = new Set(parts.flatMap((part) => part.currencies));
  const stated = new Set(parts.flatMap((part) => part.stated));
  const outlooks = parts.flatMap((part) => part.outlooks);
  return { asOf, totals: totalsOf(items, currencies, stated), items, outlooks };
}

/** Accounts of which `input` has only the rows that must be seen, and that cannot be told without all. */
export const inNeedOfRows = (input: Input): Set<string> =>
  new Set(prepare(input).flatMap((book) => (needsRows(book) ? [book.account] : [])));

/** Whether the portal says what is owed, 0 included, or what the account holds. */
const isStated = (book: Book): boolean =>
  book.rows.some(({ kind }) => kind === 'stated-arrears') || balanceReadings(book).length > 0;

function itemsOf(book: Book, matches: readonly Match[]): Item[] {
  const readings = balanceReadings(book);
  const balance = latestBalance(readings);
  const short = shortOfMoney(book, readings);
  const asked = openRetrievals(book);
  const debt = refundDebt(book);
  const deductions = withoutReturned(book, findDeductions(book));
  const earned = earnedDeposits(book, deductions);
  const returned = new Set(earned.flatMap((one) => one.causes.flatMap((cause) => cause.rows)));
  const stillTaken = deductions.filter((one) => !one.rows.some((row) => returned.has(row.key)));
  return [
    ...statedArrears(book),
    ...negativeBalance(book, balance, debt),
    ...refundAdvance(book, debt, balance),
    ...unpaidFees(book, short),
    ...failedRefunds(book, short),
    ...earned,
    ...overcharges(book),
    ...takenCharges(book, stillTaken),
    ...shortPayouts(book, matches, deductions),
    ...chargebacks(book, asked),
    ...retrievals(book, asked),
    ...returnedTransfers(book),
    ...interruptions(book),
    ...heldSettlements(book),
    ...postedTwice(book),
    ...unusualSales(book),
    ...wrongDirections(book),
    ...nextCharges(book, deductions),
  ];
}

/** Two debts that nothing tells apart keep ids of their own. */
function distinct(items: readonly Item[]): Item[] {
  const used = new Map<string, number>();
  return items.map((one) => {
    const before = used.get(one.id) ?? 0;
    used.set(one.id, before + 1);
    return before === 0 ? one : { ...one, id: `${one.id}#${before + 1}` };
  });
}
