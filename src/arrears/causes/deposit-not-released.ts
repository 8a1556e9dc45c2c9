import { formatAmount, type Units } from '#money/amount.ts';
import type { Day } from '#money/day.ts';
import type { Cause } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import { makeCause } from './cause.ts';

/** The target of the merchant's terms was reached in time by the rows read, and no release was: high where the reading is whole, else medium. */
export const depositNotReleased = (
  taken: readonly KeptEntry[],
  facts: {
    readonly amount: Units;
    readonly target: Units;
    readonly reached: Units;
    readonly day: Day;
    readonly whole: boolean;
  },
): Cause =>
  makeCause('deposit-not-released', facts.whole ? 'high' : 'medium', taken, {
    amount: formatAmount(facts.amount),
    target: formatAmount(facts.target),
    reached: formatAmount(facts.reached),
    day: facts.day,
  });
