import { isDay, type Period } from '#money/day.ts';
import type { Format } from '#records/provider.ts';
import type { Sighting } from '#records/sighting.ts';
import { periodOf } from '../words/dates.ts';

const LABEL = /时间|日期|期间|账期|周期|时段|date|period|from/i;
const ONLY_DATES = /^[\s\d/.~:年月日至到\-—－–[\]]+$/;

/** The period that a source says its lists are about: a bill's preamble, or a page's filter. Null if it says none, or several. */
export function statedPeriod(sightings: readonly Sighting[], formats: readonly Format[]): Period | null {
  const found = new Map<string, Period>();
  for (const { texts } of sightings) {
    for (const text of texts) {
      const declared = formats.flatMap((format) => format.periodFrom ?? []).map((pattern) => pattern.exec(text));
      const days = declared.find((match) => match !== null);
      const period = days
        ? periodOf(`${days[1]} ~ ${days[2]}`)
        : text.length <= 200 && (LABEL.test(text) || ONLY_DATES.test(text))
          ? periodOf(text)
          : null;
      if (period && isDay(period.from)) found.set(`${period.from} ${period.to}`, period);
    }
  }
  const periods = [...found.values()];
  const [only] = periods;
  return periods.length === 1 && only ? only : null;
}
