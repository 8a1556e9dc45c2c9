import { browser } from '#browser/index.ts';
import { TermsFile } from '#records/terms.ts';

/** What the merchant agreed, as kept in `storage.local`; null where nothing, or nothing readable, is kept. */
export async function keptTerms(): Promise<TermsFile | null> {
  const { terms } = await browser.storage.local.get('terms');
  const parsed = TermsFile.safeParse(terms);
  return parsed.success ? parsed.data : null;
}

/** Keeps it. What is owed is then to be worked out anew (`refreshSummary`). Rejects where the browser cannot keep it. */
export async function keepTerms(terms: TermsFile): Promise<void> {
  await browser.storage.local.set({ terms });
}
