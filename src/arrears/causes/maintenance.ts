import type { Day } from '#money/day.ts';
import type { Cause } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import { makeCause } from './cause.ts';

/** The rows themselves speak of maintenance: high. */
export const maintenance = (rows: readonly KeptEntry[], day: Day): Cause =>
  makeCause('maintenance', 'high', rows, { day });
