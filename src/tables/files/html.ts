import { tidyCell } from './cells.ts';
import { entities } from './entities.ts';
import { LIMITS } from './limits.ts';

/** One `<table>`: its cells with spans repeated, and which of its first rows are titles. */
export interface HtmlTable {
  readonly caption: string | null;
  readonly rows: string[][];
  readonly spanned: ReadonlySet<number>;
}

interface OpenTable {
  caption: string | null;
  rows: string[][];
  spanned: Set<number>;
  /** Cells that a row span above has already filled: `row:column` → text. */
  below: Map<string, string>;
  row: number;
  column: number;
  cell: { text: string; colspan: number; rowspan: number } | null;
  inCaption: boolean;
}

/** Cells that spans may be spread over, in one page. */
const SPREAD = 200_000;

/** Tables in tables beyond this are layout gone mad; their cells are read into the table around them. */
const DEEPEST = 20;

/** Elements whose text nobody reads. */
const SILENT = /^(?:script|style|title|template|noscript|textarea|select)$/;
const BREAKS = /^(?:br|p|div|li|tr|h\d)$/;

/**
 * Tables of an HTML text (a page that a bank named `.xls`), and the lines around them. It only takes tags apart: no script is run, nothing is fetched,
 * unclosed and misplaced tags are lived with. A table inside a cell is a table of its own.
 * `null` if it spreads over more cells than a bill has.
 */
export function readHtml(html: string): { tables: HtmlTable[]; texts: string[] } | null {
  const tables: HtmlTable[] = [];
  const texts: string[] = [];
  const open: OpenTable[] = [];
  let loose = '';
  let budget = SPREAD;
  const flush = () => {
    for (const line of loose.split('\n')) if (tidyCell(line) !== '') texts.push(tidyCell(line));
    loose = '';
  };
  const say = (text: string) => {
    const table = open.at(-1);
    if (!table) loose += text;
    else if (table.inCaption) table.caption = (table.caption ?? '') + text;
    else if (table.cell) table.cell.text += text;
  };
  const closeCell = (table: OpenTable) => {
    if (table.cell) budget -= place(table, budget);
  };
  const closeTable = (table: OpenTable) => {
    closeCell(table);
    const caption = tidyCell(table.caption ?? '');
    tables.push({ caption: caption === '' ? null : caption, rows: table.rows, spanned: table.spanned });
  };
  for (const token of tokens(html)) {
    if (budget < 0) return null;
    if (token.kind === 'text') {
      say(entities(token.text).replace(/\s+/g, ' '));
      continue;
    }
    const { name, closing, attributes } = token;
    const table = open.at(-1);
    if (name === 'table') {
      if (!closing) {
        flush();
        if (open.length < DEEPEST) open.push(newTable());
      } else if (table) {
        open.pop();
        closeTable(table);
      }
    } else if (table && name === 'caption') {
      table.inCaption = !closing;
    } else if (table && name === 'tr') {
      closeCell(table);
      if (!closing) startRow(table);
    } else if (table && (name === 'td' || name === 'th')) {
      closeCell(table);
      if (!closing) {
        if (table.row < 0) startRow(table);
        table.cell = { text: '', colspan: span(attributes, 'colspan'), rowspan: span(attributes, 'rowspan') };
      }
    } else if (BREAKS.test(name)) {
      say(table ? ' ' : '\n');
    }
  }
  for (const table of open.reverse()) closeTable(table);
  flush();
  return budget < 0 ? null : { tables: tables.filter((table) => table.rows.length > 0), texts };
}

function newTable(): OpenTable {
  return {
    caption: null,
    rows: [],
    spanned: new Set(),
    below: new Map(),
    row: -1,
    column: 0,
    cell: null,
    inCaption: false,
  };
}

function startRow(table: OpenTable): void {
  table.row++;
  table.column = 0;
  table.rows.push([]);
}

/** Puts the finished cell into the grid; returns how many more cells its spans took, without filling them if they are too many. */
function place(table: OpenTable, budget: number): number {
  const { cell } = table;
  const row = table.rows.at(-1);
  table.cell = null;
  if (!cell || !row) return 0;
  const extra = cell.colspan * cell.rowspan - 1;
  if (extra > budget) return extra;
  fillFromAbove(table, row);
  const text = tidyCell(cell.text.replace(/ +/g, ' '));
  for (let c = 0; c < cell.colspan; c++) {
    row[table.column + c] = text;
    for (let r = 1; r < cell.rowspan; r++) table.below.set(`${table.row + r}:${table.column + c}`, text);
  }
  if (cell.colspan > 1) table.spanned.add(table.row);
  table.column += cell.colspan;
  fillFromAbove(table, row);
  return extra;
}

function fillFromAbove(table: OpenTable, row: string[]): void {
  for (;;) {
    const key = `${table.row}:${table.column}`;
    const text = table.below.get(key);
    if (text === undefined) return;
    table.below.delete(key);
    row[table.column] = text;
    table.column++;
  }
}

function span(attributes: string, name: 'colspan' | 'rowspan'): number {
  const found = new RegExp(`\\b${name}\\s*=\\s*["']?\\s*(\\d{1,5})`, 'i').exec(attributes);
  return Math.min(Math.max(Number(found?.[1] ?? 1), 1), LIMITS.columns);
}

type Token = { kind: 'text'; text: string } | { kind: 'tag'; name: string; closing: boolean; attributes: string };

function* tokens(html: string): Generator<Token> {
  let at = 0;
  const unclosed = new Set<string>();
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) {
      yield { kind: 'text', text: html.slice(at) };
      return;
    }
    if (open > at) yield { kind: 'text', text: html.slice(at, open) };
    if (html.startsWith('<!--', open)) {
      const end = html.indexOf('-->', open + 4);
      at = end < 0 ? html.length : end + 3;
      continue;
    }
    const tag = /^<(\/?)([a-zA-Z][\w:-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>/.exec(html.slice(open, open + 4000));
    if (!tag) {
      const end = /^<[!?/]/.test(html.slice(open, open + 2)) ? html.indexOf('>', open) : -1;
      if (end < 0) yield { kind: 'text', text: '<' };
      at = end < 0 ? open + 1 : end + 1;
      continue;
    }
    const name = (tag[2] ?? '').toLowerCase();
    const closing = tag[1] === '/';
    at = open + tag[0].length;
    if (!closing && SILENT.test(name)) {
      const end = unclosed.has(name) ? -1 : html.slice(at).search(new RegExp(`</${name}[\\s>]`, 'i'));
      if (end >= 0) at += end;
      else unclosed.add(name);
      continue;
    }
    yield { kind: 'tag', name, closing, attributes: tag[3] ?? '' };
  }
}
