import { formatAmount, type Units } from '#money/amount.ts';
import type { Cause } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import { saysTooLow } from '../words.ts';
import { makeCause } from './cause.ts';

/** The row itself says that a direct debit failed: high. */
export const directDebitFailed = (row: KeptEntry, amount: Units): Cause =>
  makeCause('direct-debit-failed', 'high', [row], {
    day: row.day,
    amount: formatAmount(amount),
    ...(saysTooLow(row.words) ? { why: 'short' } : {}),
  });
