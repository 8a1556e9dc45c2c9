import { CENT, UNITS_PER_MAJOR, type Units } from '#money/amount.ts';
import type { Shape } from './causes/tariff-change.ts';
import { type Charged, feeOf } from './tariff.ts';

/** Shares are agreed in steps of 0.01 %, fixed parts in the sums that are in use: whole and half yuan, and the cents of card processors abroad. */
export const RATE_STEP = 100;
const FIXED = [0, 1, 2, 3, 5, 0.5, 1.5, 2.5, 4, 6, 8, 10].map((major) => major * UNITS_PER_MAJOR);
const FIXED_ABROAD = [30, 25, 20, 10, 15, 5, 35, 40, 49].map((cents) => cents * CENT);

/** Of the shares that give the same cents, so many are tried. */
const MOST_TRIED = 50;

/**
 * The one shape (share in steps of 0.01 %, plus a fixed part in use) that gives every fee to the cent, or null. Without a fixed part first, beyond the
 * one that is known. Small sales cost the same cents under several shares: then the known one, if it is among them, else the one in their middle.
 * @param known what was agreed, or was charged before
 */
export function fitShape(rows: readonly Charged[], known: Shape | null = null): Shape | null {
  const preferred = known?.rate ?? null;
  for (const fixed of fixedParts(known?.fixed ?? 0)) {
    const { low, high } = sharesFor(rows, fixed);
    if (low > high || high < 0) continue;
    const rates = preferred !== null && low <= preferred && preferred <= high ? [preferred] : [];
    const middle = Math.round((low + high) / 2 / RATE_STEP) * RATE_STEP;
    for (let away = 0; middle - away >= low - RATE_STEP && away < MOST_TRIED * RATE_STEP; away += RATE_STEP)
      rates.push(...[middle - away, middle + away].filter((rate) => rate >= 0));
    const found = rates.find((rate) => rows.every((row) => Math.abs(excessOver({ rate, fixed }, row)) <= CENT / 10));
    if (found !== undefined) return { rate: found, fixed };
  }
  return null;
}

/** First what is known, then what may have been added to it, then what may have come in its place. */
export const fixedParts = (known: Units): readonly Units[] => [
  ...new Set([...FIXED.map((added) => known + added), ...FIXED, ...FIXED_ABROAD]),
];

/** The shares, in millionths, under which every fee less the fixed part is rounded to what it is. */
function sharesFor(rows: readonly Charged[], fixed: Units): { low: number; high: number } {
  let low = Number.NEGATIVE_INFINITY;
  let high = Number.POSITIVE_INFINITY;
  for (const { amount, fee } of rows) {
    if (low > high) break;
    const half = fee % CENT === 0 ? CENT / 2 : 1;
    low = Math.max(low, ((fee - fixed - half) * 1_000_000) / amount);
    high = Math.min(high, ((fee - fixed + half) * 1_000_000) / amount);
  }
  return rows.length === 0 ? { low: 0, high: -1 } : { low, high };
}

/** What a row was charged beyond a shape. */
export const excessOver = (shape: Shape, row: Charged): Units => row.fee - feeOf(shape, row);
/** To the cent: what is left is rounding. */
export const near = (shape: Shape, row: Charged): boolean => Math.abs(excessOver(shape, row)) <= CENT;

/** One shape for all rows; failing that, for 95 in 100, the one that the largest few suggest and most rows keep. */
export function commonShape(rows: readonly Charged[], known: Shape | null = null): Shape | null {
  const whole = fitShape(rows, known);
  if (whole) return whole;
  const largest = [...rows].sort((a, b) => b.amount - a.amount).slice(0, 20);
  let best: Shape | null = null;
  let most = 0;
  for (const one of largest) {
    const shape = fitShape([one], known);
    const kept = shape ? rows.filter((row) => near(shape, row)).length : 0;
    if (kept > most) {
      best = shape;
      most = kept;
    }
  }
  return most * 100 >= rows.length * 95 ? best : null;
}

/** Rows that follow each other, and the one shape that gives their fees. */
export interface Stretch<T extends Charged> {
  readonly shape: Shape;
  readonly rows: readonly T[];
}

/** A stretch of fewer rows fits a shape by chance. */
const STRETCH_ROWS = 10;

/**
 * Rows that one shape does not explain, as stretches that one each does: the tariff changed more than once. What is left when a stretch is too short to
 * tell is in none.
 * @param rows in order of time
 */
export function stretchesOf<T extends Charged>(rows: readonly T[], known: Shape | null = null): Stretch<T>[] {
  const whole = commonShape(rows, known);
  if (whole) return [{ shape: whole, rows }];
  const found: Stretch<T>[] = [];
  let rest = rows;
  while (rest.length >= STRETCH_ROWS) {
    const length = longestFit(rest, known);
    const stretch = rest.slice(0, length);
    const shape = length < STRETCH_ROWS ? null : fitShape(stretch, known);
    if (!shape) break;
    found.push({ shape, rows: stretch });
    rest = rest.slice(length);
  }
  return found;
}

/** How many of the first rows one shape fits: where so many fit, fewer do. */
function longestFit(rows: readonly Charged[], known: Shape | null): number {
  let fits = 0;
  let tooMany = rows.length + 1;
  while (tooMany - fits > 1) {
    const tried = (fits + tooMany) >> 1;
    if (fitShape(rows.slice(0, tried), known)) fits = tried;
    else tooMany = tried;
  }
  return fits;
}
