/** 128 bits of a text in base 36, the same in every engine and without waiting: names equal content, proves nothing (proof is SHA-256 in `hash.ts`). */
export function digest(text: string): string {
  let a = 0x6a09e667;
  let b = 0xbb67ae85 | 0;
  let c = 0x3c6ef372;
  let d = 0xa54ff53a | 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x2c1b3c6d);
    b = Math.imul(b ^ code, 0x297a2d39) ^ (a >>> 15);
    c = Math.imul(c ^ code, 0x3f4a7c15) ^ (b >>> 13);
    d = Math.imul(d ^ code, 0x45d9f3b5) ^ (c >>> 16);
    a = (a << 11) | (a >>> 21);
    a = (a + d) | 0;
  }
  return fromLanes([a, b, c, d].map((lane, i) => settle(lane ^ Math.imul(text.length, 2 * i + 1))));
}

/** The four 32-bit parts of what `digest` answers; null for any other text. */
export function lanesOf(digested: string): number[] | null {
  if (!/^[0-9a-z]{28}$/.test(digested)) return null;
  const lanes = [0, 7, 14, 21].map((at) => Number.parseInt(digested.slice(at, at + 7), 36));
  return lanes.every((lane) => lane < 2 ** 32) ? lanes : null;
}

/** The inverse of `lanesOf`. */
export const fromLanes = (lanes: readonly number[]): string => lanes.map(base36).join('');

/** 32 bits of a text, for the compact index of ids. Two ids may share it: what it finds is looked at before it is believed. */
export function digest32(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return settle(hash);
}

/** Spreads every bit over all 32. */
function settle(lane: number): number {
  let mixed = Math.imul(lane ^ (lane >>> 16), 0x7feb352d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

const base36 = (lane: number): string => lane.toString(36).padStart(7, '0');
