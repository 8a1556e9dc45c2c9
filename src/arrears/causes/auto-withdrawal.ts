import { formatAmount, type Units } from '#money/amount.ts';
import { daysBetween } from '#money/day.ts';
import type { Cause } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import { makeCause } from './cause.ts';

const NEAR_DAYS = 3;

/**
 * The last payout before a debit left too little for it, and without the payout the balance would have sufficed.
 * Null where that is not so, where the payout is more than three days older, or where no balance stands beside it.
 * High: payout, balance and debit are all in the rows.
 * @param flow the rows of the account's own flow, oldest first
 * @param end how many of them come before the debit
 */
export function autoWithdrawal(flow: readonly KeptEntry[], end: number, debit: KeptEntry, needed: Units): Cause | null {
  for (let i = end - 1; i >= 0; i--) {
    const row = flow[i];
    if (!row || daysBetween(row.day, debit.day) > NEAR_DAYS) return null;
    if (row.kind !== 'settlement') continue;
    const paidOut = -(row.amount ?? 0);
    if (paidOut <= 0 || row.balance === null || row.balance < 0) return null;
    if (row.balance >= needed || row.balance + paidOut < needed) return null;
    return makeCause('auto-withdrawal', 'high', [row, debit], {
      day: row.day,
      amount: formatAmount(paidOut),
      balance: formatAmount(row.balance),
      needed: formatAmount(needed),
    });
  }
  return null;
}
