import { addDays, type Day, daysBetween, earlierOf, laterOf, type Period } from '#money/day.ts';
import { monthEnd, monthStart } from './months.ts';

/**
 * Which days to read for the sake of one that is open: of the run of open days around it those of its month, because whoever asks about one day is not
 * sent for a year; and of these, where they are more than the provider gives at once, the part in which the day stands.
 */
export function toRead(run: Period, day: Day, longest: number | null): Period {
  const from = laterOf(run.from, monthStart(day));
  const to = earlierOf(run.to, monthEnd(day));
  if (longest === null) return { from, to };
  const start = addDays(from, Math.floor(daysBetween(from, day) / longest) * longest);
  return { from: start, to: earlierOf(addDays(start, longest - 1), to) };
}
