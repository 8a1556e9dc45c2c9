import { openBook } from '#book/store.ts';
import { browser } from '#browser/index.ts';
import type { Summary } from '#records/arrears.ts';
import type { Trouble } from '#records/trouble.ts';
import { badgeOf } from '#reminders/badge.ts';
import { remindersDue, type Said } from '#reminders/remind.ts';
import { isTextKey, type Language, languageOf, say } from '#text/index.ts';
import { type Clock, clock } from './clock.ts';
import { JOB_ALARM, tend } from './jobs.ts';
import { isSummaryOld, keptSummary, lookAfterBook, refreshSummary } from './summary.ts';
import { keptTrouble } from './trouble.ts';

const LOOK_ALARM = 'look';
const NEXT_ALARM = 'next-look';
const SAID_LOCK = 'arrears-radar-said';
/** A merchant who has just checked is awake and at the screen, whatever the hour. */
const AWAKE_MS = 10 * 60_000;

/** What every wake does: finish what was cut off, keep the alarms, bring the summary to today, show and say what is due. */
export async function wake(now: Clock = clock()): Promise<void> {
  await ensureAlarm();
  await tend(Date.parse(now.at));
  // What was predicted yesterday may be due today.
  if (await isSummaryOld(now)) await refreshSummary(openBook(), now);
  else await lookAfterBook(openBook());
  await showAndSay(now);
}

/** Firefox forgets alarms when it or the extension is closed: asked for whenever the background begins. */
export async function ensureAlarm(): Promise<void> {
  if (!(await browser.alarms.get(LOOK_ALARM))) await browser.alarms.create(LOOK_ALARM, { periodInMinutes: 60 });
}

/** Badge and reminders from the mirrored summary. Two wakes at once say nothing twice: what is said is written down first, one wake at a time. */
export async function showAndSay(now: Clock = clock()): Promise<void> {
  await navigator.locks.request(SAID_LOCK, async () => {
    const summary = await keptSummary();
    const language = languageOf(browser.i18n.getUILanguage());
    await showBadge(summary, now, language);
    if (summary) await remind(summary, now, language);
  });
}

const COLOURS = { calm: '#2e7d32', owed: '#c62828', stale: '#757575' } as const;

/** Figures of a book that cannot be relied on stand nowhere by themselves. */
const troubledBadge = ({ why }: Trouble) => ({
  text: '?',
  tone: 'stale' as const,
  titleKey: `book.${why}`,
  params: {},
});

async function showBadge(summary: Summary | null, now: Clock, language: Language): Promise<void> {
  const trouble = await keptTrouble();
  const badge = trouble ? troubledBadge(trouble) : badgeOf(summary, now);
  await browser.action.setBadgeText({ text: badge.text });
  await browser.action.setBadgeBackgroundColor({ color: COLOURS[badge.tone] });
  await browser.action.setTitle({ title: phrase(language, badge.titleKey, badge.params) });
}

async function remind(summary: Summary, now: Clock, language: Language): Promise<void> {
  const { said } = await browser.storage.local.get('said');
  const checked = summary.lastCheck ? Date.parse(now.at) - Date.parse(summary.lastCheck.at) : Number.POSITIVE_INFINITY;
  const awake = checked >= 0 && checked < AWAKE_MS;
  const due = remindersDue(summary, Array.isArray(said) ? (said as Said[]) : [], awake ? { ...now, hour: 12 } : now);
  await browser.storage.local.set({ said: due.said });
  if (due.nextLook === null) await browser.alarms.clear(NEXT_ALARM);
  else await browser.alarms.create(NEXT_ALARM, { when: Date.parse(due.nextLook) });
  for (const reminder of due.say) {
    const notice = {
      type: 'basic' as const,
      iconUrl: browser.runtime.getURL('/icon/128.png'),
      title: phrase(language, 'reminder.title', {}),
      message: phrase(language, reminder.key, reminder.params),
    };
    // A system that refuses one notification must not cost the others; badge and popup say the same.
    await browser.notifications.create(`reminder:${reminder.id}`, notice).catch(() => undefined);
  }
}

/** The reminders speak in keys, since they may not know the texts; one without a sentence would be shown as it is, never as a blank. */
const phrase = (language: Language, key: string, params: Readonly<Record<string, string>>): string =>
  isTextKey(key) ? say(language, key, params) : key;

/** Pressing a reminder brings the desk, once. */
export async function openDesk(notificationId: string): Promise<void> {
  if (!notificationId.startsWith('reminder:')) return;
  await browser.notifications.clear(notificationId);
  await browser.tabs.create({ url: browser.runtime.getURL('/desk.html') });
}

export const isOurAlarm = (name: string): boolean => [LOOK_ALARM, NEXT_ALARM, JOB_ALARM].includes(name);
