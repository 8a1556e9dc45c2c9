import { cleanText } from '../clean.ts';
import { type Found, toFound } from '../found.ts';
import { Grid, type RawCell, type Section } from '../grid.ts';
import { countsAsHidden, rawCell, type Tally } from '../rows.ts';
import { isDisplayed } from '../show.ts';
import { type Looking, nestedTable, type Way } from './way.ts';

const ROLES = new Set(['grid', 'treegrid', 'table']);
const ROOT = '[role=grid], [role=treegrid], [role=table]';
const CELLS = '[role=cell], [role=gridcell], [role=columnheader], [role=rowheader]';
const MOST_ROWS = 200_000;

interface AriaRow {
  readonly cells: { readonly raw: RawCell; readonly column: number }[];
  readonly section: Section;
  readonly index: number;
}

const numberOf = (el: Element, name: string, otherwise: number): number => {
  const value = Number.parseInt(el.getAttribute(name) ?? '', 10);
  return Number.isSafeInteger(value) && value > 0 ? value : otherwise;
};

function cellsOf(row: Element, root: Element, tally: Tally): AriaRow['cells'] {
  const cells: AriaRow['cells'] = [];
  for (const cell of row.querySelectorAll(CELLS)) {
    if (cell.closest('[role=row]') !== row || cell.closest(ROOT) !== root) continue;
    const role = cell.getAttribute('role');
    const head = role === 'columnheader' || role === 'rowheader';
    const spans = { col: numberOf(cell, 'aria-colspan', 1), row: numberOf(cell, 'aria-rowspan', 1) };
    const raw = rawCell(cell, { header: false, ghosts: false, nested: nestedTable, noted: tally }, tally, spans, head);
    if (raw !== null)
      cells.push({
        raw: role === 'columnheader' ? inGroup(cell, root, raw) : raw,
        column: numberOf(cell, 'aria-colindex', cells.length + 1),
      });
  }
  return cells;
}

/** Column headers that stand in no row (Tabulator 4). */
function bareHeads(root: Element, tally: Tally): AriaRow | null {
  const cells: AriaRow['cells'] = [];
  for (const cell of root.querySelectorAll('[role=columnheader]')) {
    if (cell.closest(ROOT) !== root || cell.closest('[role=row]') !== null) continue;
    const how = { header: true, ghosts: false, nested: nestedTable, noted: tally };
    const raw = rawCell(cell, how, tally, { col: 1, row: 1 }, true);
    if (raw !== null) cells.push({ raw: inGroup(cell, root, raw), column: cells.length + 1 });
  }
  return cells.length === 0 ? null : { cells, section: 'head', index: 0 };
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

/** Pinned columns put one logical row into several elements with one `aria-rowindex`: they are one row again. */
function joinRows(rows: readonly AriaRow[]): AriaRow[] {
  const byIndex = new Map<string, AriaRow>();
  const joined: AriaRow[] = [];
  for (const row of rows) {
    const key = `${row.section} ${row.index}`;
    const before = row.index > 0 ? byIndex.get(key) : undefined;
    if (before !== undefined) before.cells.push(...row.cells);
    else {
      joined.push(row);
      if (row.index > 0) byIndex.set(key, row);
    }
  }
  for (const row of joined) row.cells.sort((a, b) => a.column - b.column);
  return joined.every((row) => row.index > 0) ? joined.sort((a, b) => a.index - b.index) : joined;
}

async function readAria(el: Element, looking: Looking): Promise<Found | null> {
  const tally: Tally = { hidden: 0, pictures: 0, links: 0 };
  const rows: AriaRow[] = [];
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
    rows.push({ cells, section: head ? 'head' : foot ? 'foot' : 'body', index: numberOf(row, 'aria-rowindex', 0) });
  }
  if (!rows.some((row) => row.section === 'head')) {
    const bare = bareHeads(el, tally);
    if (bare !== null) rows.unshift(bare);
  }
  const grid = new Grid();
  const ordered = joinRows(rows);
  for (const section of ['head', 'body', 'foot'] as const) {
    for (const row of ordered) {
      if (row.section === section)
        grid.add(
          row.cells.map((cell) => cell.raw),
          section,
        );
    }
  }
  for (const table of el.querySelectorAll('table')) looking.taken.add(table);
  return toFound(
    {
      element: el,
      way: 'aria-grid',
      where: looking.where(el),
      caption: el.getAttribute('aria-label'),
      grid,
      hiddenRows: tally.hidden,
      pictureCells: tally.pictures,
    },
    looking.turns,
  );
}

/** Rows and cells that say by their roles what they are (WAI-ARIA grid, treegrid, table), in the order of their indexes. */
export const ariaWay: Way = {
  name: 'aria-grid',
  claims: (el) =>
    el.tagName !== 'TABLE' && ROLES.has(el.getAttribute('role') ?? '') && el.querySelector('[role=row]') !== null,
  async read(el, looking) {
    if (el.querySelector(CELLS) === null) return null;
    looking.taken.add(el);
    return readAria(el, looking);
  },
};
