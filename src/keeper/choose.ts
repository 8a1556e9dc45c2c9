import type { Day } from '#money/day.ts';
import { type Context, readSightings } from '#reading/read.ts';
import type { ReadAhead } from '#reading/read-ahead.ts';
import type { Recipe } from '#records/recipe.ts';
import type { Sighting } from '#records/sighting.ts';

export interface SeenFrame {
  readonly frame: number;
  readonly sighting: Sighting;
  /** As `listedRows` counts them. */
  readonly rows: number;
}

/** How a page is read that was only looked at. */
export const glance = (today: Day, recipes: readonly Recipe[]): Context => ({
  source: 'page',
  end: null,
  today,
  recipes,
});

/**
 * How many rows of a list one sighting holds; figures that a portal states by themselves are no list.
 * @param ahead what was read of it in the same way while it was still looked at
 */
export function listedRows(sighting: Sighting, today: Day, recipes: readonly Recipe[] = [], ahead?: ReadAhead): number {
  const { entries } = readSightings([sighting], glance(today, recipes), ahead);
  return entries.filter((entry) => entry.ledger !== 'notice').length;
}

/**
 * The frame whose list is to be walked: of those that show rows of money, one with a pager first, then the one with most rows.
 * Null where no frame shows any: nothing is pressed on a page that is not understood.
 */
export function chooseFrame(frames: readonly SeenFrame[]): number | null {
  const [best] = frames
    .filter(({ rows }) => rows > 0)
    .sort((a, b) => Number(b.sighting.pager !== null) - Number(a.sighting.pager !== null) || b.rows - a.rows);
  return best?.frame ?? null;
}

/** A list without rows that does not say that it has none is given this many looks: a script may be about to draw them. */
const BLANK_LOOKS = 6;

/**
 * No list yet, and the page says that it is loading, or shows nothing that can be judged.
 * @param looks how many looks there were, this one among them
 */
export function isUnsettled(
  frames: readonly SeenFrame[],
  today: Day,
  recipes: readonly Recipe[] = [],
  looks = 1,
): boolean {
  if (chooseFrame(frames) !== null) return false;
  const sightings = frames.map(({ sighting }) => sighting);
  if (sightings.some(({ cues }) => cues.includes('loading'))) return true;
  const { outcome, coverage } = readSightings(sightings, glance(today, recipes));
  const isBlank = outcome === 'part' && coverage.rows === 0 && coverage.gaps.every(({ gap }) => gap === 'not-proved');
  return outcome === 'not-settled' || (isBlank && looks < BLANK_LOOKS);
}
