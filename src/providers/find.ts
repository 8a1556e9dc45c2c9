import type { Provider } from '#records/provider.ts';
import { PROVIDERS, providerOfHost } from './list.ts';

/** A domain of a provider that another address resembles. */
export interface LookAlike {
  readonly host: string;
  readonly provider: Provider;
  readonly domain: string;
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
/** A number as it is dialled: nothing but digits, without the country's. */
const digitsOf = (text: string): string => text.replace(/[^0-9]/g, '').replace(/^(?:00)?86(?=\d{7})/, '');

/** The host of a typed address, or of a bare domain; null where the text is neither. */
export function hostIn(text: string): string | null {
  const typed = plain(text)
    .replace(/^[a-z][a-z0-9+.-]*:\/\//, '')
    .replace(/[/?#].*$/, '')
    .replace(/^.*@/, '')
    .replace(/:\d+$/, '');
  return /^(?:[a-z0-9-]+\.)+[a-z]{2,}$/.test(typed) ? typed : null;
}

/**
 * Providers that a text names: by a part of a name, by a host of theirs, by a whole service line or SMS number. A number counts whole, because a part of
 * one proves nothing.
 */
export function providersNamed(text: string): readonly Provider[] {
  const wanted = plain(text);
  if (wanted === '') return PROVIDERS;
  const host = hostIn(text);
  const owner = host === null ? null : providerOfHost(host);
  if (host !== null) return owner === null ? [] : [owner];
  const digits = digitsOf(text);
  if (/^[+()\d\s-]+$/.test(text) && digits.length >= 4)
    return PROVIDERS.filter(({ serviceLines, smsSenders }) =>
      [...serviceLines, ...smsSenders].some(({ number }) => digitsOf(number) === digits),
    );
  return PROVIDERS.filter(({ id, names, alsoKnownAs = [] }) =>
    [id, names.zh, names.en, ...alsoKnownAs].some((name) => isNamed(name, wanted)),
  );
}

/** Han runs on without blanks and is found anywhere; elsewhere a word begins so: `Yisheng Pay` is no `shengpay`. */
const isNamed = (name: string, wanted: string): boolean =>
  /\p{Script=Han}/u.test(wanted)
    ? plain(name).includes(wanted)
    : plain(name).startsWith(wanted) || name.split(/\s+/).some((word) => plain(word).startsWith(wanted));

/** The provider's domain that an address of somebody else holds or nearly spells: `baishengpay.com`, `chinaums.com.example`, `shengpey.com`. */
export function lookAlikeOf(text: string): LookAlike | null {
  const host = hostIn(text);
  if (host === null || providerOfHost(host) !== null) return null;
  for (const provider of PROVIDERS) {
    for (const domain of provider.domains) {
      const name = domain.split('.')[0] ?? '';
      if (name.length < 5 ? host.includes(`${domain}.`) : resembles(host, name)) return { host, provider, domain };
    }
  }
  return null;
}

/** Some label of the host holds the name, or differs from it in one sign. */
const resembles = (host: string, name: string): boolean =>
  host.split('.').some((label) => label.includes(name) || isOneSignOff(label, name));

function isOneSignOff(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  return short.slice(at + (short.length === long.length ? 1 : 0)) === long.slice(at + 1);
}
