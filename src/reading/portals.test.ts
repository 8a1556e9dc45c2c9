import { describe, expect, test } from 'vitest';
import { formatAmount } from '#money/amount.ts';
import type { Sighting } from '#records/sighting.ts';
import { readSightings } from './read.ts';
import { pageOf, pagerOf, tableOf } from './testing.ts';

/** Lists as portals outside the directory show them. */
const place = 'https://portal.example.com/list';
const context = { source: 'page', end: 'end', today: '2026-11-23' } as const;
const read = (header: string, rows: readonly string[], more: Partial<Sighting> = {}) =>
  readSightings([pageOf([tableOf(header, rows)], { place, ...more })], context);
const amounts = (reading: ReturnType<typeof read>) =>
  reading.entries.map(({ amount }) => (amount === null ? null : formatAmount(amount)));
const SALES = [227651, 90912, 13333, 45677, 120001, 8899];
const sales = (print: (amount: number, fee: number) => string) =>
  SALES.map((amount, i) => `2026-11-0${i + 1} 10:00:00|消费|${print(amount, Math.round(amount * 0.006))}`);
const yuan = (cents: number) => (cents / 100).toFixed(2);

describe('a unit that the rows contradict is refused, never read a hundredfold', () => {
  const conflict = (reading: ReturnType<typeof read>) => {
    expect(reading.entries).toEqual([]);
    expect(reading.rejected.map(({ reason }) => reason)).toEqual(SALES.map(() => 'unit-conflict'));
  };
  test('fees in 分 beside a rate', () =>
    conflict(
      read(
        '交易时间|交易类型|交易金额|费率|手续费',
        sales((a, f) => `${yuan(a)}|0.60%|${f}`),
      ),
    ));
  test('amounts in 分 beside a rate', () =>
    conflict(
      read(
        '交易时间|交易类型|交易金额|费率|手续费',
        sales((a, f) => `${a}|0.60%|${yuan(f)}`),
      ),
    ));
  test('a fee that is the same large share of every amount', () =>
    conflict(
      read(
        '交易时间|交易类型|交易金额|手续费',
        sales((a, f) => `${yuan(a)}|${f}`),
      ),
    ));
  test('no figure has cents, and no unit is said', () =>
    conflict(
      read(
        '交易时间|交易类型|交易金额|手续费|结算金额',
        sales((a, f) => `${a}|${f}|${a - f}`),
      ),
    ));
  test('a silent fee without cents beside amounts in 分', () =>
    conflict(
      read(
        '交易时间|交易类型|交易金额(分)|手续费',
        sales((a, f) => `${a}|${f}`),
      ),
    ));

  test('one header says 分 and all add up as printed: all are in 分', () => {
    const reading = read(
      '交易时间|交易类型|交易金额(分)|手续费|结算金额',
      sales((a, f) => `${a}|${f}|${a - f}`),
    );
    expect(amounts(reading)).toEqual(SALES.map(yuan));
    expect(reading.entries.map(({ net }) => formatAmount(net ?? 0))).toEqual(
      SALES.map((a) => yuan(a - Math.round(a * 0.006))),
    );
  });
  test('what is right stays: fees by a rate, capped fees, round amounts without cents', () => {
    expect(
      read(
        '交易时间|交易类型|交易金额|费率|手续费',
        sales((a, f) => `${yuan(a)}|0.60%|${yuan(f)}`),
      ).rejected,
    ).toEqual([]);
    // 万元 beside 元, 分 beside 元: each in its own unit.
    expect(
      read(
        '交易时间|交易类型|交易金额（万元）|手续费（元）',
        sales((a, f) => `${a}.00|${f * 10_000}.00`),
      ).rejected,
    ).toEqual([]);
    expect(
      read(
        '交易时间|交易类型|交易金额（分）|手续费（元）',
        sales((a, f) => `${a}|${yuan(f)}`),
      ).rejected,
    ).toEqual([]);
    const round = [1000, 2000, 300, 5000, 700, 40].map((a, i) => `2026-11-0${i + 1}|${a}|${a / 100}`);
    expect(read('交易日期|交易金额|手续费', round).rejected).toEqual([]);
    const flat = [1234, 2345, 777, 999, 8123, 55].map((a, i) => `2026-11-0${i + 1}|${a}|2`);
    expect(read('交易日期|提现金额|手续费', flat).rejected).toEqual([]);
  });
});

test.each([
  ['交易日期|交易类型|交易金额（千元）', []],
  ['Date|Type|Amount (in thousands)', []],
  ['交易日期|交易类型|交易金额', ['单位：千元']],
  ['交易日期|交易类型|交易金额', ['金额单位：亿元']],
])('a unit that is not read here is refused, not taken for 元: %s %j', (header, texts) => {
  const reading = read(header, ['2026-11-05|消费|2.38'], { texts });
  expect(reading.entries).toEqual([]);
  expect(reading.rejected).toMatchObject([{ reason: 'unit-conflict' }]);
});

test('a summary by day with counts is no list of sales', () => {
  const summary = read('日期|收款笔数|收款金额|退款笔数|退款金额|手续费|净额', [
    '2026-11-05|12|1,200.00|1|30.00|7.20|1,162.80',
  ]);
  expect(summary.entries).toEqual([]);
  const payouts = read('结算日期|交易笔数|交易金额|手续费|结算金额', ['2026-11-05|12|1,200.00|7.20|1,192.80']);
  expect(payouts.entries).toMatchObject([{ kind: 'settlement', net: 119_280_000 }]);
});

test('two figures in every amount cell refuse their rows; the fee is not read for the amount', () => {
  const reading = read('交易时间|交易类型|交易金额|手续费', ['2026-11-05 10:00|消费|2,251.33 2,241.33|13.45']);
  expect(reading.entries).toEqual([]);
  expect(reading.rejected[0]).toMatchObject({ reason: 'bad-amount', cell: { header: '交易金额' } });
});

test.each([
  ['Date|Type|Amount (USD)', ['2026-11-05|Sale|12.00'], {}, 'USD'],
  ['Date|Type|Amount', ['2026-11-05|Sale|$12.00'], {}, 'USD'],
  ['Date|Type|Amount', ['2026-11-05|Sale|HK$12.00'], {}, 'HKD'],
  ['Date|Type|Amount', ['2026-11-05|Sale|12,00 €'], {}, 'EUR'],
  ['Date|Type|Amount|Currency', ['2026-11-05|Sale|$12.00|CAD'], {}, 'CAD'],
  ['交易日期|交易类型|交易金额（美元）', ['2026-11-05|消费|12.00'], {}, 'USD'],
  ['交易日期|交易类型|交易金额', ['2026-11-05|消费|12.00'], { texts: ['币种：港币'] }, 'HKD'],
  ['交易日期|交易类型|交易金额（元）', ['2026-11-05|消费|¥12.00'], { texts: ['币种：全部'] }, 'CNY'],
])('the currency that a list states: %s %j %j', (header, rows, more, currency) => {
  expect(read(header, rows, more).entries).toMatchObject([{ currency, amount: 1_200_000 }]);
});

describe('dates', () => {
  const days = (dates: readonly string[], texts: readonly string[] = []) =>
    read(
      '交易时间|交易类型|交易金额',
      dates.map((date) => `${date}|消费|12.00`),
      { texts: [...texts] },
    ).entries.map(({ day }) => day);
  test('two-digit years are read where only one order gives days that a bill can have', () => {
    expect(days(['26-11-05 12:18:13', '26-10-31 08:00:00'])).toEqual(['2026-11-05', '2026-10-31']);
    expect(days(['05/11/26', '31/10/26'])).toEqual(['2026-11-05', '2026-10-31']);
    // 2026-05-11, 5 November 2026 and 11 May 2026 are all possible.
    expect(days(['26-11-25'])).toEqual([]);
  });
  test('a date elsewhere on the page shows in which order it writes dates', () => {
    expect(days(['01/11/2026', '02/11/2026'])).toEqual([]);
    expect(days(['01/11/2026', '02/11/2026'], ['Statement period: 01/11/2026 to 30/11/2026'])).toEqual([
      '2026-11-01',
      '2026-11-02',
    ]);
  });
  test('full-width figures', () => {
    const reading = read('交易日期|交易类型|交易金额', ['２０２６－１１－０５|退货|－１，２３４．５０']);
    expect(reading.entries).toMatchObject([{ day: '2026-11-05', amount: -123_450_000 }]);
  });
});

test('opening and closing balances are balances, not broken rows', () => {
  const reading = read('日期|摘要|借方金额|贷方金额|余额', [
    '2026-11-01|期初余额|||100.00',
    '2026-11-02|POS款||20.00|120.00',
    '2026-11-30|期末余额|||120.00',
  ]);
  expect(reading.rejected).toEqual([]);
  expect(reading.entries.map(({ kind, amount }) => [kind, amount])).toEqual([
    ['balance', null],
    ['sale', 2_000_000],
    ['balance', null],
  ]);
});

test('of what was due, paid and is left, what is left is owed', () => {
  const reading = read('费用名称|应缴金额|已缴金额|欠缴金额|缴费截止日|状态', [
    '年费|360.00|360.00|0.00|2026-03-01|已缴',
    '通讯费|36.00|0.00|36.00|2026-12-01|欠费',
  ]);
  expect(reading.entries).toMatchObject([
    { kind: 'stated-arrears', amount: 0, due: '2026-03-01' },
    { kind: 'stated-arrears', amount: -3_600_000, due: '2026-12-01' },
  ]);
});

test('English words for what gives back and what takes', () => {
  const kinds = read('Date|Type|Amount|Balance', [
    '2026-11-01|Chargeback|-45.00|1.00',
    '2026-11-02|Chargeback reversal|45.00|46.00',
    '2026-11-03|Monthly service fee|-15.00|31.00',
    '2026-11-04|Dispute fee|-15.00|16.00',
  ]).entries.map(({ kind, amount }) => [kind, amount]);
  expect(kinds).toEqual([
    ['chargeback', -4_500_000],
    ['chargeback', 4_500_000],
    ['fee', -1_500_000],
    ['fee', -1_500_000],
  ]);
});

test('the merchant in one cell of a table that only places things', () => {
  const bar = tableOf('', ['|您好，商户号：898310148160568|退出']);
  const list = tableOf('交易时间|交易类型|交易金额', ['2026-11-05 10:00|消费|12.00']);
  expect(readSightings([pageOf([bar, list], { place })], context).accounts).toEqual([
    'site:portal.example.com:898310148160568',
  ]);
});

test.each(['当前欠费金额', '本期待缴总额', '欠费金额', '应缴金额'])('%s on a card is owed', (label) => {
  const card = tableOf(`账户余额|${label}`, ['12.00元|386.00元'], { way: 'key-value' });
  expect(readSightings([pageOf([card], { place })], context).entries).toMatchObject([
    { kind: 'balance', balance: 1_200_000 },
    { kind: 'stated-arrears', amount: -38_600_000 },
  ]);
});

describe('wholeness', () => {
  test('two lists with the same columns on one page have a count each', () => {
    const lists = ['05', '06'].map((day) =>
      tableOf('交易时间|交易类型|交易金额', [`2026-11-${day} 10:00|消费|12.00`], { stated: 1 }),
    );
    const both = readSightings([pageOf(lists, { place })], context);
    expect([both.outcome, both.coverage.whole, both.coverage.statedRows]).toEqual(['read', true, 2]);
    const [first, second] = lists;
    if (!first || !second) throw new Error('two lists were made');
    const short = readSightings([pageOf([first, { ...second, stated: 3 }], { place })], context);
    expect(short.coverage.gaps.map(({ gap }) => gap)).toEqual(['rows-missing']);
  });
  const list = tableOf('交易时间|交易类型|交易金额', ['2026-11-05 10:00|消费|12.00']);
  test('a pager in a frame of its own turns pages that were not read', () => {
    const frames = [
      pageOf([], { place, frame: 'top', pager: pagerOf(1, 5) }),
      pageOf([list], { place, frame: 'top>0' }),
    ];
    const reading = readSightings(frames, context);
    expect(reading.outcome).toBe('part');
    expect(reading.coverage.gaps).toEqual([{ gap: 'more-pages', params: {} }]);
  });
  test.each([
    ['a look alone, where nothing may be pressed', null],
    ['a walk that could not see the end', 'end'],
  ] as const)('%s says that there is more, unless the count is reached', (_, end) => {
    const pager = { page: null, pages: null, hasNext: true };
    const of = (stated: number | null) =>
      readSightings([pageOf([{ ...list, stated }], { place, pager })], { ...context, end });
    expect(of(null)).toMatchObject({ outcome: 'part', coverage: { whole: false, gaps: [{ gap: 'more-pages' }] } });
    expect(of(40).outcome).toBe('part');
    expect(of(40).coverage.gaps.map(({ gap }) => gap)).toContain('rows-missing');
    expect(of(1).outcome).toBe('read');
  });
  test('a last press that changed nothing leaves a list whole that has as many rows as it states', () => {
    const whole = readSightings([pageOf([{ ...list, stated: 1 }], { place })], { ...context, end: 'not-settled' });
    expect([whole.outcome, whole.coverage.gaps]).toEqual(['read', []]);
    const cut = readSightings([pageOf([{ ...list, stated: 2 }], { place })], { ...context, end: 'not-settled' });
    expect(cut.outcome).toBe('part');
    expect(cut.coverage.gaps.map(({ gap }) => gap)).toEqual(['interrupted', 'rows-missing']);
  });
});
