import { formatAmount, type Units } from '#money/amount.ts';
import type { Day } from '#money/day.ts';
import type { Cause } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import { makeCause } from './cause.ts';
import { type Change, confidenceOf, excessParams, partsOf } from './tariff-change.ts';

/** A fixed sum is added to the fee of each sale that was not there before. Null where the fixed part did not grow. */
export function fixedAddOn(rows: readonly KeptEntry[], change: Change): Cause | null {
  const grown = change.after.fixed - change.before.fixed;
  if (grown <= 0) return null;
  return makeCause('fixed-add-on', confidenceOf(change, rows.length), rows, {
    day: change.day,
    fixed: formatAmount(grown),
    ...excessParams(change, partsOf(change, rows.length).fixed),
    standard: change.standard,
  });
}

/** The same sum is missing from the net of almost every sale, beside the fee: high from 30 sales, else medium. */
export const fixedDeduction = (rows: readonly KeptEntry[], each: Units, day: Day): Cause =>
  makeCause('fixed-add-on', rows.length >= 30 ? 'high' : 'medium', rows, {
    day,
    fixed: formatAmount(each),
    amount: formatAmount(each * rows.length),
    standard: 'net',
  });
