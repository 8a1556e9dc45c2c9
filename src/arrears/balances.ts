import type { Units } from '#money/amount.ts';
import type { Day } from '#money/day.ts';
import type { KeptEntry } from '#records/entry.ts';
import { type Book, compareInstants } from './prepare.ts';

/** A balance that the source shows, and the row it stands in. */
export interface BalanceReading {
  readonly entry: KeptEntry;
  readonly balance: Units;
}

/** The latest known balance, and, where it is negative, how the present run below zero began. */
export interface Balance {
  readonly last: BalanceReading;
  /** First day of the unbroken run below zero up to the last reading; the day of the last reading where it is not negative. */
  readonly since: Day;
  /** The row that took it below zero, with the balance before it; null where that row was not read. */
  readonly crossing: { readonly entry: KeptEntry; readonly before: Units } | null;
}

/** Every balance of the account that a source shows, oldest first. A bank statement's balance is the merchant's bank's, not the acquirer's. */
export function balanceReadings(book: Book): BalanceReading[] {
  const readings: BalanceReading[] = [];
  for (const entry of book.rows) {
    if (entry.ledger === 'bank') continue;
    const balance = entry.balance ?? (entry.kind === 'balance' ? entry.amount : null);
    if (balance !== null) readings.push({ entry, balance });
  }
  return readings;
}

/** The latest balance by instant; among rows of one instant, the one at the end of the chain balance before + movement = balance after. */
export function latestBalance(readings: readonly BalanceReading[]): Balance | null {
  let end = readings.length;
  let last: BalanceReading | null = null;
  let since: Day | null = null;
  let crossing: Balance['crossing'] = null;
  while (end > 0) {
    let start = end - 1;
    const tail = readings[start];
    if (!tail) break;
    for (let before = readings[start - 1]; start > 0 && before; before = readings[start - 1]) {
      if (compareInstants(before.entry, tail.entry) !== 0) break;
      start -= 1;
    }
    const group = readings.slice(start, end);
    const ends = endOfChain(group, readings);
    last ??= ends;
    if (ends.balance >= 0) break;
    since = tail.entry.day;
    crossing = crossingIn(group);
    if (crossing || group.some((one) => one.balance >= 0)) break;
    end = start;
  }
  return last && { last, since: since ?? last.entry.day, crossing };
}

const movement = (entry: KeptEntry): Units | null =>
  entry.kind === 'balance' || entry.ledger === 'notice' ? null : (entry.net ?? entry.amount);

function crossingIn(group: readonly BalanceReading[]): Balance['crossing'] {
  for (const { entry, balance } of group) {
    const moved = movement(entry);
    if (moved !== null && balance < 0 && balance - moved >= 0) return { entry, before: balance - moved };
  }
  return null;
}

function endOfChain(group: readonly BalanceReading[], all: readonly BalanceReading[]): BalanceReading {
  const [first] = group;
  const final = group.at(-1) ?? first;
  if (!first || !final) throw new Error('a group of readings is never empty');
  if (group.length === 1) return final;
  const befores = new Map<Units, number>();
  for (const { entry, balance } of group) {
    const moved = movement(entry);
    if (moved) befores.set(balance - moved, (befores.get(balance - moved) ?? 0) + 1);
  }
  const ends = group.filter((one) => movement(one.entry) !== null && !befores.has(one.balance));
  const [only] = ends;
  if (ends.length === 1 && only) return only;
  return newestFirst(all) ? first : final;
}

/** Whether the source lists its newest row first: told by neighbours of one table whose instants differ. */
function newestFirst(readings: readonly BalanceReading[]): boolean {
  let balance = 0;
  for (let i = Math.max(1, readings.length - 200); i < readings.length; i++) {
    const a = readings[i - 1]?.entry;
    const b = readings[i]?.entry;
    if (!a || !b || a.ledger === 'notice' || b.ledger === 'notice') continue;
    if (a.row[0] !== b.row[0] || a.row[1] !== b.row[1] || compareInstants(a, b) === 0) continue;
    balance += a.row[2] < b.row[2] ? 1 : -1;
  }
  return balance < 0;
}
