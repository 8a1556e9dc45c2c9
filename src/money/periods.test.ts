import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type Day, daysOf, type Period } from './day.ts';
import { joined, without } from './periods.ts';

const FIRST: Day = '2026-02-20';

const anyPeriod: fc.Arbitrary<Period> = fc
  .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: -2, max: 15 }))
  .map(([from, length]) => ({ from: addDays(FIRST, from), to: addDays(FIRST, from + length) }));

const all = (periods: readonly Period[]): Day[] => [...new Set(periods.flatMap(daysOf))].sort();

test('joined periods hold the same days, in order, and never touch', () => {
  fc.assert(
    fc.property(fc.array(anyPeriod), (periods) => {
      const joint = joined(periods);
      expect(joint.flatMap(daysOf)).toEqual(all(periods));
      for (const [i, { from }] of joint.entries()) {
        const before = joint[i - 1];
        if (before) expect(from > addDays(before.to, 1)).toBe(true);
      }
    }),
  );
});

test('what is left of a period are its days that are in none of the others', () => {
  fc.assert(
    fc.property(anyPeriod, fc.array(anyPeriod), (period, taken) => {
      const others = new Set(all(taken));
      expect(without(period, joined(taken)).flatMap(daysOf)).toEqual(daysOf(period).filter((day) => !others.has(day)));
    }),
  );
});
