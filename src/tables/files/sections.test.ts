import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitLine } from './delimiter.ts';
import { divide, type Row } from './sections.ts';
import { statedRows } from './stated.ts';

const rows = (lines: readonly string[]): Row[] => lines.map((line) => ({ cells: splitLine(line, ','), line }));

describe('tables and the lines around them', () => {
  test('a table above the list and sums inside it stay where they are', () => {
    const found = divide(
      rows([
        '交易笔数,交易金额,手续费',
        '2,30.00,0.18',
        '交易日期,交易类型,交易金额,手续费',
        '2026-01-01,消费,10.00,0.06',
        '小计,,10.00,0.06',
        '2026-01-02,消费,20.00,0.12',
        '合计,,30.00,0.18',
      ]),
    );
    expect(found.tables.map((table) => [table.trailer, table.rows.length])).toEqual([
      [false, 1],
      [false, 3],
      [true, 1],
    ]);
  });

  test('a header that is repeated on every printed page begins no new table', () => {
    const page = ['交易日期,摘要,余额', '2026-01-01,a,1', '第1页'];
    const found = divide(rows([...page, ...page]));
    expect(found.tables).toHaveLength(1);
    expect(found.tables[0]?.rows).toHaveLength(2);
    expect(found.texts).toEqual(['第1页', '第1页']);
  });

  test('words right above the titles are a line, labels are never titles', () => {
    const found = divide(
      rows([
        'Account Name,My Shop,Account Type,Business,Currency,Yuan',
        '户名：,沪上鲜果店,币种：,人民币,账户类型：,活期',
        'Account,Currency,Type',
        '交易日期,摘要,金额（单位：元）',
        '2026-01-01,a,1',
      ]),
    );
    expect(found.tables.at(-1)).toMatchObject({
      header: ['交易日期', '摘要', '金额（单位：元）'],
      rows: [['2026-01-01', 'a', '1']],
    });
    expect(found.texts).toContain('Account,Currency,Type');
  });

  test('an empty list above its totals stays a list', () => {
    const found = divide(rows(['交易时间,商户号,手续费', '总交易单数,手续费总金额', '0,0.00']));
    expect(found.tables.map((table) => [table.trailer, table.rows.length])).toEqual([
      [false, 0],
      [true, 1],
    ]);
    expect(statedRows(found)).toBe(0);
  });

  test('a list without rows is a table all the same', () => {
    expect(divide(rows(['#x', '交易日期,摘要,余额', '#结束'])).tables).toMatchObject([{ rows: [] }]);
  });

  test('a first cell cut off stays a row: the file is not whole', () => {
    const found = divide(rows(['交易日期,摘要,余额', '2026-01-01,a,1', '2026-0']));
    expect(found.tables[0]?.rows.at(-1)).toEqual(['2026-0']);
  });

  test('titles in a language that is not known, above rows with figures', () => {
    const found = divide(rows(['אסמכתא,סכום,יתרה', '2026-01-01,1.00,2.00']));
    expect(found.tables).toMatchObject([{ header: ['אסמכתא', 'סכום', 'יתרה'] }]);
  });

  test('no filled line is ever lost', () => {
    const cell = fc.constantFrom('', '交易日期', '金额', '余额', '1.00', '2026-01-01', '合计', '#x', '说明：y', 'abc');
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { maxLength: 30 }), (grid) => {
        const lines = grid.map((cells) => cells.join(','));
        const found = divide(rows(lines));
        const headers = found.tables.map((table) => table.header.join());
        const kept = found.tables.reduce((sum, table) => sum + table.rows.length, 0) + found.texts.length;
        const filled = grid.filter((cells) => cells.some((text) => text !== ''));
        const titles = filled.filter((cells) => headers.includes(cells.join().replace(/,+$/, '').replace(/^#+/, '')));
        expect(kept).toBeGreaterThanOrEqual(filled.length - titles.length);
        expect(kept).toBeLessThanOrEqual(filled.length);
      }),
    );
  });
});

test.each([
  [['共26笔记录'], 26],
  [['共：29笔记录'], 29],
  [['根据输入条件，共 5000 条'], 5000],
  [['#支出合计：3笔，共-5.00元', '#收入合计：15笔，共9.00元'], 18],
  [['#支出合计：3笔，共-5.00元'], null],
  [['收入：1笔 0.35元'], null],
  [['共100元'], null],
])('%j states %s rows', (texts, count) => {
  const table = { trailer: false, header: ['日期', '金额'], rows: [] };
  expect(statedRows({ tables: [table], texts })).toBe(count);
  expect(statedRows({ tables: [table, table], texts })).toBeNull();
});
