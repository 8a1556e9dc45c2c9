import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { totalsOf } from '#book/figures/totals.ts';
import type { Day } from '#money/day.ts';
import { addsUp, GROUPINGS, linesBy } from './grouping.ts';
import { anyRow, dayOf } from './testing.ts';

const days = fc.array(fc.tuple(fc.constantFrom<Day>('2026-09-30', '2026-10-01', '2026-10-02'), fc.array(anyRow)), {
  maxLength: 6,
});

describe.each(GROUPINGS)('totals by %s', (by) => {
  test('hold every counted row once, never across ledgers or currencies', () => {
    fc.assert(
      fc.property(days, (given) => {
        const rows = given.flatMap(([, of]) => of);
        const lines = linesBy(
          by,
          given.map(([day, of]) => dayOf(day, of)),
        );
        for (const whole of totalsOf(rows.map((row) => ({ ...row, terminal: null })))) {
          const own = lines.filter(
            ({ ledger, kind, currency }) =>
              ledger === whole.ledger && kind === whole.kind && currency === whole.currency,
          );
          const sum = (of: (line: (typeof own)[number]) => number) => own.reduce((all, line) => all + of(line), 0);
          expect(sum(({ count }) => count)).toBe(whole.count);
          expect(sum(({ amount }) => amount)).toBe(whole.amount);
          expect(sum(({ fee }) => fee)).toBe(whole.fee);
          expect(sum(({ silent }) => silent.amount)).toBe(whole.silent.amount);
        }
        expect(lines.reduce((all, { count }) => all + count, 0)).toBe(
          totalsOf(rows).reduce((all, { count }) => all + count, 0),
        );
        const names = lines.map(({ group, ledger, kind, currency }) => JSON.stringify([group, ledger, kind, currency]));
        expect(new Set(names).size).toBe(names.length);
      }),
    );
  });

  test('leave what they are made from as it is', () => {
    fc.assert(
      fc.property(days, (given) => {
        const made = given.map(([day, of]) => dayOf(day, of));
        const before = JSON.stringify(made);
        linesBy(by, made);
        expect(JSON.stringify(made)).toBe(before);
      }),
    );
  });
});

test('the newest month first; balances do not add up', () => {
  const of = (day: Day) => dayOf(day, [fc.sample(anyRow, { numRuns: 1, seed: 1 })[0] as never]);
  const groups = linesBy('month', [of('2026-09-30'), of('2026-10-02')]).map(({ group }) => group);
  expect(groups).toEqual(groups.toSorted().reverse());
  expect([addsUp({ kind: 'balance' }), addsUp({ kind: 'fee' })]).toEqual([false, true]);
});
