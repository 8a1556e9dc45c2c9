/** A small seeded generator (mulberry32): the same seed gives the same file, always. */
export interface Random {
  /** A whole number from `low` to `high`, both included. */
  readonly int: (low: number, high: number) => number;
  readonly pick: <T>(from: readonly [T, ...T[]]) => T;
  /** So many decimal digits. */
  readonly digits: (count: number) => string;
}

export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    int,
    pick: (from) => from[int(0, from.length - 1)] ?? from[0],
    digits: (count) => Array.from({ length: count }, () => String(int(0, 9))).join(''),
  };
}

/** 1234 → `12.34`. */
export function yuan(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** The instant `seconds` after the midnight that begins the day, as the exporters print it; a long file runs on into the days that follow. */
export function clock(day: string, seconds: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');
}
