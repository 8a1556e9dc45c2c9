import { formatAmount, type Units } from '#money/amount.ts';
import type { Cause } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import { makeCause } from './cause.ts';

/** The same sale stands twice, and one of the two was taken back: high, all three rows are there. */
export const doublePostingReversed = (rows: readonly KeptEntry[], first: KeptEntry, amount: Units): Cause =>
  makeCause('double-posting-reversed', 'high', rows, { day: first.day, amount: formatAmount(amount) });
