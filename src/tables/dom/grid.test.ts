import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Grid, MOST_CELLS, MOST_COLUMNS, type RawCell, widthOf } from './grid.ts';
import { tellHeader } from './header.ts';

const cell = (text: string, colSpan = 1, rowSpan = 1, head = false): RawCell => ({ text, head, colSpan, rowSpan });
const row = (...texts: string[]): RawCell[] => texts.map((text) => cell(text));
const head = (...texts: string[]): RawCell[] => texts.map((text) => cell(text, 1, 1, true));

function told(...rows: RawCell[][]) {
  const grid = new Grid();
  for (const cells of rows) grid.add(cells, 'body');
  return tellHeader(grid.rows);
}

describe('Grid', () => {
  it('repeats spans into every cell they cover, and ends them with their row group', () => {
    const grid = new Grid();
    grid.add([cell('A', 1, 2), cell('B', 2, 1)], 'body');
    grid.add([cell('c'), cell('d')], 'body');
    grid.add([cell('E', 1, 0), cell('f'), cell('g')], 'body');
    grid.add([cell('h'), cell('i')], 'body');
    grid.endGroup();
    grid.add(row('1', '2', '3'), 'foot');
    expect(grid.rows.map(({ texts }) => texts)).toEqual([
      ['A', 'B', 'B'],
      ['A', 'c', 'd'],
      ['E', 'f', 'g'],
      ['E', 'h', 'i'],
      ['1', '2', '3'],
    ]);
  });

  it('stays within its bounds whatever spans a page claims', () => {
    const claimed = fc.tuple(fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 0, max: 65_534 }));
    fc.assert(
      fc.property(fc.array(fc.array(claimed, { maxLength: 6 }), { maxLength: 12 }), (rows) => {
        const grid = new Grid();
        for (const cells of rows)
          grid.add(
            cells.map(([col, down]) => cell('x', col, down)),
            'body',
          );
        for (const { texts } of grid.rows) expect(texts.length).toBeLessThanOrEqual(MOST_COLUMNS);
      }),
    );
  });

  it('keeps every cell of a plain table in its place', () => {
    const table = fc
      .integer({ min: 1, max: 6 })
      .chain((width) => fc.array(fc.array(fc.string(), { minLength: width, maxLength: width }), { maxLength: 20 }));
    fc.assert(
      fc.property(table, (rows) => {
        const grid = new Grid();
        for (const texts of rows) grid.add(row(...texts), 'body');
        expect(grid.rows.map(({ texts }) => texts)).toEqual(rows);
      }),
    );
  });

  it('counts the rows that it leaves out', () => {
    const grid = new Grid();
    const wide = [cell('x', MOST_COLUMNS)];
    const rows = Math.ceil(MOST_CELLS / MOST_COLUMNS) + 11;
    for (let at = 0; at < rows; at += 1) grid.add(wide, 'body');
    expect(grid.rows.length + grid.cut).toBe(rows);
    expect(grid.cut).toBe(10);
  });

  it('does not believe a placeholder about the width', () => {
    const grid = new Grid();
    grid.add(head('日期', '金额'), 'head');
    grid.add([cell('暂无数据', 20)], 'body');
    expect(widthOf(grid.rows)).toBe(2);
  });
});

describe('tellHeader', () => {
  it('joins header levels, and says a cell that spans levels once', () => {
    const two = told(
      [cell('终端', 1, 2, true), cell('借记卡', 2, 1, true)],
      head('金额', '手续费'),
      row('1', '2.00', '0.01'),
    );
    expect(two.header).toEqual(['终端', '借记卡 / 金额', '借记卡 / 手续费']);
    expect(two.rows).toEqual([['1', '2.00', '0.01']]);
  });

  it('takes names over figures as the header of a table without header cells', () => {
    expect(told(row('交易日期', '金额'), row('2026-10-01', '1.00')).header).toEqual(['交易日期', '金额']);
    expect(told(row('甲', '乙'), row('丙', '丁')).header).toEqual(['', '']);
    expect(told(row('1', '2'), row('3', '4')).rows).toHaveLength(2);
  });

  it('turns names down the side into a header with one row', () => {
    const turned = told([cell('商户号', 1, 1, true), cell('898')], [cell('余额', 1, 1, true), cell('-1.00')]);
    expect(turned).toMatchObject({ turned: true, header: ['商户号', '余额'], rows: [['898', '-1.00']] });
    expect(told(row('欠费金额：', '36.00', '到期日：', '2026-12-01'))).toMatchObject({
      header: ['欠费金额', '到期日'],
      rows: [['36.00', '2026-12-01']],
    });
  });

  it('leaves out a repeated header, keeps total rows', () => {
    const long = told(head('日期', '金额'), row('2026-10-01', '1.00'), row('日期', '金额'), row('合计', '1.00'));
    expect(long.rows).toEqual([
      ['2026-10-01', '1.00'],
      ['合计', '1.00'],
    ]);
  });
});
