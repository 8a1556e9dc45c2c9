import { CENT, UNITS_PER_MAJOR, type Units } from '#money/amount.ts';
import type { Change, Shape } from './causes/tariff-change.ts';
import { doubtfulOf } from './doubtful.ts';
import { capIn, chargedBy } from './learn-tariff.ts';
import { compareInstants } from './prepare.ts';
import { commonShape, excessOver, fitShape, near, RATE_STEP, stretchesOf } from './shapes.ts';
import { type Charged, type Fee, feeOf } from './tariff.ts';

/** How many first sales must agree on a tariff before anything can be called a rise. */
const BASE_ROWS = 10;
export const BASE_WINDOW = 30;
/** A run that does not reach the end of the book needs so many rows; one at the end may be a change that has just begun. */
const RUN_ROWS = 3;
const TELLING = 100 * UNITS_PER_MAJOR;

/** A sale, and what it was charged beyond the earlier tariff. */
export interface Dear extends Charged {
  readonly excess: Units;
}

/** A dated jump of the fee, and the sales that show it. */
export interface Rise {
  readonly change: Change;
  readonly rows: readonly Dear[];
}

/** What was charged at first, with the cap that showed. */
export interface Base extends Shape {
  readonly cap: Units | null;
}

export const over = (base: Base, row: Fee): Units => row.fee - chargedBy(base, base.cap, row);
const asDear = (base: Base, rows: readonly Charged[]): Dear[] =>
  rows.map((row) => ({ ...row, excess: over(base, row) }));

/** The tariff of the first sales, with their cap if enough of them would have cost more without it: small sums cost the same by rounding alone. */
export function learnBase(rows: readonly Charged[]): Base | null {
  const first = rows.slice(0, BASE_WINDOW);
  const cap = capIn(first);
  if (cap !== null) {
    const under = sharedShape(first.filter(({ fee }) => fee < cap));
    const capped = under ? first.filter((row) => row.fee === cap && feeOf(under, row) - cap > CENT) : [];
    if (under && capped.length >= RUN_ROWS) return { ...under, cap };
  }
  const shape = sharedShape(first);
  return shape && { ...shape, cap: null };
}

/**
 * The tariff that sales agree on: at least 10, and 95 in 100, to the cent. Null where they do not, for instance where several card types are
 * mixed and the rows do not tell them apart. Without a fixed part, if that will do.
 */
function sharedShape(first: readonly Charged[]): Shape | null {
  if (first.length < BASE_ROWS) return null;
  const byAmount = [...first].sort((a, b) => b.amount - a.amount);
  for (const candidate of byAmount) {
    const shape = fitShape([candidate]);
    if (shape?.fixed !== 0) continue;
    const agreeing = first.filter((row) => near(shape, row));
    if (agreeing.length >= BASE_ROWS && agreeing.length * 100 >= first.length * 95) return sharpest(shape, first);
  }
  // A fixed part shows only where sums lie apart: one sale alone fits some share without it.
  return commonShape(first);
}

/** So many shares on either side of one that fits to the cent are tried for one that fits exactly. */
const BESIDE = 10;

/** Of the shares near one that gives all fees to the cent, the one that gives most of them exactly: one small sale alone suggests several. */
function sharpest(shape: Shape, first: readonly Charged[]): Shape {
  const agree = first.filter((row) => near(shape, row));
  const exactly = (one: Shape): number =>
    agree.every((row) => near(one, row)) ? first.filter((row) => excessOver(one, row) === 0).length : 0;
  let best = shape;
  let most = exactly(shape);
  for (let away = 1; away <= BESIDE; away += 1) {
    for (const rate of [shape.rate + away * RATE_STEP, shape.rate - away * RATE_STEP]) {
      const found = rate < 0 ? 0 : exactly({ ...shape, rate });
      if (found > most) [best, most] = [{ ...shape, rate }, found];
    }
  }
  return best;
}

/** Sales charged the earlier share without the cap that was kept before; null where they are too few to tell. */
export function findUncapped(rows: readonly Charged[]): { readonly cap: Units; readonly rows: readonly Dear[] } | null {
  const base = learnBase(rows);
  if (!base || base.cap === null) return null;
  const found = rows.filter((row) => over(base, row) > CENT && near(base, row));
  return found.length < RUN_ROWS ? null : { cap: base.cap, rows: asDear(base, found) };
}

/**
 * Every dated jump above the learned tariff: a run of sales charged more than a cent above it, which one other shape explains, or
 * several one after the other.
 * A sale of 100 or more at the learned tariff ends a run; smaller ones give nearly the same fee either way. A run of one or two
 * sales counts only at the end of a book that had no such exceptions before, and if one of them is of 100 or more: it may be a change that has just begun.
 */
export function findRises(rows: readonly Charged[]): Rise[] {
  const base = learnBase(rows);
  if (!base) return [];
  const rises: Rise[] = [];
  let exceptions = 0;
  let start = -1;
  let dear = 0;
  let isTelling = false;
  const close = (end: number): void => {
    if (start < 0) return;
    const atEnd = end === rows.length;
    const counts = dear >= RUN_ROWS || (atEnd && exceptions === 0 && isTelling);
    const before = rows.slice(Math.max(0, start - BASE_WINDOW), start);
    const found = counts ? risesIn(base, rows.slice(start, end), before) : [];
    const risen = found.filter(({ change }) => isNew(change.after, before));
    rises.push(...risen);
    if (risen.length === 0) exceptions += dear;
    start = -1;
    dear = 0;
    isTelling = false;
  };
  rows.forEach((row, index) => {
    if (isDear(base, row)) {
      if (start < 0) start = index;
      dear += 1;
      isTelling ||= row.amount >= TELLING;
    } else if (row.amount >= TELLING && (base.cap === null || feeOf(base, row) < base.cap)) close(index);
  });
  close(rows.length);
  return rises;
}

/** Above the tariff, and not only for want of its cap, which is told by itself. What costs just the cap does not tell its share. */
const isDear = (base: Base, row: Charged): boolean =>
  over(base, row) > CENT && (base.cap === null || (row.fee !== base.cap && !near(base, row)));

/** Small sales cost the same cents under several shares: what gives the fees before as well is no new tariff, but the old one, better known. */
const isNew = (after: Shape, before: readonly Charged[]): boolean =>
  before.filter((row) => near(after, row)).length * 100 < before.length * 95;

/** The rises that a run shows, one after the other. */
function risesIn(before: Base, run: readonly Charged[], earlier: readonly Charged[]): Rise[] {
  const stretches = stretchesOf(
    run.filter((row) => isDear(before, row)),
    before,
  );
  const starts = stretches.map(({ rows }, n) => (n === 0 ? 0 : run.indexOf(rows[0] as Charged)));
  const counted = new Set<Charged>();
  return stretches.flatMap(({ shape }, n) => {
    const cents = doubtfulOf([...earlier, ...run], shape, {
      excess: (row) => over(before, row),
      isBound: (row) => row.fee === before.cap,
      isRounded: () => false,
    }).filter((row) => !counted.has(row));
    for (const row of cents) counted.add(row);
    return riseOf(before, shape, run.slice(starts[n], starts[n + 1]), cents) ?? [];
  });
}

/**
 * The rise to a shape, if it gives at least 95 in 100 of the fees of the run that could tell the two tariffs apart.
 * @param cents the sales on which it came to a single cent
 */
function riseOf(before: Base, after: Shape, run: readonly Charged[], cents: readonly Charged[]): Rise | null {
  const tells = run.filter((row) => before.cap === null || feeOf(before, row) < before.cap || isDear(before, row));
  const telling = tells.filter((row) => Math.abs(feeOf(after, row) - feeOf(before, row)) > 2 * CENT);
  const explained = telling.filter((row) => near(after, row));
  if (explained.length === 0 || explained.length * 100 < telling.length * 95) return null;
  const dear = run.filter((row) => isDear(before, row) && near(after, row));
  const rows = asDear(before, [...dear, ...cents]).sort((a, b) => compareInstants(a.entry, b.entry));
  const day = rows[0]?.entry.day;
  if (!day) return null;
  const excess = rows.reduce((sum, row) => sum + row.excess, 0);
  return { change: { before, after, day, excess, standard: 'learned' }, rows };
}
