import { addDays, addMonths, type Day, dayAt, daysBetween } from '#money/day.ts';
import type { Format, Retention } from '#records/provider.ts';
import type { Risk } from '#records/risk.ts';
import type { AccountRecord } from './accounts.ts';
import { listsIn, type Span } from './coverage.ts';
import { dayCoverage, openRuns } from './day-coverage.ts';

/** So many days before something is lost it is said. */
export const LEAD_DAYS = 14;

/** What a provider's file says of time. */
export interface Keeping {
  readonly zone: string;
  readonly retention: Retention;
  readonly formats?: readonly Pick<Format, 'id' | 'holder'>[];
}

/** The spans about which the provider's facts speak: a buyer's own bill is asked for and kept in other ways than its merchants' are. */
export const merchantSpans = (spans: readonly Span[], { formats = [] }: Pick<Keeping, 'formats'>): readonly Span[] =>
  spans.filter((span) => !formats.some(({ id, holder }) => id === span.format && holder === 'buyer'));

/** The last day whose bill the provider has made at this instant (ms): yesterday, or the day before until the hour of publication. */
export function lastPublished(ms: number, { zone, retention }: Keeping): Day {
  const hours = retention.publishedHour?.value ?? 0;
  return addDays(dayAt(ms - hours * 3_600_000, zone), -1);
}

/**
 * Which days will be lost if they are not read, soonest first: not proved, still shown by the provider, and for no more than `lead` days.
 * A provider of whose retention nothing is known loses nothing that anybody could name.
 * @param now ms
 */
export function atRisk(
  records: readonly Pick<AccountRecord, 'id' | 'provider' | 'spans'>[],
  keepingOf: (provider: string) => Keeping | null,
  now: number,
  lead: number = LEAD_DAYS,
): Risk[] {
  return records
    .flatMap(({ id, provider, spans }) => {
      const keeping = keepingOf(provider);
      const months = keeping?.retention.months;
      if (!keeping || !months) return [];
      const today = dayAt(now, keeping.zone);
      const untilOf = (day: Day): Day => addMonths(day, months.value);
      const readable = {
        from: firstReadable(today, months.value),
        to: newest(addDays(today, lead), untilOf, months.value),
      };
      const own = merchantSpans(spans, keeping);
      return listsIn(own).flatMap((list) =>
        openRuns(dayCoverage(own, list, readable, lastPublished(now, keeping))).map(({ from, to }): Risk => {
          const until = untilOf(from);
          const daysLeft = daysBetween(today, until);
          return { account: id, provider, list, from, to, until, daysLeft, confidence: months.confidence };
        }),
      );
    })
    .sort((a, b) => a.daysLeft - b.daysLeft);
}

/** The first day that a provider who shows so many months still shows. Months are of different lengths, so it is looked for around the same date. */
export function firstReadable(today: Day, months: number): Day {
  let day = addDays(addMonths(today, -months), -3);
  while (addMonths(day, months) < today) day = addDays(day, 1);
  return day;
}

/** The last day that can be read until this day and no longer. */
function newest(until: Day, untilOf: (day: Day) => Day, months: number): Day {
  let day = addDays(addMonths(until, -months), 3);
  while (untilOf(day) > until) day = addDays(day, -1);
  return day;
}
