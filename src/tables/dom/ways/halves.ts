import { toFound } from '../found.ts';
import { Grid, type GridRow, plainCell, type RawCell } from '../grid.ts';
import { addTableRows, type Tally } from '../rows.ts';
import { isDisplayed } from '../show.ts';
import { type Looking, nestedTable, type Way } from './way.ts';

/** A library that cuts one table in halves side by side: frozen columns left, the others right, header and rows apart in each. Facts only. */
const ROOT = '.datagrid-view';
const HALVES = '.datagrid-view1, .datagrid-view2';
const HEAD = '.datagrid-header table';
const BODY = '.datagrid-body > table, .datagrid-body-inner > table';
const FOOT = '.datagrid-footer table';

async function addHalf(half: Element, looking: Looking, tally: Tally): Promise<Grid> {
  const how = { header: false, ghosts: false, nested: nestedTable, noted: tally };
  const grid = new Grid();
  for (const [selector, as] of [
    [HEAD, 'head'],
    [BODY, 'body'],
    [FOOT, 'foot'],
  ] as const) {
    const table = half.querySelector(selector);
    if (table === null) continue;
    looking.taken.add(table);
    if (isDisplayed(table)) await addTableRows(grid, table, how, looking.turns, tally, as);
  }
  return grid;
}

const cells = (row: GridRow | undefined, width: number): RawCell[] =>
  Array.from({ length: width }, (_, at) =>
    plainCell(row?.fromAbove[at] === true ? '' : (row?.texts[at] ?? ''), row?.section === 'head'),
  );

/** Rows side by side, by their place. Null where the halves do not have as many: then they are not one table. */
function joined(left: Grid, right: Grid): Grid | null {
  if (left.rows.length > 0 && left.rows.length !== right.rows.length) return null;
  const widthOf = (grid: Grid): number => grid.rows.reduce((most, row) => Math.max(most, row.texts.length), 0);
  const [wide, wider] = [widthOf(left), widthOf(right)];
  const grid = new Grid();
  for (const [at, row] of right.rows.entries())
    grid.add([...cells(left.rows[at], wide), ...cells(row, wider)], row.section, row.element);
  return grid;
}

/** EasyUI's datagrid. */
export const halvesWay: Way = {
  name: 'easyui-table',
  claims: (el) => el.tagName !== 'TABLE' && el.matches(ROOT),
  async read(el, looking) {
    const tally: Tally = { hidden: 0, links: 0 };
    const halves: Grid[] = [];
    for (const half of el.querySelectorAll(HALVES))
      if (half.closest(ROOT) === el) halves.push(await addHalf(half, looking, tally));
    const right = halves.at(-1);
    const left = halves.length === 2 ? halves[0] : new Grid();
    const grid = left === undefined || right === undefined ? null : joined(left, right);
    if (grid === null) return null;
    for (const table of el.querySelectorAll('table')) looking.taken.add(table);
    return toFound(
      {
        element: el,
        way: 'easyui-table',
        where: looking.where(el),
        grid,
        hiddenRows: tally.hidden,
      },
      looking.turns,
    );
  },
};
