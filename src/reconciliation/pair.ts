import type { Units } from '#money/amount.ts';
import { daysBetween } from '#money/day.ts';
import type { Payout, Way } from '#records/match.ts';
import type { Arrival, Shelf } from './arrivals.ts';
import { isSameSum } from './sums.ts';

export interface Pair {
  readonly payouts: readonly Payout[];
  readonly arrivals: readonly Arrival[];
  readonly way: Way;
}

/** How long after its day a payout may still arrive. A week of holidays with a weekend at both ends is the longest that banks rest. */
export const LONGEST_DAYS = 10;
/** Within so many days a credit that says nothing of where it comes from, or of another sum, may still be meant. */
const NEAR_DAYS = 4;
/** Shorter numbers (a terminal's batch: `000123`) stand in too many texts by chance. */
const SHORTEST_NUMBER = 8;
/** Credits of one day of which every two are tried. */
const MOST_PARTS = 30;
/** Payouts that may be paid in one: a long holiday. */
const LONGEST_RUN = 10;
/** What is taken out of a payout is less than half of it; a credit beyond this is another's. */
const LEAST_SHARE = 0.5;
const MOST_SHARE = 1.1;

/**
 * Gives each payout what arrived of it, in passes, the surest first, so that a guess never takes what a number names. What fits nothing stays.
 * The order in which payouts and arrivals are given does not matter.
 */
export function pair(payouts: readonly Payout[], shelf: Shelf): Pair[] {
  const open = new Set([...payouts].sort(inOrder));
  const pairs: Pair[] = [];
  const settle = (of: readonly Payout[], arrivals: readonly Arrival[], way: Way): void => {
    shelf.take(arrivals);
    for (const one of of) open.delete(one);
    pairs.push({ payouts: of, arrivals, way });
  };
  const each = (way: Way, find: (payout: Payout) => readonly Arrival[]): void => {
    for (const payout of [...open]) {
      const found = find(payout);
      if (found.length > 0) settle([payout], found, way);
    }
  };
  each('number', (payout) => shelf.of(payout, LONGEST_DAYS).filter(({ text }) => isNamedIn(payout, text)));
  each('amount', (payout) => ofSum(payout, payout.due, shelf).slice(0, 1));
  each('parts', (payout) => partsOf(payout, shelf));
  for (const run of runsOf(payouts, open)) {
    if (!run.every((one) => open.has(one))) continue;
    const credit = ofRun(run, shelf);
    if (credit) settle(run, [credit], 'run');
  }
  for (const [payout, arrival] of nearest(open, shelf)) settle([payout], [arrival], 'nearest');
  return pairs;
}

const inOrder = (a: Payout, b: Payout): number => compare(a.day, b.day) || compare(a.id, b.id);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const isNamedIn = ({ numbers }: Payout, text: string): boolean =>
  numbers.some((number) => number.length >= SHORTEST_NUMBER && standsIn(number, text));

/** Whole: not as a part of a longer number. */
function standsIn(number: string, text: string): boolean {
  for (let at = text.indexOf(number); at >= 0; at = text.indexOf(number, at + 1)) {
    const around = (text[at - 1] ?? '') + (text[at + number.length] ?? '');
    if (!/[0-9a-z]/i.test(around)) return true;
  }
  return false;
}

/** The arrivals of just this sum: those that name the provider first, and the nearest of them. */
function ofSum(payout: Payout, sum: Units, shelf: Shelf): Arrival[] {
  const rank = (one: Arrival): number => RANKS[one.kinship(payout)];
  const away = (one: Arrival): number => daysBetween(payout.day, one.day);
  return shelf
    .of(payout, LONGEST_DAYS)
    .filter((one) => isSameSum(one.amount, sum) && (one.kinship(payout) !== 'perhaps' || away(one) <= NEAR_DAYS))
    .sort((a, b) => rank(b) - rank(a) || away(a) - away(b));
}

const RANKS = { no: 0, perhaps: 1, card: 2, yes: 3 } as const;

/** Arrivals that say where they come from, of one bank account and day, that add up to the payout: all of them, or two. */
function partsOf(payout: Payout, shelf: Shelf): readonly Arrival[] {
  const days = new Map<string, Arrival[]>();
  for (const one of shelf.of(payout, LONGEST_DAYS)) {
    if (one.kinship(payout) === 'perhaps') continue;
    const name = `${one.day}|${one.row.account}`;
    days.set(name, [...(days.get(name) ?? []), one]);
  }
  for (const of of days.values()) {
    if (of.length > 1 && isSameSum(sumOf(of), payout.due)) return of;
    if (of.length > MOST_PARTS) continue;
    for (const [at, one] of of.entries()) {
      const other = of.slice(at + 1).find((two) => isSameSum(one.amount + two.amount, payout.due));
      if (other) return [one, other];
    }
  }
  return [];
}

const sumOf = (arrivals: readonly Arrival[]): Units => arrivals.reduce((sum, { amount }) => sum + amount, 0);

/**
 * Payouts that may have been paid in one: those of an account that follow each other without one between them that has arrived; and those of
 * one day of all merchants of a provider. Short runs first.
 */
function* runsOf(payouts: readonly Payout[], open: ReadonlySet<Payout>): Generator<readonly Payout[]> {
  const accounts = new Map<string, Payout[]>();
  const days = new Map<string, Payout[]>();
  for (const payout of [...payouts].sort(inOrder)) {
    const { account, currency, day } = payout;
    push(accounts, `${account}|${currency}`, payout);
    push(days, `${account.replace(/:.*$/, '')}|${currency}|${day}`, payout);
  }
  for (const of of days.values()) {
    const left = of.filter((one) => open.has(one));
    if (new Set(left.map(({ account }) => account)).size > 1) yield left;
  }
  for (let length = 2; length <= LONGEST_RUN; length += 1) {
    for (const of of accounts.values()) {
      for (let at = 0; at + length <= of.length; at += 1) {
        const run = of.slice(at, at + length);
        const [first, last] = [run[0] as Payout, run[length - 1] as Payout];
        if (run.every((one) => open.has(one)) && daysBetween(first.day, last.day) <= LONGEST_DAYS) yield run;
      }
    }
  }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** The arrival, on or after the last day of the run, of what the run adds up to; it must say where it comes from, and be refused for none. */
function ofRun(run: readonly Payout[], shelf: Shelf): Arrival | null {
  const last = run.at(-1);
  const due = run.reduce((sum, one) => sum + one.due, 0);
  if (!last || due <= 0) return null;
  const fits = (one: Arrival): boolean =>
    run.every((payout) => one.kinship(payout) !== 'perhaps' && shelf.of(payout, 2 * LONGEST_DAYS).includes(one));
  return ofSum(last, due, shelf).find(fits) ?? null;
}

/** Arrivals of another sum that can only be one payout's: they name their source, no other payout wants them, and it wants no other. */
function nearest(open: ReadonlySet<Payout>, shelf: Shelf): [Payout, Arrival][] {
  const wanted = new Map<Payout, Arrival[]>();
  const wanting = new Map<Arrival, number>();
  for (const payout of open) {
    if (payout.due <= 0) continue;
    const candidates = shelf.of(payout, NEAR_DAYS).filter((one) => {
      const share = one.amount / payout.due;
      return one.kinship(payout) !== 'perhaps' && share >= LEAST_SHARE && share <= MOST_SHARE;
    });
    wanted.set(payout, candidates);
    for (const one of candidates) wanting.set(one, (wanting.get(one) ?? 0) + 1);
  }
  return [...wanted].flatMap(([payout, [only, second]]) =>
    only && !second && wanting.get(only) === 1 ? [[payout, only] as [Payout, Arrival]] : [],
  );
}
