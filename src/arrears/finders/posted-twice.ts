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
/** How many pairs that mere chance makes are put up with, over the whole book. */
const BY_CHANCE = 0.02;
/** A shop sells so long a day, for the sake of chance. */
const OPEN_SECONDS = 10 * 3600;
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
  const seconds = new Set(timed.map((row) => row.day)).size * OPEN_SECONDS;
  const found = new Map<KeptEntry, KeptEntry[]>();
  for (const window of WINDOWS) {
    const most = mostTelling(many, window, seconds);
    for (const of of many) {
      if (of.length <= most) for (const run of runs(of, window)) found.set(run[0] as KeptEntry, run);
    }
  }
  return [...found.values()];
}

/** Groups of at most this size come about within the window less often, all in all, than chance is put up with. */
function mostTelling(groups: readonly (readonly KeptEntry[])[], window: number, seconds: number): number {
  let chance = 0;
  let most = 0;
  for (const [size, of] of [...groupBy(groups, (group) => group.length)].sort(([a], [b]) => a - b)) {
    chance += (of.length * ((size * (size - 1)) / 2) * 2 * window) / seconds;
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
