import { providerOfHost } from '#providers/list.ts';

/** The address without query and fragment, which may hold session ids and customers' numbers; an address that is none, as it is, cut short. */
export function placeOf(url: string | undefined): string {
  const parsed = parse(url ?? '');
  if (parsed === null) return (url ?? '').slice(0, 2000);
  const route = /^#!?\/[^?&=]*/.exec(parsed.hash)?.[0] ?? '';
  return `${parsed.origin === 'null' ? `${parsed.protocol}//${parsed.host}` : parsed.origin}${parsed.pathname}${route}`.slice(
    0,
    2000,
  );
}

/** Whose portal stands at this address; `site:<host>` where it is not in the directory, null where it is no web page. */
export function providerAt(place: string): string | null {
  const url = parse(place);
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') return null;
  return providerOfHost(url.hostname)?.id ?? `site:${url.hostname}`;
}

const parse = (text: string): URL | null => (URL.canParse(text) ? new URL(text) : null);
