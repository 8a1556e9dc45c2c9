import { type Day, dayAt, instantAt, makeDay, type Period } from '#money/day.ts';
import { monthNamed } from './months.ts';

/** A printed date, with its clock time if it has one, and the instant with its own offset if it states an offset. */
export interface Moment {
  readonly day: Day;
  readonly time: string | null;
  readonly at: string | null;
}

/** How a column writes dates that could be read in several ways. Found once per column from all its values; null: not decided. */
export interface DateStyle {
  /** `dmy` or `mdy` for `05/11/2026`; null where nothing proves one. */
  readonly order: 'dmy' | 'mdy' | null;
  /** The order of dates whose year has two digits (20yy), declared in the header or proved by the column; null where nothing tells. */
  readonly short: 'ymd' | 'dmy' | 'mdy' | null;
  /** The period that the list states, from which a date without year takes its year. */
  readonly period: Period | null;
}

/** Taiwan counts the years of its republic: 114 is 2025. No other calendar writes a year with three digits. */
const ROC_YEAR = /(?<![\d/.-])(?:民[国國])?\s?(1\d\d)(?=\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}|[01]\d[0-3]\d(?!\d))/g;
const BEFORE_ROC = 1911;

/** Japan counts the years of its emperor: 令和8年 and R8.11.05 are of 2026. */
const REIWA_YEAR = /(?:令和\s?|(?<![A-Za-z])R\.?)(\d{1,2}|元)(?=\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2})/g;
const BEFORE_REIWA = 2018;

/** `5 พ.ย. 2569`: Thailand counts from the Buddha. */
const THAI_MONTHS = 'มค กพ มีค เมย พค มิย กค สค กย ตค พย ธค'.split(' ');
const THAI_DAY =
  /^\s*(\d{1,2})\s*((?:ม\.?ค|ก\.?พ|มี\.?ค|เม\.?ย|พ\.?ค|มิ\.?ย|ก\.?ค|ส\.?ค|ก\.?ย|ต\.?ค|พ\.?ย|ธ\.?ค)\.?)\s*(\d{4}|\d{2})(?!\d)/;

/** ASCII digits and signs, one blank between words, no weekday, years of our era, `上午`/`下午` to AM/PM. */
function tidy(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[`'"\t\u200b\ufeff]/g, '')
    .replace(/\s*\(?(?:星期|周|週)[一二三四五六日天]\)?\s*|\s*\([月火水木金土日一二三四五六]\)\s*/g, ' ')
    .replace(/^\s*(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,]?\s+/i, '')
    .replace(/^(\d{1,2})\.\s(\d{1,2})\.\s(?=\d{4})/, '$1.$2.')
    .replace(THAI_DAY, (_, date: string, name: string, year: string) => {
      const month = THAI_MONTHS.indexOf(name.replace(/\./g, '')) + 1;
      return `${Number(year) < 100 ? 2500 + Number(year) : year}-${month}-${date}`;
    })
    .replace(REIWA_YEAR, (_, year: string) => String((year === '元' ? 1 : Number(year)) + BEFORE_REIWA))
    .replace(ROC_YEAR, (_, year: string) => String(Number(year) + BEFORE_ROC))
    .replace(/(\d)년/g, '$1年')
    .replace(/(\d)월/g, '$1月')
    .replace(/(\d)일/g, '$1日')
    .replace(/상오|오전|上午|午前/g, ' AM ')
    .replace(/오후|下午|午後|午后/g, ' PM ')
    .replace(/[\s\u00a0\u3000]+/g, ' ')
    .trim();
}

/** How nearly all lists print a clock time and a day; anything else takes all the rules. */
const USUAL_CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/;
const USUAL_MOMENT = /^(\d{4})-(\d{2})-(\d{2})(?: (\d{2}:\d{2}:\d{2}))?$/;

/** Figures, days and long numbers, and texts without any digit: most of what is asked. */
const NO_CLOCK = /^(?!\d{5,6}$)[-\d¥￥,./]*$|^[^\d\uFF10-\uFF19]*$/;

/** True for a clock time with seconds and nothing else, which no rule reads as a day. */
export const isClock = (text: string): boolean => USUAL_CLOCK.test(text);

/** Reads a clock time: `13:22`, `13:22:05.123`, `132205`, `13时22分05秒`, `1:22 PM`. Null if it is none. */
export function parseTime(text: string): string | null {
  if (isClock(text)) return text;
  if (NO_CLOCK.test(text)) return null;
  const rest = tidy(text);
  const packed = /^(\d{2})(\d{2})(\d{2})$/.exec(rest);
  const spoken = /^(AM |PM )?(\d{1,2})[:时点](\d{1,2})(?:[:分](\d{1,2})(?:[.,]\d+)?秒?|分)?( ?[AaPp]\.?[Mm]\.?)?$/.exec(
    rest,
  );
  let hour: number;
  let minute: number;
  let second: number;
  if (packed) [hour, minute, second] = [Number(packed[1]), Number(packed[2]), Number(packed[3])];
  else if (spoken) {
    [hour, minute, second] = [Number(spoken[2]), Number(spoken[3]), Number(spoken[4] ?? 0)];
    const half = (spoken[1] ?? spoken[5] ?? '').replace(/[ .]/g, '').toUpperCase();
    if (half === 'PM' && hour < 12) hour += 12;
    if (half === 'AM' && hour === 12) hour = 0;
  } else if (/^\d{5}$/.test(rest)) {
    // A spreadsheet that took `HHmmss` for a number drops the zero in front: 91502 is 09:15:02.
    return parseTime(`0${rest}`);
  } else return null;
  if (hour > 23 || minute > 59 || second > 59) return null;
  return [hour, minute, second].map((n) => String(n).padStart(2, '0')).join(':');
}

/**
 * Reads one date cell. `not-a-day` for what is no date or cannot exist, `ambiguous` for what could be two dates and nothing decides.
 * @param zone the provider's zone, for cells that state an offset of their own.
 */
export function parseMoment(text: string, style: DateStyle, zone: string): Moment | 'not-a-day' | 'ambiguous' {
  const usual = USUAL_MOMENT.exec(text);
  if (usual) return joined(Number(usual[1]), Number(usual[2]), Number(usual[3]), usual[4], zone);
  const rest = tidy(text);
  const whole = /^(\d{4}) ?[-/.年] ?(\d{1,2}) ?[-/.月] ?(\d{1,2})\.? ?日?(?:[T ]?(.+))?$/.exec(rest);
  if (whole) return joined(Number(whole[1]), Number(whole[2]), Number(whole[3]), whole[4], zone);
  const packed = /^(\d{4})(\d{2})(\d{2})(?:\.0)?(?:[T ]?(.+)|(\d{4}(?:\d{2})?))?$/.exec(rest);
  if (packed) {
    const clock = packed[4] ?? packed[5];
    const digits = clock && /^\d{4}$/.test(clock) ? `${clock}00` : clock;
    return joined(Number(packed[1]), Number(packed[2]), Number(packed[3]), digits, zone);
  }
  const named = namedMonth(rest);
  if (named) return joined(named.year, named.month, named.date, named.clock, zone);
  return short(rest, style, zone);
}

function namedMonth(rest: string): { year: number; month: number; date: number; clock: string | undefined } | null {
  const dayFirst =
    /^(\d{1,2})(?:st|nd|rd|th|[.ºª])?(?: de)?[ /-]?(\p{L}{3,10})[.,]?(?: de)?[ /-]?(\d{4}|\d{2})(?:(?: г\.?)?[ ,]+(?:at |um |à )?(.+))?$/u.exec(
      rest,
    );
  const monthFirst = /^(\p{L}{3,9})[. -]+(\d{1,2})(?:st|nd|rd|th)?(?:, ?| |-)(\d{4})(?:[ ,]+(?:at )?(.+))?$/u.exec(
    rest,
  );
  const found = dayFirst ?? monthFirst;
  if (!found) return null;
  const [date, name] = dayFirst ? [found[1], found[2]] : [found[2], found[1]];
  const month = monthNamed(name ?? '');
  const year = Number(found[3]);
  return month === null ? null : { year: year < 100 ? 2000 + year : year, month, date: Number(date), clock: found[4] };
}

/** `02.03.2018`: wherever days are written with dots and end with the year, they begin with the day. */
const DOTTED = /^\d{1,2}\.\d{1,2}\.\d{4}\b/;

/** `1110`, as old systems print the tenth of November. */
export const MONTH_DAY = /^(0\d|1[0-2])([0-2]\d|3[01])$/;

/** Dates whose order, century or year the cell alone does not tell. */
function short(rest: string, style: DateStyle, zone: string): Moment | 'not-a-day' | 'ambiguous' {
  const western = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?: (.+))?$/.exec(rest);
  if (western) {
    const [a, b, year] = [Number(western[1]), Number(western[2]), Number(western[3])];
    const order = style.order ?? (DOTTED.test(rest) || a > 12 ? 'dmy' : b > 12 ? 'mdy' : a === b ? 'dmy' : null);
    if (order === null) return 'ambiguous';
    return order === 'dmy' ? joined(year, b, a, western[4], zone) : joined(year, a, b, western[4], zone);
  }
  const twoDigit = /^(\d{2})(?:[-/.年](?=\d{1,2}[-/.月])|(?=\d{4}))(\d{1,2})[-/.月]?(\d{1,2})日?(?: (.+))?$/.exec(rest);
  const shortOrder = /^\d{2}年/.test(rest) ? 'ymd' : style.short;
  if (twoDigit && shortOrder !== null) {
    const [year, month, date] = inOrder(twoDigit, shortOrder);
    return joined(2000 + year, month, date, twoDigit[4], zone);
  }
  const noYear =
    /^(\d{1,2})[-/.月](\d{1,2})日?(?: (.+))?$/.exec(rest) ?? (style.order === null ? MONTH_DAY.exec(rest) : null);
  if (noYear) {
    const [a, b] = [Number(noYear[1]), Number(noYear[2])];
    const [month, date] = style.order === 'dmy' && !rest.includes('月') ? [b, a] : [a, b];
    const years = style.period ? yearsFor(month, date, style.period) : [];
    if (years.length !== 1 || years[0] === undefined) return years.length > 1 ? 'ambiguous' : 'not-a-day';
    return joined(years[0], month, date, noYear[3], zone);
  }
  return 'not-a-day';
}

function inOrder(found: RegExpExecArray, order: 'ymd' | 'dmy' | 'mdy'): [year: number, month: number, date: number] {
  const [a, b, c] = [Number(found[1]), Number(found[2]), Number(found[3])];
  if (order === 'ymd') return [a, b, c];
  return order === 'dmy' ? [c, b, a] : [c, a, b];
}

/** Bills are seldom older than this, and nothing on them lies far ahead. */
const OLDEST_YEARS = 10;
const AHEAD_DAYS = 62;

/** The only order in which every two-digit year of a column gives a day that a bill can have; null if none or several do. */
export function shortOrderOf(values: readonly string[], today: Day): DateStyle['short'] {
  const possible = new Set<'ymd' | 'dmy' | 'mdy'>(['ymd', 'dmy', 'mdy']);
  const [from, to] = [
    `${Number(today.slice(0, 4)) - OLDEST_YEARS}`,
    dayAt(Date.parse(today) + AHEAD_DAYS * 86_400_000, 'UTC'),
  ];
  let seen = 0;
  for (const value of values) {
    if (beginsWithYear(value)) return null;
    const found = /^(\d{2})[-/.](\d{2})[-/.](\d{2})(?: .+)?$/.exec(tidy(value));
    if (!found) continue;
    seen += 1;
    for (const order of possible) {
      const [year, month, date] = inOrder(found, order);
      const day = makeDay(2000 + year, month, date);
      if (!day.ok || day.value < from || day.value > to) possible.delete(order);
    }
    if (possible.size === 0) return null;
  }
  return seen > 0 && possible.size === 1 ? ([...possible][0] ?? null) : null;
}

/** The years in which this date lies inside the period. */
function yearsFor(month: number, date: number, period: Period): number[] {
  const years: number[] = [];
  for (let year = Number(period.from.slice(0, 4)); year <= Number(period.to.slice(0, 4)); year += 1) {
    const made = makeDay(year, month, date);
    if (made.ok && made.value >= period.from && made.value <= period.to) years.push(year);
  }
  return years;
}

function joined(
  year: number,
  month: number,
  date: number,
  clock: string | undefined,
  zone: string,
): Moment | 'not-a-day' {
  // Thailand counts the years since the Buddha: 2569 is 2026.
  const made = makeDay(year > 2400 && year < 2700 ? year - 543 : year, month, date);
  if (!made.ok) return 'not-a-day';
  if (clock === undefined || clock.trim() === '') return { day: made.value, time: null, at: null };
  if (isClock(clock)) return { day: made.value, time: clock, at: null };
  const offset = /^(.+?) ?(Z|UTC|[+-]\d{2}:?\d{2})$/.exec(clock);
  const time = parseTime(offset?.[1] ?? clock);
  if (time === null) return 'not-a-day';
  if (!offset?.[2]) return { day: made.value, time, at: null };
  const sign = /^[+-]/.test(offset[2]) ? offset[2].replace(/^([+-]\d{2}):?(\d{2})$/, '$1:$2') : '+00:00';
  const ms = Date.parse(`${made.value}T${time}${sign}`);
  if (Number.isNaN(ms)) return 'not-a-day';
  // The day of a row is the day on the provider's clock, whatever clock the file was written with.
  return { day: dayAt(ms, zone), time, at: `${made.value}T${time}${sign}` };
}

/** The instant of a moment: as stated, or in the provider's zone; null without a clock time. */
export function instantOf(moment: Moment, zone: string): string | null {
  if (moment.at !== null) return moment.at;
  return moment.time === null ? null : instantAt(moment.day, moment.time, zone);
}

/** Whether a printed date has its year in front: then neither its order nor its century is asked. */
export const beginsWithYear = (text: string): boolean => /^\s*\d{4}/.test(text);

/** Western days of a list, as printed: the two numbers before the year, and it. */
const WESTERN = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\b/;

/** Which of day and month comes first, if one value of the column proves it and none disproves it. */
export function orderOf(values: readonly string[]): 'dmy' | 'mdy' | null {
  let dmy = false;
  let mdy = false;
  for (const value of values) {
    // Dates that begin with a year need no order, and are nearly all there are; clock times have no sign of a date.
    if (beginsWithYear(value) || !/[-/.\uFF0D-\uFF0F]/.test(value)) continue;
    const found = WESTERN.exec(tidy(value));
    if (!found) continue;
    if (Number(found[1]) > 12) dmy = true;
    if (Number(found[2]) > 12) mdy = true;
  }
  return dmy === mdy ? null : dmy ? 'dmy' : 'mdy';
}

/** The order in which none of these days lies far ahead, where the other one does: what has happened is not of the future. */
export function pastOrderOf(values: readonly string[], today: Day): 'dmy' | 'mdy' | null {
  const latest = dayAt(Date.parse(today) + AHEAD_DAYS * 86_400_000, 'UTC');
  let dmy = true;
  let mdy = true;
  for (const value of values) {
    const found = beginsWithYear(value) ? null : WESTERN.exec(tidy(value));
    if (!found) continue;
    const [a, b, year] = [Number(found[1]), Number(found[2]), Number(found[3])];
    const lies = (day: ReturnType<typeof makeDay>): boolean => day.ok && day.value <= latest;
    dmy &&= lies(makeDay(year, b, a));
    mdy &&= lies(makeDay(year, a, b));
  }
  return dmy === mdy ? null : dmy ? 'dmy' : 'mdy';
}

/**
 * The order that the language of a page writes: with the United States the month is first, in the rest of the world that puts the year last the day is.
 * English alone could be either.
 */
export function languageOrder(lang: string): 'dmy' | 'mdy' | null {
  const [language = '', ...rest] = lang.toLowerCase().split(/[-_]/);
  if (/^(?:us|ph)$/.test(rest.at(-1) ?? '')) return 'mdy';
  if (language === 'en')
    return rest.length > 0 && /^[a-z]{2}$/.test(rest.at(-1) ?? '') && rest.at(-1) !== 'ca' ? 'dmy' : null;
  return DAY_FIRST.test(language) ? 'dmy' : null;
}

const DAY_FIRST =
  /^(?:de|fr|es|it|pt|nl|pl|tr|ru|uk|id|ms|vi|th|ar|he|hi|bn|ro|bg|cs|sk|sl|hr|sr|el|da|nb|nn|no|fi|et|lv|ca|gl)$/;

const ONE = String.raw`(\d{4}) ?[-/.年] ?(\d{1,2}) ?[-/.月] ?(\d{1,2})日?(?:[ T]?(\d{1,2}:\d{2}(?::\d{2})?))?`;
const RANGE = new RegExp(`${ONE}[^0-9]{1,24}?${ONE}`);
const PACKED_RANGE = /(?:^|[^\d])(20\d{2})(\d{2})(\d{2}) ?[-~至到] ?(20\d{2})(\d{2})(\d{2})(?!\d)/;

/** The period that a line states (`起始日期：[…] 终止日期：[…]`, `2026/11/01 ~ 2026/11/23`). An end at 00:00:00 of a later day is not part of it. */
export function periodOf(line: string): Period | null {
  const rest = tidy(line);
  const found = RANGE.exec(rest) ?? null;
  if (found) return period(found.slice(1, 4), found.slice(5, 8), found[4], found[8]);
  const packed = PACKED_RANGE.exec(rest);
  return packed ? period(packed.slice(1, 4), packed.slice(4, 7), undefined, undefined) : monthOf(rest);
}

/** `账单月份：2026年11月`: the whole month, where nothing else of the line is a date. */
function monthOf(line: string): Period | null {
  const found = /月份|账期|帳期|月度|\bmonth\b/i.test(line)
    ? /^[^\d]*(20\d{2}) ?[-/.年] ?(\d{1,2})(?: ?月)?[^\d]*$/.exec(line)
    : null;
  const first = found ? makeDay(Number(found[1]), Number(found[2]), 1) : null;
  if (!found || !first?.ok) return null;
  const next = Date.UTC(Number(found[1]), Number(found[2]), 1);
  return { from: first.value, to: dayAt(next - 1, 'UTC') };
}

function period(
  first: readonly string[],
  last: readonly string[],
  fromTime: string | undefined,
  toTime: string | undefined,
): Period | null {
  const from = makeDay(Number(first[0]), Number(first[1]), Number(first[2]));
  const to = makeDay(Number(last[0]), Number(last[1]), Number(last[2]));
  if (!from.ok || !to.ok || to.value < from.value) return null;
  const midnight = /^0?0:00(?::00)?$/;
  if (fromTime && toTime && midnight.test(fromTime) && midnight.test(toTime) && to.value > from.value) {
    return { from: from.value, to: dayAt(Date.parse(`${to.value}T00:00:00Z`) - 1, 'UTC') };
  }
  return { from: from.value, to: to.value };
}
