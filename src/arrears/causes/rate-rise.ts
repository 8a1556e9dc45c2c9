import type { Cause } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import { makeCause } from './cause.ts';
import { type Change, confidenceOf, excessParams, partsOf, percent } from './tariff-change.ts';

/** From a day on, a higher share of the amount is charged than agreed, or than was charged before. Null where the share did not rise. */
export function rateRise(rows: readonly KeptEntry[], change: Change): Cause | null {
  if (change.after.rate <= change.before.rate) return null;
  return makeCause('rate-rise', confidenceOf(change, rows.length), rows, {
    day: change.day,
    from: percent(change.before.rate),
    to: percent(change.after.rate),
    ...excessParams(change, partsOf(change, rows.length).share),
    standard: change.standard,
  });
}
