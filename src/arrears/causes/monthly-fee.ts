import { formatAmount, type Units } from '#money/amount.ts';
import type { Day } from '#money/day.ts';
import type { Cause } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import { makeCause } from './cause.ts';

/**
 * The fees of a month, which by the entered terms are taken in one debit: high. `seen` says that it was to come and was not seen: medium, it may have been
 * taken from an account that has not been read.
 */
export const monthlyFee = (
  rows: readonly KeptEntry[],
  facts: { readonly month: string; readonly amount: Units; readonly day: Day; readonly missed: boolean },
): Cause =>
  makeCause('monthly-fee', facts.missed ? 'medium' : 'high', rows, {
    month: facts.month,
    amount: formatAmount(facts.amount),
    day: facts.day,
    ...(facts.missed ? { missed: 'yes' } : {}),
  });
