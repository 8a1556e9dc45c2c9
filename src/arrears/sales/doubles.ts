import type { Units } from '#money/amount.ts';
import { mostTelling, NEAR_WINDOWS } from '../finders/posted-twice.ts';
import { type Counts, countOf, noCounts, withMore } from './counts.ts';

/** The sales of one terminal and card type that have a clock time. */
interface Line {
  size: number;
  /** How often each amount stands, and those that came since; not known where that was let go of. */
  amounts: Counts | null;
  fresh: Units[];
  readonly isKnown: boolean;
}

/** What tells whether sales stand twice (`finders/posted-twice.ts`), without their rows. */
export interface Doubles {
  /** Order numbers, hashed to 53 bits, and those that came since. */
  readonly orders: Counts;
  readonly moreOrders: Set<number>;
  /** Two sales have one order number, or numbers that hash to the same. */
  again: boolean;
  /** For each window: pairs of sales of one line so near to each other, and one more. */
  readonly near: number[];
  /** By `lineOf`. */
  readonly lines: Map<string, Line>;
  /** Sales of one amount that lie near to each other. */
  readonly pairs: { readonly line: string; readonly amount: Units; readonly apart: number }[];
}

export const noDoubles = (): Doubles => ({
  orders: noCounts(),
  moreOrders: new Set(),
  again: false,
  near: NEAR_WINDOWS.map(() => 1),
  lines: new Map(),
  pairs: [],
});

/** Three numbers to a sale: second, amount, and 1 where it is to be counted. */
const WIDTH = 3;

/** The sales of one day that have a clock time, by line. */
export class Moments {
  readonly lines = new Map<string, number[]>();

  /** @param isNew to be counted; otherwise it was before */
  add(line: string, second: number, amount: Units, isNew: boolean): void {
    let numbers = this.lines.get(line);
    if (!numbers) {
      numbers = [];
      this.lines.set(line, numbers);
    }
    numbers.push(Math.max(0, second), amount, isNew ? 1 : 0);
  }
}

export function addOrder(of: Doubles, order: string): void {
  const number = hashed(order);
  if (of.moreOrders.has(number) || countOf(of.orders, number) > 0) of.again = true;
  of.moreOrders.add(number);
}

/** Counts the new sales of one day. */
export function addMoments(of: Doubles, { lines }: Moments): void {
  for (const [line, numbers] of lines) {
    const moments = inOrder(numbers);
    addNear(of, line, moments);
    addAmounts(of, line, moments);
  }
}

/** Pairs that lie near to each other, of which at least one sale is new. */
function addNear(of: Doubles, line: string, moments: readonly number[]): void {
  const [widest = 0] = NEAR_WINDOWS;
  let first = 0;
  for (let at = 0; at < moments.length; at += WIDTH) {
    const [second, amount, isNew] = [moments[at] as number, moments[at + 1] as Units, moments[at + 2] === 1];
    while (second - (moments[first] as number) > widest) first += WIDTH;
    for (let before = first; before < at; before += WIDTH) {
      if (!isNew && moments[before + 2] === 0) continue;
      const apart = second - (moments[before] as number);
      for (let n = 0; n < NEAR_WINDOWS.length; n += 1)
        if (apart <= (NEAR_WINDOWS[n] as number)) of.near[n] = (of.near[n] as number) + 1;
      if (moments[before + 1] === amount) of.pairs.push({ line, amount, apart });
    }
  }
}

function inOrder(numbers: readonly number[]): readonly number[] {
  let at = WIDTH;
  while (at < numbers.length && (numbers[at - WIDTH] as number) <= (numbers[at] as number)) at += WIDTH;
  if (at >= numbers.length) return numbers;
  const places = Array.from({ length: numbers.length / WIDTH }, (_, n) => n * WIDTH);
  places.sort((a, b) => (numbers[a] as number) - (numbers[b] as number));
  return places.flatMap((place) => numbers.slice(place, place + WIDTH));
}

function addAmounts(of: Doubles, name: string, moments: readonly number[]): void {
  const line = of.lines.get(name) ?? { size: 0, amounts: null, fresh: [], isKnown: true };
  of.lines.set(name, line);
  for (let at = 0; at < moments.length; at += WIDTH) {
    if (moments[at + 2] === 0) continue;
    line.size += 1;
    line.fresh.push(moments[at + 1] as Units);
  }
}

/** Whether `postedTwice` may have something to tell. */
export function mayStandTwice(of: Doubles): boolean {
  if (of.again) return true;
  if (of.pairs.length === 0) return false;
  const lines = [...of.lines.values()];
  if (lines.some(({ isKnown }) => !isKnown)) return true;
  for (const line of lines) {
    line.amounts = withMore(line.amounts ?? noCounts(), line.fresh);
    line.fresh = [];
  }
  const all = lines.reduce((sum, { size }) => sum + (size * (size - 1)) / 2, 0);
  const most = of.near.map((near) => mostTelling(sizesIn(lines), near / all));
  return of.pairs.some(({ line, amount, apart }) => {
    const amounts = of.lines.get(line)?.amounts;
    const size = amounts ? countOf(amounts, amount) : 0;
    return NEAR_WINDOWS.some((window, n) => apart <= window && size <= (most[n] ?? 0));
  });
}

/** How many sales stand in groups of one line and amount of each size. */
function sizesIn(lines: readonly Line[]): [size: number, sales: number][] {
  const sizes = new Map<number, number>();
  for (const { amounts } of lines)
    for (const size of amounts?.counts ?? []) sizes.set(size, (sizes.get(size) ?? 0) + size);
  return [...sizes];
}

/** As it is kept: without what nothing asks for as long as no two sales are alike. */
export function keptDoubles(of: Doubles): Doubles {
  const lines = [...of.lines].map(([name, { size, amounts, fresh, isKnown }]): [string, Line] => {
    if (of.pairs.length === 0 || !isKnown) return [name, { size, amounts: null, fresh: [], isKnown: false }];
    return [name, { size, amounts: withMore(amounts ?? noCounts(), fresh), fresh: [], isKnown }];
  });
  return { ...of, orders: withMore(of.orders, of.moreOrders), moreOrders: new Set(), lines: new Map(lines) };
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
