import { formatAmount, type Units } from '#money/amount.ts';
import type { Day } from '#money/day.ts';
import type { Cause } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import { makeCause } from './cause.ts';

/**
 * The same charge was taken more than once, or the same sale posted more than once.
 * High where a number, or the name of the charge, says that they are one; medium where only sum, terminal and seconds do.
 * @param amount of one of them
 * @param of whose money it is: `charge` the merchant's, `sale` a customer's
 */
export const duplicateCharge = (
  rows: readonly KeptEntry[],
  facts: { readonly day: Day; readonly amount: Units; readonly times: number; readonly of: 'charge' | 'sale' },
  confidence: 'high' | 'medium',
): Cause =>
  makeCause('duplicate-charge', confidence, rows, {
    day: facts.day,
    amount: formatAmount(facts.amount),
    count: String(facts.times),
    twice: facts.of,
  });
