import { PROVIDERS, providerById, providerOfHost } from '#providers/list.ts';
import type { Provider } from '#records/provider.ts';
import type { Sighting } from '#records/sighting.ts';

/** Whose formats may be recognised in a source, and whose name its rows bear. */
export interface Whose {
  /** Id of the provider if the place itself tells it; null: the format has to tell. */
  readonly id: string | null;
  readonly provider: Provider | null;
  readonly candidates: readonly Provider[];
}

/** Rows of a source that nothing tells about belong to nobody in particular. */
export const NOBODY = 'other';

/**
 * A page under a public host belongs to that host: to the provider whose domain it is, else to `site:<host>`, whatever its columns look like,
 * so that a look-alike page cannot add rows to a real account. A file, a saved page and a page on this machine have no such name: there the
 * format decides, then what the caller says.
 */
export function whoseIs(sightings: readonly Sighting[], said: string | undefined): Whose {
  if (said !== undefined) {
    const provider = providerById(said);
    return { id: said, provider, candidates: provider ? [provider] : PROVIDERS };
  }
  for (const { place } of sightings) {
    const host = publicHost(place);
    if (host === null) continue;
    const provider = providerOfHost(host);
    return provider
      ? { id: provider.id, provider, candidates: [provider] }
      : { id: `site:${host}`, provider: null, candidates: [] };
  }
  return { id: null, provider: null, candidates: PROVIDERS };
}

/** The host of an http(s) address, null for files and for addresses on this machine. */
export function publicHost(place: string): string | null {
  const host = /^https?:\/\/(?:[^/@]*@)?(\[[^\]]*\]|[^/:?#]+)/i.exec(place)?.[1]?.toLowerCase();
  if (host === undefined) return null;
  return /^(?:localhost|.*\.localhost|127(?:\.\d+){3}|\[::1\]|0\.0\.0\.0)$/.test(host) ? null : host;
}
