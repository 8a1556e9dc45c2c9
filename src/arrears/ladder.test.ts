import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '#money/day.ts';
import type { KeptEntry } from '#records/entry.ts';
import { computeArrears } from './compute.ts';
import { ladderOf } from './ladder.ts';
import { row, yuan } from './testing.ts';

const FIRST: Day = '2026-01-05';
const AS_OF: Day = '2026-06-10';

const fee = (month: number): KeptEntry =>
  row({
    day: addDays(FIRST, month * 30),
    kind: 'fee',
    state: 'pending',
    amount: yuan(-100 - month),
    words: '服务费',
    key: `fee ${month}`,
    reference: `F${month}`,
  });
const paid = (fen: number, day: Day, n: number): KeptEntry =>
  row({ day, kind: 'fee-payment', amount: yuan(-fen / 100), words: '缴费', key: `paid ${n}` });

const open = (rows: readonly KeptEntry[]) =>
  computeArrears({ entries: rows, knowledge: new Map(), terms: null, asOf: AS_OF }).items.filter(
    (one) => one.state === 'open' && one.code === 'MDR',
  );

test('part-payments pay the earliest day first, and the ladder stands on the earliest day that is not paid', () => {
  const payments = fc.array(fc.integer({ min: 1, max: 30_000 }), { maxLength: 6 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4 }), payments, (months, sums) => {
      const fees = Array.from({ length: months }, (_, n) => fee(n));
      const owed = fees.map((one) => -(one.amount ?? 0) / 1000);
      // A sum that is a debt's own pays that debt, and one with its digits changed over is a slip: both are other rules.
      fc.pre(
        sums.every((sum) => !owed.some((one) => [...String(one)].sort().join() === [...String(sum)].sort().join())),
      );
      fc.pre(sums.every((sum) => !owed.some((one) => [10, 100].some((k) => one === sum * k || sum === one * k))));
      const after = addDays(FIRST, months * 30);
      const rows = [...fees, ...sums.map((sum, n) => paid(sum, addDays(after, n), n))];
      let left = sums.reduce((sum, one) => sum + one, 0);
      const expected = owed.flatMap((sum, n) => {
        const taken = Math.min(left, sum);
        left -= taken;
        return taken === sum ? [] : [{ since: fees[n]?.day, min: (sum - taken) * 1000 }];
      });
      const items = open(rows);
      expect(items.map(({ since, min }) => ({ since, min }))).toEqual(expected);
    }),
  );
});

describe('what follows', () => {
  const of = (account: string, since: Day) =>
    ladderOf({ account, code: 'NEG_BALANCE', state: 'open', since, min: 100, max: 100 }, AS_OF);

  test('by day where a source names one', () => {
    expect(of('adyen:M1', '2026-06-01').at(-1)).toMatchObject({
      consequence: 'taken-from-platform',
      day: '2026-06-21',
      reached: false,
    });
    expect(of('adyen:M1', '2026-05-01').at(-1)).toMatchObject({ reached: true });
    expect(of('paypal:M1', '2026-06-01').at(-1)).toMatchObject({ day: '2026-08-30', official: false });
  });

  test('nothing of what is not open, and no day where none is known', () => {
    const sim = { account: 'lakala:1', code: 'SIM_FEE', since: '2026-06-01', min: 100, max: 100 } as const;
    expect(ladderOf({ ...sim, state: 'taken' }, AS_OF)).toEqual([]);
    expect(ladderOf({ ...sim, state: 'open' }, AS_OF)[0]).toEqual({
      consequence: 'next-sale-seized',
      day: null,
      reached: false,
      official: false,
    });
  });
});
