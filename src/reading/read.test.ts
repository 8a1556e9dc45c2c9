import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatAmount } from '#money/amount.ts';
import type { Entry } from '#records/entry.ts';
import { Reading } from '#records/reading.ts';
import type { Sighting } from '#records/sighting.ts';
import { readSightings } from './read.ts';
import { CHINAUMS_HEADER, fileOf, pageOf, tableOf } from './testing.ts';

const page = { source: 'page', end: 'end', today: '2026-11-23' } as const;
const file = { source: 'file', end: null, today: '2026-11-23' } as const;
const money = (units: number | null) => (units === null ? null : formatAmount(units));
const figures = ({ kind, amount, fee, net }: Entry) => [kind, money(amount), money(fee), money(net)];
const readFile = (header: string, rows: readonly string[], more: Partial<Sighting> = {}) =>
  readSightings([fileOf([tableOf(header, rows)], more)], file);

describe('outcomes without rows', () => {
  const header = tableOf(CHINAUMS_HEADER, []);
  test.each<[string, Sighting, string]>([
    ['no records, under the columns of a bill', pageOf([header], { cues: ['no-records'] }), 'empty'],
    ['a count of 0', pageOf([{ ...header, stated: 0 }]), 'empty'],
    [
      'no records on a page of nobody with no list',
      pageOf([], { place: 'https://x.example/', cues: ['no-records'] }),
      'not-a-known-page',
    ],
    ['a list without rows and without proof', pageOf([header]), 'part'],
    ['signed out', pageOf([], { cues: ['signed-out'] }), 'signed-out'],
    ['session expired', pageOf([header], { cues: ['session-expired'] }), 'signed-out'],
    ['maintenance', pageOf([], { cues: ['maintenance'] }), 'maintenance'],
    ['still loading', pageOf([header], { cues: ['loading'] }), 'not-settled'],
    [
      'a table about other things',
      pageOf([tableOf('请求时间|文件名|下载状态|操作', ['2026-11-05 13:22|a.xlsx|已生成|下载'])], {
        place: 'https://x.example/',
      }),
      'not-a-known-page',
    ],
    ["a provider's page whose list nobody knows", pageOf([tableOf('甲|乙|丙', ['1|2|3'])]), 'changed'],
    ['nothing', pageOf([]), 'not-a-known-page'],
  ])('%s', (_name, sighting, outcome) => {
    const reading = readSightings([sighting], page);
    expect(reading.outcome).toBe(outcome);
    expect(reading.entries).toEqual([]);
    expect(reading.coverage.whole).toBe(outcome === 'empty');
  });

  test.each([
    ['signed-out', 'signed-out'],
    ['maintenance', 'maintenance'],
    ['not-settled', 'not-settled'],
    ['stopped', 'part'],
    ['throttled', 'part'],
    ['page-changed', 'changed'],
  ] as const)('a walk that ended as %s before any row', (end, outcome) => {
    expect(readSightings([pageOf([header])], { ...page, end }).outcome).toBe(outcome);
  });

  test('a file that is no bill', () => {
    expect(readFile('姓名|电话', ['张三|13800000000'])).toMatchObject({
      outcome: 'not-a-known-page',
      provider: null,
      format: null,
      entries: [],
    });
  });

  test('a notice of maintenance above a full list changes nothing', () => {
    const reading = readSightings(
      [pageOf([tableOf('交易日期|交易金额|终端号', ['2026-11-05|1.00|T1'])], { cues: ['maintenance'] })],
      page,
    );
    expect(reading.outcome).toBe('read');
  });
});

test('a list of fees and a second charge, without what is left, says what is left', () => {
  const header = '商户编号|交易日期|拉卡拉流水号|交易金额(分)|手续费(分)|D0手续费(分)';
  const [entry] = readFile(header, ['822290000000001|20260501|20260501000001|10000|60|300']).entries;
  expect([money(entry?.amount ?? null), money(entry?.fee ?? null), money(entry?.net ?? null)]).toEqual([
    '100.00',
    '0.60',
    '96.40',
  ]);
});

describe('figures that a portal states by themselves', () => {
  const notices = (header: string, rows: readonly string[]) =>
    readSightings([pageOf([tableOf(header, rows)])], page).entries.map(
      ({ kind, amount, balance, due, terminal, ledger }) => ({
        kind,
        amount: money(amount),
        balance: money(balance),
        due,
        terminal,
        ledger,
      }),
    );

  test("the account's own balance and what is owed, with the day", () => {
    expect(
      notices('可用余额（元）|账户余额|欠费金额(元)|到期日|终端号', ['12.00|−1,286.40|36.00|2026-12-01|10020001']),
    ).toEqual([
      { kind: 'balance', amount: null, balance: '-1286.40', due: null, terminal: '10020001', ledger: 'notice' },
      {
        kind: 'stated-arrears',
        amount: '-36.00',
        balance: null,
        due: '2026-12-01',
        terminal: '10020001',
        ledger: 'notice',
      },
    ]);
  });

  test('nothing owed is said, too', () => {
    expect(notices('欠费金额', ['0.00'])).toEqual([
      expect.objectContaining({ kind: 'stated-arrears', amount: '0.00' }),
    ]);
  });

  test('labels before their values', () => {
    expect(notices('', ['账户余额：|-5.00元', '应缴金额|20.00', '缴费截止日|2026年12月1日'])).toEqual([
      expect.objectContaining({ kind: 'balance', balance: '-5.00' }),
      expect.objectContaining({ kind: 'stated-arrears', amount: '-20.00', due: '2026-12-01' }),
    ]);
  });

  test('a list of what is owed, terminal by terminal', () => {
    expect(
      notices('终端号|费用名称|欠费金额|到期日', ['T1|流量费|36.00|2026-12-01', 'T2|流量费|36.00|2027-01-01']),
    ).toEqual([
      { kind: 'stated-arrears', amount: '-36.00', balance: null, due: '2026-12-01', terminal: 'T1', ledger: 'notice' },
      { kind: 'stated-arrears', amount: '-36.00', balance: null, due: '2027-01-01', terminal: 'T2', ledger: 'notice' },
    ]);
  });

  test("a dashboard of today's figures is no transaction", () => {
    expect(notices('今日交易金额|今日交易笔数|账户余额|更新时间', ['880.00|12|100.00|2026-11-23 10:00'])).toEqual([
      expect.objectContaining({ kind: 'balance', balance: '100.00' }),
    ]);
  });
});

describe('units', () => {
  const header = '商户编号|交易日期|终端号|交易类型|交易金额(分)|手续费(分)|结算金额(分)';
  test('分 in the header', () => {
    expect(readFile(header, ['8221|20261105|T1|消费|500|2|498']).entries.map(figures)).toEqual([
      ['sale', '5.00', '0.02', '4.98'],
    ]);
  });

  test('a header that says 分 above figures with decimals is not believed, and not guessed', () => {
    const reading = readFile(header, ['8221|20261105|T1|消费|100.00|0.50|99.50', '8221|20261105|T1|消费|200|1|199']);
    expect(reading.outcome).toBe('changed');
    expect(reading.rejected.map(({ reason }) => reason)).toEqual(['unit-conflict', 'unit-conflict']);
    expect(reading.rejected[0]?.cell).toEqual({ header: '交易金额(分)', text: '100.00' });
  });

  test('a unit beside the list, or in the cell', () => {
    expect(
      readFile('交易日期|终端号|交易金额', ['20261105|T1|3', '20261105|T1|500元'], {
        texts: ['单位：万元'],
      }).entries.map(({ amount }) => money(amount)),
    ).toEqual(['30000.00', '500.00']);
  });
});

describe('signs', () => {
  test('a source that prints refunds without signs', () => {
    const rows = [
      '2026-11-05|消费|100.00|0.38|99.62',
      '2026-11-05|退货|100.00|0.38|99.62',
      '2026-11-05|退货|50.00|0.00|50.00',
    ];
    expect(readFile('交易日期|交易类型|交易金额|手续费|结算金额', rows).entries.map(figures)).toEqual([
      ['sale', '100.00', '0.38', '99.62'],
      ['refund', '-100.00', '-0.38', '-99.62'],
      ['refund', '-50.00', '0.00', '-50.00'],
    ]);
  });

  test('a source that prints costs as negative fees', () => {
    const rows = ['2026-11-05|消费|100.00|-0.38|99.62', '2026-11-05|退货|-100.00|0.38|-99.62'];
    expect(readFile('交易日期|交易类型|交易金额|手续费|结算金额', rows).entries.map(figures)).toEqual([
      ['sale', '100.00', '0.38', '99.62'],
      ['refund', '-100.00', '-0.38', '-99.62'],
    ]);
  });

  test('what was deducted beside the fee stays a difference to be found', () => {
    expect(
      readFile('交易日期|交易类型|交易金额|手续费|结算金额', ['2026-11-05|消费|100.00|0.50|63.50']).entries.map(
        figures,
      ),
    ).toEqual([['sale', '100.00', '0.50', '63.50']]);
  });

  test('directions that name more than in and out (乐刷)', () => {
    const rows = [
      '2026-11-05 10:00:00|进账|消费|500',
      '2026-11-05 10:01:00|冻结|押金|9900',
      '2026-11-05 10:02:00|解冻|押金|9900',
      '2026-11-05 10:03:00|退款|消费|500',
    ];
    expect(
      readFile('交易时间|资金流向|交易类型|交易金额(分)', rows).entries.map(({ kind, amount }) => [
        kind,
        money(amount),
      ]),
    ).toEqual([
      ['sale', '5.00'],
      ['hold', '-99.00'],
      ['release', '99.00'],
      ['refund', '-5.00'],
    ]);
  });

  test("income and expense columns, and a bank's words", () => {
    const { entries } = readFile('交易日期|摘要|收入|支出|余额|对方户名', [
      '20261105|银联入账|995.00||1000.00|银联',
      '20261106|消费||20.00|980.00|超市',
    ]);
    expect(entries.map(({ ledger, kind, amount, balance }) => [ledger, kind, money(amount), money(balance)])).toEqual([
      ['bank', 'settlement', '995.00', '1000.00'],
      ['bank', 'payment', '-20.00', '980.00'],
    ]);
    expect(entries.map(({ links }) => links)).toEqual([{ counterparty: '银联' }, { counterparty: '超市' }]);
  });

  test('payouts are a list of their own', () => {
    const header =
      '序号|商户号|商户名称|划账日期|总笔数|总金额|币种|手续费|结算金额|结算批次号|付款方账户名|是否已结算|划款状态|是否已勾兑';
    const { entries } = readFile(header, ['1|8221000|店|20261106|12|100.00|人民币|0.38|99.62|B1|某公司|是|已划款|是']);
    expect(entries[0]).toMatchObject({
      ledger: 'settlement',
      kind: 'settlement',
      day: '2026-11-06',
      currency: 'CNY',
      links: { batch: 'B1' },
      state: 'done',
    });
    expect(entries.map(figures)).toEqual([['settlement', '100.00', '0.38', '99.62']]);
  });
});

describe('rows that are no entries', () => {
  test('a number that a spreadsheet damaged', () => {
    const reading = readFile('交易日期|终端号|参考号|交易金额', ['2026-11-05|T1|4.20000612E+27|1.00']);
    expect(reading.rejected).toEqual([
      expect.objectContaining({ reason: 'damaged-number', cell: { header: '参考号', text: '4.20000612E+27' } }),
    ]);
  });

  test.each([
    ['2026-13-05|T1|1.00', 'bad-day'],
    ['|T1|1.00', 'no-day'],
    ['2026-11-05|T1|', 'no-amount'],
    ['2026-11-05|T1|12,34.5', 'bad-amount'],
    ['2026-11-05|T1', 'too-few-cells'],
  ])('%s is rejected as %s', (row, reason) => {
    const reading = readFile('交易日期|终端号|交易金额', ['2026-11-05|T1|1.00', row]);
    expect(reading.rejected.map((rejected) => rejected.reason)).toEqual([reason]);
    expect(reading.outcome).toBe('part');
    expect(reading.coverage.gaps).toContainEqual({ gap: 'rows-rejected', params: { count: '1' } });
  });

  test('totals are proof: a subtotal of its part, a total of the list', () => {
    const rows = [
      '2026-11-05|T1|1.00|0.01',
      '2026-11-05|T1|2.00|0.02',
      '小计||3.00|0.03',
      '2026-11-06|T1|4.00|0.04',
      '小计||4.00|0.04',
      '合计||7.00|0.07',
    ];
    const reading = readFile('交易日期|终端号|交易金额|手续费', rows);
    expect(reading).toMatchObject({ outcome: 'read', coverage: { rows: 3, whole: true } });
    expect(reading.controls.map(({ what, stated, agrees }) => [what, stated, agrees])).toEqual([
      ['sub-amount', '3.00', true],
      ['sub-fee', '0.03', true],
      ['sub-amount', '4.00', true],
      ['sub-fee', '0.04', true],
      ['amount', '7.00', true],
      ['fee', '0.07', true],
    ]);
  });

  test('a total that does not add up, in a list that states no count: something may be missing', () => {
    const reading = readFile('交易日期|终端号|交易金额', ['2026-11-05|T1|1.00', '合计||7.00']);
    expect(reading).toMatchObject({ outcome: 'part', coverage: { whole: false, gaps: [{ gap: 'totals-differ' }] } });
  });

  test('a static table beside the list is not read once for every page', () => {
    const side = tableOf('交易日期|终端号|交易金额|备注', ['2026-11-01|T9|9.00|公告']);
    const list = (row: string) => pageOf([side, tableOf('交易日期|终端号|交易金额', [row])]);
    expect(readSightings([list('2026-11-05|T1|1.00'), list('2026-11-05|T1|2.00')], page).coverage.rows).toBe(3);
  });
});

test('whose a page or file is', () => {
  const table = tableOf('交易日期|终端号|交易金额', ['2026-11-05|T1|1.00']);
  const account = (place: string, more: Partial<Parameters<typeof readSightings>[1]> = {}, texts: string[] = []) =>
    readSightings([pageOf([table], { place, texts })], { ...page, ...more }).accounts;
  expect(account('https://portal.example.com/a')).toEqual(['site:portal.example.com:?']);
  expect(account('saved.html')).toEqual(['other:?']);
  expect(account('saved.html', { provider: 'lakala', account: 'lakala:8221' })).toEqual(['lakala:8221']);
  expect(account('https://portal.example.com/a', { account: '8221' }, ['商户编号：822290000001'])).toEqual([
    'site:portal.example.com:822290000001',
  ]);
});

const cell = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    '2026-11-05',
    '2026-11-05 10:00:00',
    '1.00',
    '-3.50',
    '',
    '合计',
    '小计',
    '消费',
    '退货',
    '流量费',
    '--',
    '2.1E+17',
    '收入',
    '支出',
    '100',
    '暂无数据',
    '总交易单数',
  ),
);
const title = fc.oneof(
  fc.constantFrom(
    '交易日期',
    '交易时间',
    '交易金额',
    '手续费',
    '结算金额',
    '终端号',
    '交易类型',
    '商户号',
    '参考号',
    '余额',
    '收入',
    '支出',
    '备注',
    '欠费金额',
    '到期日',
    '账户余额',
    '金额(分)',
    '交易笔数',
    '清算日期',
    '收支类型',
    '费率',
  ),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
);
const anyTable = fc.record({
  header: fc.array(title, { maxLength: 7 }),
  rows: fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 8 }),
  stated: fc.option(fc.nat({ max: 9 })),
});
const anySighting = fc
  .record({
    place: fc.constantFrom('a.csv', 'https://service.chinaums.com/x', 'https://x.example/', ''),
    frame: fc.constantFrom('file', 'top', 'top>0'),
    tables: fc.array(anyTable, { maxLength: 3 }),
    texts: fc.array(
      fc.oneof(cell, fc.constantFrom('共 3 条', '当前商户', '商户号：898310148160568', '2026-11-01 ~ 2026-11-30')),
      { maxLength: 4 },
    ),
    cues: fc.subarray([
      'signed-out',
      'maintenance',
      'no-records',
      'loading',
      'throttled',
      'session-expired',
      'unreadable',
      'frame-out-of-reach',
    ] as const),
    pager: fc.option(
      fc.record({
        page: fc.option(fc.integer({ min: 1, max: 5 })),
        pages: fc.option(fc.integer({ min: 1, max: 5 })),
        hasNext: fc.boolean(),
      }),
    ),
  })
  .map(
    ({ tables, ...rest }): Sighting =>
      pageOf(
        tables.map(({ header, rows, stated }) => ({ ...tableOf('', []), header, rows, stated })),
        rest,
      ),
  );

test('whatever a source holds, reading it ends in a well-formed answer, the same every time', () => {
  fc.assert(
    fc.property(
      fc.array(anySighting, { maxLength: 3 }),
      fc.constantFrom(null, 'end', 'stopped', 'repeat', 'signed-out', 'leaving', 'limit'),
      fc.constantFrom('page', 'file'),
      (sightings, end, source) => {
        const reading = readSightings(sightings, { source, end, today: '2026-11-23' });
        expect(Reading.safeParse(reading).error).toBeUndefined();
        expect(readSightings(sightings, { source, end, today: '2026-11-23' })).toEqual(reading);
        // Whole means: everything agrees and nothing is missing.
        if (reading.coverage.whole) {
          expect(reading.coverage.gaps).toEqual([]);
          expect(reading.rejected).toEqual([]);
          expect(reading.controls.every(({ agrees }) => agrees)).toBe(true);
        }
        const fromRows = reading.entries.filter(
          ({ ledger, kind }) => ledger !== 'notice' || kind === 'stated-arrears',
        ).length;
        expect(reading.coverage.rows).toBeLessThanOrEqual(fromRows + reading.rejected.length);
      },
    ),
    { numRuns: 400 },
  );
});

const amounts = fc.array(fc.integer({ min: -999_999, max: 999_999 }), { minLength: 1, maxLength: 20 });

test('no row vanishes: entries, rejections and totals are all the rows there are', () => {
  fc.assert(
    fc.property(amounts, fc.nat({ max: 20 }), fc.nat({ max: 20 }), (cents, spoilt, total) => {
      const rows = cents.map(
        (cent, i) =>
          `2026-11-${String((i % 28) + 1).padStart(2, '0')}|T1|${i === spoilt ? 'x' : (cent / 100).toFixed(2)}`,
      );
      rows.splice(total, 0, `合计||${(cents.reduce((a, b) => a + b, 0) / 100).toFixed(2)}`);
      const reading = readFile('交易日期|终端号|交易金额', rows);
      expect(reading.entries.length + reading.rejected.length).toBe(cents.length);
      expect(reading.coverage.rows).toBe(cents.length);
    }),
  );
});

test('the order of columns never changes what a row means', () => {
  const header = [
    '交易日期',
    '交易时间',
    '终端号',
    '交易类型',
    '交易金额',
    '手续费',
    '结算金额',
    '参考号',
    '备注',
    '卡类型',
    '商户号',
  ];
  fc.assert(
    fc.property(amounts, fc.shuffledSubarray([...header.keys()], { minLength: header.length }), (cents, order) => {
      const rows = cents.map((cent, i) => [
        '2026-11-05',
        `1${i % 10}:00:00`,
        `T${i % 3}`,
        cent < 0 ? '退货' : '消费',
        (cent / 100).toFixed(2),
        '0.10',
        ((cent - 10) / 100).toFixed(2),
        `63101322${1000 + i}`,
        i % 4 === 0 ? '流量费' : '',
        '借记卡',
        '898310148160568',
      ]);
      const shuffled = fileOf([
        {
          ...tableOf('', []),
          header: order.map((i) => header[i] ?? ''),
          rows: rows.map((row) => order.map((i) => row[i] ?? '')),
        },
      ]);
      const straight = fileOf([{ ...tableOf('', []), header, rows }]);
      expect(readSightings([shuffled], file).entries).toEqual(readSightings([straight], file).entries);
    }),
    { numRuns: 60 },
  );
});
