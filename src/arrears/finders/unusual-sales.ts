import type { Units } from '#money/amount.ts';
import type { Item } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import { amountOutlier } from '../causes/amount-outlier.ts';
import { timeOutlier } from '../causes/time-outlier.ts';
import { warning } from '../item.ts';
import { type Book, saleRows, secondOf } from '../prepare.ts';
import type { Facts } from '../sales/facts.ts';

/** Below so many sales nothing is usual yet. */
const ENOUGH = 100;
/** More of them than this are a way of trading, not an oddity. */
export const MOST_ODD = 3;
/** An odd sale is so many times the largest of all the others, and the median. */
const TIMES_LARGEST = 5;
const TIMES_MEDIAN = 10;
/** Where large sales lie far apart anyway, it lies so many times further from the next one than they do from each other: by chance in 1 book of 600. */
const TIMES_APART = 6.5;
/** So many of the largest others say how far apart they lie. */
const LARGE = 20;
/** So many of the largest say whether one of them is odd. */
export const TOP_AMOUNTS = MOST_ODD + LARGE;
/** An odd sale is at night, and no other sale so near to its time of day. Minutes. */
export const NIGHT_ENDS = 6 * 60;
const APART = 3 * 60;
const DAY = 24 * 60;

/** Warnings, amount 0: sales whose amount or time of day is out of line with all the others of the account. Peaks and new prices come in numbers, and are not. */
export function unusualSales(book: Book): Item[] {
  if (book.facts) return [];
  const sales = saleRows(book).filter((row) => row.kind === 'sale' && (row.amount ?? 0) > 0);
  if (sales.length < ENOUGH) return [];
  const amounts = Float64Array.from(sales, (row) => row.amount ?? 0).sort();
  const usual = amounts[Math.floor(amounts.length / 2)] ?? 0;
  const least = leastOdd(amounts.subarray(-TOP_AMOUNTS).toReversed(), usual);
  const odd = least === null ? [] : sales.filter((row) => (row.amount ?? 0) >= least);
  return [
    ...odd.map((row) => warning(book, { ...about(row), cause: amountOutlier(row, usual), mark: `amount ${row.key}` })),
    ...oddTimes(sales).map((row) => warning(book, { ...about(row), cause: timeOutlier(row), mark: `time ${row.key}` })),
  ];
}

/** Whether any of the sales may be out of line, told without their rows. */
export function mayBeUnusual({ sales, largest, timed, night, minutes }: Facts, rows: readonly KeptEntry[]): boolean {
  if (sales < ENOUGH) return false;
  if (leastOdd(Float64Array.from(largest), 0) !== null) return true;
  if (timed < ENOUGH || night === 0 || night > MOST_ODD) return false;
  const others = [...minutes.keys()].filter((minute) => minutes[minute] === 1);
  return rows.some((row) => {
    const second = row.kind === 'sale' ? secondOf(row) : null;
    return second !== null && second < NIGHT_ENDS * 60 && isAlone(second, others);
  });
}

const about = ({ terminal, day }: KeptEntry) => ({ terminal, since: day });

/** The least of the odd amounts; null where none is. @param amounts the largest, largest first */
function leastOdd(amounts: Float64Array, usual: Units): Units | null {
  for (let odd = MOST_ODD; odd > 0; odd -= 1) {
    const [smallest, next] = [amounts[odd - 1] ?? 0, amounts[odd] ?? 0];
    const times = Math.max(TIMES_LARGEST, Math.exp(TIMES_APART * spacing(amounts.subarray(odd, odd + LARGE))));
    if (smallest >= next * times && smallest >= usual * TIMES_MEDIAN) return smallest;
  }
  return null;
}

/** How far apart large sums lie: the mean of the logarithms of what each is of the least of them (Hill's estimate of a tail). */
function spacing(largest: Float64Array): number {
  const least = largest.at(-1) ?? 1;
  return largest.reduce((sum, amount) => sum + Math.log(amount / least), 0) / Math.max(1, largest.length);
}

function oddTimes(sales: readonly KeptEntry[]): readonly KeptEntry[] {
  const night: KeptEntry[] = [];
  const others = new Set<number>();
  let timed = 0;
  for (const row of sales) {
    const second = secondOf(row);
    if (second === null) continue;
    timed += 1;
    if (second >= NIGHT_ENDS * 60) others.add(Math.floor(second / 60));
    else if (night.push(row) > MOST_ODD) return [];
    // A source without a clock prints midnight.
    if (second === 0) return [];
  }
  if (timed < ENOUGH) return [];
  const minutes = [...others];
  return night.filter((row) => isAlone(secondOf(row) ?? 0, minutes));
}

const isAlone = (second: number, others: readonly number[]): boolean =>
  others.every((other) => distance(Math.floor(second / 60), other) >= APART);

function distance(one: number, other: number): number {
  const apart = Math.abs(one - other);
  return Math.min(apart, DAY - apart);
}
