import type { DayState } from '#book/day-coverage.ts';

/** Told apart without colour. */
export const SIGNS: Readonly<Record<DayState, string>> = { whole: '✓', part: '◐', unknown: '?', 'not-yet': '·' };
