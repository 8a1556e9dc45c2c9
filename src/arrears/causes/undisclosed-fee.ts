import { formatAmount, type Units } from '#money/amount.ts';
import type { Day } from '#money/day.ts';
import type { Cause } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import { makeCause } from './cause.ts';

/** A charge that no agreed term contains. `high` when the merchant entered terms for this account, else `low`: nobody said what was agreed. */
export const undisclosedFee = (rows: readonly KeptEntry[], amount: Units, day: Day, termsEntered: boolean): Cause =>
  makeCause('undisclosed-fee', termsEntered ? 'high' : 'low', rows, { amount: formatAmount(amount), day });

/** The same charge has come in equal steps, and is to come again: low, nobody said that it will. */
export const nextFee = (rows: readonly KeptEntry[], amount: Units, day: Day): Cause =>
  makeCause('undisclosed-fee', 'low', rows, { amount: formatAmount(amount), day, next: 'learned' });
