import type { TakeIn } from '../book.ts';
import type { Span } from '../coverage/coverage.ts';
import type { Misread } from '../merge/supersede.ts';
import { gzip } from '../proof/gzip.ts';
import type { PackedUnread, Shelf } from '../shelf.ts';

/** JSON of more than this is not kept for teaching (characters). */
const MOST = 64_000_000;

/** What is kept of a source that gave nothing, if there is a table in it that could be taught; null where there is none. */
export async function unreadOf({ reading, sightings, source, place, at }: TakeIn): Promise<PackedUnread | null> {
  const { outcome, coverage } = reading;
  // A page that changed its merchant is understood; there is nothing to teach about it.
  const switched = coverage.gaps.some(({ gap }) => gap === 'merchant-changed');
  const teachable = outcome === 'not-a-known-page' || (outcome === 'changed' && !switched);
  if (source === 'told' || !teachable || !sightings.some(({ tables }) => tables.some(({ rows }) => rows.length > 0)))
    return null;
  const json = JSON.stringify(sightings);
  if (json.length > MOST) return null;
  return {
    provider: reading.provider,
    source,
    place: place.slice(0, 2000),
    at,
    outcome,
    gaps: coverage.gaps,
    seen: await gzip(json),
  };
}

/**
 * The captures that a reading corrects, with all accounts that they wrote to; and those that were corrected before, which are known by having
 * been read again from the same sightings. Null where it corrects none that the book knows.
 */
export async function misreadBy(shelf: Shelf, replaces: readonly number[]): Promise<Misread | null> {
  if (replaces.length === 0) return null;
  const wanted = new Set(replaces);
  const all = await shelf.heads();
  const heads = all.filter(({ seq }) => wanted.has(seq));
  if (heads.length === 0) return null;
  const source = ({ place, at }: { place: string; at: string }): string => `${at} ${place}`;
  const newest = new Map(all.map((head) => [source(head), head.seq]));
  const corrected = all.filter((head) => newest.get(source(head)) !== head.seq).map(({ seq }) => seq);
  return {
    captures: new Set([...wanted, ...corrected]),
    accounts: new Set(heads.flatMap(({ accounts }) => accounts)),
    days: new Map(),
  };
}

/** What misread captures seemed to cover, they did not. */
export function withoutMisread(spans: readonly Span[], { replaces = [] }: TakeIn): readonly Span[] {
  if (replaces.length === 0) return spans;
  const captures = new Set(replaces);
  return spans.filter(({ seqs }) => !seqs.every((seq) => captures.has(seq)));
}
