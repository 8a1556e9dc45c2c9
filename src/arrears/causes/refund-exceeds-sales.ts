import { formatAmount, type Units } from '#money/amount.ts';
import type { Day } from '#money/day.ts';
import type { Cause } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import { makeCause } from './cause.ts';

/**
 * More was refunded than sales brought in. `out` and `inward` are both positive sums over the days since `day`.
 * The caller states the confidence: high where the rows themselves give the shortfall (or its sum equals the stated balance), medium where
 * a stated balance differs from it.
 */
export const refundExceedsSales = (
  refunds: readonly KeptEntry[],
  facts: { readonly day: Day; readonly out: Units; readonly inward: Units; readonly amount: Units },
  confidence: Cause['confidence'],
): Cause =>
  makeCause('refund-exceeds-sales', confidence, refunds, {
    day: facts.day,
    out: formatAmount(facts.out),
    in: formatAmount(facts.inward),
    amount: formatAmount(facts.amount),
  });
