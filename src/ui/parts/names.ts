import { PROVIDERS } from '#providers/list.ts';
import type { AccountSummary } from '#records/arrears.ts';
import { type Language, say } from '#text/index.ts';

/** What to call a provider: its name in the directory, the host for a portal outside it, and otherwise the id as it is. */
export function providerName(id: string, language: Language): string {
  const known = PROVIDERS.find((provider) => provider.id === id);
  if (known) return known.names[language];
  if (isNameless(id)) return say(language, 'provider.other');
  return id.startsWith('site:') ? id.slice('site:'.length) : id;
}

/** Whether nobody can say whose portal it is: a file, mostly. */
export const isNameless = (id: string): boolean => id === 'other' || id === '?';

/** What to call a provider in a sentence that sends the merchant there. */
export const portalName = (id: string, language: Language): string =>
  isNameless(id) ? say(language, 'provider.its-portal') : providerName(id, language);

/** What the provider calls a bill format; the id as it is where it is not in the directory. */
export function formatTitle(id: string, language: Language): string {
  return PROVIDERS.flatMap(({ formats }) => formats).find((format) => format.id === id)?.title[language] ?? id;
}

type Named = Pick<AccountSummary, 'account' | 'provider' | 'name'>;

/** A portal outside the directory, or a page that does not say whose account it is, and nobody has named it yet. */
export function needsName(account: Named): 'provider' | 'account' | null {
  if (account.name !== null) return null;
  if (account.provider.startsWith('site:')) return 'provider';
  return account.account.endsWith(':?') ? 'account' : null;
}

/** The id of an account as people can tell it apart: `银联商务 898310148160568`. */
export function accountName(id: string, language: Language): string {
  const cut = id.lastIndexOf(':');
  const provider = providerName(cut < 0 ? id : id.slice(0, cut), language);
  const number = cut < 0 ? '' : id.slice(cut + 1);
  return number === '' || number === '?' ? provider : `${provider} ${number}`;
}

/** A page stands under its address, a file under its name. */
export const isAddress = (place: string): boolean => /^[a-z][a-z0-9+.-]*:\/\//i.test(place);

/** The host of an address, for a short line on screen; a file name stays as it is. */
export function placeName(place: string): string {
  if (!isAddress(place)) return place;
  return URL.canParse(place) ? new URL(place).host || place : place;
}
