import { formatAmount, type Units } from '#money/amount.ts';
import type { Day } from '#money/day.ts';
import type { Cause } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import { makeCause } from './cause.ts';

/** Each fee is what the agreed rate gives without the agreed cap, to the cent: high. */
export const capNotApplied = (rows: readonly KeptEntry[], cap: Units, excess: Units, day: Day): Cause =>
  makeCause('cap-not-applied', 'high', rows, { cap: formatAmount(cap), amount: formatAmount(excess), day });
