import { formatAmount, type Units } from '#money/amount.ts';
import type { Day } from '#money/day.ts';
import type { Cause } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import { makeCause } from './cause.ts';

/** The target of the merchant's terms was not reached by its day: high where the reading is whole, else medium. */
export const targetMissed = (
  rows: readonly KeptEntry[],
  facts: { readonly day: Day; readonly target: Units; readonly reached: Units; readonly whole: boolean },
): Cause =>
  makeCause('target-missed', facts.whole ? 'high' : 'medium', rows, {
    day: facts.day,
    target: formatAmount(facts.target),
    reached: formatAmount(facts.reached),
  });

/** The row itself says that a target was missed: high. */
export const saidMissed = (rows: readonly KeptEntry[], amount: Units, day: Day): Cause =>
  makeCause('target-missed', 'high', rows, { day, amount: formatAmount(amount), said: 'yes' });
