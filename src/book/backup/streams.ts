import { MOST } from './format.ts';
import { Refused } from './types.ts';

export type Bytes = Uint8Array<ArrayBuffer>;

/** Handed to the decompressor at once: what comes out of them, at the most a thousand times as much, is in memory together. */
const PIECE = 16 * 1024;

/** The bytes of a file from a place on, in small pieces. */
export async function* piecesOf(file: Blob, from: number, progress: (done: number) => void): AsyncGenerator<Bytes> {
  let at = from;
  while (at < file.size) {
    const part = await file
      .slice(at, at + 64 * PIECE)
      .arrayBuffer()
      .then(
        (buffer) => new Uint8Array(buffer),
        () => {
          throw new Refused('unreadable');
        },
      );
    if (part.length === 0) throw new Refused('unreadable');
    yield part;
    at += part.length;
    progress(at);
  }
}

export async function* gzipped(source: AsyncIterable<Bytes>): AsyncGenerator<Bytes> {
  yield* through(source, new CompressionStream('gzip'));
}

/** Throws `Refused`: `cut-short` where the bytes end too early, `altered` where they are no gzip. */
export async function* gunzipped(source: AsyncIterable<Bytes>): AsyncGenerator<Bytes> {
  let ended = false;
  async function* small(): AsyncGenerator<Bytes> {
    for await (const bytes of source) {
      for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
    }
    ended = true;
  }
  try {
    yield* through(small(), new DecompressionStream('gzip'));
  } catch (thrown) {
    if (thrown instanceof TypeError) throw new Refused(ended ? 'cut-short' : 'altered');
    throw thrown;
  }
}

async function* through(
  source: AsyncIterable<Bytes>,
  { readable, writable }: CompressionStream | DecompressionStream,
): AsyncGenerator<Bytes> {
  const writer = writable.getWriter();
  const reader = readable.getReader();
  let failed: { readonly thrown: unknown } | null = null;
  const pumped = (async () => {
    try {
      for await (const bytes of source) await writer.write(bytes);
      await writer.close();
    } catch (thrown) {
      failed ??= { thrown };
      await writer.abort(thrown).catch(() => undefined);
    }
  })();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      yield value as Bytes;
    }
    await pumped;
  } catch (thrown) {
    // Both ends are told of a failure; the source's own reason says more than the stream's.
    await pumped;
    throw (failed as { readonly thrown: unknown } | null)?.thrown ?? thrown;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

const LINE_FEED = 10;

/** The lines of a stream, so many together as came together, each with its line feed. A last line without one is `cut-short`. */
export async function* linesOf(source: AsyncIterable<Bytes>): AsyncGenerator<readonly Uint8Array[]> {
  let rest: Uint8Array[] = [];
  let length = 0;
  for await (const bytes of source) {
    const lines: Uint8Array[] = [];
    let start = 0;
    for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, start)) {
      const line = bytes.subarray(start, end + 1);
      lines.push(rest.length > 0 ? joined([...rest, line]) : line);
      rest = [];
      length = 0;
      start = end + 1;
    }
    if (start < bytes.length) rest.push(bytes.subarray(start));
    length += bytes.length - start;
    if (length > MOST.lineBytes) throw new Refused('too-large');
    if (lines.length > 0) yield lines;
  }
  if (rest.length > 0) throw new Refused('cut-short');
}

export function joined(parts: readonly Uint8Array[]): Bytes {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}

/** Throws `Refused`. */
export function fromBase64(text: string): Bytes {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    throw new Refused('altered');
  }
}
