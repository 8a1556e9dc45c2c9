import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { type Sighting, Sighting as SightingShape } from '#records/sighting.ts';
import { openFile } from '#tables/files/open.ts';

// Much is unpacked and searched here; a busy machine may take its time.
vi.setConfig({ testTimeout: 60_000 });

const root = join(import.meta.dirname, '../../bills/files');
const at = '2026-06-07T00:00:00Z';

async function open(path: string): Promise<Sighting[]> {
  const bytes = new Uint8Array(readFileSync(join(root, path)));
  const opened = await openFile(path.split('/').at(-1) ?? path, bytes, { at });
  if (!opened.ok) throw new Error(`${path}: ${opened.error}`);
  return opened.value;
}

async function errorOf(path: string): Promise<string> {
  const opened = await openFile(path, new Uint8Array(readFileSync(join(root, path))), { at });
  return opened.ok ? 'opened' : opened.error;
}

/** File → data rows, columns, stated count, first cell of the first row, last row's cells that fix its end. Counted by hand or by the peer's own result. */
const TABLES: readonly (readonly [string, number, number, number | null, string, string])[] = [
  ['deg/example/abc_debit/example-abc_debit-records.csv', 5, 9, null, '20240101', '个人活期结息'],
  ['deg/example/alipay/example-alipay-records.csv', 10, 12, 66, '2023-02-12 21:32:14', '82.00'],
  ['deg/example/bmo/credit/example-bmo-records.csv', 3, 6, null, '1', '6.0'],
  ['deg/example/bmo/debit/example-bmo-records.csv', 4, 5, null, '', '-40.0'],
  ['deg/example/boc/credit/example-boc-records.csv', 14, 7, null, '2024-12-13', '3.72'],
  ['deg/example/boc/debit/example-boc-records.csv', 17, 13, null, '2025-08-22', '3,813.58'],
  ['deg/example/cmb/credit/example-cmb-records.csv', 6, 6, null, '', '8,000.00(CN)'],
  ['deg/example/cmb/debit/example-cmb-records.csv', 5, 7, null, '2024-01-01', '1,218.24'],
  ['deg/example/hsbchk/credit/example-hsbchk-credit-records.csv', 11, 10, null, '09/04/2025', '-179.50'],
  ['deg/example/hsbchk/debit/example-hsbchk-debit-records.csv', 10, 6, null, '24/03/2025', '10,561.33'],
  ['deg/example/icbc/credit/example-icbc-credit-records.csv', 9, 13, null, '2023-04-22', '-16,042.73'],
  ['deg/example/icbc/debit-v1/example-icbc-debit-v1-records.csv', 11, 13, null, '2023-05-02', '1.04'],
  ['deg/example/jd/example-jd-records.csv', 26, 11, 26, '2024-12-30 17:16:02', '235.61(已退款235.50)'],
  ['deg/example/td/example-td-records.csv', 9, 5, null, '05/01/2023', '332.22'],
  ['deg/example/wechat/example-wechat-records.csv', 27, 11, 43, '2019-09-26 12:45:27', '¥0.01'],
  ['china-bean-importers/alipay_mobile.csv', 6, 12, null, '2024-01-05 10:00:00', '20.00'],
  ['china-bean-importers/alipay_web.txt', 2, 12, null, '202401050001', '100.00'],
  ['china-bean-importers/hsbc_credit_PULSE_202401.csv', 2, 9, null, '05/01/2024', '-20.00'],
  ['china-bean-importers/hsbc_debit_One_202401.csv', 2, 6, null, '05/01/2024', '1500.00'],
  ['china-bean-importers/boc_debit.pdf', 3, 12, null, '2024-01-05', '------'],
  ['china-bean-importers/icbc_debit.pdf', 3, 13, null, '2024-01-05 10:00:00', '980.00'],
  ['china-bean-importers/wechat.csv', 6, 11, 6, '2024-01-05 10:00:00', '¥20.00'],
  ['preciouss/tests/fixtures/alipay_sample.csv', 4, 16, null, '2024011500001', '100.00'],
  ['preciouss/tests/fixtures/cmb_credit_sample.csv', 4, 5, null, '20240115', '-299.00'],
  ['preciouss/tests/fixtures/cmb_debit_sample.csv', 3, 4, null, '2024-01-10', '43000.00'],
  ['preciouss/tests/fixtures/jd_sample.csv', 7, 11, null, '2024-01-10 09:30:00', '100.00'],
  ['preciouss/tests/fixtures/wechat_sample.csv', 8, 11, 8, '2024-01-15 10:30:00', '¥30.00'],
  ['preciouss/tests/fixtures/wechat_sample.xlsx', 4, 11, 4, '2024-01-15 12:00:00', '¥500.00'],
  [
    'daoru/examples/import_only/downloads/京东交易流水(申请时间2025年01月01日11时32分42秒)_138.csv',
    ...([26, 11, 26, '2024-12-30 17:16:02', '235.61(已退款235.50)'] as const),
  ],
  [
    'daoru/examples/import_only/downloads/支付宝交易明细(20230210-20230213).csv',
    ...([11, 12, 66, '2023-02-12 21:32:14', '66.57'] as const),
  ],
  [
    'daoru/examples/import_only/downloads/美团账单(20250201-20250228).csv',
    ...([29, 11, 29, '2025-02-28 20:35:13', '¥19.20'] as const),
  ],
  [
    'daoru/examples/import_only/downloads/微信支付账单流水文件(20190801-20190930)——【解压密码可在微信支付公众号查看】.xlsx',
    ...([31, 11, 10, '2019-09-26 12:45:27', '¥0.01'] as const),
  ],
  [
    'daoru/examples/predict/downloads/支付宝交易明细(20201122-20201214).csv',
    ...([24, 12, 35, '2020-12-14 16:50:20', '599.00'] as const),
  ],
];

describe('statements that others published', () => {
  test.each(TABLES)('%s: %i rows', async (path, rows, columns, stated, first, last) => {
    const [sighting] = await open(path);
    const [table] = sighting?.tables ?? [];
    expect(table?.rows).toHaveLength(rows);
    expect(table?.header).toHaveLength(columns);
    expect(table?.stated).toBe(stated);
    if (first !== '') expect(table?.rows[0]?.[0]).toBe(first);
    expect(table?.rows.at(-1)).toContain(last);
  });

  test('sums below a bank list stand apart from it, under its own titles', async () => {
    const [sighting] = await open('deg/example/icbc/debit-v1/example-icbc-debit-v1-records.csv');
    const [data, totals] = sighting?.tables ?? [];
    expect(totals).toMatchObject({ way: 'trailer', header: data?.header });
    expect(totals?.rows).toEqual([['人民币合计', '', '', '', '', '', '', '', '1,234.56', '9,876.54', '']]);
  });

  test('lines before the header are kept as they stand', async () => {
    const [sighting] = await open('deg/example/wechat/example-wechat-records.csv');
    expect(sighting?.texts.slice(0, 3)).toEqual([
      '微信支付账单明细',
      '微信昵称：[测试]',
      '起始时间：[2019-08-01 00:00:00] 终止时间：[2019-09-30 23:59:59]',
    ]);
    const [mobile] = await open('china-bean-importers/alipay_mobile.csv');
    expect(mobile?.texts[1]).toBe('起始时间：[2024-01-01 00:00:00],终止时间：[2024-02-01 00:00:00]');
    expect(mobile?.texts.at(-1)).toContain('交易记录结束');
  });

  test('the same list as CSV and as XLSX gives the same rows', async () => {
    const [csv] = await open('deg/example/wechat/example-wechat-records.csv');
    const sheets = await open('deg/example/wechat/example-wechat-records.xlsx');
    expect(sheets.map((sheet) => sheet.title)).toEqual(['example-wechat-records', 'Sheet1']);
    expect(sheets[0]?.tables[0]?.rows.map((row) => row[0])).toEqual(csv?.tables[0]?.rows.map((row) => row[0]));
    expect(sheets[0]?.tables[0]?.rows.at(-1)?.[8]).toBe('4200002168202406076349888061');
  });
});

describe('other banks, delimiters and code pages', () => {
  const dir = 'bank2ynab/test/test-data';

  test.each(readdirSync(join(root, dir)))('%s is one table, nothing of it garbled', async (name) => {
    const [sighting] = await open(`${dir}/${name}`);
    expect(sighting?.tables).toHaveLength(1);
    expect(sighting?.tables[0]?.rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(sighting)).not.toMatch(/\ufffd|Ã|Â/);
    for (const row of sighting?.tables[0]?.rows ?? []) expect(row.length).toBeGreaterThan(1);
  });

  test('semicolons with decimal commas, tabs, bars; Windows-1252 and Windows-1250', async () => {
    const semicolon = await open(`${dir}/test_headers.csv`);
    expect(semicolon[0]?.tables[0]?.rows).toHaveLength(73);
    expect(semicolon[0]?.texts).toHaveLength(3);
    const tab = await open(`${dir}/test_delimiter_tab.csv`);
    expect(tab[0]?.tables[0]?.rows[0]?.[4]).toBe('33,87');
    const bar = await open(`${dir}/kta_ei.dat`);
    expect(bar[0]?.tables[0]?.rows).toHaveLength(12);
    const czech = await open(`${dir}/Movements_1234512345_201805271848.csv`);
    expect(czech[0]?.tables[0]?.header.slice(0, 3)).toEqual(['Datum provedení', 'Datum zaúčtování', 'Číslo účtu']);
    const german = await open(`${dir}/umsatz-1234________1234-20180227.CSV`);
    expect(german[0]?.tables[0]?.header[0]).toBe('Umsatz getätigt von');
  });

  test.each(readdirSync(join(root, 'dbt-stripe/integration_tests/seeds')).filter((name) => name.endsWith('.csv')))(
    'Stripe %s: a row per line',
    async (name) => {
      const path = `dbt-stripe/integration_tests/seeds/${name}`;
      const lines = readFileSync(join(root, path), 'utf8').trim().split(/\r?\n/);
      const [sighting] = await open(path);
      const [table] = sighting?.tables ?? [];
      expect(table?.header).toEqual(lines[0]?.split(','));
      expect(table?.rows).toHaveLength(lines.length - 1);
      for (const row of table?.rows ?? []) expect(row).toHaveLength(table?.header.length ?? 0);
    },
  );
});

describe('workbooks', () => {
  test.each(['xls', 'xlsx'])('days counted from 1900 and from 1904 (%s)', async (kind) => {
    for (const [start, first, last] of [
      ['1900', '1900-01-01', '1930-06-02'],
      ['1904', '1904-01-02', '1934-06-03'],
    ]) {
      const [sighting] = await open(`sheetjs-testfiles/1904/${start}.${kind}`);
      const rows = sighting?.tables[0]?.rows;
      expect([rows?.[0]?.[1], rows?.at(-1)?.[1]]).toEqual([first, last]);
    }
  });

  test('several sheets, empty ones left out, Chinese sheet names', async () => {
    const sheets = await open('ezbookkeeping/testdata/feidee_mymoney_test_file.xls');
    expect(sheets.map((sheet) => [sheet.title, sheet.tables[0]?.rows.length])).toEqual([
      ['支出', 2],
      ['收入', 2],
      ['余额变更', 1],
      ['负债变更', 1],
      ['债权变更', 1],
      ['转账', 1],
    ]);
    expect(sheets[0]?.place).toBe('feidee_mymoney_test_file.xls › 支出');
    expect((await open('ezbookkeeping/testdata/multiple_sheets_excel_file.xlsx')).map((sheet) => sheet.title)).toEqual([
      'FirstSheet',
      'ThirdSheet',
      'FourthSheet',
      'FifthSheet',
    ]);
  });

  test('numbers are never rounded to what a format shows', async () => {
    const sheets = await open('sheetjs-testfiles/number_format.xlsm');
    const general = sheets.find((sheet) => sheet.title === '2011')?.tables[0]?.rows[0];
    expect(general).toEqual([
      ...['General', '1', '-1.2', '12.3', '-12.34', '123.45', '-123.456', '1234.567', '-1234.5678'],
      ...['12345.6789', '-12345.67891'],
    ]);
  });

  test('Excel’s XML of 2003, and a page saved as HTML', async () => {
    const xml = await open('sheetjs-testfiles/number_format.xls.xml');
    expect(xml.find((sheet) => sheet.title === '2011')?.tables[0]?.rows[0]?.[10]).toBe('-12345.67891');
    const [page] = await open('china-bean-importers/boc_credit.mail.html');
    expect(page?.tables[0]).toMatchObject({ way: 'html' });
    expect(page?.tables[0]?.rows).toHaveLength(3);
  });

  test('what cannot be read says why', async () => {
    expect(await errorOf('ezbookkeeping/testdata/empty_excel_file.xls')).toBe('empty');
    expect(await errorOf('ezbookkeeping/testdata/empty_excel_file.xlsx')).toBe('empty');
    expect(await errorOf('ezbookkeeping/testdata/only_one_row_excel_file.xlsx')).toBe('not-a-table');
    expect(await errorOf('sheetjs-testfiles/password_2002_128_enhanced.xls')).toBe('locked-workbook');
    expect(await errorOf('china-bean-importers/boc_credit.eml')).toBe('not-a-table');
  });
});

test('every file here is within the shapes that the rest of the product accepts, or has its error', async () => {
  const walk = (path: string): string[] =>
    statSync(path).isDirectory() ? readdirSync(path).flatMap((name) => walk(join(path, name))) : [path];
  for (const path of walk(root)) {
    const opened = await openFile(path, new Uint8Array(readFileSync(path)), { at });
    if (opened.ok) for (const sighting of opened.value) expect(() => SightingShape.parse(sighting)).not.toThrow();
  }
});
