import type { Entry } from '#records/entry.ts';
import type { Group } from '../lists/group.ts';
import type { Plan } from '../rows/plan.ts';

/** One data row of a list: what became of it, and its cells for the sums that a source states over its columns. */
export interface RowRecord {
  readonly group: Group;
  readonly sighting: number;
  readonly table: number;
  readonly row: number;
  readonly cells: readonly string[];
  /** Null if the row was rejected. */
  readonly entry: Entry | null;
  /** What of it was given back, told in the same row. */
  readonly back: Entry | null;
  readonly flow: 'in' | 'out' | 'neutral' | null;
}

/** A row of totals inside a list. */
export interface TotalRow {
  readonly group: Group;
  readonly plan: Plan;
  readonly sighting: number;
  readonly part: boolean;
  readonly cells: readonly string[];
  /** All rows of the same table: not copied, because a list may have a subtotal for every few of them. */
  readonly rows: readonly RowRecord[];
  /** Where those since the last subtotal begin, and how many stand above it. */
  readonly from: number;
  readonly until: number;
}

/** A trailer that stood inside a table. */
export interface Trailer {
  readonly sighting: number;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}
