import type { Units } from '#money/amount.ts';
import { daysBetween } from '#money/day.ts';
import type { Item } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import { doublePostingReversed } from '../causes/double-posting-reversed.ts';
import { duplicateCharge } from '../causes/duplicate-charge.ts';
import { groupBy } from '../group.ts';
import { item } from '../item.ts';
import { type Book, saleRows } from '../prepare.ts';

/** Two sales of one sum at one terminal so near to each other may be one sale posted twice. Seconds, the widest first. */
const WINDOWS = [120, 60, 30, 10];
/** How many pairs that mere chance makes are put up with, over the whole book, for each window. */
const BY_CHANCE = 0.003;
/** A double posting is taken back within so many days. */
const TAKEN_BACK_DAYS = 7;

/**
 * Sales that stand twice: under one order number; or of one sum at one terminal within seconds, where that is no coincidence: sums that are common
 * (a fixed price) come twice by chance, and are not told. One that was taken back is only mentioned.
 */
export function postedTwice(book: Book): Item[] {
  const rows = saleRows(book);
  const sales = rows.filter((row) => row.kind === 'sale' && (row.amount ?? 0) > 0);
  const byOrder = sameOrder(sales);
  const bySecond = sameMoment(sales).filter(
    (pair) => !pair.some((row) => byOrder.some((other) => other.includes(row))),
  );
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
  return item(book, {
    code: 'WARNING',
    state: isBack ? 'taken' : 'open',
    basis: 'derived',
    terminal: first.terminal,
    min: 0,
    since: first.day,
    causes: [isBack ? doublePostingReversed(rows, first, amount) : duplicateCharge(rows, facts, confidence)],
    mark: `twice ${first.key}`,
  });
}

/** Sales of one sum under one order number of the provider. */
function sameOrder(sales: readonly KeptEntry[]): KeptEntry[][] {
  const numbered = sales.filter((row) => row.links['order'] !== undefined);
  return [...groupBy(numbered, (row) => `${row.links['order']} ${row.amount}`).values()].filter((of) => of.length > 1);
}

/** Sales of one sum at one terminal that follow each other within seconds, as far as chance does not bring that about. */
function sameMoment(sales: readonly KeptEntry[]): KeptEntry[][] {
  const timed = sales.filter((row) => row.at !== null);
  const alike = [...groupBy(timed, (row) => `${row.terminal} ${row.card} ${row.amount}`).values()];
  const many = alike.filter((of) => of.length > 1);
  if (many.length === 0) return [];
  const found = new Map<KeptEntry, KeptEntry[]>();
  for (const window of WINDOWS) {
    const most = mostTelling(many, closeness(timed, window));
    for (const of of many) {
      if (of.length <= most) for (const run of runs(of, window)) found.set(run[0] as KeptEntry, run);
    }
  }
  return [...found.values()];
}

/** The share of pairs of sales of one terminal and card type, whatever their sums, that stand so near to each other: peaks bring sales together. */
function closeness(timed: readonly KeptEntry[], window: number): number {
  // One pair more than there is: that none stands so near does not say that none could.
  let near = 1;
  let pairs = 0;
  for (const ofTerminal of groupBy(timed, (row) => `${row.terminal} ${row.card}`).values()) {
    const seconds = ofTerminal.map((row) => Date.parse(row.at ?? '') / 1000);
    pairs += (seconds.length * (seconds.length - 1)) / 2;
    let first = 0;
    seconds.forEach((second, at) => {
      while (second - (seconds[first] ?? second) > window) first += 1;
      near += at - first;
    });
  }
  return near / Math.max(1, pairs);
}

/** Groups of at most this size stand so near less often, all in all, than chance is put up with. */
function mostTelling(groups: readonly (readonly KeptEntry[])[], close: number): number {
  let chance = 0;
  let most = 0;
  for (const [size, of] of [...groupBy(groups, (group) => group.length)].sort(([a], [b]) => a - b)) {
    chance += of.length * ((size * (size - 1)) / 2) * close;
    if (chance > BY_CHANCE) break;
    most = size;
  }
  return most;
}

/** Sales that follow the one before within the window. @param alike in order of time */
function runs(alike: readonly KeptEntry[], window: number): KeptEntry[][] {
  const found: KeptEntry[][] = [];
  let run: KeptEntry[] = [];
  for (const row of alike) {
    const before = run.at(-1);
    if (before && (Date.parse(row.at ?? '') - Date.parse(before.at ?? '')) / 1000 > window) {
      if (run.length > 1) found.push(run);
      run = [];
    }
    run.push(row);
  }
  if (run.length > 1) found.push(run);
  return found;
}
