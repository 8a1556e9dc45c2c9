import type { CaptureHead } from '#book/book.ts';
import type { Account } from '#records/capture.ts';
import type { HeldOf } from './deeds.ts';

/** What the book holds of each provider. Whatever it holds is some provider's, so that all of it can be erased: a reading of no account too. */
export function providersHeld(
  days: readonly { readonly account: string; readonly rows: number }[],
  captures: readonly Pick<CaptureHead, 'provider' | 'accounts' | 'erasedAt'>[],
  accounts: readonly Pick<Account, 'id' | 'provider'>[],
): HeldOf[] {
  const providerOf = new Map(accounts.map(({ id, provider }) => [id, provider]));
  const held = new Map<string, { id: string; rows: number; shared: number }>();
  const of = (id: string) => {
    const known = held.get(id) ?? { id, rows: 0, shared: 0 };
    held.set(id, known);
    return known;
  };
  for (const { provider } of accounts) of(provider);
  for (const { account, rows } of days) of(providerOf.get(account) ?? '?').rows += rows;
  for (const { provider, accounts: shown, erasedAt } of captures) {
    if (erasedAt !== null) continue;
    const own = new Set(shown.map((id) => providerOf.get(id) ?? provider));
    if (own.size === 0) of(provider);
    if (own.size > 1) for (const id of own) of(id).shared += 1;
  }
  return [...held.values()];
}
