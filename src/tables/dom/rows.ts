import { type CellReading, readCell } from './cell.ts';
import type { Grid, GridCell, GridRow, RawCell, Section } from './grid.ts';
import { NO_COLUMN, type RenderedCell, renderedRows } from './rendered.ts';
import { sheetsOver, withDrawnSign } from './sheets.ts';
import { isDisplayed, isUnveiled } from './show.ts';
import type { Turns } from './slice.ts';

/** What is counted while rows are read. */
export interface Tally {
  links: number;
  hidden: number;
}

/** iView marks a scrollbar's place like the hidden original of a fixed column, but leaves it empty. */
function isNoColumn(cell: Element): boolean {
  const name = cell.className;
  return name !== '' && NO_COLUMN.test(name) && (name !== 'ivu-table-hidden' || cell.firstChild === null);
}
const ACTION =
  /^(?:详情|查看(?:详情)?|编辑|修改|删除|移除|下载|打印|更多|展开|收起|复制|操作|details?|view|edit|delete|remove|download|more|copy)$/i;

type Grew = (rows: readonly GridRow[]) => Promise<void>;

/** Rows of a long table that are told at once. */
const MANY = 1000;

type Shown = 'yes' | 'veiled' | 'no';

function shown(el: Element): Shown {
  if (isUnveiled(el)) return 'yes';
  return isDisplayed(el) ? 'veiled' : 'no';
}

/** Links that only act (详情, 编辑) are controls, not data. */
function onlyActs(cell: Element, text: string): boolean {
  const links = cell.querySelectorAll('a');
  if (links.length === 0 || links.length > 8) return false;
  let rest = text;
  let acting = 0;
  for (const link of links) {
    const says = (link.textContent ?? '').trim();
    if (says !== '') rest = rest.replace(says, '');
    if (ACTION.test(says)) acting += 1;
  }
  return acting > 0 && rest.replace(/[\s|/]/g, '') === '' && (acting === links.length || links.length > 1);
}

/** Reads one cell, or says with null that no person sees it as a column. */
export function rawCell(
  cell: Element,
  how: CellReading,
  tally: Tally,
  spans: { col: number; row: number },
  head: boolean,
): RawCell | null {
  const state = shown(cell);
  const { links } = tally;
  if (state === 'no' || isNoColumn(cell)) return null;
  let text = state === 'veiled' && !how.ghosts ? '' : readCell(cell, head ? { ...how, header: true } : how);
  if (text !== '' && text.length < 40 && !head && tally.links > links && onlyActs(cell, text)) text = '';
  return { text: head ? text : withDrawnSign(cell, text), head, colSpan: spans.col, rowSpan: spans.row };
}

function rowHidden(row: HTMLElement): boolean {
  if (shown(row) !== 'yes') return true;
  if (row.offsetHeight > 0 || !row.isConnected || getComputedStyle(row).display === 'contents') return false;
  // A row whose cells all reach further down has no height of its own either.
  for (let cell = row.firstElementChild; cell !== null; cell = cell.nextElementSibling) {
    if ((cell as HTMLElement).offsetHeight > 0) return false;
  }
  return true;
}

/** Hidden rows count only if they hold text: spacers and measuring rows of table libraries are nobody's data. */
export const countsAsHidden = (row: Element): boolean =>
  row.getAttribute('aria-hidden') !== 'true' && !isPanel(row) && (row.textContent ?? '').trim() !== '';

/** One cell over all columns, closed: the panel with details that opens below a row. */
const isPanel = (row: Element): boolean =>
  row.childElementCount === 1 && ((row.firstElementChild as HTMLTableCellElement | null)?.colSpan ?? 1) > 2;

const PANEL_ROW =
  /(?:^|\s)(?:ant-table-expanded-row|detail-view|vxe-body--expanded-row|n-data-table-tr--expanded|p-datatable-row-expansion|arco-table-tr-expand)(?:$|\s)/;
const PANEL_CELL = /(?:^|\s)(?:el-table__expanded-cell|ivu-table-expanded-cell)(?:$|\s)/;
const OPENED = /(?:^|\s)(?:dt-hasChild|shown)(?:$|\s)/;

/** The same panel, open: it tells of the row above, and is no row of the list. Only where a library's own class says so. */
function isOpenPanel(row: Element): boolean {
  if (!isPanel(row)) return false;
  return (
    PANEL_ROW.test(row.className) ||
    PANEL_CELL.test(row.firstElementChild?.className ?? '') ||
    OPENED.test(row.previousElementSibling?.className ?? '')
  );
}

/**
 * Adds the rows of one table, section by section as they are painted: heads, bodies, feet. `as` says what the rows are, whatever their section.
 * @param grew is given all rows so far, each time that a long table has some more
 */
export async function addTableRows(
  grid: Grid,
  table: Element,
  how: CellReading,
  turns: Turns,
  tally: Tally,
  as?: Section,
  grew?: Grew,
): Promise<void> {
  const parts: [Element, Section][] = [];
  for (const kind of ['THEAD', 'TBODY', 'TFOOT'] as const) {
    for (let part = table.firstElementChild; part !== null; part = part.nextElementSibling) {
      const section: Section = kind === 'THEAD' ? 'head' : kind === 'TFOOT' ? 'foot' : 'body';
      if (part.tagName === kind) parts.push([part, section]);
      else if (part.tagName === 'TR' && kind === 'TBODY' && parts.at(-1)?.[0] !== table) parts.push([table, 'body']);
    }
  }
  for (const [part, section] of parts) {
    if (as === 'body' && section === 'head') continue;
    await addSection(grid, part, as ?? section, how, turns, tally, grew);
    grid.endGroup();
  }
}

async function addSection(
  grid: Grid,
  part: Element,
  section: Section,
  how: CellReading,
  turns: Turns,
  tally: Tally,
  grew: Grew | undefined,
): Promise<void> {
  const { drawSigns, alike } = await sheetsOver(part, turns);
  const read = renderedRows(alike);
  let count = 0;
  for (let row = part.firstElementChild; row !== null; row = row.nextElementSibling) {
    if (!(row instanceof HTMLTableRowElement)) continue;
    if ((count & 15) === 0 && turns.due()) await turns.breathe();
    count += 1;
    const rendered = section === 'head' ? null : read(row);
    if (rendered === null && isPassedOver(row, section, tally)) continue;
    const cells = inFull(row, rendered, section, how, tally, drawSigns);
    if (cells.length > 0) grid.add(cells, section, row);
    if (section === 'body' && count % MANY === 0) await grew?.(grid.rows);
  }
}

/** A row that no person sees as a row of the list. Hidden ones are counted. */
export function isPassedOver(row: HTMLTableRowElement, section: Section, tally: Tally): boolean {
  if (!rowHidden(row)) return section === 'body' && isOpenPanel(row);
  if (section !== 'head' && countsAsHidden(row)) tally.hidden += 1;
  return true;
}

/** All cells of a row: those of which the rendering did not say all are read closely. */
export function inFull(
  row: HTMLTableRowElement,
  rendered: readonly RenderedCell[] | null,
  section: Section,
  how: CellReading,
  tally: Tally,
  drawn: boolean,
): readonly GridCell[] {
  if (rendered !== null && !drawn && !rendered.includes(null)) return rendered as readonly GridCell[];
  const cells: GridCell[] = [];
  for (const [at, cell] of [...row.cells].entries()) {
    const known = rendered?.[at] ?? null;
    if (known === null) {
      const head = section === 'head' || cell.tagName === 'TH';
      const raw = rawCell(cell, how, tally, { col: cell.colSpan, row: cell.rowSpan }, head);
      if (raw !== null) cells.push(raw);
    } else if (typeof known === 'string') cells.push(withDrawnSign(cell, known));
    else cells.push({ ...known, text: withDrawnSign(cell, known.text) });
  }
  return cells;
}
