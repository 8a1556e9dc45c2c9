import { listsIn, type Span } from '#book/coverage/coverage.ts';
import { addDays, addMonths, type Day, daysOf, earlierOf, laterOf } from '#money/day.ts';

/** `2026-11-23` → `2026-11-01`. */
export const monthStart = (day: Day): Day => `${day.slice(0, 7)}-01` as Day;
export const monthEnd = (day: Day): Day => addDays(addMonths(monthStart(day), 1), -1);

/** 0 Monday … 6 Sunday. */
export const weekdayOf = (day: Day): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;

/** The days of a month in weeks from Monday to Sunday; null before its first and after its last. */
export function weeksOf(month: Day): (Day | null)[][] {
  const first = monthStart(month);
  const cells: (Day | null)[] = [
    ...Array.from({ length: weekdayOf(first) }, () => null),
    ...daysOf({ from: first, to: monthEnd(month) }),
  ];
  while (cells.length % 7 > 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/** Where a key leads to in a calendar; null for any other key. */
export function dayFor(key: string, day: Day): Day | null {
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1);
    case 'ArrowRight':
      return addDays(day, 1);
    case 'ArrowUp':
      return addDays(day, -7);
    case 'ArrowDown':
      return addDays(day, 7);
    case 'PageUp':
      return addMonths(day, -1);
    case 'PageDown':
      return addMonths(day, 1);
    case 'Home':
      return addDays(day, -weekdayOf(day));
    case 'End':
      return addDays(day, 6 - weekdayOf(day));
    default:
      return null;
  }
}

/** The newest day of the list that was read, up to today; today where no day of it is known. */
export function newestDay(spans: readonly Span[], list: string, today: Day): Day {
  const tos = spans.flatMap((span) => (span.to !== null && listsIn([span]).includes(list) ? [span.to] : []));
  return tos.length === 0 ? today : earlierOf(tos.reduce(laterOf), today);
}
