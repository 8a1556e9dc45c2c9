import type { Units } from '#money/amount.ts';
import { daysBetween } from '#money/day.ts';
import type { Item } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import { doublePostingReversed } from '../causes/double-posting-reversed.ts';
import { duplicateCharge } from '../causes/duplicate-charge.ts';
import { groupBy } from '../group.ts';
import { warning } from '../item.ts';
import { type Book, saleRows, secondOf } from '../prepare.ts';

/** Two sales of one sum at one terminal so near to each other may be one sale posted twice. Seconds, the widest first. */
const WIDEST = 120;
export const NEAR_WINDOWS = [WIDEST, 60, 30, 10];
/** How many pairs that mere chance makes are put up with, over the whole book, for each window. */
const BY_CHANCE = 0.003;
/** A double posting is taken back within so many days. */
const TAKEN_BACK_DAYS = 7;

/**
 * Sales that stand twice: under one order number; or of one sum at one terminal within seconds, where that is no coincidence: sums that are common
 * (a fixed price) come twice by chance, and are not told. One that was taken back is only mentioned.
 */
export function postedTwice(book: Book): Item[] {
  if (book.facts) return [];
  const rows = saleRows(book);
  const sales = rows.filter((row) => row.kind === 'sale' && (row.amount ?? 0) > 0);
  const byOrder = sameOrder(sales);
  const numbered = new Set(byOrder.flat());
  const bySecond = sameMoment(sales).filter((pair) => !pair.some((row) => numbered.has(row)));
  if (byOrder.length + bySecond.length === 0) return [];
  const back = groupBy(
    rows.filter((row) => row.kind === 'reversal' || row.kind === 'refund'),
    (row) => -(row.amount ?? 0),
  );
  return [
    ...byOrder.map((pair) => told(book, pair, back, 'high')),
    ...bySecond.map((pair) => told(book, pair, back, 'medium')),
  ];
}

function told(
  book: Book,
  pair: readonly KeptEntry[],
  back: ReadonlyMap<Units, readonly KeptEntry[]>,
  confidence: 'high' | 'medium',
): Item {
  const [first, ...again] = pair as [KeptEntry, ...KeptEntry[]];
  const amount = first.amount ?? 0;
  const last = again.at(-1) ?? first;
  const reversals = (back.get(amount) ?? []).filter(
    (row) =>
      row.day >= last.day &&
      daysBetween(last.day, row.day) <= TAKEN_BACK_DAYS &&
      (row.terminal === null || last.terminal === null || row.terminal === last.terminal),
  );
  const isBack = reversals.length >= again.length;
  const rows = isBack ? [...pair, ...reversals.slice(0, again.length)] : pair;
  const facts = { day: first.day, amount, times: pair.length, of: 'sale' as const };
  return warning(book, {
    state: isBack ? 'taken' : 'open',
    terminal: first.terminal,
    since: first.day,
    cause: isBack ? doublePostingReversed(rows, first, amount) : duplicateCharge(rows, facts, confidence),
    mark: `twice ${first.key}`,
  });
}

/** Sales of one sum under one order number of the provider. */
function sameOrder(sales: readonly KeptEntry[]): KeptEntry[][] {
  const first = new Map<string, KeptEntry>();
  const found = new Map<KeptEntry, KeptEntry[]>();
  for (const row of sales) {
    const order = row.links['order'];
    if (order === undefined) continue;
    const before = first.get(order);
    if (!before) first.set(order, row);
    else if (before.amount === row.amount) found.set(before, [...(found.get(before) ?? [before]), row]);
  }
  return [...found.values()];
}

/** Sales of one sum at one terminal that follow each other within seconds, as far as chance does not bring that about. */
function sameMoment(sales: readonly KeptEntry[]): KeptEntry[][] {
  const lines = linesOf(sales);
  const near = NEAR_WINDOWS.map(() => 1);
  const pairs: [KeptEntry, KeptEntry, number][] = [];
  for (const line of lines) {
    let first = 0;
    line.forEach((row, at) => {
      const second = secondOf(row) ?? 0;
      while ((line[first] as KeptEntry).day !== row.day || second - (secondOf(line[first] as KeptEntry) ?? 0) > WIDEST)
        first += 1;
      for (let before = at - 1; before >= first; before -= 1) {
        const other = line[before] as KeptEntry;
        const apart = second - (secondOf(other) ?? 0);
        NEAR_WINDOWS.forEach((window, n) => {
          if (apart <= window) near[n] = (near[n] ?? 0) + 1;
        });
        if (other.amount === row.amount) pairs.push([other, row, apart]);
      }
    });
  }
  if (pairs.length === 0) return [];
  const sizes = new Map(
    lines.flatMap((line) =>
      [...groupBy(line, (row) => row.amount).values()].flatMap((of) => of.map((row) => [row, of.length])),
    ),
  );
  const all = lines.reduce((sum, { length }) => sum + (length * (length - 1)) / 2, 0);
  const counts = [...groupBy([...sizes.values()], (size) => size)].map(([size, of]) => [size, of.length] as const);
  const most = NEAR_WINDOWS.map((_, n) => mostTelling(counts, (near[n] ?? 0) / all));
  return joined(
    pairs.filter(([row, , apart]) =>
      NEAR_WINDOWS.some((window, n) => apart <= window && (sizes.get(row) ?? 0) <= (most[n] ?? 0)),
    ),
  );
}

/** Sales with a clock time by terminal and card type, each in order of time. */
function linesOf(sales: readonly KeptEntry[]): KeptEntry[][] {
  const timed = sales.filter((row) => row.at !== null);
  return [...groupBy(timed, (row) => row.terminal).values()].flatMap((of) => [
    ...groupBy(of, (row) => row.card).values(),
  ]);
}

/**
 * The size up to which groups of one sum stand so near less often, all in all, than chance is put up with.
 * @param counts how many sales stand in groups of each size
 * @param close the share of pairs of sales of one terminal and card type, whatever their sums, that stand so near: peaks bring sales together. One pair
 * more than there is: that none stands so near does not say that none could.
 */
export function mostTelling(counts: readonly (readonly [size: number, sales: number])[], close: number): number {
  let chance = 0;
  let most = 0;
  for (const [size, sales] of counts.toSorted(([a], [b]) => a - b)) {
    chance += sales * ((size - 1) / 2) * close;
    if (chance > BY_CHANCE) break;
    most = size;
  }
  return most;
}

/** Pairs that share a sale are one run. */
function joined(pairs: readonly (readonly [KeptEntry, KeptEntry, number])[]): KeptEntry[][] {
  const runs = new Map<KeptEntry, KeptEntry[]>();
  for (const [one, other] of pairs) {
    const run = runs.get(one) ?? runs.get(other) ?? [];
    for (const row of [one, other]) {
      if (!run.includes(row)) run.push(row);
      runs.set(row, run);
    }
  }
  return [...new Set(runs.values())];
}
