import type { Day } from '#money/day.ts';
import type { Cause } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import { makeCause } from './cause.ts';

/** Sales of one day were settled after sales of later days: high, no weekend or holiday does that. */
export const lateBatch = (rows: readonly KeptEntry[], day: Day, settled: Day): Cause =>
  makeCause('late-batch', 'high', rows, { day, settled });
