import type { Day } from '#money/day.ts';
import { fail, ok, type Result } from '#money/result.ts';
import { Entry, type KeptEntry } from '#records/entry.ts';
import { gunzip } from '../proof/gzip.ts';

/** A day book as version 1 stored it: `rows` is gzip of JSON `{ field: [value of each row] }`. */
export interface FirstDay {
  readonly account: string;
  readonly day: Day;
  readonly count: number;
  readonly codec: 1;
  readonly rows: Uint8Array;
}

const FIELDS: readonly (keyof KeptEntry)[] = [
  ...(Object.keys(Entry.shape) as (keyof Entry)[]).filter((field) => field !== 'account'),
  'key',
  'seenIn',
  'supersededBy',
];

export async function entriesOfFirst({ account, count, rows }: FirstDay): Promise<Result<KeptEntry[], 'damaged'>> {
  const json = await gunzip(rows);
  if (!json.ok) return json;
  const columns = JSON.parse(json.value) as Record<string, unknown[] | undefined>;
  if (FIELDS.some((field) => columns[field]?.length !== count)) return fail('damaged');
  // Written by version 1 and unchanged since: the compressed stream carries its own check sum.
  return ok(
    Array.from({ length: count }, (_, row) => {
      const entry: Record<string, unknown> = { account };
      for (const field of FIELDS) entry[field] = columns[field]?.[row];
      return entry as KeptEntry;
    }),
  );
}
