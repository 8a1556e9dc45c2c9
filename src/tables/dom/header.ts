import { type GridRow, widthOf } from './grid.ts';
import { bareLabel, isFigure, isHeaderWord, isLabel } from './words.ts';

/** A grid with its header told from its data. */
export interface Told {
  readonly header: string[];
  readonly rows: string[][];
  /** For each of the rows the element that it is in the page; none where the table was turned. */
  readonly elements: (Element | undefined)[];
  /** Rows of one cell above the header: a title. */
  readonly caption: string | null;
  /** Field names stood in columns, and the table was turned. */
  readonly turned: boolean;
  /** Texts of rows of a single cell across the table, which may say that there is nothing. */
  readonly notices: readonly string[];
  /** What further rows of the same grid say, as long as they make it no wider; null where the table was turned, and is short. */
  readonly further: ((rows: readonly GridRow[]) => Data) | null;
}

type Data = Pick<Told, 'rows' | 'elements' | 'notices'>;

const MOST_LEVELS = 8;
const isFilled = (row: GridRow): boolean => row.texts.some((text) => text !== '');
const isAcross = (row: GridRow, width: number): boolean => row.own === 1 && row.texts.length >= width && width > 1;

/** Header levels joined with ` / `; a cell that spans levels is said once. */
function joinLevels(levels: readonly GridRow[], width: number): string[] {
  const header: string[] = [];
  for (let at = 0; at < width; at += 1) {
    const path: string[] = [];
    for (const level of levels) {
      const text = level.texts[at] ?? '';
      if (text !== '' && level.fromAbove[at] !== true) path.push(text);
    }
    header.push(path.join(' / '));
  }
  return header;
}

const allHeads = (row: GridRow): boolean => {
  let heads = 0;
  for (let at = 0; at < row.texts.length; at += 1) {
    if (row.headAt[at]) heads += 1;
    else if (row.texts[at] !== '') return false;
  }
  return heads > 0;
};

/** How many leading rows are the header, by their mark-up: `thead`, or rows of header cells only. */
function markedLevels(rows: readonly GridRow[]): number {
  let levels = 0;
  while (levels < rows.length && rows[levels]?.section === 'head') levels += 1;
  if (levels > 0) return levels;
  while (levels < rows.length && levels < MOST_LEVELS) {
    const row = rows[levels];
    if (row === undefined || row.section !== 'body' || !allHeads(row)) break;
    levels += 1;
  }
  // A table of header cells only has one header row; what follows is what it holds.
  return levels === rows.length && levels > 1 ? 1 : levels;
}

/** Field names down the first column (or in pairs, `name value name value`), values beside them, and no header row. */
function fieldPairs(rows: readonly GridRow[], width: number): [string, string][] | null {
  if (width < 2 || width % 2 === 1 || rows.length === 0 || rows.length > 60) return null;
  const pairs: [string, string][] = [];
  let marks = 0;
  let values = 0;
  for (const row of rows) {
    for (let at = 0; at + 1 < width; at += 2) {
      const name = row.texts[at] ?? '';
      const value = row.texts[at + 1] ?? '';
      if (name === '' && value === '') continue;
      if (row.headAt[at] !== true && !isLabel(bareLabel(name))) return null;
      if (row.headAt[at + 1] === true) return null;
      if (row.headAt[at] === true || /[:：]$/.test(name)) marks += 1;
      if (isFigure(value)) values += 1;
      pairs.push([bareLabel(name), value === name ? '' : value]);
    }
  }
  const names = new Set(pairs.map(([name]) => name));
  if (pairs.length === 0 || names.size !== pairs.length) return null;
  if (marks === pairs.length) return pairs;
  // Without marks it takes known names and values that are figures, or a list of texts would be turned.
  const known = pairs.filter(([name]) => isHeaderWord(name)).length;
  const firstIsData = isFigure(rows[0]?.texts[1] ?? '') || known === pairs.length;
  return firstIsData && known * 2 >= pairs.length && values > 0 && !looksLikeHeader(rows, width) ? pairs : null;
}

/** Several records side by side, field names marked down the first column only. */
function turnedRecords(rows: readonly GridRow[], width: number): { header: string[]; rows: string[][] } | null {
  if (width < 3 || rows.length < 2 || rows.length > 60 || width > 60) return null;
  if (!rows.every((row) => row.headAt[0] === true && row.heads === 1 && row.own === width)) return null;
  const records: string[][] = [];
  for (let at = 1; at < width; at += 1) records.push(rows.map((row) => row.texts[at] ?? ''));
  return { header: rows.map((row) => bareLabel(row.texts[0] ?? '')), rows: records };
}

/** Is the first row of a table without header cells its header? Names over figures, or several words that only headers use. */
function looksLikeHeader(rows: readonly GridRow[], width: number): boolean {
  const first = rows[0];
  if (first === undefined || width < 2) return false;
  const names = first.texts.filter((text) => text !== '');
  if (names.length < Math.max(2, width - 1) || !names.every(isLabel)) return false;
  if (new Set(names).size * 2 < names.length && first.depth === 1 && first.own === width) return false;
  const words = names.filter(isHeaderWord).length;
  if (words >= 3 || (words >= 2 && words === names.length)) return true;
  const depth = Math.min(first.depth, 100);
  const later = rows.slice(depth, depth + 20);
  if (later.length === 0) return false;
  for (let at = 0; at < width; at += 1) {
    const values = later.map((row) => row.texts[at] ?? '').filter((text) => text !== '');
    if (values.length > 0 && values.filter(isFigure).length * 2 > values.length && isLabel(first.texts[at] ?? ''))
      return true;
  }
  return false;
}

const TURNED = { elements: [], caption: null, turned: true, notices: [], further: null };

/** Tells header from data in one table's grid. */
export function tellHeader(all: readonly GridRow[]): Told {
  const width = widthOf(all);
  const rows = all.filter(isFilled);
  let levels = markedLevels(rows);
  let caption: string | null = null;
  let start = 0;
  if (levels === 0) {
    const pairs = fieldPairs(rows, width);
    if (pairs !== null) {
      return { header: pairs.map(([name]) => name), rows: [pairs.map(([, value]) => value)], ...TURNED };
    }
    const records = turnedRecords(rows, width);
    if (records !== null) return { ...records, ...TURNED };
    while (start < rows.length - 1 && isAcross(rows[start] as GridRow, width)) {
      caption = caption ?? rows[start]?.texts[0] ?? null;
      start += 1;
    }
    const rest = rows.slice(start);
    levels = markedLevels(rest);
    if (levels === 0 && looksLikeHeader(rest, width)) levels = Math.min(rest[0]?.depth ?? 1, MOST_LEVELS, rest.length);
    if (levels === 0 && start > 0) {
      // No header follows: what looked like a title is a row.
      start = 0;
      caption = null;
    }
  }
  const head = rows.slice(start, start + levels);
  const header = joinLevels(head, width);
  const bottom = head.at(-1)?.texts;
  const further = (more: readonly GridRow[]): Data => dataOf(more, header, bottom);
  return { header, ...further(rows.slice(start + levels)), caption, turned: false, further };
}

function dataOf(body: readonly GridRow[], header: readonly string[], bottom: readonly string[] | undefined): Data {
  const width = header.length;
  const rows: string[][] = [];
  const elements: (Element | undefined)[] = [];
  const notices: string[] = [];
  for (const row of body) {
    if (!isFilled(row)) continue;
    if (isAcross(row, width) || (width === 1 && row.own === 1)) notices.push(row.texts[0] ?? '');
    // A header repeated in the middle or at the foot of a long table is no data.
    if (bottom !== undefined && width > 1 && (same(row.texts, header) || same(row.texts, bottom))) continue;
    rows.push(toWidth(row.texts, width));
    elements.push(row.element);
  }
  return { rows, elements, notices };
}

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((text, at) => text === b[at]);

function toWidth(texts: string[], width: number): string[] {
  if (texts.length === width) return texts;
  if (texts.length > width) return texts.slice(0, width);
  return [...texts, ...new Array<string>(width - texts.length).fill('')];
}
