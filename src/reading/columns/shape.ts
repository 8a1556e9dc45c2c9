import { parseAmount } from '#money/amount.ts';
import { MONTH_DAY, parseTime } from '../words/dates.ts';
import { cellText } from '../words/plain.ts';

/** What the values of one column look like: shares of the filled cells, 0 to 1. */
export interface Shape {
  readonly filled: number;
  readonly date: number;
  /** Four digits that can be month and day: a date only under a title that says so. */
  readonly monthDay: number;
  readonly clock: number;
  /** Dates that also have a clock time. */
  readonly moment: number;
  readonly amount: number;
  /** Digits only, or letters and digits without blanks: numbers that name something. */
  readonly code: number;
  readonly words: number;
  /** Rates: figures with %, ‰ or 万分之. */
  readonly percent: number;
  /** Digits, separators and blanks only, and no readable figure: `2,251.33 2,241.33`. */
  readonly figures: number;
}

const DATE =
  /^(?:令和|R\.?)\s?(?:\d{1,2}|元)[-/.年]\s?\d{1,2}[-/.月]|^(?:民[国國])?\s?1\d{2}[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}|^1\d{2}[01]\d[0-3]\d$|^\d{4}[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}日?|^\d{4}년|^(?:19|20)\d{2}[01]\d[0-3]\d(?:\.0|[T ]?\d{4,6}|$)|^\d{1,2}[-/.]\s?\d{1,2}[-/.]\s?\d{4}|^\d{1,2}[-/月]\d{1,2}日?(?:\s|$)|^\d{2}[-/年]\d{1,2}[-/月]\d{1,2}日?(?:\s|$)|^\d{2}\.\d{2}\.\d{2}(?:\s|$)|^(?:\p{L}{3,10}[.,]? )?(?:\d{1,2}(?:st|nd|rd|th|[.ºª])?(?: de)?[ /-]?[\p{Script=Latin}\p{Script=Cyrillic}]{3,10}[.,]?(?: de)?[ /-]?\d{2,4}(?!\d)|\d{1,2}\s*[\u0e01-\u0e5b]{1,3}\.[\u0e01-\u0e5b]{1,2}\.?\s*\d{2,4}|[A-Za-z]{3,9}[. -]+\d{1,2}(?:st|nd|rd|th)?(?:, ?| |-)\d{4})/u;
const WITH_CLOCK = /\d[日T\s].*\d{1,2}[:时]\d|^(?:19|20)\d{10,12}$|^\d{8} ?\d{6}$/;
const NOTHING = /^(?:|[-－–—/*]{1,3}|无|null|n\/a)$/i;

/** Looks at up to `values.length` cells of one column. Cells that say "no value" are not counted. */
export function shapeOf(values: readonly string[]): Shape {
  let filled = 0;
  let date = 0;
  let monthDay = 0;
  let clock = 0;
  let moment = 0;
  let amount = 0;
  let code = 0;
  let words = 0;
  let figures = 0;
  let percent = 0;
  for (const raw of values) {
    const value = cellText(raw);
    if (NOTHING.test(value)) continue;
    filled += 1;
    if (DATE.test(value)) {
      date += 1;
      if (WITH_CLOCK.test(value)) moment += 1;
    }
    if (MONTH_DAY.test(value)) monthDay += 1;
    if (parseTime(value) !== null) clock += 1;
    if (parseAmount(value, 'major', 'auto').ok || parseAmount(value, 'major', '.').ok) amount += 1;
    else if (/^[-+\d.,\s¥￥$€£→>/]*\d\.\d{2}(?!\d)[-+\d.,\s¥￥$€£→>/]*$/.test(value)) figures += 1;
    if (/^[A-Za-z0-9_.\-|]+$/.test(value) && /\d/.test(value)) code += 1;
    if (/^[\d.]+[%％‰]$|^万分之/.test(value)) percent += 1;
    if (/\p{L}/u.test(value)) words += 1;
  }
  const share = (count: number): number => (filled === 0 ? 0 : count / filled);
  return {
    filled,
    date: share(date),
    monthDay: share(monthDay),
    clock: share(clock),
    moment: share(moment),
    amount: share(amount),
    code: share(code),
    words: share(words),
    percent: share(percent),
    figures: share(figures),
  };
}
