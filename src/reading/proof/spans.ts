import type { RowRecord } from './record.ts';

/** Rows of one list from one place to another, of which nothing is copied: a list may have a subtotal for every few rows. */
export interface Span {
  readonly rows: readonly RowRecord[];
  readonly from: number;
  readonly until: number;
}

export const lengthOf = ({ from, until }: Span): number => until - from;

/** What the rows before each place of a list add up to, by what is added. Kept as long as the list itself. */
const RUNNING = new WeakMap<readonly RowRecord[], Map<string, Float64Array>>();

/**
 * What the rows of a span add up to. All rows of its list are asked once for each `what`, which names what `figureOf` gives; a thousand subtotals
 * of one list cost no more than one.
 */
export function sumOver({ rows, from, until }: Span, what: string, figureOf: (record: RowRecord) => number): number {
  const known = RUNNING.get(rows) ?? new Map<string, Float64Array>();
  RUNNING.set(rows, known);
  let running = known.get(what);
  // A list that has grown since is added up again.
  if (running === undefined || running.length !== rows.length + 1) {
    running = new Float64Array(rows.length + 1);
    for (const [i, record] of rows.entries()) running[i + 1] = (running[i] ?? 0) + figureOf(record);
    known.set(what, running);
  }
  return (running[until] ?? 0) - (running[from] ?? 0);
}
