import { fail, ok, type Result } from '#money/result.ts';
import { tidyCell } from './cells.ts';
import { findDelimiter, splitLine } from './delimiter.ts';
import type { FileError } from './errors.ts';
import { LIMITS } from './limits.ts';
import type { Pace } from './pace.ts';
import { readRecords } from './records.ts';
import { CellRow, divide, firstHeader, type Row, type Sections } from './sections.ts';

/** Lines that are looked at to tell the delimiter and find the header. */
const HEAD_LINES = 300;
const LINE_FEED = 0x0a;
/** A line of words before the header is not longer. */
const HEAD_CHARS = 1 << 20;

/**
 * Delimited text as tables and lines. The delimiter and the header are found first, line by line, so that quotes in the lines before the header
 * swallow nothing; from the header on, records are parsed as CSV.
 */
export async function readDelimited(source: string, pace: Pace): Promise<Result<Sections, FileError>> {
  const text = withLineFeeds(source);
  const lines = text.slice(0, HEAD_CHARS).split('\n', HEAD_LINES);
  const delimiter = findDelimiter(lines);
  if (delimiter === null) return ok({ tables: [], texts: textLines(text) });

  const head = lines.map(
    (line): Row => ({ cells: splitLine(line, delimiter).map(tidyCell), line: bare(line, delimiter) }),
  );
  const header = firstHeader(head) ?? 0;
  const start = lines.slice(0, header).reduce((sum, line) => sum + line.length + 1, 0);
  const records = await readRecords(text, start, delimiter, pace);
  if (!records.ok) return records;
  const lineOf = (cells: readonly string[]): string => bare(cells.join(delimiter), delimiter);
  const rows: Row[] = head.slice(0, header);
  for (const record of records.value) {
    if (rows.length % 2000 === 0 && !(await pace.step(rows.length, records.value.length))) return fail('stopped');
    if (record.length > LIMITS.columns && record.slice(LIMITS.columns).some((cell) => tidyCell(cell) !== '')) {
      return fail('too-large');
    }
    rows.push(new CellRow(record, lineOf));
  }
  return ok(divide(rows));
}

/**
 * The text with `\n` at the end of each line. Where no quote opens a cell, a carriage return before it is padding like any other and need not be
 * taken out of every line.
 */
const withLineFeeds = (text: string): string =>
  opensQuotes(text) || hasLoneReturn(text) ? text.replace(/\r\n?/g, '\n') : text;

function hasLoneReturn(text: string): boolean {
  for (let at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1))
    if (text.charCodeAt(at + 1) !== LINE_FEED) return true;
  return false;
}

/** Whether a quote stands where a cell may begin. One inside a cell (`礼盒"春"`) is a sign like any other. */
function opensQuotes(text: string): boolean {
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1))
    if (at === 0 || /[^\p{L}\p{N}"]/u.test(text.charAt(at - 1))) return true;
  return false;
}

/** A line without the delimiters and quotes that fill it up to the table's width. */
function bare(line: string, delimiter: string): string {
  let end = line.length;
  while (end > 0 && (line[end - 1] === delimiter || /[\s"]/.test(line[end - 1] ?? ''))) end--;
  return tidyCell(line.slice(0, end).replace(/^"+/, ''));
}

function textLines(text: string): string[] {
  const found: string[] = [];
  for (const line of text.split('\n', LIMITS.texts + 2)) {
    const tidy = tidyCell(line);
    if (tidy !== '') found.push(tidy);
  }
  return found;
}
