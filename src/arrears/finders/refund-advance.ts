import type { Units } from '#money/amount.ts';
import type { Day } from '#money/day.ts';
import type { Item } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import type { Balance } from '../balances.ts';
import { refundExceedsSales } from '../causes/refund-exceeds-sales.ts';
import { boundsOf, certaintySince } from '../coverage.ts';
import { groupBy } from '../group.ts';
import { item } from '../item.ts';
import { type Book, compareInstants, saleRows } from '../prepare.ts';
import type { Facts } from '../sales/facts.ts';

/** What refunds took beyond the sales, still open at the end of what was read. */
export interface RefundDebt {
  readonly amount: Units;
  /** First settle day of the unbroken shortfall. */
  readonly since: Day;
  readonly refunds: readonly KeptEntry[];
  /** Positive sums over the days since. */
  readonly out: Units;
  readonly inward: Units;
  /** The rows say what was settled (a settle day or a net), so a negative day was carried by the acquirer. */
  readonly netted: boolean;
}

/** What a row adds to its settle day. */
const netOf = (row: KeptEntry): Units => row.net ?? (row.amount ?? 0) - (row.fee ?? 0);

/**
 * Carries each settle day's net forward: a day below zero opens a shortfall, later days pay it off. Days that were made good leave nothing.
 * Null too where the list is not shown to be a seller's: a consumer's statement has refunds and no sales.
 */
export function refundDebt(book: Book): RefundDebt | null {
  if (book.facts) return null;
  // A chargeback is an item of its own: what it takes is not told twice, nor laid to refunds.
  const rows = saleRows(book).filter((row) => row.kind !== 'chargeback');
  if (!isSellers(rows)) return null;
  const days = groupBy(rows, (row) => row.settleDay ?? row.day);
  const nets = new Map([...days].map(([day, ofDay]) => [day, ofDay.reduce((sum, row) => sum + netOf(row), 0)]));
  const open = shortfallOf(nets);
  if (open === null) return null;
  const { since: start, debt } = open;
  const within = rows.filter((row) => (row.settleDay ?? row.day) >= start);
  const refunds = within.filter((row) => netOf(row) < 0);
  const out = -refunds.reduce((sum, row) => sum + netOf(row), 0);
  const netted = within.some((row) => row.settleDay !== null || (row.net !== null && row.ledger !== 'funds'));
  return { amount: debt, since: start, refunds, out, inward: out - debt, netted };
}

/** The shortfall that the last days leave, and its first day; null where there is none. @param nets by settlement day */
function shortfallOf(nets: ReadonlyMap<Day, Units>): { readonly debt: Units; readonly since: Day } | null {
  let debt: Units = 0;
  let since: Day | null = null;
  for (const day of [...nets.keys()].sort()) {
    const net = nets.get(day) ?? 0;
    if (since === null && net < 0) since = day;
    if (since === null) continue;
    debt -= net;
    if (debt > 0) continue;
    debt = 0;
    since = null;
  }
  return since === null ? null : { debt, since };
}

/** Whether refunds may have taken more than the sales, told without their rows. */
export const mayBeShort = ({ says, settles, sales, nets }: Facts): boolean =>
  says && (settles || sales > 0) && shortfallOf(nets) !== null;

/**
 * Fees, nets or terminals are what acquirers list; a statement of spending has none. Refunds alone, in a list that does not say what was
 * settled, are the merchant's filter or a bill of refunds: the sales that paid them stand elsewhere.
 */
function isSellers(rows: readonly KeptEntry[]): boolean {
  const settled = rows.some((row) => row.net !== null || row.settleDay !== null);
  return (
    rows.some((row) => row.net !== null || row.fee !== null || row.terminal !== null) &&
    (settled || rows.some((row) => row.kind === 'sale' && (row.amount ?? 0) > 0))
  );
}

/**
 * The open shortfall as an item. A balance that the source shows after the last refund, and that is not below zero, proves that the
 * account covered the refunds: nothing is owed then. Where the rows are orders and not settlements, or give the balance after each, such a
 * balance below zero is the whole debt, and an item of its own already.
 */
export function refundAdvance(book: Book, debt: RefundDebt | null, balance: Balance | null): Item[] {
  if (!debt) return [];
  const told = balance !== null && debt.refunds.every((row) => isNotBefore(balance.last.entry, row));
  const runs = debt.refunds.every((row) => row.balance !== null);
  if (balance && told && (balance.last.balance >= 0 || !debt.netted || runs)) return [];
  const certainty = debt.netted ? certaintySince(book.knowledge, debt.since, book.asOf) : 'at-most';
  const proved = certainty === 'exact' || certainty === 'at-least';
  return [
    item(book, {
      code: 'REFUND_ADVANCE',
      state: 'open',
      basis: 'derived',
      terminal: null,
      ...boundsOf(certainty, debt.amount),
      since: debt.since,
      causes: [
        refundExceedsSales(
          debt.refunds,
          {
            day: debt.since,
            out: debt.out,
            inward: debt.inward,
            amount: debt.amount,
            bound: proved ? null : !debt.netted ? 'orders' : certainty === 'at-most' ? 'later' : 'unproved',
          },
          proved ? 'high' : 'medium',
        ),
      ],
      mark: debt.since,
    }),
  ];
}

/** A balance without a clock time speaks of its whole day. */
function isNotBefore(balance: KeptEntry, refund: KeptEntry): boolean {
  if (balance.at === null || refund.at === null) return balance.day >= refund.day;
  return compareInstants(balance, refund) >= 0;
}
