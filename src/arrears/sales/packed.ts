import type { Day } from '#money/day.ts';
import type { KeptEntry } from '#records/entry.ts';
import type { Facts } from './facts.ts';

/** What was sifted of an account. */
export interface Sifted {
  /** By currency. */
  readonly facts: ReadonlyMap<string, Facts>;
  /** The rows that must be seen. */
  readonly rows: readonly KeptEntry[];
}

/** Days one behind the other: a structured clone of thousands of texts takes milliseconds, of a long one it takes none. */
type Days = string;

interface PackedFacts extends Omit<Facts, 'saleDays' | 'settled'> {
  readonly saleDays: readonly (readonly [terminal: string | null, days: Days])[];
  readonly settled: readonly {
    readonly line: string;
    readonly days: Days;
    readonly settleDays: Days;
    readonly counts: Uint32Array;
  }[];
}

/** The same in few pieces, to be kept. */
export interface Packed {
  readonly facts: ReadonlyMap<string, PackedFacts>;
  readonly rows: readonly KeptEntry[];
}

export const pack = ({ facts, rows }: Sifted): Packed => ({
  facts: new Map([...facts].map(([currency, of]) => [currency, packFacts(of)])),
  rows,
});

export const unpack = ({ facts, rows }: Packed): Sifted => ({
  facts: new Map([...facts].map(([currency, of]) => [currency, unpackFacts(of)])),
  rows,
});

function packFacts(facts: Facts): PackedFacts {
  const saleDays = [...facts.saleDays].map(([terminal, days]) => [terminal, [...days].join('')] as const);
  const settled = [...facts.settled].map(([line, days]) => {
    const all = [...days].flatMap(([day, counts]) => [...counts].map(([settles, count]) => ({ day, settles, count })));
    return {
      line,
      days: all.map(({ day }) => day).join(''),
      settleDays: all.map(({ settles }) => settles).join(''),
      counts: Uint32Array.from(all, ({ count }) => count),
    };
  });
  return { ...facts, saleDays, settled };
}

function unpackFacts(packed: PackedFacts): Facts {
  const settled: Facts['settled'] = new Map();
  for (const { line, days, settleDays, counts } of packed.settled) {
    const ofLine = new Map<Day, Map<Day, number>>();
    settled.set(line, ofLine);
    counts.forEach((count, n) => {
      const day = dayAt(days, n);
      const of = ofLine.get(day) ?? new Map<Day, number>();
      ofLine.set(day, of.set(dayAt(settleDays, n), count));
    });
  }
  return { ...packed, saleDays: new Map(packed.saleDays.map(([terminal, days]) => [terminal, daysIn(days)])), settled };
}

/** Characters of a day. */
const LENGTH = 10;
const dayAt = (days: Days, n: number): Day => days.slice(n * LENGTH, (n + 1) * LENGTH) as Day;
const daysIn = (days: Days): Set<Day> =>
  new Set(Array.from({ length: days.length / LENGTH }, (_, n) => dayAt(days, n)));
