import { tidyCell } from './cells.ts';
import type { Row } from './sections.ts';
import { isHeaderWord, isTotalsLabel } from './words.ts';

/** Lines in which the titles are looked for. */
const HEAD_LINES = 300;
/** Lines that vote on where the columns are; more of them change nothing. */
const VOTES_MAX = 5000;
/** A line of a printed list is not longer. */
const WIDEST = 2000;

/** Columns that a character takes in a list printed with fixed width: one for ASCII, two for the rest, which is also its size in GBK. */
export function widthOf(char: string): number {
  const code = char.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code > 0xffff ? 4 : 2;
}

interface Column {
  readonly from: number;
  readonly to: number;
}

/**
 * Rows of a list whose columns stand under each other without any delimiter: titles of which three are known, and below them places that are blank in every
 * line. A title that stands over two such parts holds both. Null if the lines show no such list, so that nothing is cut by guess.
 */
export function fixedRows(lines: readonly string[]): Row[] | null {
  const at = lines.slice(0, HEAD_LINES).findIndex(isTitleLine);
  const header = lines[at];
  if (header === undefined) return null;
  const body = lines.slice(at + 1).filter(isBodyLine);
  const voters = body.filter(isRowLike).slice(0, VOTES_MAX);
  const dated = voters.filter((line) => /^\s*\d/.test(line));
  // A line of words among the rows may stand over every gap: then those decide that begin with a figure or a day.
  const columns = columnsOf(header, voters) ?? columnsOf(header, dated);
  if (columns === null) return null;
  return lines.map((line, i): Row => {
    const cells = i >= at && isBodyLine(line) ? cut(line, columns) : null;
    return { cells: cells ?? [tidyCell(line)], line: tidyCell(line) };
  });
}

/** Titles stand apart by two blanks at least, or by one where every word of the line is a title. */
function isTitleLine(line: string): boolean {
  if (line.length > WIDEST) return false;
  const titles = pieces(line);
  return titles.length >= 3 && titles.filter(isHeaderWord).length >= Math.max(3, titles.length * 0.6);
}

function pieces(line: string): string[] {
  const wide = line.trim().split(/[ \u3000]{2,}/);
  if (wide.length >= 3) return wide;
  const words = line.trim().split(/[ \u3000]+/);
  return words.every(isHeaderWord) ? words : wide;
}

function isBodyLine(line: string): boolean {
  return line.trim() !== '' && !/^[-=*_+|\s]{3,}$/.test(line);
}

function isRowLike(line: string): boolean {
  return (
    line.length <= WIDEST && /\d/.test(line) && line.trim().split(/\s+/).length >= 3 && !isTotalsLabel(firstWord(line))
  );
}

function firstWord(line: string): string {
  return /\S+/.exec(line)?.[0] ?? '';
}

/** Which places of a line are taken. */
function taken(line: string): boolean[] {
  const places: boolean[] = [];
  for (const char of line) {
    const filled = char !== ' ' && char !== '\u3000' && char !== '\t';
    for (let i = widthOf(char); i > 0; i--) places.push(filled);
  }
  return places;
}

function columnsOf(header: string, voters: readonly string[]): Column[] | null {
  if (voters.length < 2) return null;
  const titled = taken(header);
  const filled = [...titled];
  for (const line of voters) {
    for (const [i, is] of taken(line).entries()) if (is) filled[i] = true;
  }
  const parts: { from: number; to: number }[] = [];
  for (let i = 0; i <= filled.length; i++) {
    const last = parts.at(-1);
    if (filled[i] !== true) continue;
    if (last && last.to === i) last.to = i + 1;
    else parts.push({ from: i, to: i + 1 });
  }
  // What has no title belongs to the title on its left.
  const columns: { from: number; to: number }[] = [];
  for (const part of parts) {
    const last = columns.at(-1);
    if (titled.slice(part.from, part.to).includes(true) || !last) columns.push({ ...part });
    else last.to = part.to;
  }
  const titles = cut(header, columns);
  if (columns.length < 3 || titles === null || titles.some((title) => /\S {2,}\S/.test(title))) return null;
  return titles.filter(isHeaderWord).length >= 3 ? columns : null;
}

/** The cells of a line; null for a line of words that runs across the columns. */
function cut(line: string, columns: readonly Column[]): string[] | null {
  const cells = columns.map(() => '');
  let place = 0;
  let c = 0;
  let before = ' ';
  for (const char of line) {
    while (c < columns.length - 1 && place >= (columns[c + 1]?.from ?? 0)) {
      // A word that begins in one column and ends in the next: no row of this list, or not cut where it should be.
      if (before !== ' ' && char !== ' ' && place === columns[c + 1]?.from)
        return /^\s*\d/.test(line) ? line.trim().split(/\s{2,}/) : null;
      c++;
    }
    cells[c] += char;
    before = char === '\u3000' || char === '\t' ? ' ' : char;
    place += widthOf(char);
  }
  return cells.map(tidyCell);
}
