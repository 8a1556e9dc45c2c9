const EDGES = /^[\s\u00a0\u200b-\u200f\u2060\ufeff`]+|[\s\u00a0\u200b-\u200f\u2060\ufeff]+$/g;
const PLAIN = /^[^\s\u00a0\u200b-\u200f\u2060\ufeff`='"](?:[^\r\n]*[^\s\u00a0\u200b-\u200f\u2060\ufeff'"])?$/;

/**
 * A cell as a person reads it: without the back-tick, TAB or blanks that exporters pad with (domain.md §4.1–4.2), without the marks
 * that force a spreadsheet to see text (`="00123"`, `'00123`). Everything inside stays; a line break becomes a blank. Nothing is computed.
 */
export function tidyCell(raw: string): string {
  if (raw === '' || PLAIN.test(raw)) return raw;
  let cell = raw.replace(EDGES, '');
  const forced = /^="([^"]*)"$/.exec(cell) ?? /^'([\d ]+)'?$/.exec(cell);
  if (forced?.[1] !== undefined) cell = forced[1].replace(EDGES, '');
  return /[\r\n]/.test(cell) ? cell.replace(/[ \t]*[\r\n]+[ \t]*/g, ' ') : cell;
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
