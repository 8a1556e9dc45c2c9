import { formatAmount, type Units } from '#money/amount.ts';
import type { Day } from '#money/day.ts';
import type { Cause } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import { makeCause } from './cause.ts';
import type { Change } from './tariff-change.ts';

/** Each fee is what the rate gives without the cap, to the cent: high, and medium where the cap is learned from earlier sales. */
export const capNotApplied = (
  rows: readonly KeptEntry[],
  cap: Units,
  excess: Units,
  day: Day,
  standard: Change['standard'],
): Cause =>
  makeCause('cap-not-applied', standard === 'terms' ? 'high' : 'medium', rows, {
    cap: formatAmount(cap),
    amount: formatAmount(excess),
    day,
    standard,
  });
