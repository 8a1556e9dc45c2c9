import { addDays, type Day, daysOf, type Period } from '#money/day.ts';
import type { Gap } from '#records/reading.ts';
import { proofOf, type Span } from './coverage.ts';

/**
 * What the book knows of one day of one list. `whole`: proved. `part`: shown in part, or before it was over. `unknown`: nobody read it.
 * `not-yet`: neither proved nor published by the provider, so that nothing is missing.
 */
export const DAY_STATES = ['whole', 'part', 'unknown', 'not-yet'] as const;
export type DayState = (typeof DAY_STATES)[number];

export interface DayCoverage {
  readonly day: Day;
  readonly state: DayState;
  /** Why a part is no more than a part. */
  readonly gaps: readonly Gap[];
  /** Shown whole, but before it was over. */
  readonly early: boolean;
}

/**
 * Every day of the period, in order.
 * @param published the last day whose bill the provider has made (`lastPublished`)
 */
export function dayCoverage(spans: readonly Span[], list: string, period: Period, published: Day): DayCoverage[] {
  const { proved, early, parts } = proofOf(spans, list);
  const isIn = (periods: readonly Period[], day: Day): boolean =>
    periods.some(({ from, to }) => from <= day && day <= to);
  return daysOf(period).map((day) => {
    if (isIn(proved, day)) return { day, state: 'whole', gaps: [], early: false };
    if (day > published) return { day, state: 'not-yet', gaps: [], early: false };
    const gaps = parts.filter(({ from, to }) => from <= day && day <= to).flatMap((span) => span.gaps);
    const of = { day, gaps: [...new Map(gaps.map((gap) => [JSON.stringify(gap), gap])).values()] };
    if (isIn(parts, day)) return { ...of, state: 'part', early: false };
    return isIn(early, day) ? { ...of, state: 'part', early: true } : { ...of, state: 'unknown', early: false };
  });
}

/** The days that are not proved, though they were published, in runs. */
export function openRuns(days: readonly DayCoverage[]): Period[] {
  const runs: Period[] = [];
  for (const { day, state } of days) {
    if (state === 'whole' || state === 'not-yet') continue;
    const last = runs.at(-1);
    if (last && addDays(last.to, 1) === day) runs[runs.length - 1] = { from: last.from, to: day };
    else runs.push({ from: day, to: day });
  }
  return runs;
}
