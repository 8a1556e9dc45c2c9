import { browser } from '#browser/index.ts';
import { isSameTerms, newerTerms } from '#records/newer-terms.ts';
import { type AccountTerms, TermsFile } from '#records/terms.ts';

/** What the merchant agreed, as kept in `storage.local`; null where nothing, or nothing readable, is kept. */
export async function keptTerms(): Promise<TermsFile | null> {
  const { terms } = await browser.storage.local.get('terms');
  const parsed = TermsFile.safeParse(terms);
  return parsed.success ? parsed.data : null;
}

/** Keeps it, and when each account's was said. What is owed is then to be worked out anew (`refreshSummary`). Rejects where the browser cannot keep it. */
export async function keepTerms(terms: TermsFile, now: Date = new Date()): Promise<void> {
  const before = new Map((await keptTerms())?.accounts.map((one) => [one.account, one]));
  const accounts = terms.accounts.map((one): AccountTerms => {
    const known = before.get(one.account);
    return known && isSameTerms(known, one) ? known : { ...one, savedAt: now.toISOString() };
  });
  await browser.storage.local.set({ terms: { accounts } });
}

/** What became of the terms of a backup, in accounts. */
export interface TermsRestored {
  readonly taken: number;
  /** Left out, because what stands here was said later. */
  readonly left: number;
  /** The browser could not keep what was to be taken. */
  readonly failed: boolean;
}

/** Adds the terms of a backup; of an account with terms here, those that were saved later hold. */
export async function restoreTerms(theirs: readonly AccountTerms[]): Promise<TermsRestored> {
  const { accounts, taken, left } = newerTerms((await keptTerms())?.accounts ?? [], theirs);
  if (taken.length === 0) return { taken: 0, left: left.length, failed: false };
  try {
    await browser.storage.local.set({ terms: { accounts } });
    return { taken: taken.length, left: left.length, failed: false };
  } catch {
    return { taken: 0, left: left.length, failed: true };
  }
}
