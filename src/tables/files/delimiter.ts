import { tidyCell } from './cells.ts';
import { isHeaderWord } from './words.ts';

const CANDIDATES = [',', '\t', ';', '|', '^'] as const;

/** Each stray quote costs a look at the rest of the line. */
const STRAYS_MAX = 20;

/**
 * Splits one line that is not part of a longer record. A quote counts only where a field begins and only if one closes the field;
 * any other quote is a character like the rest, so a stray one never swallows what follows.
 */
export function splitLine(line: string, delimiter: string): string[] {
  const cells: string[] = [];
  let at = 0;
  let strays = line.includes('"') ? 0 : STRAYS_MAX;
  for (;;) {
    const quoted = strays < STRAYS_MAX ? quotedField(line, at, delimiter) : 'none';
    if (quoted === 'stray') strays++;
    else if (quoted !== 'none') {
      cells.push(quoted.cell);
      if (quoted.end >= line.length) return cells;
      at = quoted.end + 1;
      continue;
    }
    const end = line.indexOf(delimiter, at);
    if (end < 0) {
      cells.push(line.slice(at));
      return cells;
    }
    cells.push(line.slice(at, end));
    at = end + 1;
  }
}

function quotedField(line: string, from: number, delimiter: string): { cell: string; end: number } | 'none' | 'stray' {
  let start = from;
  while (line[start] === ' ' || (line[start] === '\t' && delimiter !== '\t')) start++;
  if (line[start] !== '"') return 'none';
  for (let close = line.indexOf('"', start + 1); close >= 0; close = line.indexOf('"', close + 1)) {
    if (line[close + 1] === '"') {
      close++;
      continue;
    }
    let end = close + 1;
    while (line[end] === ' ' || (line[end] === '\t' && delimiter !== '\t')) end++;
    if (end >= line.length || line[end] === delimiter) {
      return { cell: line.slice(start + 1, close).replaceAll('""', '"'), end };
    }
  }
  return 'stray';
}

/**
 * The delimiter for which most lines have the same number of fields (two or more) and some line holds column titles.
 * Null if no delimiter divides these lines.
 */
export function findDelimiter(lines: readonly string[]): string | null {
  const hint = /^sep=(.)$/i.exec(lines[0] ?? '');
  if (hint?.[1]) return hint[1];
  const filled = lines.filter((line) => line.trim() !== '');
  let best: string | null = null;
  let bestScore = 0;
  for (const delimiter of CANDIDATES) {
    const widths = new Map<number, number>();
    let titles = 0;
    for (const line of filled) {
      if (!line.includes(delimiter)) continue;
      const cells = splitLine(line, delimiter);
      // `2024…<TAB>,M…<TAB>,`: the TAB only pads, the comma divides.
      const padded = cells.slice(1).filter((cell) => /^[,;|]/.test(cell)).length;
      if (padded > 0 && padded >= (cells.length - 1) / 2) continue;
      widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
      titles = Math.max(titles, cells.filter((cell) => isHeaderWord(tidyCell(cell))).length);
    }
    for (const [width, count] of widths) {
      const score = width < 2 ? 0 : (count / filled.length) * Math.log2(width) + Math.min(titles, 12) / 2;
      if (score > bestScore) {
        best = delimiter;
        bestScore = score;
      }
    }
  }
  return best;
}
