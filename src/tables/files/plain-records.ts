import { isPadding, tidyCell } from './cells.ts';

const [LINE_FEED, QUOTE, APOSTROPHE, EQUALS] = [0x0a, 0x22, 0x27, 0x3d];

/**
 * Cuts records out of a delimited text between two places (`\n` ends a line), straight into tidy cells: those whose cells are plain, which are nearly all
 * of nearly all bills, or quoted without a quote inside. Returns where the first record begins that is neither, or `to`.
 */
export function addPlain(records: string[][], text: string, from: number, to: number, delimiter: string): number {
  const divider = delimiter.charCodeAt(0);
  let above = records.at(-1) ?? [];
  for (let record = from; record < to; ) {
    // A bill says the same in many columns of row after row: what is said again is not made again, and takes no memory.
    const cells = above.slice();
    let count = 0;
    for (let at = record; ; ) {
      const isQuoted = text.charCodeAt(at) === QUOTE;
      const end = isQuoted ? quotedEnd(text, at, to, divider) : plainEnd(text, at, to, divider);
      if (end < 0) return record;
      const cell = isQuoted ? tidyCell(text.slice(at + 1, end - 1)) : tidyPart(text, at, end, cells[count]);
      if (count === cells.length) cells.push(cell);
      else cells[count] = cell;
      count += 1;
      at = end + 1;
      if (end < to && text.charCodeAt(end) === divider) continue;
      record = at;
      break;
    }
    cells.length = count;
    records.push(cells);
    above = cells;
  }
  return to;
}

function plainEnd(text: string, from: number, to: number, divider: number): number {
  let at = from;
  for (; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code === divider || code === LINE_FEED) break;
  }
  return at;
}

/** Where the delimiter or line end stands behind a quoted cell; −1 where there is a quote inside, or anything else behind it. */
function quotedEnd(text: string, from: number, to: number, divider: number): number {
  const close = text.indexOf('"', from + 1);
  if (close < 0 || close >= to) return -1;
  const code = text.charCodeAt(close + 1);
  return close + 1 >= to || code === LINE_FEED || code === divider ? close + 1 : -1;
}

/** `tidyCell` of what stands between two places of a text; `above`, where that is the same. */
function tidyPart(text: string, from: number, to: number, above: string | undefined): string {
  let [start, end] = [from, to];
  while (start < end && isPadding(text.charCodeAt(start))) start += 1;
  while (end > start && isPadding(text.charCodeAt(end - 1))) end -= 1;
  const code = text.charCodeAt(start);
  if (code === APOSTROPHE || code === EQUALS) return tidyCell(text.slice(start, end));
  return above !== undefined && isPart(text, start, end, above) ? above : text.slice(start, end);
}

/** From behind: numbers that count up differ there. */
function isPart(text: string, start: number, end: number, known: string): boolean {
  if (known.length !== end - start) return false;
  let at = known.length - 1;
  while (at >= 0 && known.charCodeAt(at) === text.charCodeAt(start + at)) at -= 1;
  return at < 0;
}
