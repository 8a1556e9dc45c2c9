import { openBook } from '#book/store.ts';
import type { Answers, Asks } from '#bridge/messages.ts';
import { listen } from '#bridge/receive.ts';
import { browser } from '#browser/index.ts';
import { check, page, press, stop } from './jobs.ts';
import { report } from './report.ts';
import { refreshSummary } from './summary.ts';
import { ensureAlarm, isOurAlarm, openDesk, showAndSay, wake } from './watch.ts';

/** Registers every listener, at once: a worker is woken for an event only if it listens before its first pause. */
export function startKeeper(): void {
  listen({ check, stop, page, press, rows, name, report });
  browser.runtime.onInstalled.addListener(() => run(wake()));
  browser.runtime.onStartup.addListener(() => run(wake()));
  browser.alarms.onAlarm.addListener(({ name: alarm }) => {
    if (isOurAlarm(alarm)) run(wake());
  });
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && ('summary' in changes || 'trouble' in changes)) run(showAndSay());
  });
  browser.notifications.onClicked.addListener((id) => run(openDesk(id)));
  run(ensureAlarm());
}

/** What fails here fails again, and is seen, at the next wake; there is nobody to tell now. */
const run = (work: Promise<void>): void => void work.catch(() => undefined);

async function rows({ account, keys }: Asks<'rows'>): Promise<Answers<'rows'>> {
  const entries = await openBook().rows(account, keys);
  if (!entries.ok) throw new Error(entries.error);
  return { entries: entries.value };
}

async function name({ account, label }: Asks<'name'>): Promise<Answers<'name'>> {
  const book = openBook();
  const labelled = await book.label(account, label);
  if (!labelled.ok) throw new Error(labelled.error);
  const summary = await refreshSummary(book);
  if (!summary.ok) throw new Error(summary.error);
  return {};
}
