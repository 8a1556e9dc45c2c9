import type { Book, BookError } from '#book/book.ts';
import { browser } from '#browser/index.ts';
import type { ChainEnd } from '#records/capture.ts';
import { asTrouble, type Trouble } from '#records/trouble.ts';

/** What popup and desk say of the book; null where nothing is wrong with it. */
export async function keptTrouble(): Promise<Trouble | null> {
  const { trouble } = await browser.storage.local.get('trouble');
  return asTrouble(trouble);
}

/**
 * What is wrong with the book, compared with the end that its mirror names. A loss that was noted stays noted until the book reaches that end again
 * (a backup was restored) or the merchant accepts the book as it is.
 */
export async function troubleOf(book: Book, mirrored: ChainEnd | null): Promise<Trouble | null> {
  const before = await keptTrouble();
  const noted = before?.lost ?? null;
  // Nothing to compare with is no reason to call a book sound that cannot even be opened.
  for (const end of [noted, mirrored, START]) {
    if (end === null) continue;
    const reached = await book.reaches(end);
    if (!reached.ok) return isOfThisWindow(reached.error) ? before : { why: reached.error, lost: noted };
    if (!reached.value) return { why: 'lost', lost: end };
  }
  return null;
}

/** Where every chain begins. */
const START: ChainEnd = { seq: 0, hash: '' };

/** Another window's version took the book over, or this one had no room: that says nothing of the book. */
const isOfThisWindow = (error: BookError): boolean => error === 'closed' || error === 'disk-full';

/** Writes it down for popup and desk, where it has changed. */
export async function noteTrouble(trouble: Trouble | null): Promise<void> {
  if (JSON.stringify(await keptTrouble()) === JSON.stringify(trouble)) return;
  if (trouble === null) await browser.storage.local.remove('trouble');
  else await browser.storage.local.set({ trouble });
}
