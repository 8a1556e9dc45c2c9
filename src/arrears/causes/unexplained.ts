import { formatAmount, type Units } from '#money/amount.ts';
import type { Day } from '#money/day.ts';
import type { Cause } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import { makeCause } from './cause.ts';

/** Nothing fits. Always `low`: it is the absence of an explanation, never the nearest one. */
export const unexplained = (rows: readonly KeptEntry[], amount: Units, day: Day): Cause =>
  makeCause('unexplained', 'low', rows, { amount: formatAmount(amount), day });

/** What the causes beside it leave unexplained of one sum. */
export const unexplainedRest = (rest: Units, day: Day): Cause =>
  makeCause('unexplained', 'low', [], { amount: formatAmount(rest), rest: formatAmount(rest), day });
