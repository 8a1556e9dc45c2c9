import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysBetween } from '#money/day.ts';
import { toRead } from './to-read.ts';

const year = { from: '2025-11-27', to: '2026-11-26' } as const;

test('one open day of a year of them is a matter of its month', () => {
  expect(toRead(year, '2026-03-05', 366)).toEqual({ from: '2026-03-01', to: '2026-03-31' });
  expect(toRead(year, '2026-11-26', null)).toEqual({ from: '2026-11-01', to: '2026-11-26' });
  expect(toRead({ from: '2026-11-05', to: '2026-11-05' }, '2026-11-05', 366)).toEqual({
    from: '2026-11-05',
    to: '2026-11-05',
  });
});

test('the day is among the days to read, all of them are open, and they are no more than can be had at once', () => {
  fc.assert(
    fc.property(
      fc.nat(400),
      fc.nat(400),
      fc.nat(400),
      fc.option(fc.integer({ min: 1, max: 40 })),
      (start, more, at, longest) => {
        const from = addDays('2025-01-01', start);
        const run = { from, to: addDays(from, more) };
        const day = addDays(from, at % (more + 1));
        const read = toRead(run, day, longest);
        expect(run.from <= read.from && read.from <= day && day <= read.to && read.to <= run.to).toBe(true);
        expect(daysBetween(read.from, read.to)).toBeLessThan(longest ?? 31);
        expect(read.from.slice(0, 7)).toBe(read.to.slice(0, 7));
      },
    ),
  );
});
