import { expect, test } from 'vitest';
import { addDays } from '#money/day.ts';
import type { KeptEntry } from '#records/entry.ts';
import type { TermsFile } from '#records/terms.ts';
import { costsOf } from './costs.ts';
import { refund, row, sale, yuan } from './testing.ts';

const OTHER = 'lakala:822290070111135';
const sold = (n: number, rate: number, given: Partial<KeptEntry> = {}): KeptEntry[] =>
  Array.from({ length: n }, (_, at) =>
    sale(addDays('2026-03-01', at), 1000 + at * 100, (1000 + at * 100) * rate, { card: 'credit', ...given }),
  );

test('all that an account’s sales cost, and what they would cost by another’s terms or habits', () => {
  const entries = [
    ...sold(20, 0.006),
    refund('2026-04-01', 1000, { fee: yuan(-6), net: yuan(-994) }),
    row({ ledger: 'funds', kind: 'fee', day: '2026-05-01', amount: yuan(-36), words: '流量费' }),
    ...sold(20, 0.0038, { account: OTHER }),
    sale('2026-04-01', 500, 1.9, { account: OTHER, card: 'qr' }),
    sale('2024-04-01', 900_000, 1.9),
  ];
  const [first, second] = costsOf({ entries, knowledge: new Map(), terms: null, asOf: '2026-06-10' });
  expect(first).toEqual({
    account: 'chinaums:898310148160568',
    currency: 'CNY',
    sales: 20,
    amount: yuan(39_000),
    fees: yuan(234 - 6),
    others: yuan(36),
    elsewhere: [{ account: OTHER, standard: 'learned', fees: yuan(148.2), paid: yuan(234), unknown: 0 }],
  });
  expect(second?.elsewhere).toEqual([
    { account: 'chinaums:898310148160568', standard: 'learned', fees: yuan(234), paid: yuan(148.2), unknown: 1 },
  ]);
});

test('the terms that were entered come before what was learned', () => {
  const terms: TermsFile = {
    accounts: [
      {
        account: OTHER,
        tariff: [{ from: '2026-01-01', to: null, applies: 'all', rate: '0.30%' }],
        terminals: [],
      },
    ],
  };
  const entries = [...sold(20, 0.006), ...sold(20, 0.0038, { account: OTHER })] as const;
  const [first] = costsOf({ entries, knowledge: new Map(), terms, asOf: '2026-06-10' });
  expect(first?.elsewhere).toEqual([
    { account: OTHER, standard: 'terms', fees: yuan(117), paid: yuan(234), unknown: 0 },
  ]);
});

test('fees that are taken monthly cost what was agreed, whatever stands beside the sales', () => {
  const always = { from: '2025-01-01' as const, to: null };
  const account = 'chinaums:898310148160568';
  const tariff = [{ ...always, applies: 'all' as const, rate: '0.60%' }];
  const terms = { accounts: [{ account, tariff, terminals: [], monthly: [{ ...always, day: 10 }] }] };
  const entries = sold(20, 0).map((one, n) => (n % 2 ? { ...one, fee: null } : one));
  const [cost] = costsOf({ entries, knowledge: new Map(), terms, asOf: '2026-06-10' });
  expect(cost).toMatchObject({ sales: 20, amount: yuan(39_000), fees: yuan(234) });
});
