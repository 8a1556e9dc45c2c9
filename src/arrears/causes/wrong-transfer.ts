import { formatAmount, type Units } from '#money/amount.ts';
import type { Day } from '#money/day.ts';
import type { Cause } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import { makeCause } from './cause.ts';

/** Money was sent and came back, or another sum was sent than was due, by a slip of digits: high, both rows are there. */
export const wrongTransfer = (rows: readonly KeptEntry[], amount: Units, day: Day): Cause =>
  makeCause('wrong-transfer', 'high', rows, { day, amount: formatAmount(amount) });
