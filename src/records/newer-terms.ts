import type { AccountTerms } from './terms.ts';

/** The terms of two files as one, and whose were taken and left of the second. */
export interface NewerTerms {
  readonly accounts: readonly AccountTerms[];
  /** Accounts whose terms are the second file's now. */
  readonly taken: readonly string[];
  /** Accounts of which the first file says something else, and later. */
  readonly left: readonly string[];
}

/**
 * Of each account the terms that were saved later; those of `here` where neither is known to be. Nothing is put together out of two agreements: half of one
 * and half of the other would be a third that nobody made.
 */
export function newerTerms(here: readonly AccountTerms[], there: readonly AccountTerms[]): NewerTerms {
  const accounts = new Map(here.map((one) => [one.account, one]));
  const taken: string[] = [];
  const left: string[] = [];
  for (const theirs of there) {
    const ours = accounts.get(theirs.account);
    if (ours && isSameTerms(ours, theirs)) continue;
    if (ours && (theirs.savedAt ?? '') <= (ours.savedAt ?? '')) {
      left.push(theirs.account);
      continue;
    }
    accounts.set(theirs.account, theirs);
    taken.push(theirs.account);
  }
  return { accounts: [...accounts.values()], taken, left };
}

/** Whether both say the same, whenever they were saved. */
export const isSameTerms = (one: AccountTerms, other: AccountTerms): boolean => wording(one) === wording(other);

const wording = ({ savedAt: _, ...terms }: AccountTerms): string => JSON.stringify(sorted(terms));

/** Lines stay in their order, which decides between those that overlap; names have none. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const named = Object.entries(value).filter(([, of]) => of !== undefined && of !== null);
  return Object.fromEntries(named.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, of]) => [name, sorted(of)]));
}
