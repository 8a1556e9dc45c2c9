import { expect, test } from 'vitest';
import { addDays, type Day } from '#money/day.ts';
import type { Item, Knowledge } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import { computeArrears } from './compute.ts';
import { knowing, refund, row, sale, yuan } from './testing.ts';

const ACCOUNT = 'chinaums:898310148160568';
const TODAY: Day = '2026-11-23';

function owed(
  entries: readonly KeptEntry[],
  knowledge: Knowledge | null = knowing('2025-01-01', '2026-11-22'),
  asOf: Day = TODAY,
) {
  return computeArrears({
    entries,
    knowledge: new Map(knowledge ? [[ACCOUNT, knowledge]] : []),
    terms: null,
    asOf,
  });
}

const codes = (items: readonly Item[]) => items.map((one) => `${one.code} ${one.state} ${one.basis}`);

test('a clean book owes nothing, and says so in figures', () => {
  const { items, totals } = owed([sale('2026-11-01', 100, 0.6), refund('2026-11-01', 20), sale('2026-11-02', 50, 0.3)]);
  expect(items).toEqual([]);
  const zero = { min: 0, max: 0 };
  expect(totals).toEqual([{ currency: 'CNY', unstated: true, observed: zero, derived: zero, predicted: zero }]);
});

test('refunds above the last settle day’s sales are owed; an earlier day made good leaves nothing', () => {
  const entries = [
    sale('2026-11-10', 100, 0.6),
    refund('2026-11-10', 180),
    sale('2026-11-11', 500, 3),
    sale('2026-11-22', 60, 0.36),
    refund('2026-11-22', 300),
  ];
  const { items, totals } = owed(entries);
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({
    code: 'REFUND_ADVANCE',
    state: 'open',
    basis: 'derived',
    min: yuan(240.36),
    max: yuan(240.36),
    since: '2026-11-22',
  });
  expect(items[0]?.causes[0]).toMatchObject({
    cause: 'refund-exceeds-sales',
    group: 'transaction',
    confidence: 'high',
    rows: [entries[4]?.key],
    params: { day: '2026-11-22', out: '300.00', in: '59.64', amount: '240.36', count: '1' },
  });
  expect(totals[0]?.derived).toEqual({ min: yuan(240.36), max: yuan(240.36) });
});

test('what the coverage does not prove is a range', () => {
  const entries = [sale('2026-11-20', 10, 0.06), refund('2026-11-22', 300)];
  const bounds = (knowledge: Knowledge | null, asOf?: Day) => {
    const [one] = owed(entries, knowledge, asOf).items;
    return [one?.min, one?.max];
  };
  expect(bounds(knowing('2026-11-01', '2026-11-22'))).toEqual([yuan(300), yuan(300)]);
  // The walk was stopped: only older rows are missing, and those can add to the debt, never pay it.
  const stopped = { whole: false, gaps: [{ gap: 'stopped' as const, params: {} }] };
  expect(bounds(knowing('2026-11-20', '2026-11-22', stopped))).toEqual([yuan(300), null]);
  // Rows may be missing in between.
  const holes = { whole: false, gaps: [{ gap: 'rows-missing' as const, params: {} }] };
  expect(bounds(knowing('2026-11-01', '2026-11-22', holes))).toEqual([0, null]);
  // Three weeks later nothing has been read since.
  expect(bounds(knowing('2026-11-01', '2026-11-22'), '2026-12-13')).toEqual([0, yuan(300)]);
  expect(bounds(null)).toEqual([0, null]);
  // Read to its end, and nothing speaks against it, but no total proves it: what the rows say, and perhaps more.
  const unproved = { whole: false, gaps: [{ gap: 'not-proved', params: {} }] } as const;
  expect(bounds(knowing('2026-11-01', '2026-11-22', unproved))).toEqual([yuan(300), null]);
});

test('a balance that is not below zero proves that the refund was covered', () => {
  const wallet = row({ day: '2026-11-22', kind: 'balance', ledger: 'notice', balance: yuan(12) });
  expect(owed([refund('2026-11-22', 300), wallet]).items).toEqual([]);
});

test('where rows give neither settle day nor net, the account itself may have paid the refund', () => {
  const order = row({ day: '2026-11-21', kind: 'sale', amount: yuan(10), fee: 0 });
  const bare = row({ day: '2026-11-22', kind: 'refund', amount: yuan(-300), fee: 0 });
  expect(owed([order, bare]).items[0]).toMatchObject({ code: 'REFUND_ADVANCE', min: 0, max: yuan(300) });
});

test('a negative balance that the portal shows is owed, with the refunds as its cause', () => {
  const entries = [
    refund('2026-11-22', 1286.4),
    row({ day: TODAY, at: '2026-11-23T03:00:00.000Z', kind: 'balance', ledger: 'notice', balance: yuan(-1286.4) }),
  ];
  const { items, totals } = owed(entries);
  expect(codes(items)).toEqual(['NEG_BALANCE open observed', 'REFUND_ADVANCE open derived']);
  expect(items[0]).toMatchObject({ min: yuan(1286.4), max: yuan(1286.4), since: TODAY });
  expect(items[0]?.causes[0]).toMatchObject({ cause: 'refund-exceeds-sales', confidence: 'high' });
  // The same debt on two bases: never added.
  expect(totals[0]?.observed.min).toBe(yuan(1286.4));
  expect(totals[0]?.derived.min).toBe(yuan(1286.4));
});

test('a later balance above zero closes the debt; one below zero counts from the first day of its run', () => {
  const at = (day: Day, balance: number) => row({ day, kind: 'balance', ledger: 'notice', balance: yuan(balance) });
  expect(owed([at('2026-11-20', -5), at('2026-11-21', 5)]).items).toEqual([]);
  const [one] = owed([at('2026-11-18', -9), at('2026-11-19', 3), at('2026-11-20', -5), at('2026-11-21', -7)]).items;
  expect(one).toMatchObject({ min: yuan(7), since: '2026-11-20' });
});

const funds = (given: Partial<KeptEntry> & { day: Day }): KeptEntry => row({ ledger: 'funds', ...given });

test('rows of one instant: the balance at the end of the chain is the last one, whichever way the file runs', () => {
  const at = '2026-11-20T10:00:00+08:00';
  const day = '2026-11-20';
  const chain = [
    funds({ day, at, kind: 'sale', amount: yuan(10), balance: yuan(10) }),
    funds({ day, at, kind: 'refund', amount: yuan(-25), balance: yuan(-15) }),
    funds({ day, at, kind: 'fee', amount: yuan(-1), balance: yuan(-16) }),
  ];
  for (const entries of [chain, [...chain].reverse().map((one, i) => ({ ...one, row: [0, 0, i] as const }))]) {
    const [one] = owed(entries.map((entry) => ({ ...entry, row: [...entry.row] as [number, number, number] }))).items;
    expect(one).toMatchObject({ code: 'NEG_BALANCE', min: yuan(16), since: day });
    expect(one?.causes[0]?.cause).toBe('refund-exceeds-sales');
  }
});

test('a payout that emptied the account before a debit is named beside the debit', () => {
  const { items } = owed([
    funds({ day: '2026-11-19', kind: 'sale', amount: yuan(500), balance: yuan(500) }),
    funds({ day: '2026-11-20', kind: 'settlement', amount: yuan(-490), balance: yuan(10) }),
    funds({ day: '2026-11-21', kind: 'fee', amount: yuan(-36), balance: yuan(-26), words: '流量费' }),
  ]);
  const debt = items.find((one) => one.code === 'NEG_BALANCE');
  expect(debt?.causes.map((one) => one.cause)).toEqual(['balance-too-low', 'auto-withdrawal']);
  expect(debt?.causes[1]?.params).toMatchObject({
    amount: '490.00',
    balance: '10.00',
    needed: '36.00',
    day: '2026-11-20',
  });
});

test('stated arrears: the latest statement holds, with its code by its words', () => {
  const stated = (day: Day, amount: number, words: string, given: Partial<KeptEntry> = {}) =>
    row({ day, ledger: 'notice', kind: 'stated-arrears', amount: yuan(amount), words, ...given });
  const { items, totals } = owed([
    stated('2026-11-01', 36, '流量费', { terminal: 'T1', seenIn: [1] }),
    stated('2026-11-20', 36, '流量费', { terminal: 'T1', seenIn: [2], due: '2026-12-01' }),
    stated('2026-11-01', 99, '设备服务费', { terminal: 'T2', seenIn: [1] }),
    stated('2026-11-20', 0, '设备服务费', { terminal: 'T2', seenIn: [2] }),
    stated('2026-11-20', 12, '欠费金额', { seenIn: [2] }),
  ]);
  expect(codes(items)).toEqual(['SIM_FEE open observed', 'STATED open observed']);
  expect(items[0]).toMatchObject({ min: yuan(36), since: '2026-11-01', due: '2026-12-01', terminal: 'T1' });
  expect(items[0]?.causes[0]).toMatchObject({ cause: 'sim-fee', confidence: 'high' });
  expect(items[1]?.causes[0]?.cause).toBe('unexplained');
  expect(totals[0]?.observed.min).toBe(yuan(48));
});

test('of a list of what is to be paid, what was paid is not owed, and what is pending or overdue is', () => {
  const billed = (day: Day, amount: number, words: string, state: 'done' | 'pending' | 'failed') =>
    row({ day, ledger: 'notice', kind: 'stated-arrears', amount: yuan(-amount), words, state, seenIn: [1] });
  const { items } = owed([
    billed('2026-08-01', 120, '手续费 · 已缴', 'done'),
    billed('2026-09-01', 130, '手续费 · 逾期未缴', 'failed'),
    billed('2026-10-01', 140, '手续费 · 未缴', 'pending'),
  ]);
  expect(items.map(({ code, min, since }) => [code, min, since])).toEqual([
    ['MDR', yuan(130), '2026-09-01'],
    ['MDR', yuan(140), '2026-10-01'],
  ]);
});

const swipes = (terminal: string, from: Day, days: number): KeptEntry[] =>
  Array.from({ length: days }, (_, i) => sale(addDays(from, i * 5), 100 + i, 0.6 + 0.006 * i, { terminal }));

test('SIM fees netted from swipes: by their words, by their anniversary, and the next one a year after the last', () => {
  const entries = [
    ...swipes('10020001', '2025-10-01', 80),
    ...swipes('10020002', '2025-10-01', 80),
    sale('2025-11-03', 200, 1.2, { kept: 36, terminal: '10020001', words: '消费 流量费' }),
    sale('2026-11-03', 200, 1.2, { kept: 36, terminal: '10020001', words: '消费 流量费' }),
    sale('2025-11-06', 300, 1.8, { kept: 36, terminal: '10020002', words: '消费' }),
    sale('2026-11-06', 310, 1.86, { kept: 36, terminal: '10020002', words: '消费' }),
  ];
  const { items, totals } = owed(entries);
  expect(items.filter((one) => one.state === 'taken').map((one) => `${one.code} ${one.terminal} ${one.since}`)).toEqual(
    [
      'SIM_FEE 10020001 2025-11-03',
      'SIM_FEE 10020001 2026-11-03',
      'SIM_FEE 10020002 2025-11-06',
      'SIM_FEE 10020002 2026-11-06',
    ],
  );
  const due = items.filter((one) => one.state === 'due');
  expect(due.map((one) => `${one.terminal} ${one.due} ${one.min} ${one.max}`)).toEqual([
    `10020001 2027-11-03 ${yuan(36)} ${yuan(36)}`,
    `10020002 2027-11-06 ${yuan(36)} ${yuan(36)}`,
  ]);
  expect(totals[0]).toMatchObject({ derived: { min: 0, max: 0 }, predicted: { min: yuan(72), max: yuan(72) } });
});

test('one seizure alone predicts nothing; a sum that nothing explains stays unexplained', () => {
  const { items } = owed([
    ...swipes('T1', '2026-01-01', 40),
    sale('2026-05-01', 200, 1.2, { kept: 36, terminal: 'T1', words: '流量费' }),
    sale('2026-06-01', 200, 1.2, { kept: 7.31, terminal: 'T1' }),
  ]);
  expect(codes(items)).toEqual(['SIM_FEE taken derived', 'UNEXPLAINED taken derived']);
  expect(items[1]).toMatchObject({ min: yuan(7.31), max: yuan(7.31) });
  expect(items[1]?.causes[0]).toMatchObject({ cause: 'unexplained', confidence: 'low' });
});

test('the same charge in the trade list and in the account’s flow is one', () => {
  const { items } = owed([
    ...swipes('T1', '2026-01-01', 40),
    sale('2026-05-01', 200, 1.2, { kept: 36, terminal: 'T1', words: '流量费' }),
    funds({ day: '2026-05-02', kind: 'fee', amount: yuan(-36), words: '流量费' }),
  ]);
  expect(items).toHaveLength(1);
  expect(items[0]?.causes[0]?.rows).toHaveLength(2);
});

test('a first swipe kept whole is a service fee; a constant on every sale is instant settlement; a cent is rounding', () => {
  const first = owed([
    sale('2026-03-01', 298, 1.79, { kept: 296.21, terminal: 'T9' }),
    ...swipes('T9', '2026-03-02', 20),
  ]).items;
  expect(codes(first)).toEqual(['TERM_SERVICE_FEE taken derived']);
  expect(first[0]?.causes[0]).toMatchObject({ cause: 'service-fee', confidence: 'medium' });

  const fast = owed(
    Array.from({ length: 40 }, (_, i) => sale(addDays('2026-03-01', i), 100 + i, 0.6, { kept: 3 })),
  ).items;
  expect(codes(fast)).toEqual(['FAST_SETTLE taken derived']);
  expect(fast[0]).toMatchObject({ min: yuan(120), since: '2026-03-01' });
  expect(fast[0]?.causes[0]).toMatchObject({ cause: 'fixed-add-on', confidence: 'high', params: { fixed: '3.00' } });

  expect(owed([sale('2026-03-01', 100, 0.6, { kept: 0.01 })]).items).toEqual([]);
  // Some sources print the fee with a minus.
  expect(owed([sale('2026-03-01', 100, 0.6, { fee: yuan(-0.6) })]).items).toEqual([]);
});

test('charges that a bill names stand as taken; plain transaction fees do not', () => {
  const { items } = owed([
    funds({ day: '2026-05-01', kind: 'fee', amount: yuan(-0.6), words: '扣除交易手续费' }),
    funds({ day: '2026-05-01', kind: 'fee', amount: yuan(-1.2), words: '服务费[T200]' }),
    funds({ day: '2026-05-01', kind: 'fee', amount: yuan(-3), words: 'VIP会员费' }),
    funds({ day: '2026-06-01', kind: 'fee', amount: yuan(-3), words: 'VIP会员费' }),
  ]);
  expect(codes(items)).toEqual(['VIP_FEE taken derived']);
  expect(items[0]).toMatchObject({ min: yuan(6), since: '2026-05-01' });
});

test('a fee that is pending or failed is owed until a later row pays it', () => {
  const failed = funds({
    day: '2026-11-01',
    kind: 'fee',
    state: 'failed',
    amount: yuan(-36),
    words: '流量费 余额不足',
  });
  const low = funds({ day: '2026-10-31', kind: 'settlement', amount: yuan(-900), balance: yuan(4) });
  const open = owed([low, failed]).items;
  expect(open).toHaveLength(1);
  expect(open[0]).toMatchObject({ code: 'SIM_FEE', state: 'open', basis: 'derived', min: yuan(36) });
  expect(open[0]?.causes.map((one) => one.cause)).toEqual(['balance-too-low', 'auto-withdrawal']);
  const paid = funds({ day: '2026-11-02', kind: 'fee-payment', amount: yuan(-36), words: '缴费' });
  expect(owed([failed, paid]).items).toEqual([]);
  // Three tries at one fee are one debt.
  const tries = [1, 2, 3].map((n) =>
    funds({ day: `2026-11-0${n}` as Day, kind: 'fee', state: 'failed', amount: yuan(-36), words: '流量费扣款失败' }),
  );
  expect(owed(tries).items.map((one) => [one.min, one.since])).toEqual([[yuan(36), '2026-11-01']]);
});

test('a chargeback is taken; one that was given back is not', () => {
  const back = row({ day: '2026-11-01', kind: 'chargeback', amount: yuan(-50), fee: yuan(15), net: yuan(-65) });
  const sales = sale('2026-11-01', 500, 3);
  const { items } = owed([sales, back]);
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({ code: 'CHARGEBACK', state: 'taken', min: yuan(65) });
  const won = row({ day: '2026-11-09', kind: 'chargeback', amount: yuan(65), fee: null, net: yuan(65) });
  expect(owed([sales, back, won]).items).toEqual([]);
});

test('payouts still not settled a week later, while others were, are a warning of amount 0', () => {
  const payout = (day: Day, given: Partial<KeptEntry>) =>
    row({ day, ledger: 'settlement', kind: 'settlement', amount: yuan(-800), ...given });
  const held = [payout('2026-11-01', { state: 'pending' }), payout('2026-11-02', { state: 'pending' })];
  const others = payout('2026-10-31', {});
  const { items, totals } = owed([...held, others]);
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({ code: 'HOLD', min: 0, max: 0, since: '2026-11-01' });
  expect(items[0]?.causes[0]).toMatchObject({ cause: 'settlement-delayed', params: { amount: '1600.00', count: '2' } });
  expect(totals[0]?.derived).toEqual({ min: 0, max: 0 });
  // A list that never says "settled" proves nothing; nor does a reading made while the payout was young.
  expect(owed(held).items).toEqual([]);
  expect(owed([...held, others], knowing('2026-10-01', '2026-11-02')).items).toEqual([]);
});

test('currencies and accounts are kept apart', () => {
  const entries = [
    refund('2026-11-22', 30),
    refund('2026-11-22', 40, { currency: 'USD' }),
    refund('2026-11-22', 50, { account: 'site:portal.example.com:?' }),
  ];
  const { items, totals } = owed(entries);
  expect(items.map((one) => [one.currency, one.max === null ? 'open' : one.max])).toEqual([
    ['CNY', yuan(30)],
    ['CNY', 'open'],
    ['USD', yuan(40)],
  ]);
  expect(totals.map((one) => one.currency)).toEqual(['CNY', 'USD']);
  expect(totals[0]?.derived).toEqual({ min: yuan(30), max: null });
});
