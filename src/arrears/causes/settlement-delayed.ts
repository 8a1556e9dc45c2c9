import { formatAmount, type Units } from '#money/amount.ts';
import type { Day } from '#money/day.ts';
import type { Cause } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import { makeCause } from './cause.ts';

/** The portal's own row said, so many days after its day, that it was not settled: high. */
export const settlementDelayed = (row: KeptEntry, amount: Units, day: Day, days: number): Cause =>
  makeCause('settlement-delayed', 'high', [row], { day, amount: formatAmount(amount), days: String(days) });
