import type { Plan } from '../rows/plan.ts';
import { unaccented } from '../words/elsewhere.ts';
import { plain } from '../words/plain.ts';

/** What a row of a list is. `subtotal` adds up a part (a page, a day), `total` the list. `note` is a line of text that stands among rows. */
export type RowRole = 'data' | 'subtotal' | 'total' | 'note' | 'blank' | 'titles' | 'trailer-titles' | 'trailer';

const TOTAL =
  /^#?[\u4e00-\u9fff\w./:：-]{0,30}?(?:小计|合计|总计|共计|累计)(?:金额)?[:：]?(?:\(?共?\d+[笔条].*)?$|^(?:sub|grand|page|daily|overall)?-?totals?(?:\(.{0,30}\))?:?$|^totals?(?:charges|fees|amount|due|sales|credits|debits|payments?|net|for.{1,30}|of.{1,30}|\d.{0,30})?:?$|^sum:?$|^[\w.-]{1,24}sub-?totals?:?$|^sub-?total(?:for|of|:)?[\w.-]{1,24}$|^(?:gesamt(?:summe|betrag)?|summe|zwischensumme|totale|totaux|итого|всего|합계|소계|총계|razem|suma|toplam|totaal|summa|tong(?:cong)?|รวม)(?:\(.{0,30}\))?:?$/;
/** Cheap, for every cell; the exact pattern is asked only then. */
const MAY_BE_TOTAL = /计|計|계$|tota|sum|gesamt|toplam|razem|итого|всего|tổng|รวม/i;
/** Nearly all cells are figures, days and numbers. */
const FIGURE_ONLY = /^[-\d¥￥.,:/ *]*$/;
const PART = /小计|本页|当页|本日|当日|sub-?total|pagetotal|dailytotal|zwischen|소계/;
/** A bank's own sums of one side, which stand among the rows with the day of the last one. */
const TURNOVER = /^(?:total)?turnover$/;
const TRAILER_TITLE = /^(?:总交易单数|资金流水总笔数|总笔数)$/;

/** Tells data from totals, lines of text, repeated titles and a trailer that was left in the table. Takes cells as `cellText` leaves them. */
export function makeSplitter(plan: Plan, header: readonly string[]): (cells: readonly string[]) => RowRole {
  const titles = header.map(plain).join('|');
  const first = plain(header[0] ?? '');
  const namesFigures = FIGURE_ONLY.test(first);
  const isFirstTitle = (text: string): boolean => (namesFigures || !FIGURE_ONLY.test(text)) && plain(text) === first;
  let trailer = false;
  const words = [...plan.columnsOf('kind'), ...plan.columnsOf('remark')].map(({ index }) => index);
  const turnovers = plan.ledger === 'bank' ? plan.columnsOf('kind').map(({ index }) => index) : [];
  const days = (['day', 'at', 'settle-day'] as const).flatMap((field) => plan.columnsOf(field));
  const isDated = days.length > 0;
  const hasDay = (cells: readonly string[]): boolean =>
    days.some(({ index }) => typeof plan.moment(cells[index] ?? '') !== 'string');
  /** A second line of the words of the row above: nothing else in the row, in a list whose rows all have a day and a figure. */
  const goesOn = (cells: readonly string[], word: string): boolean =>
    isDated && words.includes(cells.indexOf(word)) && cells.indexOf(word) === cells.findLastIndex(isFilled);
  return (cells) => {
    const word = cells.find(isFilled);
    if (word === undefined || plan.isLeftOut(cells)) return 'blank';
    if (trailer) return 'trailer';
    if (TRAILER_TITLE.test(word)) {
      trailer = true;
      return 'trailer-titles';
    }
    // The day first: nearly all rows have one, which their reading needs anyway, and then no word of them has to be looked at.
    const label = hasDay(cells) ? undefined : cells.find(isTotal);
    if (label !== undefined) return isPartOfTotal(label) ? 'subtotal' : 'total';
    if (turnovers.some((index) => TURNOVER.test(plain(cells[index] ?? '')))) return 'note';
    if (goesOn(cells, word)) return 'note';
    if (cells.every((text) => text === '' || text === word)) {
      if (isNote(word, cells.length)) return 'note';
      if (isPagerRow(cells)) return 'blank';
    }
    return isFirstTitle(cells[0] ?? '') && cells.map(plain).join('|') === titles ? 'titles' : 'data';
  };
}

const isFilled = (text: string): boolean => text !== '';

const isTotal = (text: string): boolean =>
  text.length <= 60 && !FIGURE_ONLY.test(text) && MAY_BE_TOTAL.test(text) && TOTAL.test(unaccented(plain(text)));

/** `小计`, `Subtotal`: the label of a sum of a part. */
export const isPartOfTotal = (text: string): boolean => isTotal(text) && PART.test(plain(text));

/** A pager that stands in the table itself, one cell across all columns: `1`, `1 2 3 …`, `« 1 »`. */
const isPagerRow = (cells: readonly string[]): boolean =>
  cells.length >= 3 && cells.every((text) => text === cells[0]) && /^[\d\s.…«»‹›<>|]{1,80}$/.test(cells[0] ?? '');

/** `1 2 3 23 items in 3 pages`: a pager and its count. */
const COUNTED = /^[\d\s.…«»‹›<>|]{1,80} (?:items|records|rows|entries) in \d+ pages?$/i;

/** One text alone in a row of several columns: words, a ruler, a footnote; not a lonely figure. */
const isNote = (text: string, width: number): boolean =>
  width >= 3 &&
  (/^[-=*_#~]{2,}|^#|^<end>$|无|没有|no /i.test(text) ||
    (/\p{L}/u.test(text) && !/^[\d¥￥$.,+-]/.test(text)) ||
    COUNTED.test(text));
