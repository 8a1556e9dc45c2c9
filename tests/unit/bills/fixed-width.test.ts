import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatAmount } from '#money/amount.ts';
import { openFile } from '#tables/files/open.ts';
import { toGbk } from '../../bills/make.ts';
import { readBytes, readText } from '../reading/read.ts';

/** Fills a text up to a width in bytes of GBK, in which a Chinese character takes two. */
function pad(text: string, width: number, right = false): string {
  const blanks = ' '.repeat(Math.max(0, width - toGbk(text).length));
  return right ? blanks + text : text + blanks;
}

const WIDTHS = [14, 10, 20, 12, 10, 12] as const;
const RIGHT = [false, false, false, true, true, true] as const;
const line = (cells: readonly string[], gap = 1) =>
  cells
    .map((cell, i) => pad(cell, WIDTHS[i] ?? 0, RIGHT[i]))
    .join(' '.repeat(gap))
    .trimEnd();
const HEADER = ['交易日期', '交易类型', '商户名称', '交易金额', '手续费', '结算金额'];
const ROWS = [
  ['2026-06-01', '消费', '沪上鲜果店', '1,000.00', '6.00', '994.00'],
  ['2026-06-01', '消费', 'A B C 便利', '50.00', '0.30', '49.70'],
  ['2026-06-02', '退货', '沪上鲜果店', '-50.00', '0.00', '-50.00'],
  ['2026-06-03', '消费', '', '8.00', '0.05', '7.95'],
];
const REPORT = [
  '                      商户结算明细表',
  '商户名称：沪上鲜果店     打印日期：2026-06-04',
  '='.repeat(80),
  line(HEADER),
  '-'.repeat(80),
  ...ROWS.map((row) => line(row)),
  '-'.repeat(80),
  line(['合计', '', '', '1,008.00', '6.35', '1,001.65']),
].join('\r\n');

describe('columns without delimiter', () => {
  test.each([
    ['GBK', toGbk(REPORT)],
    ['UTF-8', new TextEncoder().encode(REPORT)],
  ])('%s: by the places that are blank in every line, Chinese characters two columns wide', async (_, bytes) => {
    const opened = await openFile('report.txt', bytes, { at: '' });
    expect(opened).toMatchObject({
      value: [{ tables: [{ way: 'fixed', header: HEADER, rows: ROWS }, { way: 'trailer' }] }],
    });
    const reading = await readBytes('report.txt', bytes);
    expect(reading).toMatchObject({ outcome: 'read', rejected: [], coverage: { rows: 4, whole: true } });
    expect(reading.controls.every(({ agrees }) => agrees)).toBe(true);
  });

  test('amounts with commas are not taken for a delimiter’s fields', async () => {
    const text = [line(HEADER), ...Array.from({ length: 12 }, () => line(ROWS[0] ?? []))].join('\n');
    const { entries } = await readText('report.txt', text);
    expect(entries.map(({ amount }) => formatAmount(amount ?? 0))).toEqual(Array.from({ length: 12 }, () => '1000.00'));
  });

  test('a line of words across the columns is a note, and no row is lost for it', async () => {
    const noted = REPORT.replace(
      line(ROWS[2] ?? []),
      `注意：本页数据仅供参考，如有疑问请致电客服热线核实，谢谢合作。\r\n${line(ROWS[2] ?? [])}`,
    );
    const opened = await openFile('report.txt', toGbk(noted), { at: '' });
    expect(opened).toMatchObject({ value: [{ tables: [{ rows: ROWS }, { way: 'trailer' }] }] });
  });

  test('prose is no list', async () => {
    const prose = '尊敬的商户：\n\n   交易日期 以结算金额 为准，手续费 见附件。\n   感谢您的支持。\n';
    expect(await openFile('a.txt', new TextEncoder().encode(prose), { at: '' })).toMatchObject({ ok: false });
  });

  test('whatever the cells, every row comes out as it went in', async () => {
    const word = fc.stringMatching(/^[A-Za-z0-9\u4e00-\u9fa5]{1,8}$/);
    const cents = fc.integer({ min: 100, max: 9_999_999 }).map((n) => (n / 100).toFixed(2));
    const row = fc.tuple(
      fc.constantFrom('2026-06-01', '2026-06-30'),
      fc.constantFrom('消费', '退货'),
      word,
      cents,
      cents,
      cents,
    );
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 5, maxLength: 20 }), async (rows) => {
        const text = [line(HEADER, 2), ...rows.map((cells) => line(cells, 2))].join('\n');
        const opened = await openFile('r.txt', toGbk(text), { at: '' });
        return opened.ok && JSON.stringify(opened.value[0]?.tables[0]?.rows) === JSON.stringify(rows);
      }),
      { numRuns: 100 },
    );
  });
});

describe('银联 ZM', () => {
  const WIDTHS_ZM = [
    3, 11, 11, 6, 10, 19, 12, 4, 2, 21, 2, 32, 2, 6, 10, 13, 13, 4, 15, 2, 2, 6, 2, 4, 32, 1, 21, 15, 1, 15, 32, 13, 13,
    8, 32, 13, 13, 12, 2, 1,
  ];
  const zm = (given: Readonly<Record<number, string>>, gap: string): string =>
    WIDTHS_ZM.map((width, i) => pad(given[i] ?? '', width)).join(gap) + ' '.repeat(131);
  const row = (trace: string, time: string, cents: number, fee: number): Readonly<Record<number, string>> => ({
    0: 'E74',
    1: '48020000',
    2: '00010000',
    3: trace,
    4: time,
    5: '622848******1234',
    6: String(cents).padStart(12, '0'),
    7: '5411',
    9: `2026060500000000${trace}`.slice(0, 21),
    15: `D${String(fee).padStart(12, '0')}`,
    16: `C${String(cents - fee).padStart(12, '0')}`,
    27: '898310148160568',
    30: '沪上鲜果店',
    33: '12345678',
  });

  test.each(['', ' '])('40 fields by their bytes, 分, the year from the name (separator %j)', async (gap) => {
    const text = [row('000001', '0604235900', 10_000, 60), row('000002', '0605101500', 550, 3)]
      .map((given) => zm(given, gap))
      .join('\r\n');
    const reading = await readBytes('IN26060599ZM_898310148160568', toGbk(text));
    expect(reading.rejected).toEqual([]);
    expect(reading.entries).toMatchObject([
      { day: '2026-06-04', amount: 10_000_000, fee: 60_000, net: 9_940_000, terminal: '12345678' },
      { day: '2026-06-05', amount: 550_000, fee: 3000, net: 547_000 },
    ]);
    expect(reading.accounts).toEqual(['other:898310148160568']);
  });

  test('without a day in the name no year is guessed', async () => {
    const reading = await readBytes('ZM.txt', toGbk(zm(row('000001', '0604235900', 10_000, 60), ' ')));
    expect(reading).toMatchObject({ outcome: 'not-a-known-page', entries: [], coverage: { whole: false } });
  });
});
