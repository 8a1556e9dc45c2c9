import type { Day } from '#money/day.ts';
import { readSightings } from '#reading/read.ts';
import type { Recipe } from '#records/recipe.ts';
import type { Sighting } from '#records/sighting.ts';

export interface SeenFrame {
  readonly frame: number;
  readonly sighting: Sighting;
}

/** How many rows of a list one sighting holds; figures that a portal states by themselves are no list. */
export function listedRows(sighting: Sighting, today: Day, recipes: readonly Recipe[] = []): number {
  const { entries } = readSightings([sighting], { source: 'page', end: null, today, recipes });
  return entries.filter((entry) => entry.ledger !== 'notice').length;
}

/**
 * The frame whose list is to be walked: of those that show rows of money, one with a pager first, then the one with most rows.
 * Null where no frame shows any: nothing is pressed on a page that is not understood.
 */
export function chooseFrame(frames: readonly SeenFrame[], today: Day, recipes: readonly Recipe[] = []): number | null {
  const ranked = frames
    .map(({ frame, sighting }) => ({
      frame,
      paged: sighting.pager !== null,
      rows: listedRows(sighting, today, recipes),
    }))
    .filter(({ rows }) => rows > 0)
    .sort((a, b) => Number(b.paged) - Number(a.paged) || b.rows - a.rows);
  return ranked[0]?.frame ?? null;
}

/** No list yet, and the page says that it is loading, or shows nothing that can be judged. */
export function isUnsettled(frames: readonly SeenFrame[], today: Day, recipes: readonly Recipe[] = []): boolean {
  if (chooseFrame(frames, today, recipes) !== null) return false;
  const sightings = frames.map(({ sighting }) => sighting);
  if (sightings.some(({ cues }) => cues.includes('loading'))) return true;
  return readSightings(sightings, { source: 'page', end: null, today, recipes }).outcome === 'not-settled';
}
