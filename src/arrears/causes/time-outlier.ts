import type { Cause } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import { makeCause } from './cause.ts';

/** A sale at night, hours away from all others: medium, because the shop may have been open. */
export const timeOutlier = (sale: KeptEntry): Cause =>
  makeCause('time-outlier', 'medium', [sale], { day: sale.day, time: (sale.at ?? '').slice(11, 16) });
