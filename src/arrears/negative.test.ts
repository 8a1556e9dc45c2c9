import { expect, test } from 'vitest';
import type { Day } from '#money/day.ts';
import type { KeptEntry } from '#records/entry.ts';
import { computeArrears } from './compute.ts';
import { knowing, refund, row, sale, yuan } from './testing.ts';

const ACCOUNT = 'chinaums:898310148160568';

const owed = (entries: readonly KeptEntry[]) =>
  computeArrears({
    entries,
    knowledge: new Map([[ACCOUNT, knowing('2026-01-01', '2026-11-22')]]),
    terms: null,
    asOf: '2026-11-23',
  }).items;

const shown = (balance: number, day: Day = '2026-11-23') =>
  row({ day, at: `${day}T15:00:00+08:00`, kind: 'balance', ledger: 'notice', balance: yuan(balance) });

test('is proved by the row that states it, whatever explains it', () => {
  const stated = shown(-1286.4);
  for (const rows of [[stated], [sale('2026-11-22', 100, 0.6), refund('2026-11-22', 739.75), stated]]) {
    expect(owed(rows).find((one) => one.code === 'NEG_BALANCE')?.statedIn).toEqual([stated.key]);
  }
});

const funds = (given: Partial<KeptEntry> & { day: Day }): KeptEntry => row({ ledger: 'funds', ...given });
const told = (entries: readonly KeptEntry[]) =>
  owed(entries)
    .find((one) => one.code === 'NEG_BALANCE')
    ?.causes.map(({ cause, params }) => [cause, params['amount'], params['of'] ?? params['rest'] ?? null]);

test('refunds that explain a part of a stated balance say which part, and the rest is said to be unexplained', () => {
  const rows = [sale('2026-11-22', 100, 0.6), refund('2026-11-22', 739.75)];
  expect(told([...rows, shown(-1286.4)])).toEqual([
    ['refund-exceeds-sales', '640.35', '1286.40'],
    ['unexplained', '646.05', '646.05'],
  ]);
  expect(told([...rows, shown(-640.35)])).toEqual([['refund-exceeds-sales', '640.35', null]]);
});

test('a stated balance smaller than the refunds’ shortfall: the account itself covered the difference', () => {
  const rows = [sale('2026-11-22', 100, 0.6), refund('2026-11-22', 739.75), shown(-500)];
  expect(told(rows)).toEqual([['refund-exceeds-sales', '500.00', null]]);
  const cause = owed(rows)[0]?.causes[0];
  expect(cause?.params).toMatchObject({ out: '739.75', in: '239.75', amount: '500.00' });
});

test('what followed the refund that crossed zero is not laid to its charge', () => {
  const flow = [
    funds({ day: '2026-11-20', kind: 'sale', amount: yuan(60), balance: yuan(60) }),
    funds({ day: '2026-11-21', kind: 'refund', amount: yuan(-300), balance: yuan(-240) }),
    funds({ day: '2026-11-21', kind: 'sale', amount: yuan(50), balance: yuan(-190) }),
    funds({ day: '2026-11-21', kind: 'fee', amount: yuan(-0.3), balance: yuan(-190.3), words: '扣除交易手续费' }),
    funds({ day: '2026-11-22', kind: 'fee', amount: yuan(-36), balance: yuan(-226.3), words: '流量费' }),
  ];
  expect(told(flow)).toEqual([
    ['refund-exceeds-sales', '190.30', '226.30'],
    ['balance-too-low', '36.00', null],
  ]);
});

const order = (given: Partial<KeptEntry> & { day: Day }): KeptEntry => row({ fee: 0, terminal: null, ...given });

test('a list of orders adds nothing where the account’s own flow tells what the refunds left', () => {
  const orders = [
    order({ day: '2026-11-22', at: '2026-11-22T09:00:00+08:00', amount: yuan(60) }),
    order({ day: '2026-11-22', at: '2026-11-22T10:00:00+08:00', kind: 'refund', amount: yuan(-300) }),
  ];
  const at = (hour: string, balance: number, kind: KeptEntry['kind'], amount: number) =>
    funds({
      day: '2026-11-22',
      at: `2026-11-22T${hour}:00:00+08:00`,
      kind,
      amount: yuan(amount),
      balance: yuan(balance),
    });
  const sold = at('09', 60, 'sale', 60);
  const codes = (entries: readonly KeptEntry[]) => owed(entries).map((one) => one.code);
  expect(codes([...orders, sold, at('10', -240, 'refund', -300)])).toEqual(['NEG_BALANCE']);
  // The balance of nine o'clock knows nothing of the refund of ten.
  expect(codes([...orders, sold])).toEqual(['REFUND_ADVANCE']);
});

test('a chargeback is told as one, and not as refunds too', () => {
  const back = row({
    day: '2026-11-22',
    settleDay: '2026-11-22',
    kind: 'chargeback',
    amount: yuan(-50),
    net: yuan(-65),
  });
  const items = owed([sale('2026-11-21', 100, 0.6), back]);
  expect(items.map((one) => `${one.code} ${one.state}`)).toEqual(['CHARGEBACK taken']);
});

test('a consumer’s statement has refunds and no sales: no refund was advanced', () => {
  const bare = { fee: null, net: null, terminal: null, settleDay: null };
  const back = row({ day: '2026-11-20', kind: 'refund', amount: yuan(-259.8), ...bare });
  const bought = row({ day: '2026-11-10', kind: 'payment', amount: yuan(-20), ...bare });
  const spent = row({ day: '2026-11-12', kind: 'sale', amount: yuan(35), ...bare });
  expect(owed([bought, back])).toEqual([]);
  // A card statement prints what was spent without a sign.
  expect(owed([spent, { ...back, settleDay: '2026-11-21' }])).toEqual([]);
  // A bill of refunds alone: the sales that paid them stand in another.
  expect(owed([{ ...back, fee: yuan(-1.56) }])).toEqual([]);
});

test('in a list of trades that gives the balance after each, that balance is the whole debt', () => {
  const at = (hour: string, balance: number) => ({ at: `2026-11-22T${hour}:00:00+08:00`, balance: yuan(balance) });
  const rows = [
    sale('2026-11-22', 100, 0.6, at('09', 149.4)),
    row({ day: '2026-11-22', kind: 'settlement', amount: yuan(-140), ...at('10', 9.4) }),
    refund('2026-11-22', 200, at('11', -190.6)),
  ];
  expect(owed(rows).map(({ code, min }) => [code, min])).toEqual([['NEG_BALANCE', yuan(190.6)]]);
});

test('stays below zero because a top-up never came: told by the latest debit, not by the one that crossed zero', () => {
  const topUp = (day: Day, balance: number) =>
    funds({ day, kind: 'top-up', amount: yuan(100), balance: yuan(balance), words: '充值' });
  const fee = (day: Day, balance: number) =>
    funds({ day, kind: 'fee', amount: yuan(-120), balance: yuan(balance), words: '短信服务费' });
  const months = [topUp('2026-07-03', 190), topUp('2026-08-03', 170), topUp('2026-09-03', 150), fee('2026-09-05', 30)];
  const crossed = [...months, fee('2026-10-05', -90)];
  expect(told(crossed)).toEqual([['balance-too-low', '120.00', null]]);
  expect(told([...crossed, fee('2026-11-05', -210)])).toEqual([
    ['balance-too-low', '120.00', null],
    ['top-up-forgotten', '210.00', null],
  ]);
});
