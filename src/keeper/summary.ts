import { summarise } from '#arrears/summarise.ts';
import type { Book, BookError } from '#book/book.ts';
import { browser } from '#browser/index.ts';
import { fail, ok, type Result } from '#money/result.ts';
import type { Summary } from '#records/arrears.ts';
import { asSummary } from '#records/kept-summary.ts';
import { type Clock, clock } from './clock.ts';
import { owedByBook } from './owed.ts';
import { lessDamaged } from './part-of-provider.ts';
import { keptTerms } from './terms.ts';
import { keptTrouble, noteTrouble, troubleOf } from './trouble.ts';

/** Two writers of the summary, one of them with an older book, must not overtake each other. */
export const SUMMARY_LOCK = 'arrears-radar-summary';

/**
 * Works out what is owed from the whole book and mirrors it to `storage.local`, where popup and badge find it without worker or database; and notes
 * there what is wrong with the book. A book that was emptied leaves the figures of before as they are: they are shown as old.
 */
export async function refreshSummary(book: Book, now: Clock = clock()): Promise<Result<Summary, BookError>> {
  return navigator.locks.request(SUMMARY_LOCK, async (): Promise<Result<Summary, BookError>> => {
    const before = await keptSummary();
    const [trouble, made] = await Promise.all([troubleOf(book, before?.end ?? null), newSummary(book, now)]);
    if (!made.ok) {
      if (trouble !== null) await noteTrouble(trouble);
      return made;
    }
    const { summary, damaged, kept } = made.value;
    const isEmptied = trouble?.why === 'lost' && summary.end?.seq === 0 && before !== null;
    const shown = isEmptied ? { ...before, lastCheck: summary.lastCheck ?? before.lastCheck } : summary;
    try {
      await noteTrouble(trouble ?? (damaged ? { why: 'damaged', lost: null } : null));
      await Promise.all([browser.storage.local.set({ summary: shown }), kept]);
    } catch {
      // A full disk, most likely. The book has its rows all the same; the mirror is made anew at a later wake.
      return fail('failed');
    }
    return ok(shown);
  });
}

interface Made {
  readonly summary: Summary;
  readonly damaged: boolean;
  /** When all that goes with it is written. */
  readonly kept: Promise<unknown>;
}

async function newSummary(book: Book, now: Clock): Promise<Result<Made, BookError>> {
  // Before all that follows from it: what is taken in meanwhile is new the next time.
  const end = await book.end();
  if (!end.ok) return end;
  const [accounts, known, marks, last, attempts, terms] = await Promise.all([
    book.accounts(),
    book.knowledge(),
    book.marks(),
    book.lastCheck(),
    book.attempts(),
    keptTerms(),
  ]);
  if (!accounts.ok) return accounts;
  if (!known.ok) return known;
  if (!marks.ok) return marks;
  if (!last.ok) return last;
  if (!attempts.ok) return attempts;
  const given = {
    accounts: accounts.value.map(({ id }) => id),
    knowledge: known.value,
    terms,
    marks: marks.value,
    attempts: attempts.value,
    asOf: now.day,
  };
  const owed = await owedByBook(book, given, end.value, browser.runtime.getManifest().version);
  if (!owed.ok) return owed;
  const { arrears, damage, kept } = owed.value;
  const knowledge = lessDamaged(known.value, damage);
  const lastCheck = last.value?.taken.check ?? null;
  const summary = summarise({ arrears, accounts: accounts.value, knowledge, lastCheck, at: now.at });
  return ok({ summary: { ...summary, end: end.value }, damaged: damage.length > 0, kept });
}

/** Compares the book with its mirror, cheaply, and notes what is wrong. What only a full reading finds stays noted until the next one. */
export async function lookAfterBook(book: Book): Promise<void> {
  await navigator.locks.request(SUMMARY_LOCK, async () => {
    const [summary, before] = await Promise.all([keptSummary(), keptTrouble()]);
    const trouble = await troubleOf(book, summary?.end ?? null);
    await noteTrouble(trouble ?? (before?.why === 'damaged' ? before : null));
  });
}

/** The merchant takes the book as it is now: what was lost is no longer told, and the figures are its own. */
export async function acceptBook(book: Book): Promise<void> {
  await navigator.locks.request(SUMMARY_LOCK, () => browser.storage.local.remove(['trouble', 'summary']));
  await refreshSummary(book);
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
