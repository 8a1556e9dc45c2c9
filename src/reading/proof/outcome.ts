import type { WalkEnd } from '#records/job.ts';
import type { Gap, Outcome } from '#records/reading.ts';
import type { Cue, Sighting } from '#records/sighting.ts';
import { speaksAgainst } from './gaps.ts';
import { saidBy } from './said.ts';

export interface Seen {
  readonly sightings: readonly Sighting[];
  readonly end: WalkEnd | null;
  readonly source: 'page' | 'file';
  /** Data rows, read or rejected, and figures stated by themselves. */
  readonly rows: number;
  readonly rejected: number;
  readonly notices: number;
  readonly gaps: readonly Gap[];
  /** A list about money was recognised, with or without rows. */
  readonly knownList: boolean;
  /** A list says itself that it has no rows. */
  readonly statesNone: boolean;
  /** The place belongs to a provider of the directory. */
  readonly knownPlace: boolean;
  /** Every list with a figure that disagrees has as many rows as it states: none is missing, something else is not as expected. */
  readonly complete: boolean;
  /** The columns are those of a declared format, or contradict themselves. */
  readonly expected: boolean;
  /** A table of totals was recognised, without the rows that it adds up. */
  readonly onlyTotals: boolean;
}

/**
 * How a look ended. `read`: every row was understood and nothing speaks against wholeness. `part`: something is known to be missing, to disagree,
 * or was rejected. `changed`: what is there is not what its own totals or the provider's facts say. `empty` only with positive proof.
 */
export function outcomeOf(seen: Seen): Outcome {
  if (seen.rows > 0) return withRows(seen);
  const cues = new Set<Cue>(
    seen.sightings.flatMap((sighting) => [...sighting.cues, ...(seen.knownList ? [] : saidBy(sighting))]),
  );
  if (seen.end === 'maintenance') return 'maintenance';
  if (seen.end === 'signed-out') return 'signed-out';
  if (seen.notices > 0) return seen.gaps.some(speaksAgainst) ? 'part' : 'read';
  if (cues.has('maintenance')) return 'maintenance';
  if (cues.has('session-expired') || cues.has('signed-out')) return 'signed-out';
  if (seen.end === 'not-settled' || cues.has('loading')) return 'not-settled';
  if (seen.end === 'page-changed') return 'changed';
  if (seen.end === 'stopped' || seen.end === 'throttled' || cues.has('throttled')) return 'part';
  if (seen.statesNone || (cues.has('no-records') && (seen.knownList || seen.knownPlace))) return 'empty';
  if (seen.onlyTotals || seen.knownList || cues.has('unreadable')) return 'part';
  if (cues.has('frame-out-of-reach') && seen.knownPlace) return 'part';
  return seen.knownPlace && seen.source === 'page' && hasUnknownList(seen.sightings) ? 'changed' : 'not-a-known-page';
}

function withRows({ rows, rejected, gaps, complete, expected }: Seen): Outcome {
  if (rejected === rows) return expected ? 'changed' : 'part';
  const missing = gaps.filter(speaksAgainst);
  if (missing.length === 0) return 'read';
  return complete && missing.every(({ gap }) => gap === 'totals-differ') ? 'changed' : 'part';
}

/** A provider's page with a list in it that none of its known columns explains. */
const hasUnknownList = (sightings: readonly Sighting[]): boolean =>
  sightings.some(({ tables }) => tables.some(({ header, rows }) => header.length >= 3 && rows.length > 0));
