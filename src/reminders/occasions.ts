import { addDays, type Day, daysBetween, isDay } from '#money/day.ts';
import { type AccountSummary, type Item, STALE_DAYS, type Summary } from '#records/arrears.ts';
import { amountText } from './figure.ts';
import type { ReminderKey } from './keys.ts';
import type { Now, Reminder } from './remind.ts';

/** Something that is, or will be, worth saying about an item or an account. */
export interface Occasion {
  readonly reminder: Reminder;
  readonly about: string;
  /** From this day on it may be said. */
  readonly from: Day;
  /** The next day on which something about this may become due; null where nothing will. */
  readonly next: Day | null;
}

/** The present occasion of each item and account, the most urgent first. */
export function occasionsOf(summary: Summary, now: Pick<Now, 'day' | 'at'>): Occasion[] {
  const due: Occasion[] = [];
  const fresh: Occasion[] = [];
  const stale: Occasion[] = [];
  for (const account of summary.accounts) {
    for (const item of account.items) {
      if (item.due !== null && (item.state === 'due' || item.state === 'open')) {
        due.push(dueOccasion(account, item, item.due, now.day));
      }
      if (item.state === 'open' && (item.max === null || item.max > 0)) fresh.push(newOccasion(account, item, now.day));
    }
    const one = staleOccasion(account, now);
    if (one) stale.push(one);
  }
  return [...due.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)), ...fresh, ...stale];
}

const nameOf = (account: AccountSummary): string => account.name ?? account.merchantNumber ?? account.account;

/** A week before, the day before, on the day, and each week after: the step that the present day has reached. */
function dueOccasion(account: AccountSummary, item: Item, due: Day, day: Day): Occasion {
  const left = daysBetween(day, due);
  const charge = item.state === 'due';
  const step = (id: string, key: ReminderKey, from: Day, next: Day): Occasion => ({
    reminder: {
      // The due day is part of the id: the same debt with a new date is a new occasion.
      id: `${id} ${due} ${item.id}`,
      key,
      params: { name: nameOf(account), amount: amountText(item), due, days: String(Math.abs(left)) },
      itemId: item.id,
      account: account.account,
    },
    about: item.id,
    from,
    next,
  });
  if (left > 1) {
    const from = addDays(due, -7);
    return step(
      'week',
      charge ? 'reminder.charge.week' : 'reminder.due.week',
      from,
      from > day ? from : addDays(due, -1),
    );
  }
  if (left === 1) return step('day', charge ? 'reminder.charge.day' : 'reminder.due.day', day, due);
  if (left === 0) return step('today', charge ? 'reminder.charge.today' : 'reminder.due.today', day, addDays(due, 1));
  const week = Math.floor((-left - 1) / 7);
  const key = charge ? 'reminder.charge.passed' : 'reminder.due.overdue';
  return step(`late${week}`, key, day, addDays(due, 1 + (week + 1) * 7));
}

function newOccasion(account: AccountSummary, item: Item, day: Day): Occasion {
  return {
    reminder: {
      id: `new ${item.id}`,
      key: 'reminder.new',
      params: { name: nameOf(account), amount: amountText(item) },
      itemId: item.id,
      account: account.account,
    },
    about: item.id,
    from: day,
    next: null,
  };
}

/** Whole days since an account was last read; null where that is not a readable instant. */
export function ageDays(readAt: string, now: string): number | null {
  const age = Date.parse(now) - Date.parse(readAt);
  return Number.isNaN(age) ? null : Math.max(0, Math.floor(age / 86_400_000));
}

function staleOccasion(account: AccountSummary, now: Pick<Now, 'day' | 'at'>): Occasion | null {
  const age = ageDays(account.knowledge.readAt, now.at);
  const readDay = account.knowledge.readAt.slice(0, 10);
  if (age === null || !isDay(readDay)) return null;
  const week = Math.max(0, Math.floor((age - STALE_DAYS - 1) / 7));
  const from = age > STALE_DAYS ? now.day : addDays(now.day, STALE_DAYS + 1 - age);
  return {
    reminder: {
      id: `stale${week} ${readDay} ${account.account}`,
      key: 'reminder.stale',
      params: { name: nameOf(account), days: String(age) },
      itemId: null,
      account: account.account,
    },
    about: account.account,
    from,
    next: age > STALE_DAYS ? addDays(now.day, STALE_DAYS + 1 + (week + 1) * 7 - age) : from,
  };
}
