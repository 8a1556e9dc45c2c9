import { z } from 'zod';
import type { BackupError, Restored, RestoreOptions } from '#book/backup/types.ts';
import type { Book, BookError, Erased } from '#book/book.ts';
import { type ChainReport, sha256Hex } from '#book/proof/proof.ts';
import { openBook } from '#book/store.ts';
import { browser } from '#browser/index.ts';
import { ok, type Result } from '#money/result.ts';
import { forgetEndedJob } from './job-record.ts';
import { refreshSummary, SUMMARY_LOCK } from './summary.ts';
import { keptTerms, restoreTerms, type TermsRestored } from './terms.ts';

/** What was made last: when, and in which state the book was then; empty where an older version noted it, which did not say. */
const KeptBackup = z.object({ at: z.string(), state: z.string().default('') });
export type KeptBackup = z.infer<typeof KeptBackup>;

/** Everything of the merchant's that stands beside the book. */
const BESIDE_THE_BOOK = ['summary', 'trouble', 'said', 'terms', 'backup'] as const;

export async function lastBackup(): Promise<KeptBackup | null> {
  const { backup } = await browser.storage.local.get('backup');
  const parsed = KeptBackup.safeParse(backup);
  return parsed.success ? parsed.data : null;
}

/** In which state the book is with the merchant's terms; that of the book alone where there are none. */
export async function stateWithTerms(bookState: string): Promise<string> {
  const terms = await keptTerms();
  if (!terms?.accounts.length) return bookState;
  return sha256Hex(new TextEncoder().encode(`${bookState} ${JSON.stringify(terms)}`));
}

/** Notes that a backup was made; one that cannot be noted was made all the same. */
export async function noteBackup(state: string): Promise<void> {
  const backup: KeptBackup = { at: new Date().toISOString(), state };
  await browser.storage.local.set({ backup }).catch(() => undefined);
}

/** Restores a backup, looks whether the chain holds, and makes the summary anew. Where that fails, the next wake makes it. */
export async function restoreBook(
  file: Blob,
  options: RestoreOptions,
  book: Book = openBook(),
): Promise<Result<{ restored: Restored; terms: TermsRestored; chain: ChainReport }, BookError | BackupError>> {
  const restored = await book.restore(file, options);
  if (!restored.ok) {
    // A merge that was stopped has added whole captures.
    await refreshSummary(book);
    return restored;
  }
  const terms = await restoreTerms(restored.value.terms);
  await refreshSummary(book);
  const chain = await book.verify();
  return chain.ok ? ok({ restored: restored.value, terms, chain: chain.value }) : chain;
}

/** Erases what is known of these providers, and makes the summary anew. */
export async function eraseProviders(
  providers: readonly string[],
  book: Book = openBook(),
): Promise<Result<Erased, BookError>> {
  const erased = await book.erase(providers);
  if (erased.ok) await refreshSummary(book);
  return erased;
}

/** Erases the book and everything that was remembered beside it: as on the first day. */
export async function eraseEverything(book: Book = openBook()): Promise<Result<void, BookError>> {
  // Nobody may mirror, meanwhile, what was read before; and a mirror without its book would be told as a lost one.
  return navigator.locks.request(SUMMARY_LOCK, async () => {
    await browser.storage.local.remove('summary');
    const erased = await book.eraseAll();
    if (erased.ok) {
      await browser.storage.local.remove([...BESIDE_THE_BOOK]);
      await forgetEndedJob();
    }
    return erased;
  });
}
