import { fail, ok, type Result } from './result.ts';

/** A civil date, `YYYY-MM-DD`, without clock or zone. Days compare and sort as strings. */
export type Day = `${number}-${number}-${number}`;

/** From and to, both included. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

const MS_PER_DAY = 86_400_000;

export function isDay(text: string): text is Day {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match !== null && makeDay(Number(match[1]), Number(match[2]), Number(match[3])).ok;
}

/** A day from its numbers; refuses the 31st of June and years outside 1970–2199, which in a bill are misread cells. */
export function makeDay(year: number, month: number, date: number): Result<Day, 'not-a-day'> {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(date)) return fail('not-a-day');
  if (year < 1970 || year > 2199 || month < 1 || month > 12 || date < 1 || date > daysIn(year, month))
    return fail('not-a-day');
  return ok(`${year}-${two(month)}-${two(date)}` as Day);
}

const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`);

/** How many days a month (1–12) has. */
const daysIn = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const fromMs = (ms: number): Day => new Date(ms).toISOString().slice(0, 10) as Day;
const toMs = (day: Day): number => Date.parse(`${day}T00:00:00Z`);

export const addDays = (day: Day, count: number): Day => fromMs(toMs(day) + count * MS_PER_DAY);

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => Math.round((toMs(to) - toMs(from)) / MS_PER_DAY);

export const earlierOf = (a: Day, b: Day): Day => (a < b ? a : b);
export const laterOf = (a: Day, b: Day): Day => (a > b ? a : b);

/** The same date `count` months later, or the month's last day where it has no such date. */
export function addMonths(day: Day, count: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = Date.UTC(year, month - 1 + count, 1);
  const last = new Date(Date.UTC(new Date(first).getUTCFullYear(), new Date(first).getUTCMonth() + 1, 0)).getUTCDate();
  return fromMs(first + (Math.min(date, last) - 1) * MS_PER_DAY);
}

/** Every day of the period, in order. */
export function daysOf(period: Period): Day[] {
  const days: Day[] = [];
  for (let day = period.from; day <= period.to; day = addDays(day, 1)) days.push(day);
  return days;
}

/** The civil date that clocks in `zone` (IANA name) show at an instant. */
export function dayAt(ms: number, zone: string): Day {
  return fromMs(ms + offsetMinutes(ms, zone) * 60_000);
}

/**
 * An instant as `YYYY-MM-DDTHH:MM:SS+08:00`, from a day and clock time as printed by a provider in `zone`.
 * A clock time that the zone skips or repeats resolves to the offset in force just before the change.
 */
export function instantAt(day: Day, time: string, zone: string): string {
  if (zone === 'Asia/Shanghai' && day > CHINA_FIXED_SINCE) return `${day}T${time}+08:00`;
  const wall = Date.parse(`${day}T${time}Z`);
  const before = offsetMinutes(wall - MS_PER_DAY, zone);
  const guess = offsetMinutes(wall - before * 60_000, zone);
  const offset = offsetMinutes(wall - guess * 60_000, zone) === guess ? guess : before;
  const sign = offset < 0 ? '-' : '+';
  const abs = Math.abs(offset);
  return `${day}T${time}${sign}${String(Math.floor(abs / 60)).padStart(2, '0')}:${String(abs % 60).padStart(2, '0')}`;
}

/** China keeps one offset since its last summer time, in 1991. */
const CHINA_FIXED_SINCE: Day = '1992-12-31';

const formats = new Map<string, Intl.DateTimeFormat>();

function offsetMinutes(ms: number, zone: string): number {
  // Almost every row of this product is Chinese, where the offset is fixed since 1991; `Intl` costs microseconds a row.
  if (zone === 'Asia/Shanghai' && ms > 700_000_000_000) return 480;
  if (zone === 'UTC') return 0;
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formats.set(zone, format);
  }
  const part = Object.fromEntries(format.formatToParts(ms).map((p) => [p.type, p.value]));
  const wall = Date.parse(
    `${part['year']}-${part['month']}-${part['day']}T${part['hour']}:${part['minute']}:${part['second']}Z`,
  );
  return Math.round((wall - Math.floor(ms / 1000) * 1000) / 60_000);
}
