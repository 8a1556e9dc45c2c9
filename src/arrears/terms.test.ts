import { expect, test } from 'vitest';
import { addDays, type Day } from '#money/day.ts';
import type { KeptEntry } from '#records/entry.ts';
import type { AccountTerms } from '#records/terms.ts';
import { computeArrears } from './compute.ts';
import { knowing, row, sale, yuan } from './testing.ts';

const ACCOUNT = 'chinaums:898310148160568';

function owed(entries: readonly KeptEntry[], terms: Partial<AccountTerms> | null, asOf: Day = '2026-01-05') {
  return computeArrears({
    entries,
    knowledge: new Map([[ACCOUNT, knowing('2025-01-01', asOf)]]),
    terms: terms && { accounts: [{ account: ACCOUNT, tariff: [], terminals: [], ...terms }] },
    asOf,
  }).items;
}

const line = { from: '2025-01-01' as Day, to: null, applies: 'all' as const, rate: '0.63%' };
const cents = (amount: number, rate: number) => Math.round(Number((amount * rate * 100).toFixed(4))) / 100;
const atOldRate = (days: number) =>
  Array.from({ length: days }, (_, i) => {
    const amount = 120.5 + i * 37;
    return sale(addDays('2025-10-01', i), amount, cents(amount, 0.0063));
  });
const RISEN = sale('2025-12-23', 30580, 917.34);

test('0.63 % became 2.99 % and 3.00 on top: against the terms, 724.69 can be claimed', () => {
  const items = owed([...atOldRate(60), RISEN], { tariff: [line] });
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({
    code: 'MDR_DELTA',
    state: 'claimable',
    min: yuan(724.69),
    max: yuan(724.69),
    since: '2025-12-23',
  });
  expect(items[0]?.causes.map((one) => [one.cause, one.confidence])).toEqual([
    ['rate-rise', 'high'],
    ['fixed-add-on', 'high'],
  ]);
  expect(items[0]?.causes[0]?.params).toMatchObject({
    from: '0.63%',
    to: '2.99%',
    day: '2025-12-23',
    amount: '721.69',
    of: '724.69',
  });
  expect(items[0]?.causes[1]?.params).toMatchObject({ fixed: '3.00', amount: '3.00', of: '724.69' });
});

test('without terms the same jump is shown as taken, against the rate learned from the rows', () => {
  const [one, ...more] = owed([...atOldRate(60), RISEN], null);
  expect(more).toEqual([]);
  expect(one).toMatchObject({ code: 'MDR_DELTA', state: 'taken', min: yuan(724.69), since: '2025-12-23' });
  expect(one?.causes[0]).toMatchObject({ cause: 'rate-rise', confidence: 'low', params: { standard: 'learned' } });
});

test('a learned rise is dated to the day, whatever small sales stand between', () => {
  const after = Array.from({ length: 30 }, (_, i) => {
    const amount = i % 3 === 0 ? 2.5 : 300 + i * 11;
    return sale(addDays('2025-12-01', i), amount, cents(amount, 0.0068));
  });
  const [one] = owed([...atOldRate(60), ...after], null);
  expect(one?.causes[0]).toMatchObject({
    cause: 'rate-rise',
    confidence: 'high',
    params: { day: '2025-12-02', to: '0.68%' },
  });
});

test('a cent too much is rounding, until a rise is proved: then it is the rise’s, from the first sale of its shape', () => {
  const small = (day: Day, fee: number) => sale(day, 20, fee);
  const risen = Array.from({ length: 30 }, (_, i) => sale(addDays('2025-12-02', i), 900 + i, cents(900 + i, 0.007)));
  const dear = risen.reduce(
    (sum, { amount, fee }) => sum + (fee ?? 0) - yuan(cents((amount ?? 0) / 100_000, 0.0063)),
    0,
  );
  const rounded = small('2025-10-20', 0.14);
  const book = [...atOldRate(60), rounded, small('2025-12-01', 0.14), ...risen, small('2025-12-09', 0.14)];
  for (const terms of [{ tariff: [line] }, null])
    expect(owed(book, terms).map(({ min, since }) => [min, since])).toEqual([[dear + yuan(0.02), '2025-12-01']]);
});

test('of small sales alone, the share that gives all their fees is learned, not one that gives most to the cent', () => {
  const small = (day: Day, n: number, rate: number) => sale(day, 11 + n * 0.73, cents(11 + n * 0.73, rate));
  const before = Array.from({ length: 60 }, (_, n) => small(addDays('2025-10-01', n), n, 0.0038));
  const after = Array.from({ length: 40 }, (_, n) => small(addDays('2025-12-01', n % 30), n + 20, 0.006));
  const dear = after.reduce(
    (sum, { amount, fee }) => sum + (fee ?? 0) - yuan(cents((amount ?? 0) / 100_000, 0.0038)),
    0,
  );
  const [one, ...more] = owed([...before, ...after], null);
  expect(more).toEqual([]);
  expect(one).toMatchObject({ min: dear, causes: [{ cause: 'rate-rise', params: { from: '0.38%', to: '0.60%' } }] });
});

test('lone exceptions, mixed card types and falling rates are no rise', () => {
  const foreign = sale('2025-10-20', 1000, 15);
  expect(owed([...atOldRate(60), foreign], null)).toEqual([]);
  expect(owed([...atOldRate(60), foreign, sale('2025-12-30', 1000, 15)], null)).toEqual([]);
  const mixed = atOldRate(80).map((one, i) =>
    i % 2 ? { ...one, fee: Math.round(((one.amount ?? 0) * 0.0038) / 1000) * 1000 } : one,
  );
  expect(
    owed(
      mixed.map((one) => ({ ...one, net: (one.amount ?? 0) - (one.fee ?? 0) })),
      null,
    ),
  ).toEqual([]);
  expect(owed([...atOldRate(60), sale('2025-12-30', 1000, 3.8)], null)).toEqual([]);
});

test('a legitimate change of the tariff is none of it', () => {
  const tariff = [
    { ...line, to: '2025-12-22' as Day },
    { ...line, from: '2025-12-23' as Day, rate: '2.99%', fixed: '3.00' },
  ];
  expect(owed([...atOldRate(60), RISEN], { tariff })).toEqual([]);
});

test('a cap that was agreed and not kept', () => {
  const tariff = [{ ...line, applies: 'debit' as const, rate: '0.50%', cap: '20.00' }];
  const items = owed(
    [
      sale('2025-11-01', 1000, 5, { card: 'debit' }),
      sale('2025-11-02', 8000, 20, { card: 'debit' }),
      sale('2025-11-03', 8000, 40, { card: 'debit' }),
      sale('2025-11-04', 8000, 48, { card: 'credit' }),
    ],
    { tariff },
  );
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({ state: 'claimable', min: yuan(20), since: '2025-11-03' });
  expect(items[0]?.causes[0]).toMatchObject({ cause: 'cap-not-applied', params: { cap: '20.00', count: '1' } });
});

test('a sale that does not say its card is held against the dearest line', () => {
  const tariff = [
    { ...line, applies: 'debit' as const, rate: '0.50%', cap: '20.00' },
    { ...line, applies: 'credit' as const, rate: '0.60%' },
  ];
  expect(owed([sale('2025-11-01', 1000, 6)], { tariff })).toEqual([]);
  expect(owed([sale('2025-11-01', 1000, 7)], { tariff })[0]).toMatchObject({ min: yuan(1) });
});

test('fees printed to five decimals are compared to five decimals', () => {
  const tariff = [{ ...line, rate: '0.60%' }];
  const wechat = row({ day: '2025-11-01', amount: yuan(0.03), fee: 18, net: null });
  expect(owed([wechat], { tariff })).toEqual([]);
});

const sim = { amount: '36.00', delayDays: 30, cycleMonths: 12 };

test('the SIM fee of the terms: 30 days after activation, then every year, the next one not yet taken', () => {
  const terminals = [{ terminal: 'T1', activated: '2025-09-01' as Day, sim }];
  const due = (entries: readonly KeptEntry[], asOf: Day) =>
    owed(entries, { terminals }, asOf).find((one) => one.state === 'due')?.due;
  expect(due([sale('2025-09-02', 10, 0.06, { terminal: 'T1' })], '2025-09-10')).toBe('2025-10-01');
  expect(due([sale('2025-09-02', 10, 0.06, { terminal: 'T1' })], '2025-10-01')).toBe('2025-10-01');
  expect(due([sale('2025-10-01', 100, 0.6, { terminal: 'T1', kept: 36 })], '2025-10-01')).toBe('2026-10-01');
  expect(due([sale('2025-09-02', 10, 0.06, { terminal: 'T1' })], '2028-03-01')).toBe('2028-10-01');
});

test('a deposit whose target was reached and that did not come back is owed to the merchant', () => {
  const terminals = [
    { terminal: 'T1', activated: '2025-09-01' as Day, deposit: { amount: '99.00', target: '1500.00', withinDays: 90 } },
  ];
  const entries = [
    sale('2025-09-01', 99, 0, { terminal: 'T1', kept: 99 }),
    ...Array.from({ length: 20 }, (_, i) => sale(addDays('2025-09-02', i), 100, 0.6, { terminal: 'T1' })),
  ];
  const [one] = owed(entries, { terminals });
  expect(one).toMatchObject({ code: 'DEPOSIT', state: 'claimable', min: yuan(99) });
  expect(one?.causes[0]).toMatchObject({ cause: 'deposit-not-released', confidence: 'high' });
  const released = row({ day: '2025-12-10', kind: 'release', ledger: 'funds', amount: yuan(99), terminal: 'T1' });
  expect(owed([...entries, released], { terminals })).toEqual([]);
  expect(owed(entries.slice(0, 5), { terminals }).map((item) => [item.code, item.state])).toEqual([
    ['DEPOSIT', 'taken'],
  ]);
});

test('with terms entered, a deduction that they do not contain is undisclosed', () => {
  const terminals = [{ terminal: 'T1', activated: '2025-09-01' as Day, sim }];
  const entries = [
    sale('2025-11-01', 200, 1.2, { terminal: 'T1' }),
    sale('2025-11-02', 200, 1.2, { terminal: 'T1', kept: 48 }),
  ];
  const taken = owed(entries, { terminals }).find((one) => one.state === 'taken');
  expect(taken?.causes[0]).toMatchObject({ cause: 'undisclosed-fee', confidence: 'high' });
});

const abroad = (n: number, rate: number, fixed: number) => {
  const amount = 20.5 + n * 13;
  return sale(addDays('2025-10-01', n), amount, Math.round((cents(amount, rate) + fixed) * 100) / 100);
};

test('a rise beside a fixed part that was agreed, or always charged, is a rise alone', () => {
  const rising = Array.from({ length: 60 }, (_, n) => abroad(n, n < 30 ? 0.029 : 0.034, 0.3));
  for (const terms of [null, { tariff: [{ ...line, rate: '2.9%', fixed: '0.30' }] }]) {
    const [one, ...more] = owed(rising, terms);
    expect(more).toEqual([]);
    expect(one).toMatchObject({ code: 'MDR_DELTA', since: '2025-10-31' });
    expect(one?.causes.map(({ cause, params }) => [cause, params['from'], params['to']])).toEqual([
      ['rate-rise', '2.90%', '3.40%'],
    ]);
  }
});

test('what is added to an agreed fixed part is told by itself', () => {
  const dearer = Array.from({ length: 40 }, (_, n) => abroad(n, 0.029, n < 20 ? 0.3 : 3.3));
  const [one] = owed(dearer, { tariff: [{ ...line, rate: '2.9%', fixed: '0.30' }] });
  expect(one?.causes.map(({ cause, params }) => [cause, params['fixed']])).toEqual([['fixed-add-on', '3.00']]);
  expect(one).toMatchObject({ min: yuan(60), since: '2025-10-21' });
});

test('two rises, one after the other, are two, with terms and without', () => {
  const fees = [0.0063, 0.0068, 0.0075];
  const rising = Array.from({ length: 90 }, (_, n) => {
    const amount = 120.5 + ((n * 37) % 900);
    return sale(addDays('2025-08-01', n), amount, cents(amount, fees[Math.floor(n / 30)] ?? 0));
  });
  for (const terms of [null, { tariff: [line] }]) {
    expect(owed(rising, terms).map(({ since, causes }) => [since, causes[0]?.cause, causes[0]?.params['to']])).toEqual([
      ['2025-08-31', 'rate-rise', '0.68%'],
      ['2025-09-30', 'rate-rise', '0.75%'],
    ]);
  }
});

test('a cap that was kept and is no longer is told without terms, and capped sales are no rise', () => {
  const capped = (n: number, isKept: boolean) => {
    const amount = 800 + ((n * 1711) % 9000);
    const fee = cents(amount, 0.005);
    return sale(addDays('2025-08-01', n), amount, isKept ? Math.min(20, fee) : fee);
  };
  const always = Array.from({ length: 100 }, (_, n) => capped(n, true));
  expect(owed(always, null)).toEqual([]);
  const no = Array.from({ length: 100 }, (_, n) => capped(n, n < 60));
  const [one, ...more] = owed(no, null);
  expect(more).toEqual([]);
  expect(one).toMatchObject({ code: 'MDR_DELTA', state: 'taken', since: '2025-09-30' });
  expect(one?.causes).toMatchObject([{ cause: 'cap-not-applied', confidence: 'medium', params: { cap: '20.00' } }]);
});

test('small sums that cost the same by rounding alone show no cap, and odd fees no rises', () => {
  const small = Array.from({ length: 60 }, (_, n) => {
    const amount = n < 30 ? 10 + ((n * 37) % 100) / 10 : 25 + (n - 30) / 3;
    return sale(addDays('2025-08-01', n), amount, cents(amount, 0.0035));
  });
  expect(owed(small, null)).toEqual([]);
  const odd = Array.from({ length: 60 }, (_, n) => {
    const amount = 30.5 + ((n * 37) % 300);
    return sale(addDays('2025-08-01', n), amount, cents(amount, 0.0063 + ((n * 31) % 17) / 2000 + 0.001));
  });
  expect(owed(odd, { tariff: [line] }).map(({ causes }) => causes.map(({ cause }) => cause))).toEqual([
    ['unexplained'],
  ]);
});
