import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Span } from '#book/coverage/coverage.ts';
import { addDays, type Day } from '#money/day.ts';
import { dayFor, monthEnd, monthStart, newestDay, weekdayOf, weeksOf } from './months.ts';

const anyDay: fc.Arbitrary<Day> = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays('1980-01-01', n));

describe('a month as weeks', () => {
  test('holds each of its days once, in order, under its weekday', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const weeks = weeksOf(day);
        const days = weeks.flat().filter((of) => of !== null);
        expect(days[0]).toBe(monthStart(day));
        expect(days.at(-1)).toBe(monthEnd(day));
        expect(days).toEqual(days.map((_, n) => addDays(monthStart(day), n)));
        for (const week of weeks) {
          expect(week).toHaveLength(7);
          for (const [at, of] of week.entries()) if (of !== null) expect(weekdayOf(of)).toBe(at);
        }
      }),
    );
  });

  test('begins on Monday', () => {
    expect(weekdayOf('2026-11-23')).toBe(0);
    expect(weeksOf('2026-11-15')[0]).toEqual([null, null, null, null, null, null, '2026-11-01']);
  });
});

test('keys lead by day, week, month, and to the ends of the week', () => {
  const keys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', 'a'];
  expect(keys.map((key) => dayFor(key, '2026-03-31'))).toEqual([
    '2026-03-30',
    '2026-04-01',
    '2026-03-24',
    '2026-04-07',
    '2026-02-28',
    '2026-04-30',
    '2026-03-30',
    '2026-04-05',
    null,
  ]);
});

test('a calendar opens at the newest day of its list that was read', () => {
  const span = (list: string, to: Day | null) => ({ list, to }) as Span;
  const spans = [span('trade', '2018-02-28'), span('funds+trade', '2018-01-31'), span('funds', '2018-03-31')];
  expect(newestDay(spans, 'trade', '2026-11-27')).toBe('2018-02-28');
  expect(newestDay([span('trade', '2027-01-01')], 'trade', '2026-11-27')).toBe('2026-11-27');
  expect(newestDay([span('', '2018-02-28'), span('trade', null)], 'trade', '2026-11-27')).toBe('2026-11-27');
});
