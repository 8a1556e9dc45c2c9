import { LIMITS } from '../limits.ts';
import type { Pace } from '../pace.ts';

const KEYWORD = [...'stream'].map((char) => char.charCodeAt(0));
const SLICE = 1 << 16;

/**
 * Would the streams of this file unpack beyond bounds? The library unpacks them without any. Looks at streams that are deflated and nothing else, as
 * nearly all are: what is encrypted, or packed twice, shows only later.
 */
export async function isBomb(bytes: Uint8Array, pace: Pace): Promise<boolean> {
  let left: number = LIMITS.unpacked;
  for (let at = nextStream(bytes, 0); at >= 0; at = nextStream(bytes, at)) {
    if (!(await pace.step(at, bytes.length * 2))) return false;
    if (!isDeflated(bytes, at)) continue;
    const unpacked = await measure(bytes, at, left);
    left -= unpacked.size;
    const swollen = unpacked.size > LIMITS.ratioFrom && unpacked.size > unpacked.from * LIMITS.ratio;
    if (swollen || left <= 0) return true;
  }
  return false;
}

/** Where the data after the next keyword `stream` begins; −1 if there is none. */
function nextStream(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(KEYWORD[0] ?? 0, from); at >= 0; at = bytes.indexOf(KEYWORD[0] ?? 0, at + 1)) {
    if (!KEYWORD.every((code, i) => bytes[at + i] === code)) continue;
    const end = at + KEYWORD.length;
    if (bytes[end] === 10) return end + 1;
    if (bytes[end] === 13 && bytes[end + 1] === 10) return end + 2;
  }
  return -1;
}

/** The two bytes with which zlib begins (RFC 1950). */
function isDeflated(bytes: Uint8Array, at: number): boolean {
  const [method = 0, flags = 0] = [bytes[at], bytes[at + 1]];
  return (method & 15) === 8 && ((method << 8) | flags) % 31 === 0;
}

async function measure(bytes: Uint8Array, start: number, most: number): Promise<{ size: number; from: number }> {
  let at = start;
  const source = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: (control) => {
      if (at >= bytes.length) return control.close();
      control.enqueue(bytes.slice(at, at + SLICE));
      at += SLICE;
    },
  });
  const reader = source.pipeThrough(new DecompressionStream('deflate')).getReader();
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.length;
      const from = Math.min(at, bytes.length) - start;
      if (size > most || (size > LIMITS.ratioFrom && size > from * LIMITS.ratio)) break;
    }
    await reader.cancel();
  } catch {
    // The data ended, and what follows it in the file is not part of it.
  }
  return { size, from: Math.max(1, Math.min(at, bytes.length) - start) };
}
