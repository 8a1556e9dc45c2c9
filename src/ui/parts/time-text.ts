import { type Day, daysBetween } from '#money/day.ts';
import { STALE_DAYS } from '#records/arrears.ts';
import { type Language, say } from '#text/index.ts';
import type { Say } from './speak.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STALE_AFTER = STALE_DAYS * DAY;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A day as people write it: `2026年3月5日`, `5 Mar 2026`. */
export function dayText(day: Day, language: Language): string {
  const [year = '', month = '', date = ''] = day.split('-');
  if (language === 'zh') return `${year}年${Number(month)}月${Number(date)}日`;
  return `${Number(date)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

/** The month of a day: `2026年3月`, `Mar 2026`. */
export function monthText(day: Day, language: Language): string {
  const [year = '', month = ''] = day.split('-');
  return language === 'zh' ? `${year}年${Number(month)}月` : `${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

/** The civil day on the merchant's own clock. */
export function localDay(ms: number): Day {
  const date = new Date(ms);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}` as Day;
}

/** `14:07:31` as the source printed it; of an instant that this product noted itself (in UTC), on the merchant's own clock. */
export function timeOfRow(at: string | null): string {
  if (at === null || !at.endsWith('Z')) return at?.slice(11, 19) ?? '';
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? '' : date.toTimeString().slice(0, 8);
}

/** `2026-03-05 14:07:31`, by the same clock as `timeOfRow`. */
export function momentOfRow(at: string): string {
  const ms = at.endsWith('Z') ? Date.parse(at) : Number.NaN;
  return Number.isNaN(ms) ? at.slice(0, 19).replace('T', ' ') : `${localDay(ms)} ${timeOfRow(at)}`;
}

/** `2026-03-05 14:07` on the merchant's own clock; an unreadable instant stays as it is. */
export function clockText(instant: string): string {
  const ms = Date.parse(instant);
  if (Number.isNaN(ms)) return instant;
  const date = new Date(ms);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${localDay(ms)} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** How long ago an instant is, in words; a plain date beyond a month. `now` in ms; an instant in the future (a clock set back) is now. */
export function agoText(instant: string, now: number, say: Say, language: Language): string {
  const then = Date.parse(instant);
  if (Number.isNaN(then)) return say('ago.unknown');
  const age = now - then;
  if (age < MINUTE) return say('ago.now');
  if (age < HOUR) return say('ago.minutes', { count: Math.floor(age / MINUTE) });
  const days = daysBetween(localDay(then), localDay(now));
  if (days === 0) return say('ago.hours', { count: Math.floor(age / HOUR) });
  if (days === 1) return say('ago.yesterday');
  return days <= 30 ? say('ago.days', { count: days }) : dayText(localDay(then), language);
}

/** Nothing is known of the account: the summary dates what was never read, or was all taken back, at the beginning of time. */
export const isUnread = ({ readAt }: { readonly readAt: string }): boolean => Date.parse(readAt) === 0;

export interface Freshness {
  readonly text: string;
  readonly stale: boolean;
}

/** How old knowledge is, in words, and whether it is too old to lean on. */
export function freshness(readAt: string, now: number, say: Say, language: Language): Freshness {
  const age = now - Date.parse(readAt);
  if (isUnread({ readAt })) return { text: say('fresh.never'), stale: true };
  if (Number.isNaN(age)) return { text: say('fresh.unknown'), stale: true };
  return { text: say('fresh.read', { ago: agoText(readAt, now, say, language) }), stale: age >= STALE_AFTER };
}

/** When something must be paid, and how far off that is from `today`. */
export function dueText(due: Day, today: Day, say: Say, language: Language): string {
  const day = dayText(due, language);
  const days = daysBetween(today, due);
  if (days < 0) return say('item.overdue', { day, days: -days });
  if (days === 0) return say('item.due-today');
  if (days === 1) return say('item.due-tomorrow', { day });
  return say('item.due-in', { day, days });
}

export function sinceText(since: Day | null, say: Say, language: Language): string {
  return since === null ? say('item.since-unknown') : say('arrears.since', { day: dayText(since, language) });
}

/** `2026年3月1日 至 2026年3月31日`; null where either end is not known. */
export function periodText(from: Day | null, to: Day | null, language: Language): string | null {
  if (from === null || to === null) return null;
  if (from === to) return dayText(from, language);
  return say(language, 'account.covers', { from: dayText(from, language), to: dayText(to, language) });
}
