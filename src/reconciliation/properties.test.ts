import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type Day } from '#money/day.ts';
import type { KeptEntry } from '#records/entry.ts';
import { ask, credit, payoutLine, sale, told, yuan } from './testing.ts';

const day = fc.integer({ min: 0, max: 24 }).map((n): Day => addDays('2026-11-01', n));
// Few sums, so that many are equal, add up to each other, or nearly agree.
const amount = fc.constantFrom(10, 20, 30, 50, 99.4, 100);
const words = fc.constantFrom('拉卡拉', '银联入账', '转账', '财付通');
const anyRow: fc.Arbitrary<KeptEntry> = fc.oneof(
  fc.tuple(day, amount).map(([on, sum]) => sale(on, addDays(on, 1), sum, 0.6)),
  fc.tuple(day, amount).map(([on, sum]) => sale(on, addDays(on, 1), -sum, 0, { kind: 'refund' })),
  fc.tuple(day, amount).map(([on, sum]) => payoutLine(on, sum)),
  fc.tuple(day, amount).map(([on, sum]) => payoutLine(on, sum, { account: 'lakala:2' })),
  fc.tuple(day, amount, words).map(([on, sum, said]) => credit(on, sum, said)),
);
const anyRows = fc.array(anyRow, { maxLength: 24 });
const bankRead = [{ from: '2026-11-01', to: '2026-11-26' }] as const;

test('the order in which rows are given does not matter', () => {
  fc.assert(
    fc.property(
      anyRows.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }))),
      ([rows, mixed]) => {
        expect(told(ask(mixed, { bankRead }))).toEqual(told(ask(rows, { bankRead })));
      },
    ),
  );
});

test('in each leg a payout stands once and a credit at most once, and every sum is the sum of what stands there', () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      const matches = ask(rows, { bankRead });
      for (const leg of ['settlement', 'bank'] as const) {
        const own = matches.filter((one) => one.leg === leg);
        const payouts = own.flatMap((one) => one.payouts.map(({ id }) => id));
        const arrived = own.flatMap((one) => one.arrived.map(({ key }) => key));
        expect(new Set(payouts).size).toBe(payouts.length);
        expect(new Set(arrived).size).toBe(arrived.length);
      }
      for (const { payouts, arrived, state, way, due, came } of matches) {
        expect(due).toBe(payouts.reduce((sum, one) => sum + one.due, 0));
        expect(way === null).toBe(arrived.length === 0);
        expect(came).toBe(arrived.length === 0 ? null : arrived.reduce((sum, one) => sum + (one.amount ?? 0), 0));
        if (came === null) expect(['missing', 'expected']).toContain(state);
        else if (state === 'matched') expect(Math.abs(due - came)).toBeLessThan(yuan(0.01));
        else expect(state).toBe(came > due ? 'over' : 'under');
      }
    }),
  );
});

test('a refused pair is never answered again, whatever else is there', () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      const pairs = ask(rows, { bankRead }).flatMap(({ payouts, arrived }) =>
        payouts.flatMap(({ id }) => arrived.map(({ key }) => [id, key] as const)),
      );
      const again = ask(rows, { bankRead, refused: pairs }).flatMap(({ payouts, arrived }) =>
        payouts.flatMap(({ id }) => arrived.map(({ key }) => `${id} ${key}`)),
      );
      for (const [id, key] of pairs) expect(again).not.toContain(`${id} ${key}`);
    }),
  );
});
