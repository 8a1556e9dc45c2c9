import type { Day } from '#money/day.ts';

/** Account and day as one text, for maps. */
export const dayKey = (account: string, day: Day): string => `${day}|${account}`;
