import { UNITS_PER_MAJOR, type Units } from '#money/amount.ts';
import { addDays, type Day, daysBetween } from '#money/day.ts';
import type { DepositAhead, Item, Limits, Outlook } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import { type BalanceReading, balanceReadings, latestBalance } from './balances.ts';
import { groupBy } from './group.ts';
import { type Book, compareInstants, saleRows } from './prepare.ts';
import { addToYear, usualIn, YEAR, type Year, yearSince } from './sales/year.ts';
import { depositProgress } from './targets.ts';

/** Sales that are still to come are not counted on: of what lies farther ahead, no shortfall can be told. */
const HORIZON = 90;
/** Withdrawals of so many days say what they leave in the account. */
const RECENT = 60;
/** Limits are told from so many sales on. */
const ENOUGH = 100;
/** A limit leaves a tenth more than the largest of what is usual. */
const ROOM = 1.1;

/**
 * What comes next for one account and currency: the balance that is left when the coming charges are taken, the float that would have avoided each
 * shortfall of the last year, limits from its own sales, and the way to its deposits' targets. Null where nothing of it can be told.
 * @param items of this account
 */
export function outlookOf(book: Book, items: readonly Item[]): Outlook | null {
  const readings = balanceReadings(book);
  const deposits = depositProgress(book).flatMap((one): DepositAhead[] => {
    if (one.reachedOn !== null || one.last < book.asOf) return [];
    const daysLeft = daysBetween(book.asOf, one.last) + 1;
    const { terminal, deposit, target, reached, last } = one;
    return [{ terminal, deposit, target, reached, last, aDay: Math.ceil((target - reached) / daysLeft) }];
  });
  const balance = balanceAhead(book, readings, items);
  const float = floatOf(book, readings);
  const limits = limitsOf(book);
  if (balance === null && float === null && limits === null && deposits.length === 0) return null;
  return { account: book.account, currency: book.currency, balance, float, limits, deposits };
}

/** The balance against the charges to come, if nothing else comes in; where money is withdrawn, against what the withdrawals leave. */
function balanceAhead(book: Book, readings: readonly BalanceReading[], items: readonly Item[]): Outlook['balance'] {
  const last = latestBalance(readings)?.last;
  if (!last) return null;
  const least = leftByWithdrawals(book, last.balance);
  let left = least;
  const charges = items
    .filter((one) => one.state === 'due' && one.due !== null && one.currency === book.currency)
    .map((one) => ({ day: one.due as Day, code: one.code, terminal: one.terminal, amount: one.min }))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
    .map((charge) => {
      left -= charge.amount;
      return { ...charge, left };
    });
  const until = addDays(book.asOf, HORIZON);
  const short = charges.find((charge) => charge.left < 0 && charge.day <= until);
  return {
    day: last.entry.day,
    amount: last.balance,
    least,
    charges,
    short: short ? { day: short.day, by: -short.left } : null,
  };
}

/** The least that a withdrawal of the last weeks has left; the balance itself where it is less, or where nothing is withdrawn. */
function leftByWithdrawals(book: Book, balance: Units): Units {
  const since = addDays(book.asOf, -RECENT);
  let least = balance;
  for (const row of book.rows)
    if (row.kind === 'settlement' && row.ledger !== 'bank' && row.day >= since)
      least = Math.min(least, row.balance ?? least);
  return least;
}

/** The most that was missing at any moment of the last year: a debit that failed, a refund that failed, a balance below zero. */
function floatOf(book: Book, readings: readonly BalanceReading[]): Outlook['float'] {
  const since = addDays(book.asOf, -YEAR);
  const missing: { day: Day; amount: Units; key: string }[] = readings
    .filter(({ entry, balance }) => entry.day >= since && balance < 0)
    .map(({ entry, balance }) => ({ day: entry.day, amount: -balance, key: entry.key }));
  let at = 0;
  for (const row of book.unfinished) {
    while (at < readings.length && compareInstants((readings[at] as BalanceReading).entry, row) <= 0) at += 1;
    const before = readings[at - 1];
    const needed = debitOf(row);
    if (row.state !== 'failed' || row.day < since || !before || needed <= before.balance) continue;
    missing.push({ day: row.day, amount: needed - before.balance, key: row.key });
  }
  const largest = missing.toSorted((a, b) => b.amount - a.amount)[0];
  if (!largest) return null;
  const days = new Set(missing.map(({ day }) => day)).size;
  return { amount: largest.amount, days, largest: largest.day, rows: [largest.key] };
}

const debitOf = (row: KeptEntry): Units =>
  row.kind === 'fee' || row.kind === 'fee-payment' || row.kind === 'refund' ? -(row.net ?? row.amount ?? 0) : 0;

/** Limits for one sale and for a day, in whole major units, that none but the rarest sales of the last year would have met. */
function limitsOf(book: Book): Limits | null {
  const year = book.facts?.year ?? yearOf(book);
  const usual = year.count < ENOUGH ? null : usualIn(year);
  if (usual === null) return null;
  const single = roundedUp(usual.usual * ROOM);
  return {
    single,
    daily: roundedUp(Math.max(...year.days.values()) * ROOM),
    above: usual.above(single),
    sales: year.count,
    days: year.days.size,
  };
}

function yearOf(book: Book): Year {
  const year = yearSince(addDays(book.asOf, -YEAR));
  const sales = saleRows(book).filter((row) => row.kind === 'sale' && (row.amount ?? 0) > 0);
  for (const [day, ofDay] of groupBy(sales, (row) => row.day))
    addToYear(
      year,
      day,
      ofDay.map((row) => row.amount ?? 0),
    );
  return year;
}

/** Up to two leading digits: 1 234.56 becomes 1 300. */
function roundedUp(units: Units): Units {
  const major = Math.ceil(units / UNITS_PER_MAJOR);
  const step = 10 ** Math.max(0, String(major).length - 2);
  return Math.ceil(major / step) * step * UNITS_PER_MAJOR;
}
