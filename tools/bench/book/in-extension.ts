import { openBook } from '#book/store.ts';
import { refreshSummary } from '#keeper/summary.ts';

/** What runs in a page of the extension: the book of the other bench, and its mirror. */
export * from './in-page.ts';

/** What the popup shows is made whenever something was taken in, and not when it is opened. */
export async function summarise(): Promise<void> {
  const made = await refreshSummary(openBook());
  if (!made.ok) throw new Error(made.error);
}
