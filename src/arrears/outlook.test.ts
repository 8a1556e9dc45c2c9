import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '#money/day.ts';
import type { KeptEntry } from '#records/entry.ts';
import type { TermsFile } from '#records/terms.ts';
import { computeArrears } from './compute.ts';
import { row, sale, yuan } from './testing.ts';

const ACCOUNT = 'chinaums:898310148160568';
const outlook = (entries: readonly KeptEntry[], terms: TermsFile | null = null, asOf: Day = '2026-06-10') =>
  computeArrears({ entries, knowledge: new Map(), terms, asOf }).outlooks[0] ?? null;

const flow = (
  day: Day,
  kind: KeptEntry['kind'],
  amount: number,
  balance: number | null,
  given: Partial<KeptEntry> = {},
) =>
  row({
    ledger: 'funds',
    day,
    kind,
    amount: yuan(amount),
    balance: balance === null ? null : yuan(balance),
    terminal: 'T1',
    ...given,
  });
const sim = (day: Day, balance: number) => flow(day, 'fee', -36, balance, { words: '流量费' });

describe('the balance ahead', () => {
  test('falls short on the day of the charge that it does not cover, by what is missing then', () => {
    const rows = [sim('2024-06-20', 500), sim('2025-06-20', 60), flow('2026-06-01', 'adjustment', -5, 20)];
    expect(outlook(rows)?.balance).toEqual({
      day: '2026-06-01',
      amount: yuan(20),
      least: yuan(20),
      charges: [{ day: '2026-06-20', code: 'SIM_FEE', terminal: 'T1', amount: yuan(36), left: yuan(-16) }],
      short: { day: '2026-06-20', by: yuan(16) },
    });
  });

  test('counts on no more than withdrawals leave in the account', () => {
    const rows = [
      sim('2024-06-20', 500),
      sim('2025-06-20', 60),
      flow('2026-05-20', 'settlement', -900, 10),
      flow('2026-06-01', 'sale', 400, 410),
    ];
    expect(outlook(rows)?.balance).toMatchObject({ amount: yuan(410), least: yuan(10), short: { by: yuan(26) } });
  });

  test('tells no shortfall for a charge so far ahead that sales still to come may cover it', () => {
    const rows = [sim('2024-06-20', 500), sim('2025-06-20', 60), flow('2025-07-01', 'adjustment', -5, 20)];
    const told = (asOf: Day) => outlook(rows, null, asOf)?.balance;
    expect(told('2026-03-01')).toMatchObject({ charges: [{ day: '2026-06-20', left: yuan(-16) }], short: null });
    expect(told('2026-03-22')?.short).toEqual({ day: '2026-06-20', by: yuan(16) });
  });

  test('is told however many withdrawals there were', () => {
    const one = flow('2026-05-20', 'settlement', -1, 300);
    const many = Array.from({ length: 200_000 }, (_, n) => ({ ...one, key: `w${n}` }));
    expect(outlook(many)?.balance?.least).toBe(yuan(300));
  });

  test('is not short where it covers them, and unknown where no balance was read', () => {
    const rows = [sim('2024-06-20', 500), sim('2025-06-20', 460)];
    expect(outlook(rows)?.balance?.short).toBeNull();
    expect(outlook(rows.map((one) => ({ ...one, balance: null })))).toBeNull();
  });
});

describe('the float', () => {
  test('is the most that was missing at any moment of the last year', () => {
    const rows = [
      flow('2025-05-01', 'fee', -80, -900, { words: '手续费' }),
      flow('2026-03-01', 'fee', -80, 12, { words: '手续费' }),
      flow('2026-03-02', 'fee', -50, null, { state: 'failed', words: '服务费' }),
      flow('2026-04-02', 'refund', -120, -30),
      flow('2026-04-09', 'top-up', 60, 30),
    ];
    expect(outlook(rows)?.float).toEqual({ amount: yuan(38), days: 2, largest: '2026-03-02', rows: [rows[2]?.key] });
  });

  test('is not told where nothing was ever short', () => {
    expect(outlook([flow('2026-03-01', 'fee', -8, 12, { words: '手续费' })])?.float).toBeNull();
  });
});

test('limits leave room above the merchant’s own sales, and are told from a hundred on', () => {
  const sales = Array.from({ length: 200 }, (_, n) => sale(addDays('2026-01-01', Math.floor(n / 4)), 10 + n, 0));
  expect(outlook(sales)?.limits).toEqual({ single: yuan(230), daily: yuan(920), above: 0, sales: 200, days: 50 });
  expect(outlook(sales.slice(0, 99))).toBeNull();
  const one = sale('2026-01-03', 90_000, 0);
  expect(outlook([...sales, one])?.limits).toMatchObject({ single: yuan(230), above: 1 });
});

test('a deposit’s target says what a day it takes, as long as it can be reached', () => {
  const terms: TermsFile = {
    accounts: [
      {
        account: ACCOUNT,
        tariff: [],
        terminals: [
          { terminal: 'T1', activated: '2026-05-01', deposit: { amount: '99.00', target: '10000.00', withinDays: 60 } },
        ],
      },
    ],
  };
  const sold = sale('2026-05-02', 4000, 0, { terminal: 'T1' });
  expect(outlook([sold], terms)?.deposits).toEqual([
    {
      terminal: 'T1',
      deposit: yuan(99),
      target: yuan(10_000),
      reached: yuan(4000),
      last: '2026-06-30',
      aDay: Math.ceil(yuan(6000) / 21),
    },
  ]);
  expect(outlook([sold], terms, '2026-07-10')).toBeNull();
});
