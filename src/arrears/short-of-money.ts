import type { Units } from '#money/amount.ts';
import type { Cause } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import type { BalanceReading } from './balances.ts';
import { autoWithdrawal } from './causes/auto-withdrawal.ts';
import { balanceTooLow, saidTooLow } from './causes/balance-too-low.ts';
import { topUpForgotten } from './causes/top-up-forgotten.ts';
import { groupBy } from './group.ts';
import { type Book, compareInstants } from './prepare.ts';
import { saysTooLow } from './words.ts';

/** What the merchant paid into the account, oldest first. */
export const topUpsOf = (book: Book): readonly KeptEntry[] =>
  book.rows.filter((row) => row.kind === 'top-up' && (row.amount ?? 0) > 0);

/** Answers why a debit did not find its money: the balance before it, a payout that emptied the account, a top-up that did not come. */
export type ShortOfMoney = (debit: KeptEntry, needed: Units) => readonly Cause[];

/** Of one account; what all its debits are held against is sorted once. */
export function shortOfMoney(book: Book, readings: readonly BalanceReading[]): ShortOfMoney {
  const flows = groupBy(book.rows, (row) => row.ledger);
  const topUps = topUpsOf(book);
  return (debit, needed) => {
    const before = readings[firstAfter(readings, (one) => compareInstants(one.entry, debit) > 0) - 1];
    if (!before || before.balance >= needed) return saysTooLow(debit.words) ? [saidTooLow(debit, needed)] : [];
    const causes: Cause[] = [balanceTooLow(debit, needed, before.balance, debit.day)];
    const flow = flows.get(before.entry.ledger) ?? [];
    const end = firstAfter(flow, (one) => compareInstants(one, debit) > 0);
    const emptied = autoWithdrawal(flow, end, debit, needed);
    if (emptied) causes.push(emptied);
    const forgotten = topUpForgotten(topUps, debit, needed - before.balance);
    if (forgotten) causes.push(forgotten);
    return causes;
  };
}

/** The index of the first member that passes, in a list where all after it pass too; the length where none does. */
function firstAfter<T>(list: readonly T[], passes: (one: T) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = list[middle];
    if (one !== undefined && passes(one)) high = middle;
    else low = middle + 1;
  }
  return low;
}
