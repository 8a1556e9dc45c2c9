import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, addMonths, type Day, dayAt, daysBetween, instantAt, isDay, makeDay } from './day.ts';

const anyDay = fc
  .date({ min: new Date('1970-01-02'), max: new Date('2199-12-30'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10) as Day);

test('days that do not exist are refused', () => {
  expect(makeDay(2026, 2, 29).ok).toBe(false);
  expect(makeDay(2024, 2, 29)).toEqual({ ok: true, value: '2024-02-29' });
  expect(makeDay(26, 1, 1).ok).toBe(false);
  expect(isDay('2026-6-5')).toBe(false);
});

test('going forth and back is where one started', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -400, max: 400 }), (day, count) => {
      const there = addDays(day, count);
      expect(addDays(there, -count)).toBe(day);
      expect(daysBetween(day, there)).toBe(count);
    }),
  );
});

test('a month later is the same date, or the last of a shorter month', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
  expect(addMonths('2026-11-15', 14)).toBe('2028-01-15');
  expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
});

test('instants carry the offset of the zone', () => {
  expect(instantAt('2018-02-01', '04:21:23', 'Asia/Shanghai')).toBe('2018-02-01T04:21:23+08:00');
  expect(instantAt('1988-07-01', '12:00:00', 'Asia/Shanghai')).toBe('1988-07-01T12:00:00+09:00');
  expect(instantAt('2026-07-01', '12:00:00', 'America/New_York')).toBe('2026-07-01T12:00:00-04:00');
  expect(instantAt('2026-01-01', '00:00:00', 'UTC')).toBe('2026-01-01T00:00:00+00:00');
});

test('the day of an instant is the day on the wall in the zone', () => {
  expect(dayAt(Date.parse('2026-11-22T17:00:00Z'), 'Asia/Shanghai')).toBe('2026-11-23');
  expect(dayAt(Date.parse('2026-11-23T03:00:00Z'), 'America/New_York')).toBe('2026-11-22');
});
