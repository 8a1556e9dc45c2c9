import { expect, test } from 'vitest';
import type { Day } from '#money/day.ts';
import { TermsFile } from '#records/terms.ts';
import { computeArrears } from './compute.ts';
import { termsProblems } from './terms-problems.ts';
import { knowing, sale } from './testing.ts';

const ACCOUNT = 'chinaums:898310148160568';
const line = { from: '2025-01-01', to: null, applies: 'credit', rate: '0.60%' };
const sim = { amount: '36.00', delayDays: 30, cycleMonths: 12 };
const deposit = { amount: '99.00', target: '150000.00', withinDays: 90 };
const terminal = { terminal: 'T1', activated: '2025-09-01', sim, deposit };

const problems = (account: object, known: ReadonlySet<string> | null = null) =>
  termsProblems(TermsFile.parse({ accounts: [{ account: ACCOUNT, ...account }] }), known).map(
    (one) => `${one.terminal ?? '-'} ${one.what} ${one.text}`,
  );

test('terms that can be used have no problems', () => {
  const later = { ...line, from: '2026-01-01' };
  const ended = { ...line, to: '2025-12-31' };
  const small = { ...line, applies: 'qr', upTo: '1000.00' };
  const large = { ...line, applies: 'qr', above: '1000.00' };
  expect(problems({ tariff: [small, large], instant: [{ from: '2025-01-01', to: null, fixed: '3.00' }] })).toEqual([]);
  expect(problems({ tariff: [ended, later, { ...line, applies: 'debit' }], terminals: [terminal] })).toEqual([]);
  expect(problems({ tariff: [line] }, new Set([ACCOUNT]))).toEqual([]);
});

test.each([
  [{ tariff: [{ ...line, rate: 'sixty' }] }, '- rate sixty'],
  [{ tariff: [{ ...line, rate: 'sixty' }, line] }, '- rate sixty'],
  [{ tariff: [{ ...line, cap: '99999999999999999999' }] }, '- cap 99999999999999999999'],
  [{ tariff: [line, line] }, '- overlap credit 2025-01-01'],
  [{ tariff: [line, { ...line, above: '1000.00' }] }, '- overlap credit 2025-01-01'],
  [{ tariff: [{ ...line, above: '1000.00', upTo: '1000' }] }, '- range 1000.00 – 1000'],
  [{ tariff: [{ ...line, upTo: '99999999999999999999' }] }, '- upTo 99999999999999999999'],
  [{ instant: [{ from: '2025-01-01', to: null, rate: 'some' }] }, '- instant some'],
  [{ monthly: [{ from: '2025-01-01', to: '2024-12-31', day: 10 }] }, '- period 2025-01-01 – 2024-12-31'],
  [
    {
      monthly: [
        { from: '2025-01-01', to: null, day: 10 },
        { from: '2026-01-01', to: null, day: 5 },
      ],
    },
    '- monthly 2026-01-01 – ',
  ],
  [{ tariff: [{ ...line, to: '2024-12-31' }] }, '- period 2025-01-01 – 2024-12-31'],
  [{ terminals: [{ ...terminal, sim: { ...sim, amount: '0.00' } }] }, 'T1 sim 0.00'],
  [{ terminals: [{ ...terminal, sim: { ...sim, delayDays: 9999 } }] }, 'T1 sim 9999 days'],
  [{ terminals: [{ ...terminal, sim: { ...sim, cycleMonths: 999 } }] }, 'T1 sim 999 months'],
  [{ terminals: [{ ...terminal, deposit: { ...deposit, amount: '-99.00' } }] }, 'T1 deposit -99.00'],
  [{ terminals: [{ ...terminal, deposit: { ...deposit, target: '0' } }] }, 'T1 target 0'],
  [{ terminals: [terminal, terminal] }, 'T1 twice T1'],
])('%j', (account, expected) => expect(problems(account)).toEqual([expected]));

test('an account that no row speaks of, and one that stands twice', () => {
  expect(problems({}, new Set(['wechatpay:1900009231']))).toEqual([`- not-in-book ${ACCOUNT}`]);
  const twice = TermsFile.parse({ accounts: [{ account: ACCOUNT }, { account: ACCOUNT }] });
  expect(termsProblems(twice).map((one) => one.what)).toEqual(['twice']);
});

test('a terminal that stands twice is expected to pay once', () => {
  const terms = TermsFile.parse({ accounts: [{ account: ACCOUNT, terminals: [terminal, terminal] }] });
  const asOf: Day = '2025-09-10';
  const knowledge = new Map([[ACCOUNT, knowing('2025-01-01', asOf)]]);
  const { items } = computeArrears({ entries: [sale('2025-09-02', 10, 0.06)], knowledge, terms, asOf });
  expect(items.map((one) => `${one.code} ${one.state} ${one.due}`)).toEqual(['SIM_FEE due 2025-10-01']);
});
