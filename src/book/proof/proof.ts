import { gunzip } from './gzip.ts';
import type { Seen } from './seen.ts';

/** What the first capture is chained to. */
export const NO_HASH = '0'.repeat(64);

/** SHA-256 in hex. */
export async function sha256Hex(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const sha256 = (text: string): Promise<string> => sha256Hex(new TextEncoder().encode(text));

/** SHA-256 in hex of what was seen: of the very bytes in which the sightings are kept (`seen.ts`), without the instants at which they were seen. */
export const sawHash = (bytes: Uint8Array<ArrayBuffer>): Promise<string> => sha256Hex(bytes);

/** SHA-256 in hex of the capture before, the place, the instant of the capture and of each sighting, and what was seen: change one and every later link breaks. */
export const linkHash = (link: {
  readonly previous: string;
  readonly place: string;
  readonly at: string;
  readonly instants: readonly string[];
  readonly saw: string;
}): Promise<string> => sha256([link.previous, link.place, link.at, link.instants.join(' '), link.saw].join('\n'));

/** The link of a capture from before version 2, whose hash is over the JSON of its sightings with their instants. */
export const firstLinkHash = (previous: string, place: string, at: string, seenJson: string): Promise<string> =>
  sha256(`${previous}\n${place}\n${at}\n${seenJson}`);

/** A link of the chain, as the verifier needs it. */
export interface Link {
  readonly seq: number;
  readonly place: string;
  readonly at: string;
  readonly saw: string | null;
  readonly hash: string;
  readonly previous: string;
  readonly erased: boolean;
  /** What was seen could not be read back when it was backed up: the link is proved by its own hash, and nothing behind it. */
  readonly lost?: boolean;
  /** What was seen, as kept with this capture or with the one that it is the same as; null where it is missing. */
  readonly seen: Seen | null;
}

/**
 * `erased`: captures of which only their place in the chain is left, because the merchant erased them. `lost`: those whose sight was damaged before it was
 * backed up; absent where there are none. `unbroken` null: stopped after so many links.
 */
export type ChainReport =
  | { readonly unbroken: true; readonly links: number; readonly erased: number; readonly lost?: number }
  | { readonly unbroken: false; readonly brokenAt: number }
  | { readonly unbroken: null; readonly checked: number };

export interface VerifyOptions {
  /** How many links are checked, of how many. */
  readonly progress?: (done: number, of: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Walks the chain in order, up to the end that the book remembers; answers that it is unbroken, or the number of the first capture that is missing
 * or was changed.
 */
export async function verifyChain(
  links: AsyncIterable<Link> | Iterable<Link>,
  end: { readonly seq: number; readonly hash: string },
  { progress, signal }: VerifyOptions = {},
): Promise<ChainReport> {
  let previous = NO_HASH;
  let seq = 0;
  let erased = 0;
  let lost = 0;
  for await (const link of links) {
    if (signal?.aborted) return { unbroken: null, checked: seq };
    seq += 1;
    const follows = link.seq === seq && link.previous === previous;
    if (!follows || !(link.erased || (await isIntact(link)))) return { unbroken: false, brokenAt: seq };
    if (link.erased) erased += 1;
    else if (link.lost) lost += 1;
    previous = link.hash;
    progress?.(seq, end.seq);
  }
  return seq === end.seq && previous === end.hash
    ? { unbroken: true, links: seq, erased, ...(lost > 0 ? { lost } : {}) }
    : { unbroken: false, brokenAt: Math.min(seq + 1, end.seq) };
}

async function isIntact({ seen, saw, hash, lost, ...link }: Link): Promise<boolean> {
  if (seen === null) return false;
  if (seen.codec === 1) {
    // Its hash is over what it saw itself: of what is lost nothing can be checked.
    if (lost) return true;
    const json = await gunzip(seen.bytes);
    return json.ok && hash === (await firstLinkHash(link.previous, link.place, link.at, json.value));
  }
  const { instants, bytes } = seen;
  const isSaw = lost ? saw !== null : saw === (await sawHash(new Uint8Array(bytes)));
  return isSaw && saw !== null && hash === (await linkHash({ ...link, instants, saw }));
}
