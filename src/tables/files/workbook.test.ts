import * as library from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { numberText } from './number-text.ts';
import { openFile } from './open.ts';

const at = '2026-06-07T00:00:00Z';

async function tablesOf(sheet: library.WorkSheet, bookType: library.BookType = 'xlsx') {
  const book = library.utils.book_new();
  library.utils.book_append_sheet(book, sheet, '对账明细');
  const bytes = new Uint8Array(library.write(book, { type: 'array', bookType, cellStyles: true }) as ArrayBuffer);
  const opened = await openFile(`bill.${bookType}`, bytes, { at });
  if (!opened.ok) throw new Error(opened.error);
  return opened.value[0]?.tables ?? [];
}

describe('cells of a spreadsheet', () => {
  test.each(['xlsx', 'biff8', 'xlsb'] as const)(
    'order numbers, amounts and days keep every digit (%s)',
    async (type) => {
      const sheet = library.utils.aoa_to_sheet([
        ['清算日期', '商户订单号', '流水号', '交易金额', '手续费'],
        [0, '00420000612032130748', 202401050001, 1234.56, 0.1],
        [0, '2', 2.0200301e27, -0.005, 0.3],
      ]);
      sheet['A2'] = { t: 'n', v: 46_100.5, z: 'yyyy/m/d h:mm' };
      sheet['A3'] = { t: 'n', v: 46_101, z: 'yyyy"年"m"月"d"日"' };
      sheet['D2'] = { t: 'n', v: 1234.56, z: '#,##0.0' };
      sheet['E2'] = { t: 'n', v: 0.1 + 0.2, z: 'General' };
      const [table] = await tablesOf(sheet, type);
      expect(table?.rows).toEqual([
        ['2026-03-19 12:00:00', '00420000612032130748', '202401050001', '1234.56', '0.3'],
        ['2026-03-20', '2', '2.0200301E+27', '-0.005', '0.3'],
      ]);
    },
  );

  test('a header of two levels is one row of paths; a title over the whole sheet is a line', async () => {
    const sheet = library.utils.aoa_to_sheet([
      ['商户对账单', '', '', ''],
      ['交易日期', '金额', '', '余额'],
      ['', '收入', '支出', ''],
      ['2026-01-01', '1.00', '', '1.00'],
      ['2026-01-02', '', '2.00', '-1.00'],
    ]);
    sheet['!merges'] = ['A1:D1', 'A2:A3', 'B2:C2', 'D2:D3'].map(library.utils.decode_range);
    const [table] = await tablesOf(sheet);
    expect(table?.header).toEqual(['交易日期', '金额 / 收入', '金额 / 支出', '余额']);
    expect(table?.rows).toHaveLength(2);
  });

  test('a merged cell stands in every row that it covers', async () => {
    const sheet = library.utils.aoa_to_sheet([
      ['商户号', '交易日期', '交易金额'],
      ['898310148160568', '2026-01-01', '1.00'],
      ['', '2026-01-02', '2.00'],
    ]);
    sheet['!merges'] = [library.utils.decode_range('A2:A3')];
    const [table] = await tablesOf(sheet);
    expect(table?.rows.map((row) => row[0])).toEqual(['898310148160568', '898310148160568']);
  });

  test('rows hidden by a filter are counted, not read', async () => {
    const sheet = library.utils.aoa_to_sheet([
      ['交易日期', '交易类型', '交易金额'],
      ['2026-01-01', '消费', '1.00'],
      ['2026-01-02', '退货', '-2.00'],
    ]);
    sheet['!rows'] = [{}, {}, { hidden: true }];
    const [table] = await tablesOf(sheet);
    expect(table).toMatchObject({ hiddenRows: 1, rows: [['2026-01-01', '消费', '1.00']] });
  });

  test('card numbers are cut before anything leaves', async () => {
    const sheet = library.utils.aoa_to_sheet([
      ['交易日期', '卡号', '交易金额'],
      ['2026-01-01', '6222021234567890128', '1.00'],
    ]);
    const [table] = await tablesOf(sheet);
    expect(table?.rows[0]?.[1]).toMatch(/^622202\*+0128$/);
  });

  test('merges and sizes without end are bounded', async () => {
    const sheet = library.utils.aoa_to_sheet([
      ['交易日期', '交易类型', '交易金额'],
      ['2026-01-01', '消费', '1.00'],
    ]);
    sheet['!merges'] = [{ s: { r: 1, c: 2 }, e: { r: 1_048_575, c: 16_383 } }];
    const [table] = await tablesOf(sheet);
    expect(table?.rows).toEqual([['2026-01-01', '消费', '1.00']]);
  });
});

test.each([
  [1234.5, '1,234.50', '#,##0.00', '1,234.50'],
  [1234.56, '1,235', '#,##0', '1234.56'],
  [0.0063, '0.63%', '0.00%', '0.63%'],
  [0.0063, '0.6%', '0.0%', '0.63%'],
  [-12, '(12)', '0_);(0)', '(12)'],
  [123_456_789_012, '1.23457E+11', 'General', '123456789012'],
  [2_088_123_456_789_012, '2.08812E+15', '0', '2.08812345678901E+15'],
  [0.000_000_12, '1.2E-07', 'General', '0.00000012'],
  [1_200_000, '1.2', '0.0,,', '1200000'],
])('%d shown as %s under %s is %s', (value, shown, format, text) => {
  expect(numberText({ value, shown, format })).toBe(text);
});
