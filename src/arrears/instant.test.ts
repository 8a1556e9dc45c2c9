import { expect, test } from 'vitest';
import { TermsFile } from '#records/terms.ts';
import { computeArrears } from './compute.ts';
import { knowing, sale } from './testing.ts';

const ACCOUNT = 'chinaums:898310148160568';
const FROM = '2026-03-01';
const asOf = '2026-03-31';

/** Forty sales of 100, 200, 300 …, of which so much is kept beside the fee. */
const sales = (kept: (amount: number) => number) =>
  Array.from({ length: 40 }, (_, n) => {
    const amount = 100 * (1 + (n % 7));
    return sale(`2026-03-${String(1 + (n % 28)).padStart(2, '0')}` as typeof FROM, amount, amount * 0.006, {
      kept: kept(amount),
      card: 'credit',
      key: `i:${n}`,
    });
  });

const told = (kept: (amount: number) => number, instant: object[]) => {
  const terms = TermsFile.parse({
    accounts: [{ account: ACCOUNT, tariff: [{ from: FROM, to: null, applies: 'all', rate: '0.60%' }], instant }],
  });
  const knowledge = new Map([[ACCOUNT, knowing(FROM, asOf)]]);
  const { items } = computeArrears({ entries: sales(kept), knowledge, terms, asOf });
  return items.map((one) => `${one.code} ${one.state} ${(one.min ?? 0) / 100_000}`);
};
const always = { from: FROM, to: null };

test('what was agreed for settling at once is not told as if nobody had announced it', () => {
  expect(told(() => 3, [])).toEqual(['FAST_SETTLE taken 120']);
  expect(told(() => 3, [{ ...always, fixed: '3.00' }])).toEqual([]);
  expect(told((amount) => amount * 0.0002, [{ ...always, rate: '0.02%' }])).toEqual([]);
});

test('what is kept beyond it is', () => {
  expect(told(() => 5, [{ ...always, fixed: '3.00' }])).toEqual(['FAST_SETTLE taken 80']);
});

test('it holds only on the days for which it was agreed, and a line that cannot be read agrees to nothing', () => {
  expect(told(() => 3, [{ from: '2026-04-01', to: null, fixed: '3.00' }])).toEqual(['FAST_SETTLE taken 120']);
  expect(told(() => 3, [{ ...always, rate: 'some' }])).toEqual(['FAST_SETTLE taken 120']);
});
