import { formatAmount, type Units } from '#money/amount.ts';
import type { Day } from '#money/day.ts';
import type { Cause } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import { makeCause } from './cause.ts';

/** The source itself calls the row a chargeback: high. */
export const chargeback = (rows: readonly KeptEntry[], amount: Units, day: Day): Cause =>
  makeCause('chargeback', 'high', rows, { amount: formatAmount(amount), day });
