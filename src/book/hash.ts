import { fail, ok, type Result } from '#money/result.ts';

/** What the first capture is chained to. */
export const NO_HASH = '0'.repeat(64);

/** SHA-256 in hex of the capture before, the place, the instant and what was seen as JSON: change one of them and every later link breaks. */
export async function chainHash(previous: string, place: string, at: string, seenJson: string): Promise<string> {
  const bytes = new TextEncoder().encode(`${previous}\n${place}\n${at}\n${seenJson}`);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export async function gzip(text: string): Promise<Uint8Array<ArrayBuffer>> {
  return through(new TextEncoder().encode(text), new CompressionStream('gzip'));
}

/** The text of `gzip`; `damaged` where the bytes are not what `gzip` gave. */
export async function gunzip(bytes: Uint8Array): Promise<Result<string, 'damaged'>> {
  try {
    const plain = await through(new Uint8Array(bytes), new DecompressionStream('gzip'));
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(plain));
  } catch {
    return fail('damaged');
  }
}

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
  const answer = new Response(stream.readable).arrayBuffer();
  const writer = stream.writable.getWriter();
  // A damaged stream rejects both ends; the reading end is the one that tells.
  writer.write(bytes).catch(() => undefined);
  writer.close().catch(() => undefined);
  return new Uint8Array(await answer);
}

/** A link of the chain, as the verifier needs it. */
export interface Link {
  readonly seq: number;
  readonly place: string;
  readonly at: string;
  readonly seen: Uint8Array;
  readonly hash: string;
  readonly previous: string;
}

export type ChainReport =
  | { readonly unbroken: true; readonly links: number }
  | { readonly unbroken: false; readonly brokenAt: number };

/** Walks the chain in order; answers that it is unbroken, or the number of the first capture that is missing or was changed. */
export async function verifyChain(links: AsyncIterable<Link> | Iterable<Link>): Promise<ChainReport> {
  let previous = NO_HASH;
  let seq = 0;
  for await (const link of links) {
    seq += 1;
    const seen = await gunzip(link.seen);
    const intact =
      link.seq === seq &&
      link.previous === previous &&
      seen.ok &&
      link.hash === (await chainHash(previous, link.place, link.at, seen.value));
    if (!intact) return { unbroken: false, brokenAt: seq };
    previous = link.hash;
  }
  return { unbroken: true, links: seq };
}
