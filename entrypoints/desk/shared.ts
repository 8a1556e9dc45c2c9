import type { Book } from '#book/book.ts';
import { isTextKey, type TextKey } from '#text/index.ts';
import { localDay } from '#ui/parts/time-text.ts';

/** The book; fetched at its first use, so that the figures paint at once. */
export const theBook = async (): Promise<Book> => (await import('#book/store.ts')).openBook();

/** For names of files. */
export const today = () => ({ day: localDay(Date.now()) });

/** The sentence of whatever was in the way: the book's own, or the backup's. */
export function problem(error: string): TextKey {
  const own = `backup-problem.${error}`;
  if (isTextKey(own)) return own;
  const key = `book.${error}`;
  return isTextKey(key) ? key : 'care.failed';
}
