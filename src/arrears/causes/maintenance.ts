import type { Day } from '#money/day.ts';
import type { Cause } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import { makeCause } from './cause.ts';

/** The rows themselves speak of maintenance: high. */
export const maintenance = (rows: readonly KeptEntry[], day: Day): Cause =>
  makeCause('maintenance', 'high', rows, { day });

/** The portal's own page said so where the rows were to stand: high. No row shows it. */
export const maintenancePage = (day: Day): Cause => makeCause('maintenance', 'high', [], { day, page: 'yes' });
