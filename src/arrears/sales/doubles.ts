import type { Units } from '#money/amount.ts';
import { mostTelling, NEAR_WINDOWS } from '../finders/posted-twice.ts';
import { type Counts, countOf, countOne, noCounts, ordered } from './counts.ts';

/** What tells whether sales stand twice (`finders/posted-twice.ts`), without their rows. */
export interface Doubles {
  /** Order numbers, hashed to 53 bits. */
  orders: Counts;
  /** Two sales have one order number, or numbers that hash to the same. */
  again: boolean;
  /** For each window: pairs of sales of one line so near to each other, and one more. */
  readonly near: number[];
  /** By terminal and card type: how many sales have a clock time, and how often each amount stands; null where that was let go of. */
  readonly lines: Map<string, { size: number; amounts: Counts | null }>;
  /** How many sales stand in groups of one line and amount of each size. */
  readonly sizes: Map<number, number>;
  /** Sales of one amount that lie near to each other. */
  readonly pairs: { readonly line: string; readonly amount: Units; readonly apart: number }[];
  /** What was let go of is needed. */
  unknown: boolean;
}

export const noDoubles = (): Doubles => ({
  orders: noCounts(),
  again: false,
  near: NEAR_WINDOWS.map(() => 1),
  lines: new Map(),
  sizes: new Map(),
  pairs: [],
  unknown: false,
});

/** A sale of a day, as far as it may stand twice. */
export interface Moment {
  readonly line: string;
  readonly second: number;
  readonly amount: Units;
  /** To be counted; otherwise it was before. */
  readonly isNew: boolean;
}

export function addOrder(of: Doubles, order: string): void {
  if (countOne(of.orders, hashed(order)) > 0) of.again = true;
}

/** Counts the new sales of one day. @param sales all that have a clock time on that day, new or not */
export function addMoments(of: Doubles, sales: readonly Moment[]): void {
  const byLine = new Map<string, Moment[]>();
  for (const one of sales) {
    const line = byLine.get(one.line);
    if (line) line.push(one);
    else byLine.set(one.line, [one]);
  }
  const [widest = 0] = NEAR_WINDOWS;
  for (const [line, ofLine] of byLine) {
    const moments = inOrder(ofLine);
    let first = 0;
    for (let at = 0; at < moments.length; at += 1) {
      const one = moments[at] as Moment;
      while (one.second - (moments[first] as Moment).second > widest) first += 1;
      for (let before = first; before < at; before += 1) {
        const other = moments[before] as Moment;
        if (!one.isNew && !other.isNew) continue;
        const apart = one.second - other.second;
        NEAR_WINDOWS.forEach((window, n) => {
          if (apart <= window) of.near[n] = (of.near[n] ?? 0) + 1;
        });
        if (other.amount === one.amount) of.pairs.push({ line, amount: one.amount, apart });
      }
      if (one.isNew) addAmount(of, line, one.amount);
    }
  }
}

function inOrder(moments: Moment[]): Moment[] {
  for (let at = 1; at < moments.length; at += 1)
    if ((moments[at - 1] as Moment).second > (moments[at] as Moment).second)
      return moments.sort((a, b) => a.second - b.second);
  return moments;
}

function addAmount(of: Doubles, name: string, amount: Units): void {
  let line = of.lines.get(name);
  if (!line) {
    line = { size: 0, amounts: noCounts() };
    of.lines.set(name, line);
  }
  line.size += 1;
  if (line.amounts === null) return;
  const before = countOne(line.amounts, amount);
  addTo(of.sizes, before, -before);
  addTo(of.sizes, before + 1, before + 1);
}

const addTo = (sizes: Map<number, number>, size: number, sales: number): void => {
  if (size > 0) sizes.set(size, (sizes.get(size) ?? 0) + sales);
};

/** Whether `postedTwice` may have something to tell. */
export function mayStandTwice(of: Doubles): boolean {
  if (of.again) return true;
  if (of.pairs.length === 0) return false;
  if ([...of.lines.values()].some(({ amounts }) => amounts === null)) return true;
  const all = [...of.lines.values()].reduce((sum, { size }) => sum + (size * (size - 1)) / 2, 0);
  const sizes = [...of.sizes].filter(([, sales]) => sales > 0);
  const most = of.near.map((near) => mostTelling(sizes, near / all));
  return of.pairs.some(({ line, amount, apart }) => {
    const amounts = of.lines.get(line)?.amounts;
    const size = amounts ? countOf(amounts, amount) : 0;
    return NEAR_WINDOWS.some((window, n) => apart <= window && size <= (most[n] ?? 0));
  });
}

/** As it is kept: without what nothing asks for as long as no two sales are alike. */
export function keptDoubles(of: Doubles): Doubles {
  const lines = [...of.lines].map(([name, { size, amounts }]) => {
    const kept = of.pairs.length === 0 || amounts === null ? null : ordered(amounts);
    return [name, { size, amounts: kept }] as const;
  });
  return { ...of, orders: ordered(of.orders), lines: new Map(lines) };
}

/** 53 bits of two different hashes (FNV-1a, 32 bits each). */
function hashed(text: string): number {
  let one = 0x811c9dc5;
  let other = 0x2f0b4a27;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 0x01000193);
    other = Math.imul(other ^ code, 0x5bd1e995) ^ (other >>> 13);
  }
  return (one >>> 0) * 2 ** 21 + (other >>> 11);
}
