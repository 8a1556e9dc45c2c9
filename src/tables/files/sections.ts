import { isValue } from './cells.ts';
import { LIMITS } from './limits.ts';
import { isHeaderWord, isTotalsLabel, isTotalsWord } from './words.ts';

/** One line or sheet row: its tidied cells, and how it reads as a line of text. */
export interface Row {
  readonly cells: string[];
  readonly line: string;
}

/** A row whose line is only written out where it turns out to be no row: a bill has millions of cells. */
export class CellRow implements Row {
  readonly cells: string[];
  readonly #lineOf: (cells: readonly string[]) => string;

  constructor(cells: string[], lineOf: (cells: readonly string[]) => string) {
    this.cells = cells;
    this.#lineOf = lineOf;
  }

  get line(): string {
    return this.#lineOf(this.cells);
  }
}

/** One table of a file, not yet masked. A `trailer` is what the file says about the table above it. */
export interface Section {
  readonly trailer: boolean;
  readonly header: readonly string[];
  readonly rows: string[][];
}

export interface Sections {
  readonly tables: Section[];
  readonly texts: string[];
}

/** Rows looked at before the first table is given up on. */
const HEAD_ROWS = 300;

/**
 * Divides rows into tables and the lines around them. A table begins at a row of column titles: three words that statements are titled with
 * and no value; or, in a language unknown here, a row of words above a row with values. Rows of totals at the end, and a second small table of counts and totals,
 * become trailers. Without any titles, the rows that hold values are a table with empty titles. Blank rows and a repeated header say nothing and are left out.
 */
export function divide(rows: readonly Row[]): Sections {
  const texts: string[] = [];
  const tables: Section[] = [];
  let at = firstHeader(rows);
  if (at === null) return headerless(rows);
  for (const row of rows.slice(0, at)) addText(texts, row);
  while (at !== null && at < rows.length) {
    const reached = readTable(rows, at, tables.length > 0, tables, texts);
    at = reached < rows.length ? reached : null;
  }
  return { tables, texts };
}

/** Index of the first row of column titles; null if no row of the head is one. */
export function firstHeader(rows: readonly Row[]): number | null {
  const head = Math.min(rows.length, HEAD_ROWS);
  for (let i = 0; i < head; i++) {
    const row = rows[i];
    if (row && isHeader(row, false)) return i;
  }
  for (let i = 0; i < head; i++) {
    const row = rows[i];
    const next = rows.slice(i + 1, i + 4).find((other) => !isBlank(other));
    if (!row || !next || !isTitles(row) || !next.cells.some(isValue)) continue;
    if (Math.abs(trimmedLength(next.cells) - trimmedLength(row.cells)) <= 2 && next.cells.length >= 2) return i;
  }
  return null;
}

/** Words only, most of them different, more than one. */
function isTitles(row: Row): boolean {
  const filled = row.cells.filter((cell) => cell !== '');
  const different = new Set(filled).size;
  return (
    different >= 2 &&
    different >= filled.length * 0.6 &&
    // A bank hangs its notice on the end of the header.
    filled.filter((cell) => cell.length > 60).length <= filled.length / 10 &&
    filled.every((cell) => !isValue(cell) && !isLabelled(cell) && !/^[-=*_#.\s]+$/.test(cell))
  );
}

/** `户名：` or `户名：沪上鲜果店` is a label, `金额（单位：元）` a title. */
function isLabelled(cell: string): boolean {
  return /[:：]/.test(cell) && (cell.length > 60 || /[:：]/.test(cell.replace(/[（(][^）)]*[）)]/g, '')));
}

/** `strict` inside a table, where most rows are data: then most cells must be titles. */
function isHeader(row: Row, strict: boolean): boolean {
  if (row.cells.length < 2 || isValue(row.cells[0] ?? '')) return false;
  if (!isTitles(row)) return false;
  const filled = row.cells.filter((cell) => cell !== '');
  const known = filled.filter(isHeaderWord).length;
  if (strict) return (known >= 3 && known >= filled.length * 0.7) || filled.every(isTotalsWord);
  return known >= 3 || (known >= 2 && known === filled.length);
}

/** Reads one table from its header on; returns where the next begins, or the end. */
function readTable(rows: readonly Row[], from: number, after: boolean, tables: Section[], texts: string[]): number {
  const header = rows[from] ? titlesOf(rows[from]) : [];
  const section: Section = { trailer: after && isSummary(header), header, rows: [] };
  tables.push(section);
  let totals: Row[] = [];
  const pairs: string[] = [];
  const next = rows.findIndex((row, r) => r > from && !isBlank(row));
  const keep = (row: Row): void => {
    // Sums in the middle are part of the list; only those at its end speak about all of it.
    for (const total of totals) section.rows.push(fitted(total.cells, header.length));
    if (totals.length > 0) totals = [];
    section.rows.push(fitted(row.cells, header.length));
  };
  let i = from + 1;
  for (; i < rows.length; i++) {
    const row = rows[i];
    if (!row || isBlank(row)) continue;
    if (isPlainData(row)) keep(row);
    else if (isPairs(row)) pairs.push(...row.cells.filter((cell) => cell !== ''));
    else if (isNote(row, header)) {
      addText(texts, row);
    } else if (row.cells.length > header.length / 2 && isTotalsLabel(firstFilled(row.cells))) {
      totals.push(row);
    } else if (isHeader(row, true)) {
      if (sameTitles(titlesOf(row), header)) continue;
      // Words right above the titles, with nothing between, were no titles; an empty list above its totals was one.
      if (i === next && !isSummary(titlesOf(row))) {
        tables.pop();
        if (rows[from]) addText(texts, rows[from]);
      }
      break;
    } else keep(row);
  }
  if (totals.length > 0) {
    tables.push({ trailer: true, header, rows: totals.map((total) => fitted(total.cells, header.length)) });
  }
  if (pairs.length > 0) {
    const every = (other: number): string[] => pairs.filter((_, at) => at % 2 === other);
    tables.push({ trailer: true, header: every(0), rows: [every(1)] });
  }
  return i;
}

/** Nearly all rows: a value in front, which no title, note or total has, and something else in the next two cells. */
function isPlainData({ cells }: Row): boolean {
  if (cells.length < 3) return false;
  const first = cells[0] ?? '';
  const code = first.charCodeAt(0);
  return code >= 0x30 && code <= 0x39 && cells[1] !== '' && cells[2] !== '' && cells[1] !== first && isValue(first);
}

/** `借方合计笔数,4,借方合计金额,2036.20`: totals that bear their titles beside them, under whichever columns of the list they come to stand. */
function isPairs({ cells }: Row): boolean {
  if (!isTotalsWord(cells[0] ?? '')) return false;
  const filled = cells.filter((cell) => cell !== '');
  return (
    filled.length >= 4 &&
    filled.length % 2 === 0 &&
    filled.every((cell, at) => isValue(cell) === (at % 2 === 1) && (at % 2 === 1 || isTotalsWord(cell)))
  );
}

/** Lines that stand among or below the rows without being one: `#…`, rulers, `<END>`, a single cell of words, a label with its value. */
function isNote({ cells }: Row, header: readonly string[]): boolean {
  const first = firstFilled(cells);
  if (/^[#<\-=*_]/.test(first) && /^(?:#|[-=*_]{4,}|<END>)/i.test(first)) return true;
  if (header.length < 3) return false;
  let filled = 0;
  let same = true;
  for (const cell of cells) {
    if (cell === '') continue;
    filled++;
    same &&= cell === first;
    if (filled > 2 && !same) return false;
  }
  if ((filled === 1 || (filled > 2 && same)) && cells[0] !== '') return !isValue(first) || isLabelled(first);
  return filled === 2 && header.length >= 4 && cells.length < header.length - 1 && /[:：\]]$|[:：]\s*\S/.test(first);
}

function isSummary(header: readonly string[]): boolean {
  const filled = header.filter((cell) => cell !== '');
  return filled.length > 0 && filled.filter(isTotalsWord).length >= filled.length * 0.6;
}

/** Without titles: the rows that hold values; without values either, the rows of one width, if most are. */
function headerless(rows: readonly Row[]): Sections {
  const filled = rows.filter((row) => !isBlank(row));
  const wide = filled.filter((row) => row.cells.filter((cell) => cell !== '').length >= 2);
  const valued = wide.filter((row) => row.cells.some(isValue));
  // One line with two words and a number is a sentence; a statement has more.
  const shaped = valued.length >= 2 || (valued.length === 1 && trimmedLength(valued[0]?.cells ?? []) >= 3);
  const lines = new Set(shaped ? valued : evenRows(wide, filled.length));
  const width = Math.min(
    [...lines].reduce((most, row) => Math.max(most, trimmedLength(row.cells)), 0),
    LIMITS.columns,
  );
  const texts: string[] = [];
  for (const row of filled) if (!lines.has(row)) addText(texts, row);
  if (lines.size === 0) return { tables: [], texts };
  const header = Array.from({ length: width }, () => '');
  return { tables: [{ trailer: false, header, rows: [...lines].map((row) => fitted(row.cells, width)) }], texts };
}

function evenRows(wide: readonly Row[], all: number): readonly Row[] {
  const widths = new Map<number, Row[]>();
  for (const row of wide) {
    const width = trimmedLength(row.cells);
    widths.set(width, [...(widths.get(width) ?? []), row]);
  }
  const most = [...widths.values()].sort((a, b) => b.length - a.length)[0] ?? [];
  return most.length >= 2 && most.length >= all * 0.6 ? most : [];
}

function addText(texts: string[], row: Row): void {
  const line = row.line.trim();
  if (line !== '') texts.push(line);
}

function isBlank(row: Row): boolean {
  return row.cells.every((cell) => cell === '');
}

function firstFilled(cells: readonly string[]): string {
  return cells.find((cell) => cell !== '') ?? '';
}

function titlesOf(row: Row): readonly string[] {
  return trimmed(row.cells).map((cell, i) => (i === 0 ? cell.replace(/^#+\s*/, '') : cell));
}

function sameTitles(other: readonly string[], header: readonly string[]): boolean {
  return other.length === header.length && other.every((cell, i) => cell === header[i]);
}

function trimmedLength(cells: readonly string[]): number {
  let length = cells.length;
  while (length > 0 && cells[length - 1] === '') length--;
  return length;
}

function trimmed(cells: readonly string[]): readonly string[] {
  return cells.slice(0, trimmedLength(cells));
}

/** Without the empty cells that a trailing delimiter adds beyond the header; a row that is too short stays so: it is evidence. */
function fitted(cells: string[], width: number): string[] {
  if (cells.length > width) cells.length = Math.max(width, trimmedLength(cells));
  return cells;
}
