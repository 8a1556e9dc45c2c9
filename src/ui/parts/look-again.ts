import { addDays, type Day } from '#money/day.ts';
import { STALE_DAYS, type Summary } from '#records/arrears.ts';
import { isUnread, localDay } from './time-text.ts';

/** When the merchant should look again at the latest, and whether it is because something falls due or because knowledge grows old. */
export interface LookAgain {
  readonly day: Day;
  readonly why: 'due' | 'age';
}

/** A week's notice before something falls due, as the reminders give it. */
const NOTICE_DAYS = 7;

/** The earliest day on which some account's knowledge is stale or something owed there falls due within a week; null where nothing was read yet. */
export function lookAgain(summary: Summary, today: Day): LookAgain | null {
  const days = summary.accounts.flatMap(({ knowledge, items }): LookAgain[] => {
    const read = Date.parse(knowledge.readAt);
    const old = Number.isNaN(read) ? today : addDays(localDay(read), STALE_DAYS);
    const dues = items.flatMap(({ due, state }) =>
      due !== null && (state === 'due' || state === 'open') ? [due] : [],
    );
    return [
      // Nothing can have grown old of an account of which the book holds nothing.
      ...(isUnread(knowledge) ? [] : [{ day: later(old, today), why: 'age' as const }]),
      // What is close already was said; the day itself is the next one that matters.
      ...dues.map((due): LookAgain => {
        const noticed = addDays(due, -NOTICE_DAYS);
        return { day: later(noticed > today ? noticed : due, today), why: 'due' };
      }),
    ];
  });
  return days.reduce<LookAgain | null>((first, one) => (first === null || one.day < first.day ? one : first), null);
}

const later = (a: Day, b: Day): Day => (a > b ? a : b);
