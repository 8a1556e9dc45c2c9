/** The sentences that reminders and badge ask for; `src/text/areas/reminders.ts` has them all, which a test proves. */
export const REMINDER_KEYS = [
  'reminder.charge.week',
  'reminder.charge.day',
  'reminder.charge.today',
  'reminder.charge.passed',
  'reminder.due.week',
  'reminder.due.day',
  'reminder.due.today',
  'reminder.due.overdue',
  'reminder.new',
  'reminder.stale',
] as const;
export type ReminderKey = (typeof REMINDER_KEYS)[number];

export const BADGE_KEYS = [
  'badge.never',
  'badge.calm',
  'badge.owed',
  'badge.stale',
  'badge.failed',
  'badge.part',
] as const;
export type BadgeKey = (typeof BADGE_KEYS)[number];
