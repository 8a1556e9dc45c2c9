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
  readonly flow: 'in' | 'out' | 'neutral' | null;
}

/** A row of totals inside a list. `from` is the number of records that stood before it in its table's part. */
export interface TotalRow {
  readonly group: Group;
  readonly plan: Plan;
  readonly sighting: number;
  readonly part: boolean;
  readonly cells: readonly string[];
  /** The rows of the same table since the last subtotal. */
  readonly since: readonly RowRecord[];
  /** The rows of the same table above it. */
  readonly above: readonly RowRecord[];
}

/** A trailer that stood inside a table. */
export interface Trailer {
  readonly sighting: number;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}
