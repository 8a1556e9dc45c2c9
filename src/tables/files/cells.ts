/** What exporters pad with: blanks of every width, TAB, back-tick, marks without width. By code, because this is asked millions of times. */
export function isPadding(code: number): boolean {
  if (code <= 0x20 || code === 0x60 || code === 0xa0) return true;
  if (code < 0x2000) return false;
  return code <= 0x200f || code === 0x2028 || code === 0x2029 || code === 0x2060 || code === 0x3000 || code === 0xfeff;
}

function trimPadding(raw: string): string {
  let [start, end] = [0, raw.length];
  while (start < end && isPadding(raw.charCodeAt(start))) start++;
  while (end > start && isPadding(raw.charCodeAt(end - 1))) end--;
  return raw.slice(start, end);
}

/**
 * A cell as a person reads it: without the back-tick, TAB or blanks that exporters pad with (domain.md §4.1–4.2), without the marks
 * that force a spreadsheet to see text (`="00123"`, `'00123`). Everything inside stays; a line break becomes a blank. Nothing is computed.
 */
export function tidyCell(raw: string): string {
  let cell = trimPadding(raw);
  if (cell.startsWith('="') || cell.startsWith("'")) {
    const forced = /^="([^"]*)"$/.exec(cell) ?? /^'([\d ]+)'?$/.exec(cell);
    if (forced?.[1] !== undefined) cell = trimPadding(forced[1]);
  }
  if (!cell.includes('\n') && !cell.includes('\r')) return cell;
  return cell
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .join(' ');
}

const VALUE = /^[-+(¥￥$€£]*\s?\d[\d,.\s:/T+Z-]*\)?(?:%|‰|元|分|笔|CR|DR)?$/i;
const CHINESE_DAY = /^\d{4}年\d{1,2}月/;
const LONG_NUMBER = /\d{6}/;
const ENGLISH_DAY = /^\d{1,2}[- ](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[- ,]*\d{2,4}/i;

/** A number, an amount, a day, a time, or a long id: what stands in data and not in a header. */
export function isValue(cell: string): boolean {
  if (cell === '') return false;
  return VALUE.test(cell) || LONG_NUMBER.test(cell) || CHINESE_DAY.test(cell) || ENGLISH_DAY.test(cell);
}
