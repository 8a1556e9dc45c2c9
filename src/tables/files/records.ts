import Papa from 'papaparse';
import { fail, ok, type Result } from '#money/result.ts';
import { tidyCell } from './cells.ts';
import { splitLine } from './delimiter.ts';
import { LIMITS } from './limits.ts';
import type { Pace } from './pace.ts';
import { addPlain } from './plain-records.ts';

/** Characters parsed at one go: a few milliseconds. */
const SLICE = 1 << 16;
/** No line of a bill is longer. */
const LONGEST_LINE = 1 << 22;
/** After so many broken quotes every line is taken for itself: re-reading a slice for each would take too long. */
const BROKEN_MAX = 50;

interface Parsed {
  readonly data: string[][];
  readonly errors: readonly { readonly code?: string; readonly row?: number; readonly index?: number }[];
  readonly meta: { readonly cursor: number };
}

/**
 * All records of a delimited text from `start` on (`\n` ends a line), their cells tidied, in slices that let the page breathe. A quote that is never closed,
 * or closed in a wrong place, costs its own line only: that line is read with its quotes as plain characters.
 */
export async function readRecords(
  text: string,
  start: number,
  delimiter: string,
  pace: Pace,
): Promise<Result<string[][], 'too-large' | 'stopped'>> {
  const records: string[][] = [];
  let at = start;
  let broken = 0;
  while (at < text.length) {
    if (!(await pace.step(at, text.length))) return fail('stopped');
    if (records.length > LIMITS.rows) return fail('too-large');
    const end = sliceEnd(text, at);
    if (end - at > LONGEST_LINE) return fail('too-large');
    if (broken <= BROKEN_MAX) at = addPlain(records, text, at, end, delimiter);
    if (at === end) continue;
    const slice = text.slice(at, end);
    if (broken > BROKEN_MAX) {
      for (const line of slice.split('\n')) records.push(splitLine(line, delimiter).map(tidyCell));
      at += slice.length;
      continue;
    }
    const last = at + slice.length >= text.length;
    const parser = new Papa.Parser({ delimiter, newline: '\n', quoteChar: '"' });
    const parsed = parser.parse(slice, 0, !last) as Parsed;
    const bad = parsed.errors.find((error) => error.code === 'InvalidQuotes' || error.code === 'MissingQuotes');
    if (!bad && (parsed.meta.cursor > 0 || last)) {
      append(records, parsed.data, parsed.data.length);
      at += last ? slice.length : parsed.meta.cursor;
      continue;
    }
    broken++;
    // The line on which the broken field begins; everything before it was read well.
    const good = bad?.row ?? 0;
    append(records, parsed.data, good);
    const from = bad?.index === undefined ? 0 : slice.lastIndexOf('\n', bad.index - 1) + 1;
    const to = slice.indexOf('\n', from);
    const line = to < 0 ? slice.slice(from) : slice.slice(from, to);
    records.push(splitLine(line, delimiter).map(tidyCell));
    at += from + line.length + 1;
  }
  return ok(records);
}

/** Up to a line end where there is one, so that a slice holds whole records wherever quotes allow. */
function sliceEnd(text: string, at: number): number {
  if (at + SLICE >= text.length) return text.length;
  const end = text.lastIndexOf('\n', at + SLICE);
  if (end > at) return end + 1;
  const next = text.indexOf('\n', at + SLICE);
  return next < 0 ? text.length : next + 1;
}

function append(records: string[][], from: readonly string[][], count: number): void {
  for (let i = 0; i < count; i++) {
    const record = from[i];
    if (record) records.push(record.map(tidyCell));
  }
}
