import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Grid, type GridRow, type RawCell } from './grid.ts';
import { telling } from './telling.ts';

const SOURCE = { element: {} as Element, way: 'plain-table', where: 'here' };
const CARD = '6222021234567890';

const cell = (text: string, head = false, colSpan = 1, rowSpan = 1): RawCell => ({ text, head, colSpan, rowSpan });

const line = (of: fc.Arbitrary<string>, head = false): fc.Arbitrary<RawCell[]> =>
  fc.array(
    of.map((text) => cell(text, head)),
    { minLength: 4, maxLength: 4 },
  );

const DATA = fc.constantFrom('2026-11-02', '12.00', '消费', CARD, '', '备注');
const TITLES = ['日期', '金额', '卡号', '备注'];
/** What may stand above a list, in it or below: titles, blanks, a line across, a cell that reaches far down, a row that is wider than all before. */
const ODD = fc.oneof(
  fc.constant(TITLES.map((text) => cell(text, true))),
  fc.constant(TITLES.map((text) => cell(text))),
  line(fc.constant('')),
  fc.constant([cell('交易明细', false, 4)]),
  fc.constant([cell('长', false, 1, 150), cell('1'), cell('2'), cell('3')]),
  fc.constant([1, 2, 3, 4, 5].map((n) => cell(`${CARD}${n}`))),
);

const GRID = fc
  .tuple(
    fc.array(ODD, { maxLength: 3 }),
    line(DATA),
    fc.array(fc.tuple(fc.integer({ min: 0, max: 400 }), ODD), { maxLength: 3 }),
    fc.integer({ min: 0, max: 400 }),
  )
  .map(([above, data, odd, count]) => {
    const grid = new Grid();
    for (const row of above) grid.add(row, 'body');
    for (let at = 0; at < count; at += 1) {
      for (const [place, row] of odd) if (place === at) grid.add(row, 'body');
      grid.add(data, 'body');
    }
    return grid.rows;
  });

const said = async (rows: readonly GridRow[], steps: readonly number[]) => {
  const tell = telling(SOURCE);
  for (const step of steps) if (step < rows.length) await tell(rows.slice(0, step));
  const { table, told } = await tell(rows);
  return {
    table,
    elements: told.elements.length,
    turned: told.turned,
    notices: table.rows.length === 1 ? told.notices : [],
  };
};

it('says of a grid that grows what it says of the whole', async () => {
  await fc.assert(
    fc.asyncProperty(
      GRID,
      fc.uniqueArray(fc.integer({ min: 1, max: 400 }), { maxLength: 4 }).map((steps) => steps.sort((a, b) => a - b)),
      async (rows, steps) => {
        expect(await said(rows, steps)).toEqual(await said(rows, []));
      },
    ),
    { numRuns: 300 },
  );
});

it('gives the same growing list of masked rows, and another one once a wider row has come', async () => {
  const grid = new Grid();
  const given: string[][][] = [];
  const tell = telling(SOURCE);
  grid.add(
    TITLES.map((text) => cell(text, true)),
    'head',
  );
  for (const wide of [false, false, true]) {
    for (let row = 0; row < 250; row += 1) grid.add([cell('2026-11-02'), cell('1'), cell(CARD), cell('')], 'body');
    if (wide)
      grid.add(
        [1, 2, 3, 4, 5].map((n) => cell(`${n}`)),
        'body',
      );
    given.push((await tell(grid.rows)).table.rows);
  }
  expect(given[0]).toBe(given[1]);
  expect(given[2]).not.toBe(given[1]);
  expect(given.map(({ length }) => length)).toEqual([500, 500, 751]);
  expect(given[1]?.every((row) => row[2] === '622202******7890')).toBe(true);
  expect(grid.rows[1]?.texts[2]).toBe(CARD);
});
