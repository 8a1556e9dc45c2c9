import { addLines, linesBelow } from '../box-rows.ts';
import { toFound } from '../found.ts';
import { Grid, widthOf } from '../grid.ts';
import { addTableRows, type Tally } from '../rows.ts';
import { isDisplayed } from '../show.ts';
import { nestedTable, type Way } from './way.ts';

/** A table library that draws one table as several: header, body and foot apart, fixed columns as clones. Facts only. */
interface Family {
  readonly name: string;
  readonly root: string;
  readonly head: string;
  readonly body: string;
  readonly foot: string | null;
  /** Columns fixed at a side are hidden in the original and shown in a clone. */
  readonly ghosts: boolean;
}

/** In the order in which they are tried. Class names as the libraries' own published builds have them. */
const FAMILIES: readonly Family[] = [
  {
    name: 'element-table',
    root: '.el-table',
    head: '.el-table__header-wrapper > table',
    body: '.el-table__body-wrapper .el-table__body',
    foot: '.el-table__footer-wrapper > table',
    ghosts: true,
  },
  {
    name: 'layui-table',
    root: '.layui-table-view',
    head: '.layui-table-box > .layui-table-header table',
    body: '.layui-table-main > table',
    foot: '.layui-table-total table',
    ghosts: true,
  },
  {
    name: 'antd-table',
    root: '.ant-table',
    head: ':is(.ant-table-container, .ant-table-scroll) > .ant-table-header > table',
    body: '.ant-table-body > table, .ant-table-content > table',
    foot: '.ant-table-summary > table',
    ghosts: true,
  },
  {
    name: 'iview-table',
    root: '.ivu-table',
    head: '.ivu-table-header > table',
    body: '.ivu-table-body > table',
    foot: 'table.ivu-table-summary, .ivu-table-summary > table',
    ghosts: true,
  },
  {
    name: 'vxe-table',
    root: '.vxe-table',
    head: '.vxe-table--header-wrapper.body--wrapper table',
    body: '.vxe-table--body-wrapper.body--wrapper table',
    foot: '.vxe-table--footer-wrapper.body--wrapper table',
    ghosts: true,
  },
  {
    name: 'bootstrap-table',
    root: '.fixed-table-container',
    head: '.fixed-table-header > table',
    body: '.fixed-table-body > table',
    foot: '.fixed-table-footer > table',
    ghosts: true,
  },
  {
    name: 'datatables-scroll',
    root: '.dt-scroll, .dataTables_scroll',
    head: '.dt-scroll-head table, .dataTables_scrollHead table',
    body: '.dt-scroll-body > table, .dataTables_scrollBody > table',
    foot: '.dt-scroll-foot table, .dataTables_scrollFoot table',
    ghosts: false,
  },
  {
    name: 'jqgrid-table',
    root: '.ui-jqgrid-view',
    head: '.ui-jqgrid-hdiv table',
    body: '.ui-jqgrid-bdiv table',
    foot: '.ui-jqgrid-sdiv table',
    ghosts: false,
  },
];

/** Where a library says 暂无数据 in a table of its own: that is a line beside the list. */
const NOTE = '.ivu-table-tip';

/** The first table of this selector that belongs to this root, and not to a table of the same kind nested in it. */
function mine(root: Element, selector: string | null, rootSelector: string): Element | null {
  if (selector === null || selector === '') return null;
  for (const el of root.querySelectorAll(selector)) if (el.closest(rootSelector) === root) return el;
  return null;
}

export const familyWays: readonly Way[] = FAMILIES.map((family) => ({
  name: family.name,
  claims: (el) => el.tagName !== 'TABLE' && el.matches(family.root),
  async read(el, looking) {
    const body = mine(el, family.body, family.root);
    const head = mine(el, family.head, family.root);
    if (body === null && head === null) return null;
    const foot = mine(el, family.foot, family.root);
    const tally: Tally = { hidden: 0, links: 0 };
    const how = { header: false, ghosts: family.ghosts, nested: nestedTable, noted: tally };
    const grid = new Grid();
    const splitHead = head !== null && head !== body && isDisplayed(head);
    if (splitHead) await addTableRows(grid, head, how, looking.turns, tally, 'head');
    if (body !== null) await addTableRows(grid, body, how, looking.turns, tally, splitHead ? 'body' : undefined);
    if (foot !== null && isDisplayed(foot)) await addTableRows(grid, foot, how, looking.turns, tally, 'foot');
    if (body === null) {
      // A list that keeps only the rows in view may draw them without a table.
      const lines = await linesBelow([...el.children], widthOf(grid.rows), looking, tally);
      await addLines(grid, lines, 'body', looking, tally);
    }
    for (const table of el.querySelectorAll('table')) {
      if (table.closest(NOTE) !== null) continue;
      const cell = table.parentElement?.closest('td, th');
      if (cell === null || cell === undefined || !el.contains(cell)) looking.taken.add(table);
    }
    return toFound(
      {
        element: el,
        way: family.name,
        where: looking.where(el),
        grid,
        hiddenRows: tally.hidden,
      },
      looking.turns,
    );
  },
}));
