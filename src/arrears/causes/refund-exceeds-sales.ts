import { formatAmount, type Units } from '#money/amount.ts';
import type { Day } from '#money/day.ts';
import type { Cause } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import { makeCause } from './cause.ts';

export interface RefundFacts {
  readonly day: Day;
  readonly out: Units;
  readonly inward: Units;
  readonly amount: Units;
  readonly of?: Units;
  /** Why the figure is no proved debt: the list has no balances, what came after was not read, or rows may be missing. */
  readonly bound?: 'orders' | 'later' | 'unproved' | null;
}

/**
 * More was refunded than sales and balance could cover. `out` and `inward` are both positive sums over the days since `day`; `of` is the sum
 * of which this explains the part `amount`, where it does not explain the whole.
 * The caller states the confidence: high where the rows themselves give the shortfall (or its sum equals the stated balance), medium where
 * a stated balance differs from it.
 */
export const refundExceedsSales = (
  refunds: readonly KeptEntry[],
  facts: RefundFacts,
  confidence: Cause['confidence'],
): Cause =>
  makeCause('refund-exceeds-sales', confidence, refunds, {
    day: facts.day,
    out: formatAmount(facts.out),
    in: formatAmount(facts.inward),
    amount: formatAmount(facts.amount),
    ...(facts.of !== undefined && facts.of !== facts.amount ? { of: formatAmount(facts.of) } : {}),
    ...(facts.bound ? { bound: facts.bound } : {}),
  });
