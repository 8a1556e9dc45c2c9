import { isDay, type Period } from '#money/day.ts';
import type { Format } from '#records/provider.ts';
import type { Sighting } from '#records/sighting.ts';
import { periodOf } from '../words/dates.ts';

const LABEL = /时间|時間|日期|期间|期間|账期|帳期|周期|時段|时段|月份|month|date|period|from/i;
/** A field of a filter that holds one day, with or without a clock. */
const ONE_DAY = /^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?: \d{1,2}:\d{2}(?::\d{2})?)?$/;
const BETWEEN = /^(?:[~～\-—–至到→]|to)$/i;
const ONLY_DATES = /^[\s\d/.~:年月日至到\-—－–[\]]+$/;

/** The period that a source says its lists are about: a bill's preamble, or a page's filter. Null if it says none, or several. */
export function statedPeriod(sightings: readonly Sighting[], formats: readonly Format[]): Period | null {
  const found = new Map<string, Period>();
  for (const { texts } of sightings) {
    for (const text of [...texts, ...besideEachOther(texts)]) {
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

/** The two fields of a range picker are two lines, perhaps with a ruler or a word between them: `2025-12-15`, `~`, `2026-01-15`. */
function besideEachOther(texts: readonly string[]): string[] {
  return texts.flatMap((text, at) => {
    if (!ONE_DAY.test(text)) return [];
    const next = texts[at + 1] ?? '';
    const last = ONE_DAY.test(next) ? next : BETWEEN.test(next) ? (texts[at + 2] ?? '') : '';
    return ONE_DAY.test(last) ? [`${text} ~ ${last}`] : [];
  });
}
