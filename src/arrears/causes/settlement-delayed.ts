import { formatAmount, type Units } from '#money/amount.ts';
import type { Day } from '#money/day.ts';
import type { Cause } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import { makeCause } from './cause.ts';

/** The source's own rows said, so many days after the first of them, that they were not settled: high. */
export const settlementDelayed = (rows: readonly KeptEntry[], amount: Units, day: Day, days: number): Cause =>
  makeCause('settlement-delayed', 'high', rows, { day, amount: formatAmount(amount), days: String(days) });

/** Sales of one day were settled after those of later days, in every account of the provider, and are settled now: high. */
export const settledLate = (rows: readonly KeptEntry[], day: Day, settled: Day): Cause =>
  makeCause('settlement-delayed', 'high', rows, { day, settled, everywhere: 'yes' });
