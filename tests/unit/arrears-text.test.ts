import { expect, test } from 'vitest';
import { computeArrears } from '#arrears/compute.ts';
import type { TermsProblem } from '#arrears/terms-problems.ts';
import { knowing, refund, row, sale, yuan } from '#arrears/testing.ts';
import { addDays } from '#money/day.ts';
import type { Basis, CauseGroup, CauseId, CODES, ItemState } from '#records/arrears.ts';
import { CODES as ALL_CODES, BASES, CAUSES } from '#records/arrears.ts';
import type { TermsFile } from '#records/terms.ts';
import type { BadgeKey, ReminderKey } from '#reminders/keys.ts';
import { BADGE_KEYS, REMINDER_KEYS } from '#reminders/keys.ts';
import { arrearsText } from '#text/areas/arrears.ts';
import { type CauseKey, causesText, type SpokenCause } from '#text/areas/causes.ts';
import { remindersText } from '#text/areas/reminders.ts';
import { termsText } from '#text/areas/terms.ts';
import { causeSentences, causeStep } from '#text/cause.ts';
import { say } from '#text/index.ts';
import type { Phrase } from '#text/phrase.ts';

// A missing phrase is an error of the type checker, not of a run: these lines are the test.
causesText satisfies Record<CauseKey<CauseId> | `group.${CauseGroup}`, Phrase>;
arrearsText satisfies Record<`code.${(typeof CODES)[number]}` | `basis.${Basis}` | `state.${ItemState}`, Phrase>;
remindersText satisfies Record<ReminderKey | BadgeKey, Phrase>;
termsText satisfies Record<`terms.${TermsProblem['what']}`, Phrase>;
const spoken: Record<SpokenCause, true> = {} as Record<CauseId, true>;

const params = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((one) => one[1] ?? '').sort();

test('both languages say the same things', () => {
  expect(spoken).toEqual({});
  const all: Record<string, Phrase> = { ...arrearsText, ...causesText, ...remindersText, ...termsText };
  for (const [key, phrase] of Object.entries(all)) {
    expect(phrase.zh.trim(), key).not.toBe('');
    expect(phrase.en.trim(), key).not.toBe('');
    expect([key, ...new Set(params(phrase.en))]).toEqual([key, ...new Set(params(phrase.zh))]);
  }
});

test('every cause, code, basis and reminder has its words', () => {
  const has = new Set<string>([...Object.keys(arrearsText), ...Object.keys(causesText), ...Object.keys(remindersText)]);
  const wanted = [
    ...Object.values(CAUSES).flatMap((ids) =>
      ids.flatMap((id) => ['name', 'sentence', 'step'].map((part) => `cause.${id}.${part}`)),
    ),
    ...ALL_CODES.map((code) => `code.${code}`),
    ...BASES.map((basis) => `basis.${basis}`),
    ...REMINDER_KEYS,
    ...BADGE_KEYS,
  ];
  expect(wanted.filter((key) => !has.has(key))).toEqual([]);
});

const ACCOUNT = 'chinaums:898310148160568';
const T1 = 'T1';
const flow = (given: Parameters<typeof row>[0]) => row({ ledger: 'funds', ...given });

/** One book in which every cause that has a rule so far comes up. */
const entries = [
  ...Array.from({ length: 40 }, (_, i) =>
    sale(addDays('2026-01-01', i), 1000 + i * 100, 6 + i * 0.6, { terminal: T1, card: 'credit' }),
  ),
  sale('2026-03-01', 30580, 917.34, { terminal: T1, card: 'credit' }),
  sale('2026-03-02', 8000, 40, { terminal: T1, card: 'debit' }),
  sale('2026-03-03', 99, 0, { kept: 99, terminal: T1, words: '押金' }),
  sale('2026-03-04', 100, 0.6, { kept: 36, terminal: 'T2', words: '流量费' }),
  sale('2026-03-05', 298, 0, { kept: 298, terminal: 'T3' }),
  sale('2026-03-06', 100, 0.6, { kept: 7.77, terminal: T1 }),
  row({ day: '2026-03-07', kind: 'chargeback', amount: yuan(-50), net: yuan(-65) }),
  refund('2026-03-08', 900_000),
  flow({ day: '2026-03-01', kind: 'settlement', amount: yuan(-490), balance: yuan(10) }),
  flow({ day: '2026-03-02', kind: 'fee', amount: yuan(-36), balance: yuan(-26), words: 'VIP会员费' }),
  flow({ day: '2026-03-03', kind: 'fee', state: 'failed', amount: yuan(-12), words: '代扣年费' }),
  row({ day: '2026-02-01', ledger: 'settlement', kind: 'settlement', amount: yuan(-5) }),
  row({ day: '2026-02-02', ledger: 'settlement', kind: 'settlement', state: 'pending', amount: yuan(-5) }),
  row({ day: '2026-03-08', ledger: 'notice', kind: 'stated-arrears', amount: yuan(5), words: '欠费金额' }),
];
const open: TermsFile['accounts'][number]['tariff'][number] = {
  from: '2025-01-01',
  to: null,
  applies: 'credit',
  rate: '0.60%',
};
const terms: TermsFile = {
  accounts: [
    {
      account: ACCOUNT,
      tariff: [open, { ...open, applies: 'debit', rate: '0.50%', cap: '20.00' }],
      terminals: [
        { terminal: T1, activated: '2026-01-01', deposit: { amount: '99.00', target: '1000.00', withinDays: 90 } },
      ],
    },
  ],
};

test('a cause says beside its facts what it is held against, and which part it explains', () => {
  const told = (cause: SpokenCause, facts: Record<string, string>) =>
    causeSentences(cause, facts)
      .map((key) => say('en', key, facts))
      .join(' ');
  const rise = { day: '2026-03-01', count: '12', from: '0.60%', to: '0.70%', amount: '12.00' };
  expect(told('rate-rise', { ...rise, standard: 'terms' })).not.toMatch(/learned/);
  expect(told('rate-rise', { ...rise, standard: 'learned' })).toMatch(/learned from your own rows/);
  const refunds = { day: '2026-03-01', out: '739.75', in: '99.40', amount: '640.35', of: '1286.40' };
  expect(told('refund-exceeds-sales', refunds)).toMatch(/explains 640.35 of the 1286.40/);
  expect(told('unexplained', { rest: '646.05', amount: '646.05', day: '2026-03-01' })).toBe(
    'Nothing that was read explains the other 646.05.',
  );
});

test('a forecast, a guess and a figure without proof say that they are one', () => {
  const told = (cause: SpokenCause, facts: Record<string, string>) =>
    [...causeSentences(cause, facts), causeStep(cause, facts)].map((key) => say('en', key, facts)).join(' ');
  const fee = { terminal: 'T1', amount: '36.00', day: '2027-03-06', count: '2' };
  expect(told('sim-fee', { ...fee, next: 'terms' })).toMatch(/^By your terms, the next .* ready by then/);
  expect(told('sim-fee', { ...fee, next: 'yearly' })).toMatch(/^Going by the earlier ones/);
  expect(told('sim-fee', { ...fee, proof: 'yearly' })).toMatch(/No row names it/);
  expect(told('sim-fee', { ...fee, proof: 'named' })).not.toMatch(/No row names it/);
  expect(told('service-fee', { ...fee, proof: 'frozen' })).toMatch(/not certain/);
  const refunds = { day: '2026-03-01', out: '300.00', in: '59.64', amount: '240.36' };
  expect(told('refund-exceeds-sales', { ...refunds, bound: 'orders' })).toMatch(/may have paid these refunds/);
});

test('the facts of every cause fill its sentence and its step, in both languages', () => {
  const knowledge = new Map([[ACCOUNT, knowing('2025-01-01', '2026-03-08')]]);
  const { items } = computeArrears({ entries, knowledge, terms, asOf: '2026-03-09' });
  const causes = items.flatMap((one) => one.causes);
  expect([...new Set(causes.map((one) => one.cause))].sort()).toEqual([
    'auto-withdrawal',
    'balance-too-low',
    'cap-not-applied',
    'chargeback',
    'deposit-not-released',
    'direct-debit-failed',
    'fixed-add-on',
    'rate-rise',
    'refund-exceeds-sales',
    'service-fee',
    'settlement-delayed',
    'sim-fee',
    'undisclosed-fee',
    'unexplained',
  ]);
  for (const { cause, params: facts } of causes) {
    for (const language of ['zh', 'en'] as const) {
      for (const part of ['sentence', 'step'] as const) {
        expect(say(language, `cause.${cause}.${part}`, facts)).not.toMatch(/[{}]/);
      }
    }
  }
});
