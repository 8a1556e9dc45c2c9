import { formatAmount, type Units } from '#money/amount.ts';
import type { Cause } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import { makeCause } from './cause.ts';

/** One sale is many times the largest of all the others: medium, because a large sale may be meant. */
export const amountOutlier = (sale: KeptEntry, usual: Units): Cause =>
  makeCause('amount-outlier', 'medium', [sale], {
    day: sale.day,
    amount: formatAmount(sale.amount ?? 0),
    usual: formatAmount(usual),
  });
