import { daysBetween } from '#money/day.ts';
import type { Cause, Item } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import type { Balance } from '../balances.ts';
import { autoWithdrawal } from '../causes/auto-withdrawal.ts';
import { balanceTooLow } from '../causes/balance-too-low.ts';
import { chargeback } from '../causes/chargeback.ts';
import { refundExceedsSales } from '../causes/refund-exceeds-sales.ts';
import { item } from '../item.ts';
import type { Book } from '../prepare.ts';
import type { RefundDebt } from './refund-advance.ts';

/** A stated balance older than the refunds' shortfall by more than this is not about it. */
const SAME_DEBT_DAYS = 7;

/** The latest balance that the source shows is below zero. A later one that is not closes it. */
export function negativeBalance(book: Book, balance: Balance | null, debt: RefundDebt | null): Item[] {
  if (!balance || balance.last.balance >= 0) return [];
  const owed = -balance.last.balance;
  return [
    item(book, {
      code: 'NEG_BALANCE',
      state: 'open',
      basis: 'observed',
      terminal: null,
      min: owed,
      since: balance.since,
      causes: balance.crossing
        ? causesOfCrossing(book, balance, balance.crossing)
        : debt && daysBetween(debt.since, balance.last.entry.day) >= -SAME_DEBT_DAYS
          ? [
              refundExceedsSales(
                debt.refunds,
                { day: debt.since, out: debt.out, inward: debt.inward, amount: debt.amount },
                debt.amount === owed ? 'high' : 'medium',
              ),
            ]
          : [],
      mark: balance.since,
    }),
  ];
}

function causesOfCrossing(
  book: Book,
  balance: Balance,
  { entry, before }: NonNullable<Balance['crossing']>,
): readonly Cause[] {
  const flow = book.rows.filter((row) => row.ledger === entry.ledger);
  const at = flow.indexOf(entry);
  const since = flow.slice(at);
  const moved = Math.abs(entry.net ?? entry.amount ?? 0);
  const first = firstCause(entry, since, before, moved, -balance.last.balance);
  const emptied = autoWithdrawal(flow, at, entry, moved);
  return [first, emptied].filter((cause): cause is Cause => cause !== null);
}

function firstCause(
  entry: KeptEntry,
  since: readonly KeptEntry[],
  before: number,
  moved: number,
  owed: number,
): Cause | null {
  switch (entry.kind) {
    case 'refund':
    case 'reversal': {
      const refunds = since.filter((row) => row.kind === entry.kind && (row.amount ?? 0) < 0);
      const out = -refunds.reduce((sum, row) => sum + (row.net ?? row.amount ?? 0), 0);
      const facts = { day: entry.day, out, inward: Math.max(0, out - owed), amount: owed };
      return refundExceedsSales(refunds, facts, 'high');
    }
    case 'chargeback':
      return chargeback([entry], moved, entry.day);
    case 'fee':
    case 'fee-payment':
    case 'deposit':
    case 'hold':
    case 'adjustment':
    case 'payment':
    case 'transfer':
      return balanceTooLow(entry, moved, before, entry.day);
    default:
      return null;
  }
}
