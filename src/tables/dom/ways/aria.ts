import { cleanText } from '../clean.ts';
import { type Found, toFound } from '../found.ts';
import { Grid, type RawCell, type Section } from '../grid.ts';
import { countsAsHidden, rawCell, type Tally } from '../rows.ts';
import { boxOf } from '../safe.ts';
import { isDisplayed } from '../show.ts';
import { type Looking, nestedTable, type Way } from './way.ts';

/** Element Plus draws the columns that stay in view as tables of their own, beside each other. */
const PARTED = '.el-table-v2__root';
const PART = '.el-table-v2__table';
const SIDES = ['.el-table-v2__main', '.el-table-v2__right'];
const ROOT = `[role=grid], [role=treegrid], [role=table]:not(${PART}), ${PARTED}`;
const CELLS = '[role=cell], [role=gridcell], [role=columnheader], [role=rowheader]';
const MOST_ROWS = 200_000;

interface AriaRow {
  readonly cells: { readonly raw: RawCell; readonly column: number }[];
  readonly section: Section;
  readonly index: number;
  /** Equal for the parts of one logical row. */
  readonly key: string;
  readonly element?: Element;
}

const numberOf = (el: Element, name: string, otherwise: number): number => {
  const value = Number.parseInt(el.getAttribute(name) ?? '', 10);
  return Number.isSafeInteger(value) && value > 0 ? value : otherwise;
};

/** The cells of a row, or those that stand in none (column headers of Tabulator 4). */
function cellsOf(row: Element | null, root: Element, tally: Tally): AriaRow['cells'] {
  const cells: AriaRow['cells'] = [];
  const side = (SIDES.findIndex((part) => row?.closest(part)) + 1) * 1000;
  for (const cell of (row ?? root).querySelectorAll(CELLS)) {
    if (cell.closest('[role=row]') !== row || cell.closest(ROOT) !== root) continue;
    const role = cell.getAttribute('role');
    const head = role === 'columnheader' || role === 'rowheader';
    const spans = { col: numberOf(cell, 'aria-colspan', 1), row: numberOf(cell, 'aria-rowspan', 1) };
    const raw = rawCell(cell, { header: false, ghosts: false, nested: nestedTable, noted: tally }, tally, spans, head);
    if (raw !== null)
      cells.push({
        raw: role === 'columnheader' ? inGroup(cell, root, raw) : raw,
        column: numberOf(cell, 'aria-colindex', side + cells.length + 1),
      });
  }
  return cells;
}

/** A column's name below the names of the groups it stands in (`role=columngroup`, Tabulator). */
function inGroup(cell: Element, root: Element, raw: RawCell): RawCell {
  let text = raw.text;
  let group = cell.parentElement?.closest('[role=columngroup]') ?? null;
  for (let level = 0; group !== null && root.contains(group) && level < 6; level += 1) {
    const name = cleanText(group.getAttribute('aria-title') ?? '');
    if (name !== '') text = `${name} / ${text}`;
    group = group.parentElement?.closest('[role=columngroup]') ?? null;
  }
  return text === raw.text ? raw : { ...raw, text };
}

/** Pinned columns put one logical row into several elements, with one `aria-rowindex` or at one height: they are one row again, each column once. */
function joinRows(rows: readonly AriaRow[]): AriaRow[] {
  const byKey = new Map<string, AriaRow>();
  const joined: AriaRow[] = [];
  for (const row of rows) {
    const before = byKey.get(row.key);
    if (before !== undefined)
      before.cells.push(...row.cells.filter(({ column }) => before.cells.every((cell) => cell.column !== column)));
    else {
      joined.push(row);
      if (row.key !== '') byKey.set(row.key, row);
    }
  }
  for (const row of joined) row.cells.sort((a, b) => a.column - b.column);
  return joined.every((row) => row.index > 0) ? joined.sort((a, b) => a.index - b.index) : joined;
}

async function readAria(el: Element, looking: Looking): Promise<Found | null> {
  const tally: Tally = { hidden: 0, links: 0 };
  const rows: AriaRow[] = [];
  const parted = el.matches(PARTED);
  let count = 0;
  for (const row of el.querySelectorAll('[role=row]')) {
    if (row.closest(ROOT) !== el) continue;
    if ((count & 15) === 0 && looking.turns.due()) await looking.turns.breathe();
    count += 1;
    if (count > MOST_ROWS || !isDisplayed(row)) {
      if (countsAsHidden(row)) tally.hidden += 1;
      continue;
    }
    const cells = cellsOf(row, el, tally);
    if (cells.length === 0) continue;
    const foot = row.closest('.ag-floating-bottom') !== null;
    const head = cells.every((cell) => cell.raw.head) && row.querySelector('[role=columnheader]') !== null;
    const section = head ? 'head' : foot ? 'foot' : 'body';
    const index = numberOf(row, 'aria-rowindex', 0);
    const line = parted ? Math.round(boxOf(row).top) : index;
    rows.push({ cells, section, index, key: parted || index > 0 ? `${section} ${line}` : '', element: row });
  }
  if (!rows.some((row) => row.section === 'head')) {
    const cells = cellsOf(null, el, tally).filter(({ raw }) => raw.head);
    if (cells.length > 0) rows.unshift({ cells, section: 'head', index: 0, key: '' });
  }
  const grid = new Grid();
  const ordered = joinRows(rows);
  for (const section of ['head', 'body', 'foot'] as const) {
    for (const row of ordered) {
      if (row.section === section)
        grid.add(
          row.cells.map((cell) => cell.raw),
          section,
          row.element,
        );
    }
  }
  for (const table of el.querySelectorAll(`table, ${PART}`)) looking.taken.add(table);
  return toFound(
    {
      element: el,
      way: 'aria-grid',
      where: looking.where(el),
      caption: el.getAttribute('aria-label'),
      grid,
      hiddenRows: tally.hidden,
    },
    looking.turns,
  );
}

/** Rows and cells that say by their roles what they are (WAI-ARIA grid, treegrid, table), in the order of their indexes. */
export const ariaWay: Way = {
  name: 'aria-grid',
  claims: (el) => el.tagName !== 'TABLE' && el.matches(ROOT) && el.querySelector('[role=row]') !== null,
  async read(el, looking) {
    if (el.querySelector(CELLS) === null) return null;
    looking.taken.add(el);
    return readAria(el, looking);
  },
};
