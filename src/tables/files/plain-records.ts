import { isPadding, tidyCell } from './cells.ts';

const [LINE_FEED, RETURN, QUOTE, APOSTROPHE, EQUALS] = [0x0a, 0x0d, 0x22, 0x27, 0x3d];

/**
 * Cuts records out of a delimited text between two places (`\n` or `\r\n` ends a line), straight into tidy cells: those whose cells are plain, which
 * are nearly all of nearly all bills, or quoted without a quote inside. Returns where the first record begins that is neither, or `to`.
 */
export function addPlain(records: string[][], text: string, from: number, to: number, delimiter: string): number {
  const divider = delimiter.charCodeAt(0);
  const isEnd = (at: number): boolean => {
    const code = text.charCodeAt(at);
    return code === divider || code === LINE_FEED || at >= to;
  };
  const nextDivider = searcher(text, delimiter);
  const nextLine = searcher(text, '\n');
  /** Where a plain cell ends that says what the one above says; −1 where it says anything else. */
  const endOfSame = (start: number, above: string): number => {
    const last = start + above.length;
    const end = text.charCodeAt(last) === RETURN ? last + 1 : last;
    if (!isEnd(end)) return -1;
    // From behind: numbers that count up differ there.
    let at = above.length - 1;
    while (at >= 0 && above.charCodeAt(at) === text.charCodeAt(start + at)) at -= 1;
    return at < 0 ? end : -1;
  };

  let above: readonly string[] = [];
  for (let record = from; record < to; ) {
    // A bill says the same in many columns of row after row: what is said again is not made again, and takes no memory.
    const cells = above.slice();
    let count = 0;
    let isAbove = true;
    let at = record;
    for (let goesOn = true; goesOn; count += 1) {
      let cell = cells[count];
      let end: number;
      if (text.charCodeAt(at) === QUOTE) {
        end = text.indexOf('"', at + 1) + 1;
        if (end <= at || end > to || !isEnd(end)) return record;
        cell = tidyCell(text.slice(at + 1, end - 1));
        // A plain cell that begins like this one would be taken for the whole of it.
        if (cell.includes(delimiter)) isAbove = false;
      } else {
        let start = at;
        while (isPadding(text.charCodeAt(start)) && !isEnd(start)) start += 1;
        const code = text.charCodeAt(start);
        const isForced = code === APOSTROPHE || code === EQUALS;
        end = cell === undefined || isForced ? -1 : endOfSame(start, cell);
        if (end < 0) {
          end = Math.min(nextDivider(start), nextLine(start), to);
          let last = end;
          while (last > start && isPadding(text.charCodeAt(last - 1))) last -= 1;
          cell = isForced ? tidyCell(text.slice(start, last)) : text.slice(start, last);
        }
      }
      if (count === cells.length) cells.push(cell ?? '');
      else cells[count] = cell ?? '';
      goesOn = end < to && text.charCodeAt(end) === divider;
      at = end + 1;
    }
    record = at;
    cells.length = count;
    records.push(cells);
    above = isAbove ? cells : [];
  }
  return to;
}

/** Where a sign stands next, asked from places one after another: what was found ahead is not looked for again. */
function searcher(text: string, sign: string): (from: number) => number {
  let found = -1;
  return (from) => {
    if (found < from) found = text.indexOf(sign, from);
    if (found < 0) found = text.length;
    return found;
  };
}
