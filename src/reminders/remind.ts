import { addDays, type Day, dayAt, daysBetween } from '#money/day.ts';
import type { Summary } from '#records/arrears.ts';
import type { ReminderKey } from './keys.ts';
import { type Occasion, occasionsOf } from './occasions.ts';

/** One thing to say. `key` and `params` are for `say`; pressing the notice opens the item (or, with `itemId` null, the account). */
export interface Reminder {
  /** Item or account, and the occasion: said once, ever. */
  readonly id: string;
  readonly key: ReminderKey;
  readonly params: Readonly<Record<string, string>>;
  readonly itemId: string | null;
  readonly account: string;
}

/** That a reminder was said, or waved away, and when. The keeper stores the list as it is given back. */
export interface Said {
  readonly id: string;
  /** Item id, or account where the reminder is about none: at most one a day of each is said. */
  readonly about: string;
  readonly day: Day;
  readonly dismissed?: boolean;
}

/** The clock: ISO instant, and day and hour (0–23) on the merchant's wall. */
export interface Now {
  readonly at: string;
  readonly day: Day;
  readonly hour: number;
}

/** Quiet from 21 to 8 o'clock on the merchant's wall. */
const QUIET_FROM = 21;
const QUIET_UNTIL = 8;
/** More at once is a flood; the rest follow an hour later. */
const MOST_AT_ONCE = 5;
/** What was said longer ago is forgotten, unless it is still an occasion: it could not be said again anyway. */
const KEEP_DAYS = 400;

/**
 * What is due to be said now, what is then said already, and when to look again (ISO instant; null when there is nothing to wait for).
 * Pure. Every occasion is said once: an id in `said`, spoken or dismissed, never comes again. A wake that came late says what it missed,
 * the most urgent occasion of each item only.
 */
export function remindersDue(
  summary: Summary,
  said: readonly Said[],
  now: Now,
): { say: Reminder[]; said: Said[]; nextLook: string | null } {
  const occasions = occasionsOf(summary, now);
  const kept = pruned(said, occasions, now.day);
  const spoken = new Set(kept.map((one) => one.id));
  const today = new Set(kept.filter((one) => one.day === now.day).map((one) => one.about));
  const quiet = now.hour >= QUIET_FROM || now.hour < QUIET_UNTIL;
  const say: Reminder[] = [];
  let waiting = false;
  let tomorrow = false;
  for (const one of occasions) {
    if (one.from > now.day || spoken.has(one.reminder.id)) continue;
    if (today.has(one.about)) {
      tomorrow = true;
    } else if (quiet || say.length >= MOST_AT_ONCE) {
      waiting = true;
    } else {
      say.push(one.reminder);
      today.add(one.about);
      kept.push({ id: one.reminder.id, about: one.about, day: now.day });
    }
  }
  return { say, said: kept, nextLook: nextLook(occasions, now, quiet, waiting, tomorrow) };
}

/** What the keeper adds to `said` when the merchant waves a reminder away before it was said, or for good. */
export const dismissed = (reminder: Reminder, day: Day): Said => ({
  id: reminder.id,
  about: reminder.itemId ?? reminder.account,
  day,
  dismissed: true,
});

function pruned(said: readonly Said[], occasions: readonly Occasion[], day: Day): Said[] {
  const alive = new Set(occasions.map((one) => one.reminder.id));
  return said.filter((one) => alive.has(one.id) || daysBetween(one.day, day) <= KEEP_DAYS);
}

function nextLook(
  occasions: readonly Occasion[],
  now: Now,
  quiet: boolean,
  waiting: boolean,
  tomorrow: boolean,
): string | null {
  if (waiting) return quiet ? atHour(now, now.hour < QUIET_UNTIL ? now.day : addDays(now.day, 1)) : inHours(now, 1);
  const days = occasions.flatMap((one) => (one.next !== null && one.next > now.day ? [one.next] : []));
  if (tomorrow) days.push(addDays(now.day, 1));
  const soonest = days.sort()[0];
  return soonest === undefined ? null : atHour(now, soonest);
}

/** The first speaking hour of a day, counted from now in whole hours: the wall's offset is not known here, and a clock change only shifts a look by one. */
const atHour = (now: Now, day: Day): string => inHours(now, daysBetween(now.day, day) * 24 + QUIET_UNTIL - now.hour);

function inHours(now: Now, hours: number): string {
  const whole = Math.floor(Date.parse(now.at) / 3_600_000) * 3_600_000;
  return new Date(whole + hours * 3_600_000).toISOString();
}

/** The clock as `remindersDue` wants it, from an instant and the zone of the merchant's wall (IANA name). */
export function clockAt(ms: number, zone: string): Now {
  const hour = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' }).format(ms);
  return { at: new Date(ms).toISOString(), day: dayAt(ms, zone), hour: Number(hour) };
}
