import { readCell } from '../cell.ts';
import { cleanText } from '../clean.ts';
import { type Found, toFound } from '../found.ts';
import { Grid, type GridRow } from '../grid.ts';
import { addTableRows, type Tally } from '../rows.ts';
import { isSeen } from '../show.ts';
import { telling } from '../telling.ts';
import { isHeaderWord, isLabel } from '../words.ts';
import { inputsIn, type Looking, nestedTable, type Way } from './way.ts';

/**
 * Is this table only a frame for other things? Old pages place everything with tables: those hold other tables, forms or one cell,
 * and have no header of their own.
 */
function isLayout(table: HTMLTableElement): boolean {
  const rows = table.rows;
  if (rows.length === 0) return true;
  const role = table.getAttribute('role');
  if (role === 'presentation' || role === 'none') return !ownHeader(table);
  if (rows.length === 1 && ((rows[0]?.cells.length ?? 0) <= 1 || saysInCells(rows[0]))) return true;
  const headed = ownHeader(table);
  if (headed) return false;
  if (isMenu(table)) return true;
  const inner = table.querySelector('table');
  if (inner !== null && mostlyFrames(table)) return true;
  if (inner === null && rows.length <= 12) {
    const inputs = inputsIn(table).length;
    if (inputs === 0) return false;
    return (
      inputs * 4 >= table.querySelectorAll('td').length ||
      table.querySelector('form, button, [type=submit], [type=button]') !== null
    );
  }
  return false;
}

/** `您好，商户号：8983…` `账户余额：35.20元` in cells side by side, or things to press: lines, not a row of a table. */
const saysInCells = (row: HTMLTableRowElement | undefined): boolean =>
  row !== undefined &&
  row.querySelector('th') === null &&
  (row.querySelector('a, input, select, button, [onclick]') !== null ||
    [...row.cells].some((cell) => /^\s*\S{2,20}\s*[:：]\s*\S/.test((cell.textContent ?? '').slice(0, 200))));

/** One column without a header, of links and pictures: a menu. */
function isMenu(table: HTMLTableElement): boolean {
  if (table.rows.length > 60) return false;
  for (const row of table.rows) if (row.cells.length > 1 || row.cells[0]?.tagName === 'TH') return false;
  return table.querySelector('a, button, img, input, table, div, ul') !== null;
}

function ownHeader(table: HTMLTableElement): boolean {
  if (table.tHead !== null && table.tHead.rows.length > 0) return true;
  const first = table.rows[0];
  return (
    first !== undefined &&
    first.closest('table') === table &&
    first.cells.length > 1 &&
    first.cells[0]?.tagName === 'TH' &&
    first.cells[1]?.tagName === 'TH'
  );
}

/** Tables that are mostly made of cells with tables in them, or whose rows have nothing in common. */
function mostlyFrames(table: HTMLTableElement): boolean {
  let frames = 0;
  let plain = 0;
  for (const row of table.rows) {
    for (const cell of row.cells) if (cell.querySelector('table') !== null) frames += 1;
    if (row.cells.length > 2 && row.querySelector('table') === null) plain += 1;
    if (plain > 50) return false;
  }
  return frames > 0 && plain < 3;
}

const captionOf = (table: HTMLTableElement): string | null =>
  table.caption === null ? null : readCell(table.caption, { header: true, ghosts: false, nested: () => false });

async function readPlain(
  table: HTMLTableElement,
  looking: Looking,
  head: HTMLTableElement | null,
): Promise<Found | null> {
  const source = {
    element: table,
    way: head === null ? 'plain-table' : 'split-table',
    where: looking.where(table),
    caption: captionOf(table) ?? (head === null ? null : captionOf(head)),
  };
  const tell = telling(source);
  const grew = async (rows: readonly GridRow[]): Promise<void> => looking.hand?.((await tell(rows)).table);
  const grid = new Grid();
  const tally: Tally = { hidden: 0, links: 0 };
  const how = { header: false, ghosts: false, nested: nestedTable, noted: tally };
  if (head !== null) await addTableRows(grid, head, how, looking.turns, tally, 'head');
  await addTableRows(grid, table, how, looking.turns, tally, head === null ? undefined : 'body', grew);
  return toFound({ ...source, grid, hiddenRows: tally.hidden }, looking.turns, tell);
}

const columnsOf = (table: HTMLTableElement): number => {
  let most = 0;
  let looked = 0;
  for (const row of table.rows) {
    let width = 0;
    for (const cell of row.cells) width += cell.colSpan;
    most = Math.max(most, width);
    looked += 1;
    if (looked > 20) break;
  }
  return most;
};

/** All that this table has is a header: header cells only, at most a few rows. */
const isHeadOnly = (table: HTMLTableElement): boolean => {
  const rows = table.rows;
  if (rows.length === 0 || rows.length > 5 || table.querySelector('table') !== null) return false;
  for (const row of rows) {
    if (row.parentElement?.tagName === 'THEAD' || !isSeen(row)) continue;
    for (const cell of row.cells) if (cell.tagName !== 'TH') return rows.length === 1 && readsAsHeader(row);
  }
  return true;
};

/** Old portals mark no header: then its words must tell, each of them a label and most of them columns of money lists. */
function readsAsHeader(row: HTMLTableRowElement): boolean {
  const texts = [...row.cells].map((cell) => cleanText(cell.textContent ?? '', 60));
  return texts.length >= 4 && texts.every(isLabel) && texts.filter(isHeaderWord).length * 3 >= texts.length * 2;
}

/** The table that holds the body of this header: the next one in the page, near it, headless, as wide. */
function bodyFor(head: HTMLTableElement): HTMLTableElement | null {
  const scope = head.parentElement?.parentElement?.parentElement ?? head.parentElement;
  if (scope === null) return null;
  const width = columnsOf(head);
  let after = false;
  for (const table of scope.querySelectorAll('table')) {
    if (table === head) after = true;
    else if (after) {
      const headless = table.tHead === null || table.tHead.rows.length === 0 || !isSeen(table.tHead);
      const wide = columnsOf(table);
      const fits = headless && table.rows.length > 0 && wide > 1 && (wide === width || wide === width - 1);
      return fits && table.querySelector('tbody th + th') === null ? table : null;
    }
  }
  return null;
}

/** A header in one table and its rows in the next, whatever library drew them. */
export const splitWay: Way = {
  name: 'split-table',
  claims: (el) => el.tagName === 'TABLE' && isHeadOnly(el as HTMLTableElement),
  async read(el, looking) {
    const body = bodyFor(el as HTMLTableElement);
    if (body === null || looking.taken.has(body)) return null;
    looking.taken.add(el);
    looking.taken.add(body);
    return readPlain(body, looking, el as HTMLTableElement);
  },
};

/** A `<table>` with spans, several header rows, names down the side, hidden rows. */
export const plainWay: Way = {
  name: 'plain-table',
  claims: (el) => el.tagName === 'TABLE' && !isLayout(el as HTMLTableElement),
  async read(el, looking) {
    looking.taken.add(el);
    return readPlain(el as HTMLTableElement, looking, null);
  },
};
