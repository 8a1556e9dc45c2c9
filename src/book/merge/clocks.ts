type Instant = string | null;

/** `2026-11-05T10:00` and its offset: the minute that an instant lies in. */
const minuteOf = (at: string): string => at.slice(0, 16) + at.slice(19);
const isWhole = (at: string): boolean => at.slice(17, 19) === '00';

/**
 * Whether two instants can be of one row: one source does not tell it, both tell the same, or one prints no seconds and both are of that minute.
 */
export const clocksAgree = (one: Instant, other: Instant): boolean =>
  one === null ||
  other === null ||
  one === other ||
  (minuteOf(one) === minuteOf(other) && (isWhole(one) || isWhole(other)));

/** What is known of a row's instant when another source tells it too: seconds win over none, and what was told first over what was not. */
export function sharper(known: Instant, other: Instant): Instant {
  if (known === null || other === null) return known ?? other;
  return isWhole(known) && !isWhole(other) && clocksAgree(known, other) ? other : known;
}
