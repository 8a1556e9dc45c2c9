import { formatAmount, type Units } from '#money/amount.ts';
import type { Day } from '#money/day.ts';
import type { Cause } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import { makeCause } from './cause.ts';
import { percent } from './tariff-change.ts';

/**
 * Less arrived than was to. As one share of the sales of every short batch: an undisclosed fee, medium, for the share explains them all; else unexplained.
 * @param share in millionths
 */
export function shortPayout(
  rows: readonly KeptEntry[],
  facts: {
    readonly missing: Units;
    readonly day: Day;
    readonly share: number | null;
    readonly whole: number;
    readonly short: number;
  },
): Cause {
  const params = {
    day: facts.day,
    amount: formatAmount(facts.missing),
    whole: String(facts.whole),
    short: String(facts.short),
    payout: facts.share === null ? 'less' : 'share',
  };
  return facts.share === null
    ? makeCause('unexplained', 'low', rows, params)
    : makeCause('undisclosed-fee', 'medium', rows, { ...params, share: percent(facts.share) });
}
