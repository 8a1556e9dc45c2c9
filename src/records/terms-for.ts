import type { AccountTerms, TermsFile } from './terms.ts';

/** Shorter numbers may be anybody's. */
const OWN_NUMBER = 8;
/** What accounts of a source begin with that does not say whose it is. */
const NOBODY = 'other:';

/**
 * The terms of an account. A source that does not say whose it is has the merchant's number alone: then the terms of the one account with that number are
 * meant. Null where there are none, or where two accounts have the number.
 */
export function termsFor({ accounts }: TermsFile, account: string): AccountTerms | null {
  const own = accounts.find((one) => one.account === account);
  if (own) return own;
  const number = account.startsWith(NOBODY) ? account.slice(NOBODY.length) : '';
  if (number.length < OWN_NUMBER) return null;
  const alike = accounts.filter((one) => one.account.endsWith(`:${number}`));
  return alike.length === 1 ? (alike[0] ?? null) : null;
}
