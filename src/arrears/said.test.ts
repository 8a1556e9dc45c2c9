import { expect, test } from 'vitest';
import type { KeptEntry } from '#records/entry.ts';
import { computeArrears } from './compute.ts';
import { row, sale, yuan } from './testing.ts';

const asOf = '2026-11-23';
const stated = row({
  day: '2026-11-20',
  ledger: 'notice',
  kind: 'stated-arrears',
  amount: yuan(36),
  words: '流量费欠费',
  seenIn: [1],
});
const fee = row({
  day: '2026-11-19',
  kind: 'fee',
  state: 'pending',
  amount: yuan(-12),
  fee: null,
  net: null,
  words: '手续费',
});
const rows = [sale('2026-11-18', 100, 0.6), stated, fee];

function owed(entries: readonly KeptEntry[], said: readonly (readonly [KeptEntry, 'paid' | 'disputed' | 'ignored'])[]) {
  const marks = said.map(([{ account, key }, standing]) => ({ account, key, standing }));
  return computeArrears({ entries: [...entries], knowledge: new Map(), terms: null, asOf, marks });
}
const exact = (amount: number) => ({ min: yuan(amount), max: yuan(amount) });

test('what the merchant says is paid is in no total, and stands in the list as his word', () => {
  expect(owed(rows, []).totals).toMatchObject([{ observed: exact(36), derived: exact(12) }]);
  const { items, totals } = owed(rows, [[fee, 'paid']]);
  expect(totals).toMatchObject([{ observed: exact(36), derived: exact(0) }]);
  expect(items).toMatchObject([
    { code: 'SIM_FEE', state: 'open' },
    { basis: 'derived', state: 'paid', min: yuan(12) },
  ]);
});

test('a statement that is said to be paid leaves no 0 that the portal would have stated', () => {
  const [total] = owed(rows, [[stated, 'paid']]).totals;
  expect(total).toMatchObject({ unstated: true, observed: exact(0), derived: exact(12) });
});

test('made again on another day, a statement is owed again', () => {
  const again = { ...stated, key: 'again', day: '2026-11-22' as const, seenIn: [2] };
  const { totals } = owed([...rows, again], [[stated, 'paid']]);
  expect(totals).toMatchObject([{ observed: exact(36) }]);
  expect(totals[0]).not.toHaveProperty('unstated');
});

test('what is disputed counts, and says so', () => {
  const { items, totals } = owed(rows, [[stated, 'disputed']]);
  expect(totals).toMatchObject([{ observed: exact(36) }]);
  expect(items.map(({ state, disputed }) => [state, disputed])).toEqual([
    ['open', true],
    ['open', undefined],
  ]);
});

test('any try at a fee is the fee, and a part of a split row is the row', () => {
  const tries = ['first', 'second'].map((key) => ({ ...fee, key, state: 'failed' as const, reference: 'F1' }));
  const [first] = tries;
  if (!first) throw new Error('no try');
  expect(owed(tries, [[first, 'paid']]).items).toMatchObject([{ state: 'paid' }]);
  expect(owed([{ ...fee, key: `${fee.key}/1` }], [[fee, 'paid']]).items).toMatchObject([{ state: 'paid' }]);
});

test('a total is unstated where no portal says what is owed or held, and stated where one says 0', () => {
  const [none] = owed([sale('2026-11-18', 100, 0.6)], []).totals;
  expect(none).toMatchObject({ unstated: true });
  const [zero] = owed([{ ...stated, amount: 0 }], []).totals;
  expect(zero).toMatchObject({ observed: exact(0) });
  expect(zero).not.toHaveProperty('unstated');
  const [held] = owed([{ ...sale('2026-11-18', 100, 0.6), balance: yuan(5) }], []).totals;
  expect(held).not.toHaveProperty('unstated');
});
