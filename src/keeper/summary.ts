import { computeArrears } from '#arrears/compute.ts';
import { summarise } from '#arrears/summarise.ts';
import type { Book, BookError } from '#book/book.ts';
import { browser } from '#browser/index.ts';
import { fail, ok, type Result } from '#money/result.ts';
import type { Summary } from '#records/arrears.ts';
import { asSummary } from '#records/kept-summary.ts';
import { TermsFile } from '#records/terms.ts';
import { type Clock, clock } from './clock.ts';

/** Two writers of the summary, one of them with an older book, must not overtake each other. */
const LOCK = 'arrears-radar-summary';

/** Works out what is owed from the whole book and mirrors it to `storage.local`, where popup and badge find it without worker or database. */
export async function refreshSummary(book: Book, now: Clock = clock()): Promise<Result<Summary, BookError>> {
  return navigator.locks.request(LOCK, async (): Promise<Result<Summary, BookError>> => {
    const entries = await book.entriesOf();
    if (!entries.ok) return entries;
    const accounts = await book.accounts();
    if (!accounts.ok) return accounts;
    const knowledge = await book.knowledge();
    if (!knowledge.ok) return knowledge;
    const last = await book.lastCheck();
    if (!last.ok) return last;
    const arrears = computeArrears({
      entries: entries.value,
      knowledge: knowledge.value,
      terms: await keptTerms(),
      asOf: now.day,
    });
    const summary = summarise({
      arrears,
      accounts: accounts.value,
      knowledge: knowledge.value,
      lastCheck: last.value?.taken.check ?? null,
      at: now.at,
    });
    try {
      await browser.storage.local.set({ summary });
    } catch {
      // A full disk, most likely. The book has its rows all the same; the mirror is made anew at a later wake.
      return fail('failed');
    }
    return ok(summary);
  });
}

/** The mirror, or null before the first reading and where another version wrote it. Written by `refreshSummary` only. */
export async function keptSummary(): Promise<Summary | null> {
  const { summary } = await browser.storage.local.get('summary');
  return asSummary(summary);
}

/** Whether the mirror must be made anew: its day is over, or a version before or after this one wrote it. Before the first reading there is none to make. */
export async function isSummaryOld(now: Clock): Promise<boolean> {
  const { summary } = await browser.storage.local.get('summary');
  return summary !== undefined && asSummary(summary)?.asOf !== now.day;
}

/** What the merchant agreed, as kept in `storage.local`; null where nothing, or nothing readable, is kept. */
async function keptTerms(): Promise<TermsFile | null> {
  const { terms } = await browser.storage.local.get('terms');
  const parsed = TermsFile.safeParse(terms);
  return parsed.success ? parsed.data : null;
}
