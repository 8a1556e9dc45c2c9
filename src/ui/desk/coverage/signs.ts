import type { DayState } from '#book/coverage/day-coverage.ts';

/** Told apart without colour. */
export const SIGNS: Readonly<Record<DayState, string>> = { whole: '✓', part: '◐', unknown: '?', 'not-yet': '·' };
