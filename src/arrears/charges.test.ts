import { expect, test } from 'vitest';
import { addDays, type Day } from '#money/day.ts';
import type { KeptEntry } from '#records/entry.ts';
import type { TermsFile } from '#records/terms.ts';
import { computeArrears } from './compute.ts';
import { knowing, row, sale, yuan } from './testing.ts';

const ACCOUNT = 'chinaums:898310148160568';

function told(entries: readonly KeptEntry[], terms: TermsFile | null = null) {
  const knowledge = new Map([[ACCOUNT, knowing('2026-01-01', '2026-06-09')]]);
  return computeArrears({ entries, knowledge, terms, asOf: '2026-06-10' }).items.map(
    (one) => `${one.code} ${one.state} ${one.min / 100_000} ${one.since} ${one.causes[0]?.cause}`,
  );
}

const own = (day: Day, amount: number, words: string, given: Partial<KeptEntry> = {}): KeptEntry =>
  row({ ledger: 'funds', kind: 'fee', day, amount: yuan(amount), words, ...given });
const sold = row({ ledger: 'funds', day: '2026-03-01', amount: yuan(500), words: '交易' });

test('a charge taken twice and reversed was taken once', () => {
  const twice = [own('2026-04-28', -36, '流量费'), own('2026-04-28', -36, '流量费')];
  expect(told([...twice, own('2026-04-30', 36, '流量费退还')])).toEqual(['SIM_FEE taken 36 2026-04-28 sim-fee']);
  const corrected = row({
    ledger: 'funds',
    kind: 'adjustment',
    day: '2026-05-02',
    amount: yuan(36),
    words: '重复扣款退回',
  });
  expect(told([...twice, corrected])).toEqual(['SIM_FEE taken 36 2026-04-28 sim-fee']);
  // The fee of a sale of 6000 given back says nothing of it.
  expect(told([...twice, own('2026-04-30', 36, '退还交易手续费')])).toHaveLength(2);
});

test('of yearly charges, the one before the return was given back', () => {
  const years = [own('2025-04-10', -36, '流量费'), own('2026-04-10', -36, '流量费')];
  expect(told([...years, own('2025-04-20', 36, '流量费退还')])).toEqual(['SIM_FEE taken 36 2026-04-10 sim-fee']);
});

test('a bank may say what a fee was in the name of the other side', () => {
  const rental = (counterparty: string, words = 'FEE · LEASE PMT') =>
    own('2026-04-10', -25, words, { ledger: 'bank', links: { counterparty } });
  expect(told([rental('POS TERMINAL RENTAL')])).toEqual(['RENTAL taken 25 2026-04-10 undisclosed-fee']);
  expect(told([rental('CITY CAR RENTAL')])).toEqual([]);
  expect(
    told([
      own('2026-04-10', -25, 'LEASE PMT', {
        ledger: 'bank',
        kind: 'transfer',
        links: { counterparty: 'POS TERMINAL RENTAL' },
      }),
    ]),
  ).toEqual([]);
});

test('the same charges and their return in two lists of the account are each told once', () => {
  const lists = (['trade', 'funds'] as const).flatMap((ledger) => [
    own('2026-04-28', -36, '流量费', { ledger }),
    own('2026-04-28', -36, '流量费', { ledger }),
    own('2026-04-30', 36, '流量费退还', { ledger }),
  ]);
  expect(told(lists)).toEqual(['SIM_FEE taken 36 2026-04-28 sim-fee']);
});

test('netted from a swipe, given back in the account’s own flow', () => {
  const swipe = sale('2026-04-10', 200, 1.2, { kept: 36, words: '流量费', terminal: 'T1' });
  expect(told([swipe, own('2026-04-20', 36, '流量费退还')])).toEqual([]);
});

test('frozen money is a deposit by its words, by the terms, or by its sum; freed, it is nothing', () => {
  const frozen = (amount: number, words: string) =>
    own('2026-05-02', -amount, words, { kind: 'hold', ledger: 'trade' });
  const freed = row({ day: '2026-05-20', kind: 'release', amount: yuan(99), words: '解冻' });
  expect(told([frozen(99, '冻结 · 押金')])).toEqual(['DEPOSIT taken 99 2026-05-02 service-fee']);
  expect(told([frozen(99, '冻结')])).toEqual(['DEPOSIT taken 99 2026-05-02 service-fee']);
  expect(told([frozen(99, '冻结'), freed])).toEqual([]);
  expect(told([frozen(36, '冻结 · 流量费')])).toEqual(['SIM_FEE taken 36 2026-05-02 sim-fee']);
  expect(told([frozen(300, '风控冻结')])).toEqual(['HOLD taken 300 2026-05-02 unexplained']);
  expect(told([frozen(1234.5, '冻结')])).toEqual(['HOLD taken 1234.5 2026-05-02 unexplained']);
});

test('money that comes back under the name by which it was frozen is freed', () => {
  const reserve = (day: Day, amount: number, kind: KeptEntry['kind']) => own(day, amount, '保证金', { kind });
  expect(told([reserve('2026-03-01', -1000, 'deposit')])).toEqual(['DEPOSIT taken 1000 2026-03-01 service-fee']);
  for (const kind of ['deposit', 'hold', 'release'] as const)
    expect(told([reserve('2026-03-01', -1000, 'deposit'), reserve('2026-05-01', 1000, kind)])).toEqual([]);
});

test('a debit that nothing names and that comes every month is told; a single one, or a buyer’s, is not', () => {
  const month = (day: Day) => own(day, -15, '平台扣款', { kind: 'unknown' });
  const three = [month('2026-03-28'), month('2026-04-28'), month('2026-05-28')];
  expect(told([sold, ...three])).toEqual([
    'UNEXPLAINED taken 45 2026-03-28 undisclosed-fee',
    'UNEXPLAINED due 15 null undisclosed-fee',
  ]);
  expect(told([sold, ...three.slice(0, 2)])).toEqual([]);
  expect(told(three)).toEqual([]);
  const often = Array.from({ length: 30 }, (_, i) =>
    own(addDays('2026-03-01', i), -15, '平台扣款', { kind: 'unknown' }),
  );
  expect(told([sold, ...often])).toEqual([]);
  const named = own('2026-05-20', -99, '其它 · 软件服务费', { kind: 'unknown' });
  expect(told([sold, named])).toEqual(['SUBSCRIPTION taken 99 2026-05-20 undisclosed-fee']);
  expect(told([named])).toEqual([]);
});

test('an acquirer’s direct debit on the statement of a bank is told by its words; a payment, and anybody’s rent, is not', () => {
  const debit = (words: string, given: Partial<KeptEntry> = {}): KeptEntry =>
    own('2026-05-20', -30, words, { kind: 'fee-payment', ...given });
  expect(told([debit('代扣 · POS机租金')])).toEqual(['RENTAL taken 30 2026-05-20 undisclosed-fee']);
  expect(told([debit('代扣 · POS机租金', { ledger: 'bank' })])).toEqual(['RENTAL taken 30 2026-05-20 undisclosed-fee']);
  expect(told([debit('代扣 · 租金'), debit('代扣 · 物业管理费'), debit('缴费 · POS机租金')])).toEqual([]);
});

test('a fee for having an account is named in English too', () => {
  expect(told([own('2026-05-20', -15, 'Account fee · Account maintenance fee')])).toEqual([
    'DORMANCY taken 15 2026-05-20 undisclosed-fee',
  ]);
});

test('a failed direct debit is owed, whatever it was for; several tries are one', () => {
  const tried = (day: Day) => own(day, -15, '代扣 · 失败', { kind: 'fee-payment', state: 'failed', ledger: 'trade' });
  expect(told([tried('2026-05-15'), tried('2026-05-16')])).toEqual([
    'DD_FAILED open 15 2026-05-15 direct-debit-failed',
  ]);
  const paid = own('2026-05-20', -15, '代扣', { kind: 'fee-payment', ledger: 'trade' });
  expect(told([tried('2026-05-15'), paid])).toEqual([]);
});

test('a swipe of the agreed sum kept whole is that fee, though it prints a transaction fee too', () => {
  const sim = { amount: '36.00', delayDays: 30, cycleMonths: 12 };
  const terms: TermsFile = {
    accounts: [{ account: ACCOUNT, tariff: [], terminals: [{ terminal: 'T1', activated: '2026-03-01', sim }] }],
  };
  const swipe = sale('2026-04-02', 36, 0.22, { kept: 35.78, terminal: 'T1' });
  expect(told([sale('2026-03-02', 10, 0.06, { terminal: 'T1' }), swipe], terms)[0]).toBe(
    'SIM_FEE taken 35.78 2026-04-02 sim-fee',
  );
});

test('a settlement list with a line for each sale is read as sales, where no trade list was read', () => {
  const line = sale('2026-04-10', 200, 1.2, {
    ...{
      kept: 36,
      words: '流量费',
      terminal: 'T1',
      ledger: 'settlement',
      kind: 'settlement',
      reference: '20260410000001',
    },
  });
  const back = row({
    ...line,
    key: 'back',
    day: '2026-06-09',
    settleDay: '2026-06-09',
    amount: yuan(-300),
    net: yuan(-300),
    fee: 0,
  });
  expect(told([line, back])).toEqual([
    'REFUND_ADVANCE open 300 2026-06-09 refund-exceeds-sales',
    'SIM_FEE taken 36 2026-04-10 sim-fee',
  ]);
  expect(told([{ ...line, terminal: null }])).toEqual([]);
});

test('a book in which every one of very many sales was cut short is told all the same', () => {
  const many = Array.from({ length: 150_000 }, (_, i) =>
    sale(addDays('2025-01-01', i % 365), 100, 0, { kept: 1 + (i % 97), terminal: 'T1' }),
  );
  expect(told(many)).toHaveLength(1);
});

test('the same share missing from every sale is one charge that nobody disclosed', () => {
  const insured = Array.from({ length: 40 }, (_, n) => {
    const amount = 200 + n * 37;
    return sale(addDays('2026-03-01', n), amount, 1, {
      terminal: 'T1',
      kept: n < 20 ? 0 : Math.round(amount * 0.05) / 100,
    });
  });
  const kept = insured.reduce((sum, one) => sum + ((one.amount ?? 0) - (one.fee ?? 0) - (one.net ?? 0)) / 100_000, 0);
  expect(told(insured)).toEqual([`UNEXPLAINED taken ${Math.round(kept * 100) / 100} 2026-03-21 undisclosed-fee`]);
  const small = sale('2026-04-15', 20, 0.1, { terminal: 'T1', kept: 0.01 });
  expect(told([...insured, small])).toEqual([
    `UNEXPLAINED taken ${Math.round(kept * 100 + 1) / 100} 2026-03-21 undisclosed-fee`,
  ]);
});

test('tries of different days at one fee are one debt, which one payment settles; the next month’s fee is another', () => {
  const tried = (day: Day, reference: string, state: KeptEntry['state'] = 'failed') =>
    own(day, -88, '代扣服务费', { state, reference });
  const tries = [tried('2026-03-02', 'F1'), tried('2026-03-04', 'F2')];
  expect(told([sold, ...tries])).toEqual(['DD_FAILED open 88 2026-03-02 direct-debit-failed']);
  expect(told([sold, ...tries, tried('2026-03-06', 'F3', 'done')])).toEqual([]);
  expect(told([sold, ...tries, tried('2026-04-02', 'F4')])).toHaveLength(2);
  // Paid in between: the later one is another fee. Two of one day are two.
  expect(told([sold, ...tries, tried('2026-03-06', 'F3', 'done'), tried('2026-03-09', 'F5')])).toHaveLength(1);
  expect(told([sold, tried('2026-03-02', 'F1'), tried('2026-03-02', 'F2')])).toHaveLength(2);
});
