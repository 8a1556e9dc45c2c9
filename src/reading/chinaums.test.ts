import { describe, expect, test } from 'vitest';
import { formatAmount } from '#money/amount.ts';
import type { Entry } from '#records/entry.ts';
import { readSightings } from './read.ts';
import { CHINAUMS_HEADER, pageOf, pagerOf, swipe, tableOf } from './testing.ts';

const context = { source: 'page', end: 'end', today: '2026-11-23' } as const;
const money = ({ amount, fee, net }: Entry) =>
  [amount, fee, net].map((units) => (units === null ? null : formatAmount(units)));

const ROWS = [
  swipe({ amount: '1,000.00', fee: '5.00', net: '995.00' }),
  swipe({ amount: '8888.00', fee: '20.00', net: '8868.00', trace: '000124', rrn: '631013220102' }),
  swipe({ amount: '200.00', fee: '1.20', net: '198.80', card: '贷记卡', terminal: '10020002', rrn: '631013220103' }),
  swipe({ amount: '35.50', fee: '0.13', net: '35.37', kind: '扫码支付', card: '', pay: '微信', rrn: '631013220104' }),
  swipe({ amount: '300.00', fee: '1.50', net: '262.50', remark: '流量费', rrn: '631013220105' }),
  swipe({ amount: '-500.00', fee: '0.00', net: '-500.00', kind: '退货', rrn: '631013220106' }),
];

const home = pageOf(
  [tableOf('账户余额（元）|可用余额（元）|待结算金额（元）', ['−1,286.40|0.00|35.00'], { way: 'key-value' })],
  {
    texts: ['当前商户', '沪上鲜果店（898310148160568） 切换商户'],
  },
);
const list = (rows: readonly string[], more: Parameters<typeof pageOf>[1] = {}) =>
  pageOf([tableOf(CHINAUMS_HEADER, rows)], { frame: 'top>0', texts: ['根据输入条件共查询到 6 条'], ...more });

describe('the 对账明细 of 银联商务', () => {
  const reading = readSightings(
    [home, list(ROWS.slice(0, 4), { pager: pagerOf(1, 2) }), list(ROWS.slice(4), { pager: pagerOf(2, 2) })],
    context,
  );
  const rows = reading.entries.filter(({ ledger }) => ledger === 'trade');

  test('is read, proved by its own count', () => {
    expect(reading).toMatchObject({
      outcome: 'read',
      provider: 'chinaums',
      format: 'chinaums-detail',
      accounts: ['chinaums:898310148160568'],
      names: { 'chinaums:898310148160568': '沪上鲜果店' },
      stableIds: false,
      coverage: { from: '2026-11-05', to: '2026-11-05', pages: 2, rows: 6, statedRows: 6, whole: true, gaps: [] },
      controls: [{ what: 'rows', stated: '6', computed: '6', agrees: true }],
      rejected: [],
    });
  });

  test("has exact figures with the merchant's signs", () => {
    expect(rows.map(money)).toEqual([
      ['1000.00', '5.00', '995.00'],
      ['8888.00', '20.00', '8868.00'],
      ['200.00', '1.20', '198.80'],
      ['35.50', '0.13', '35.37'],
      ['300.00', '1.50', '262.50'],
      ['-500.00', '0.00', '-500.00'],
    ]);
    expect(rows.map(({ kind }) => kind)).toEqual(['sale', 'sale', 'sale', 'sale', 'sale', 'refund']);
    expect(rows.map(({ card }) => card)).toEqual(['debit', 'debit', 'credit', 'qr', 'debit', 'debit']);
    expect(rows.map(({ terminal }) => terminal)).toEqual([
      '10020001',
      '10020001',
      '10020002',
      '10020001',
      '10020001',
      '10020001',
    ]);
  });

  test('keeps days, numbers and words', () => {
    expect(rows[4]).toMatchObject({
      day: '2026-11-05',
      at: '2026-11-05T13:22:01+08:00',
      settleDay: '2026-11-06',
      reference: '631013220105',
      links: { rrn: '631013220105', trace: '000123' },
      words: '消费 · 流量费',
      state: 'done',
      currency: 'CNY',
    });
  });

  test('and the balance of the home card is an observed figure, no row', () => {
    expect(reading.entries.filter(({ ledger }) => ledger === 'notice')).toEqual([
      expect.objectContaining({
        kind: 'balance',
        account: 'chinaums:898310148160568',
        day: '2026-11-23',
        at: '2026-11-23T02:00:00Z',
        amount: null,
        balance: -128_640_000,
        words: '账户余额（元）',
      }),
    ]);
  });
});

test('rows of several merchants on one login stay apart', () => {
  const other = swipe({ amount: '10.00', fee: '0.05', net: '9.95', merchant: '89831014816A002' });
  expect(readSightings([list([ROWS[0] ?? '', other])], context).accounts).toEqual([
    'chinaums:898310148160568',
    'chinaums:89831014816A002',
  ]);
});

test('a look-alike host never writes into the account of 银联商务', () => {
  const place = 'https://service.chinaums.com.example.net/uisportal/';
  expect(readSightings([list(ROWS, { place })], context)).toMatchObject({
    provider: 'site:service.chinaums.com.example.net',
    format: 'generic',
    accounts: ['site:service.chinaums.com.example.net:898310148160568'],
    coverage: { whole: true },
  });
});

test('a page on this machine is known by its columns', () => {
  expect(readSightings([list(ROWS, { place: 'http://127.0.0.1:8080/x' })], context).provider).toBe('chinaums');
});

test('shuffled columns give the same entries', () => {
  const header = CHINAUMS_HEADER.split('|');
  const order = header.map((_, i) => (i * 7 + 3) % header.length);
  const shuffle = (cells: readonly string[]) => order.map((i) => cells[i] ?? '').join('|');
  const shuffled = pageOf(
    [
      tableOf(
        shuffle(header),
        ROWS.map((row) => shuffle(row.split('|'))),
      ),
    ],
    { frame: 'top>0' },
  );
  expect(readSightings([shuffled], context).entries).toEqual(readSightings([list(ROWS)], context).entries);
});

describe('what is not whole says so', () => {
  const first = list(ROWS.slice(0, 4), { pager: pagerOf(1, 2) });
  const gaps = (reading: ReturnType<typeof readSightings>) => reading.coverage.gaps.map(({ gap }) => gap);

  test.each([
    ['stopped', ['stopped', 'pages-missing', 'rows-missing']],
    ['signed-out', ['session-ended', 'pages-missing', 'rows-missing']],
    ['throttled', ['throttled', 'pages-missing', 'rows-missing']],
    ['page-changed', ['page-changed', 'pages-missing', 'rows-missing']],
    ['limit', ['more-pages', 'pages-missing', 'rows-missing']],
    [null, ['pages-missing', 'rows-missing']],
  ] as const)('walk end %s', (end, expected) => {
    const reading = readSightings([first], { ...context, end });
    expect(reading.outcome).toBe('part');
    expect(gaps(reading)).toEqual(expected);
    expect(reading.coverage.whole).toBe(false);
    expect(reading.entries).toHaveLength(4);
  });

  test('the missing pages are named', () => {
    const pages = [1, 2, 5].map((page) => list([ROWS[page] ?? ''], { pager: pagerOf(page, 9), texts: [] }));
    expect(readSightings(pages, context).coverage.gaps).toEqual([
      { gap: 'pages-missing', params: { pages: '3–4, 6–9', stated: '9', seen: '3' } },
    ]);
  });

  test('a last page without a pager is not missing, if the count says that all is there', () => {
    const pages = (stated: number | null) => [
      pageOf([tableOf(CHINAUMS_HEADER, ROWS.slice(0, 3), { stated })], { frame: 'top>0', pager: pagerOf(1, 2) }),
      pageOf([tableOf(CHINAUMS_HEADER, ROWS.slice(3, 5), { stated })], { frame: 'top>0', pager: null }),
    ];
    expect(readSightings(pages(5), context).coverage).toMatchObject({ whole: true, gaps: [] });
    expect(gaps(readSightings(pages(null), context))).toContain('pages-missing');
    expect(gaps(readSightings(pages(6), context))).toContain('pages-missing');
  });

  test('a count that changes from page to page says that the list moved, even where the numbers come out even', () => {
    const page = (rows: readonly string[], stated: number, number: number) =>
      pageOf([tableOf(CHINAUMS_HEADER, rows, { stated })], { frame: 'top>0', pager: pagerOf(number, 2) });
    const reading = readSightings([page(ROWS.slice(0, 3), 5, 1), page(ROWS.slice(2, 5), 6, 2)], context);
    expect(reading.outcome).toBe('part');
    expect(gaps(reading)).toContain('page-changed');
  });

  test('no count and no totals: read, but not proved', () => {
    const reading = readSightings([list(ROWS, { texts: [] })], { ...context, end: null });
    expect(reading.outcome).toBe('read');
    expect(gaps(reading)).toEqual(['not-proved']);
    expect(reading.coverage.whole).toBe(false);
  });

  test('a single page proves itself by its count, without a walk', () => {
    expect(readSightings([list(ROWS)], { ...context, end: null }).coverage.whole).toBe(true);
  });

  test('a cell that is no number stops its row and is shown', () => {
    const bad = swipe({ amount: '12x.00', fee: '0.05', net: '9.95' });
    const reading = readSightings([list([...ROWS.slice(0, 5), bad])], context);
    expect(reading.outcome).toBe('part');
    expect(reading.rejected).toEqual([
      expect.objectContaining({ row: 5, reason: 'bad-amount', cell: { header: '交易金额', text: '12x.00' } }),
    ]);
    expect(reading.entries).toHaveLength(5);
  });
});

test('a list without records proves its period for the merchant that the page names', () => {
  const none = pageOf([tableOf(CHINAUMS_HEADER, [], { stated: 0 })], {
    texts: ['当前商户：898310148160568', '清算时间 2026/11/01 ~ 2026/11/03', '共查询到 0 条'],
    cues: ['no-records'],
  });
  expect(readSightings([none], context)).toMatchObject({
    outcome: 'empty',
    format: 'chinaums-detail',
    accounts: ['chinaums:898310148160568'],
    coverage: { from: '2026-11-01', to: '2026-11-03', whole: true },
  });
  expect(readSightings([{ ...none, texts: none.texts.slice(1) }], context).accounts).toEqual([]);
});

describe('a merchant that changes in the middle of a walk', () => {
  const header = '交易日期|交易金额|手续费|终端号';
  const page = (number: string, row: string, more: Parameters<typeof pageOf>[1] = {}) =>
    pageOf([tableOf(header, [row])], { texts: [`当前商户：${number}`], ...more });
  const [first, second] = ['898310148160568', '898310148160569'] as const;
  const pages = [page(first, '2026-11-05|1.00|0.01|T1'), page(second, '2026-11-05|2.00|0.01|T1')];

  test('is refused: no row of either is kept', () => {
    expect(readSightings(pages, context)).toMatchObject({
      outcome: 'changed',
      accounts: [],
      entries: [],
      rejected: [],
      coverage: { rows: 0, whole: false, gaps: [{ gap: 'merchant-changed', params: { from: first, to: second } }] },
    });
  });

  test('is refused wherever it happens, and also if it changes back', () => {
    const back = page(first, '2026-11-05|3.00|0.01|T1');
    for (const walk of [[...pages, back], [back, ...pages], pages.toReversed()]) {
      expect(readSightings(walk, { ...context, end: 'stopped' })).toMatchObject({ outcome: 'changed', entries: [] });
    }
  });

  test('is none where the rows themselves name their merchant', () => {
    const named = (label: string, merchant: string, trace: string) =>
      pageOf([tableOf(CHINAUMS_HEADER, [swipe({ amount: '1.00', fee: '0.01', net: '0.99', merchant, trace })])], {
        texts: [`当前商户：${label}`],
      });
    const reading = readSightings([named(first, first, '000001'), named(second, second, '000002')], context);
    expect(reading.outcome).toBe('read');
    expect(reading.accounts).toEqual([`chinaums:${first}`, `chinaums:${second}`]);
  });

  test('is none where two frames name two, or where a page names none', () => {
    const beside = page(second, '2026-11-05|2.00|0.01|T1', { frame: 'top>0' });
    const silent = page('', '2026-11-06|2.00|0.01|T1', { texts: [] });
    const reading = readSightings([page(first, '2026-11-05|1.00|0.01|T1'), silent, beside], context);
    expect(reading.entries).toHaveLength(3);
  });

  test('members of one file that each name their own stay apart', () => {
    const members = pages.map((one) => ({ ...one, frame: 'file', place: 'bills.zip' }));
    const reading = readSightings(members, { ...context, source: 'file', end: null, provider: 'chinaums' });
    expect(reading.entries.map(({ account }) => account)).toEqual([`chinaums:${first}`, `chinaums:${second}`]);
  });
});
