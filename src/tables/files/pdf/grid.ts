import { isValue, tidyCell } from '../cells.ts';
import type { Row } from '../sections.ts';
import { isHeaderWord, isTotalsLabel } from '../words.ts';
import { type Line, type Piece, textOf } from './lines.ts';

/** A column of a page: from where to where something stands in it. */
interface Column {
  from: number;
  to: number;
}

/** What a page gives: rows of cells (titles first, where it has some), and the lines around them. `torn`: a piece that could stand in either of two columns. */
export interface Grid {
  readonly rows: Row[];
  readonly texts: string[];
  readonly columns: readonly Column[] | null;
  readonly torn: boolean;
}

/** A word below or above its row is nearer to it than this, in letter heights. */
const NEAR = 2.4;

/**
 * Puts the lines of a page into columns: the places under known titles that no line crosses. A page without titles goes on with the columns of the page before.
 * A line without day and figures is the rest of a folded cell and belongs to the nearest row.
 */
export function gridOf(lines: readonly Line[], before: readonly Column[] | null): Grid {
  const at = lines.findIndex(isTitleLine);
  const header = lines[at];
  const body = lines.slice(at + 1);
  const columns = header ? columnsOf(header, body.filter(isRowLine)) : (before ?? untitled(body));
  if (columns === null || columns.length < 2) {
    return { rows: [], texts: lines.map((line) => tidyCell(textOf(line))), columns: before, torn: false };
  }
  const texts = lines.slice(0, Math.max(at, 0)).map((line) => tidyCell(textOf(line)));
  const rows: { y: number; cells: string[] }[] = [];
  const rest: { line: Line; cells: string[] }[] = [];
  let torn = false;
  for (const line of header ? [header, ...body] : body) {
    const cells = place(line, columns);
    if (line === header || isRowLine(line)) {
      if (cells === null) torn = true;
      else rows.push({ y: line.y, cells });
    } else if (cells === null || isPageNumber(line)) texts.push(tidyCell(textOf(line)));
    else rest.push({ line, cells });
  }
  const first = header ? 1 : 0;
  for (const { line, cells } of rest) {
    const nearest = rows
      .slice(first)
      .reduce<(typeof rows)[number] | null>(
        (best, row) => (!best || distance(row, line) < distance(best, line) ? row : best),
        null,
      );
    const beside = nearest && distance(nearest, line) <= line.height * NEAR && cells[0] === '';
    if (!nearest || !beside) {
      texts.push(tidyCell(textOf(line)));
      continue;
    }
    for (const [c, cell] of cells.entries()) {
      if (cell === '') continue;
      const own = nearest.cells[c] ?? '';
      nearest.cells[c] = line.y < nearest.y ? join(cell, own) : join(own, cell);
    }
  }
  return { rows: rows.map(({ cells }) => ({ cells, line: cells.filter(Boolean).join(' ') })), texts, columns, torn };
}

const distance = (row: { readonly y: number }, line: Line): number => Math.abs(row.y - line.y);

/** Folded words of Chinese and long numbers go on without a blank; Latin words do not. */
function join(a: string, b: string): string {
  if (a === '' || b === '') return a + b;
  return /[A-Za-z,.]$/.test(a) && /^[A-Za-z]/.test(b) ? `${a} ${b}` : a + b;
}

function isTitleLine({ pieces }: Line): boolean {
  const words = pieces.filter(({ text }) => isHeaderWord(text.trim())).length;
  return words >= 3 && words >= pieces.length * 0.6 && !pieces.some(({ text }) => isValue(text.trim()));
}

/** A day or number of the row at its beginning, or figures in several places; or a row of totals. */
function isRowLine({ pieces }: Line): boolean {
  const values = pieces.filter(({ text }) => isValue(text.trim())).length;
  if (pieces.length < 2 || values === 0) return false;
  return values >= 2 || isValue(pieces[0]?.text.trim() ?? '') || isTotalsLabel(pieces[0]?.text.trim() ?? '');
}

function isPageNumber({ pieces }: Line): boolean {
  return pieces.length === 1 && /^(?:第|page)?\s*\d+\s*(?:页|of|\/|$)/i.test(pieces[0]?.text.trim() ?? '');
}

function columnsOf(header: Line, rows: readonly Line[]): Column[] | null {
  const parts = partsOf([header, ...rows]);
  const columns: Column[] = [];
  for (const part of parts) {
    const titles = header.pieces.filter((piece) => middle(piece) >= part.from && middle(piece) <= part.to);
    const last = columns.at(-1);
    if (titles.length === 0 && last) last.to = part.to;
    else if (titles.length <= 1) columns.push({ ...part });
    // A cell wider than its column reaches below the next title: then the titles alone tell, each up to where the next begins.
    else {
      for (const [i, title] of titles.entries()) {
        const next = titles[i + 1];
        columns.push({ from: i === 0 ? part.from : title.x, to: next ? next.x : part.to });
      }
    }
  }
  return columns.length >= 3 ? columns : null;
}

/** Without any titles: the places of lines that hold figures. */
function untitled(lines: readonly Line[]): Column[] | null {
  const rows = lines.filter((line) => isRowLine(line) && line.pieces.length >= 3);
  return rows.length >= 2 ? partsOf(rows) : null;
}

function partsOf(lines: readonly Line[]): Column[] {
  const spans = lines.flatMap(({ pieces }) => pieces.map(({ x, width }) => ({ from: x, to: x + width })));
  spans.sort((a, b) => a.from - b.from);
  const parts: Column[] = [];
  for (const span of spans) {
    const last = parts.at(-1);
    if (last && span.from < last.to) last.to = Math.max(last.to, span.to);
    else parts.push({ ...span });
  }
  return parts;
}

const middle = ({ x, width }: Piece): number => x + width / 2;

/** The cells of a line; null if a piece stands as much in one column as in another. */
function place(line: Line, columns: readonly Column[]): string[] | null {
  const cells = columns.map(() => '');
  for (const piece of line.pieces) {
    const shares = columns.map(({ from, to }) => Math.min(to, piece.x + piece.width) - Math.max(from, piece.x));
    const most = Math.max(...shares);
    if (most <= 0) {
      const near = columns.findIndex(({ to }) => piece.x < to);
      const c = near < 0 ? columns.length - 1 : near;
      cells[c] = join(cells[c] ?? '', tidyCell(piece.text));
      continue;
    }
    const c = shares.indexOf(most);
    if (shares.some((share, i) => i !== c && share > most * 0.6)) return null;
    cells[c] = cells[c] === '' ? tidyCell(piece.text) : `${cells[c]} ${tidyCell(piece.text)}`;
  }
  return cells;
}
