import type { Units } from '#money/amount.ts';
import { type Day, daysBetween } from '#money/day.ts';
import type { Cause, Item } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import type { Balance } from '../balances.ts';
import { autoWithdrawal } from '../causes/auto-withdrawal.ts';
import { balanceTooLow } from '../causes/balance-too-low.ts';
import { chargeback } from '../causes/chargeback.ts';
import { refundExceedsSales } from '../causes/refund-exceeds-sales.ts';
import { topUpForgotten } from '../causes/top-up-forgotten.ts';
import { unexplainedRest } from '../causes/unexplained.ts';
import { item } from '../item.ts';
import type { Book } from '../prepare.ts';
import { topUpsOf } from '../short-of-money.ts';
import { namedCode } from '../words.ts';
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
          ? causesByRefunds(debt, owed, balance.since)
          : [],
      statedIn: [balance.last.entry],
      is: [balance.last.entry],
      mark: balance.since,
    }),
  ];
}

/** The shortfall of the sales list beside the stated balance: all of it, or the part that it explains and the rest. */
function causesByRefunds(debt: RefundDebt, owed: Units, since: Day): readonly Cause[] {
  const explained = Math.min(debt.amount, owed);
  // A smaller debt than the shortfall: what the account held before covered the difference.
  const facts = { day: debt.since, out: debt.out, inward: debt.out - explained, amount: explained, of: owed };
  const cause = refundExceedsSales(debt.refunds, facts, debt.amount === owed ? 'high' : 'medium');
  return explained === owed ? [cause] : [cause, unexplainedRest(owed - explained, since)];
}

function causesOfCrossing(
  book: Book,
  balance: Balance,
  { entry, before }: NonNullable<Balance['crossing']>,
): readonly Cause[] {
  const flow = book.rows.filter((row) => row.ledger === entry.ledger);
  const at = flow.indexOf(entry);
  const emptied = autoWithdrawal(flow, at, entry, Math.abs(moved(entry)));
  const owed = -balance.last.balance;
  const causes = byRefundsSince(flow.slice(at), entry, before, owed) ?? causesOfDebit(entry, before);
  const forgotten = forgottenSince(book, flow.slice(at), owed);
  return [...causes, ...(emptied ? [emptied] : []), ...(forgotten ? [forgotten] : [])];
}

/** A balance may fall below zero before a top-up is late, and stay there because it never came: the latest debit tells. */
function forgottenSince(book: Book, since: readonly KeptEntry[], owed: Units): Cause | null {
  const debit = since.findLast((row) => moved(row) < 0);
  return debit ? topUpForgotten(topUpsOf(book), debit, owed) : null;
}

const moved = (row: KeptEntry): Units => row.net ?? row.amount ?? 0;
/** What a sale cost makes it smaller; it is no debit of its own. */
const isSalesFee = (row: KeptEntry): boolean => row.kind === 'fee' && namedCode(row.words) === null;
const isRefund = (row: KeptEntry): boolean => (row.kind === 'refund' || row.kind === 'reversal') && moved(row) < 0;

/** Refunds took the balance below zero; a larger debit among what followed is named beside them. Null where it was no refund. */
function byRefundsSince(
  since: readonly KeptEntry[],
  entry: KeptEntry,
  before: Units,
  owed: Units,
): readonly Cause[] | null {
  if (!isRefund(entry)) return null;
  const refunds = since.filter(isRefund);
  const out = -sum(refunds);
  const inward = before + sum(since.filter((row) => moved(row) > 0 || isSalesFee(row)));
  const explained = Math.min(owed, Math.max(0, out - inward));
  const facts = { day: entry.day, out, inward: out - explained, amount: explained, of: owed };
  const causes: Cause[] = [refundExceedsSales(refunds, facts, 'high')];
  if (explained === owed) return causes;
  const others = since.filter((row) => moved(row) < 0 && !isRefund(row) && !isSalesFee(row));
  const debited = Math.min(owed - explained, -sum(others));
  const [largest] = others.toSorted((a, b) => moved(a) - moved(b));
  if (largest && debited > 0) {
    const held = largest.balance === null ? before : largest.balance - moved(largest);
    causes.push(...causesOfDebit(largest, held));
  }
  if (explained + debited < owed) causes.push(unexplainedRest(owed - explained - debited, entry.day));
  return causes;
}

const sum = (rows: readonly KeptEntry[]): Units => rows.reduce((all, row) => all + moved(row), 0);

function causesOfDebit(entry: KeptEntry, before: Units): readonly Cause[] {
  const taken = Math.abs(moved(entry));
  switch (entry.kind) {
    case 'chargeback':
      return [chargeback([entry], taken, entry.day)];
    case 'fee':
    case 'fee-payment':
    case 'deposit':
    case 'hold':
    case 'adjustment':
    case 'payment':
    case 'transfer':
      return [balanceTooLow(entry, taken, before, entry.day)];
    default:
      return [];
  }
}
