import type { Day } from '#money/day.ts';
import { fail, ok, type Result } from '#money/result.ts';
import { Entry, type KeptEntry } from '#records/entry.ts';
import type { DayBook } from './day-books.ts';
import { gunzip, gzip } from './hash.ts';
import { type DayTotal, totalsOf } from './totals.ts';

/** A day book as stored: its totals in the clear, its rows by column and compressed (a row by itself would cost several hundred bytes). */
export interface PackedDay {
  readonly account: string;
  readonly day: Day;
  readonly count: number;
  readonly totals: readonly DayTotal[];
  /** How `rows` is written: 1 is gzip of JSON `{ field: [value of each row] }`. */
  readonly codec: 1;
  readonly rows: Uint8Array;
}

type Column = keyof KeptEntry;
const COLUMNS: readonly Column[] = [
  ...(Object.keys(Entry.shape) as (keyof Entry)[]).filter((field) => field !== 'account'),
  'key',
  'seenIn',
  'supersededBy',
];

export async function packDay({ account, day, entries }: DayBook): Promise<PackedDay> {
  const columns = Object.fromEntries(COLUMNS.map((field) => [field, entries.map((entry) => entry[field])]));
  const rows = await gzip(JSON.stringify(columns));
  return { account, day, count: entries.length, totals: totalsOf(entries), codec: 1, rows };
}

export async function unpackDay(packed: PackedDay): Promise<Result<KeptEntry[], 'damaged'>> {
  const json = await gunzip(packed.rows);
  if (!json.ok) return json;
  const columns = JSON.parse(json.value) as Record<string, unknown[] | undefined>;
  if (COLUMNS.some((field) => columns[field]?.length !== packed.count)) return fail('damaged');
  // Written by `packDay` and unchanged since: the compressed stream carries its own check sum.
  return ok(
    Array.from({ length: packed.count }, (_, row) => {
      const entry: Record<string, unknown> = { account: packed.account };
      for (const field of COLUMNS) entry[field] = columns[field]?.[row];
      return entry as KeptEntry;
    }),
  );
}
