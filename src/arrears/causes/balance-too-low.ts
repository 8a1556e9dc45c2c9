import { formatAmount, type Units } from '#money/amount.ts';
import type { Day } from '#money/day.ts';
import type { Cause } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import { makeCause } from './cause.ts';

/** A debit met too small a balance: high, because the balance just before it stands in the rows. */
export const balanceTooLow = (debit: KeptEntry, amount: Units, before: Units, day: Day): Cause =>
  makeCause('balance-too-low', 'high', [debit], {
    day,
    amount: formatAmount(amount),
    balance: formatAmount(before),
  });

/** The source itself says that the balance was too low for the debit: high. */
export const saidTooLow = (debit: KeptEntry, amount: Units): Cause =>
  makeCause('balance-too-low', 'high', [debit], { day: debit.day, amount: formatAmount(amount), why: 'said' });
