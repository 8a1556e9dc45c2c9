import type { Units } from '#money/amount.ts';
import { type Day, daysBetween, isDay } from '#money/day.ts';
import type { Knowledge } from '#records/arrears.ts';

/** Beyond so many days without a reading, later sales may have paid what was open. */
const FRESH_DAYS = 7;

/** Gaps that only mean "the walk ended early": the rest of the list is missing, nothing in between. */
const TAIL_GAPS: ReadonlySet<string> = new Set(['stopped', 'more-pages', 'session-ended', 'throttled', 'interrupted']);

/**
 * What the coverage lets one say of a sum computed from all rows since a day.
 * `exact`: the reading is whole and reaches the present. `at-least`: only older days are missing, which can add to a debt and never pay it.
 * `at-most`: whole, but what came after has not been read and may have paid it. `as-read`: read to its end up to the present, and nothing speaks
 * against its wholeness, but the source states no totals that would prove it. `open`: rows may be missing in between, so neither bound is proved.
 */
export type Certainty = 'exact' | 'at-least' | 'at-most' | 'as-read' | 'open';

/** The bounds of such a sum. */
export function boundsOf(certainty: Certainty, sum: Units): { readonly min: Units; readonly max: Units | null } {
  const isRead = certainty === 'exact' || certainty === 'at-least' || certainty === 'as-read';
  return { min: isRead ? sum : 0, max: certainty === 'exact' || certainty === 'at-most' ? sum : null };
}

export function certaintySince(knowledge: Knowledge | null, since: Day, asOf: Day): Certainty {
  if (!knowledge?.to) return 'open';
  const reaches = daysBetween(knowledge.to, asOf) <= FRESH_DAYS;
  if (knowledge.whole) return reaches ? 'exact' : 'at-most';
  const { from, gaps } = knowledge;
  const unproved = gaps.every(({ gap, params }) => gap === 'not-proved' && params['to'] === undefined);
  if (gaps.length > 0 && unproved) return reaches ? 'as-read' : 'open';
  const older = gaps.every(({ gap, params }) => {
    const { to } = params;
    // A hole whose end is known, or the missing rest of a list of which later days than `since` were read.
    return to !== undefined && isDay(to) ? to < since : TAIL_GAPS.has(gap) && from !== null && from < since;
  });
  return gaps.length > 0 && older && reaches ? 'at-least' : 'open';
}
