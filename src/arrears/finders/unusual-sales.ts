import type { Units } from '#money/amount.ts';
import type { Cause, Item } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import { amountOutlier } from '../causes/amount-outlier.ts';
import { timeOutlier } from '../causes/time-outlier.ts';
import { item } from '../item.ts';
import { type Book, saleRows } from '../prepare.ts';

/** Below so many sales nothing is usual yet. */
const ENOUGH = 100;
/** More of them than this are a way of trading, not an oddity. */
const MOST_ODD = 3;
/** An odd sale is so many times the largest of all the others, and the median. */
const TIMES_LARGEST = 5;
const TIMES_MEDIAN = 10;
/** Where large sales lie far apart anyway, it lies so many times further from the next one than they do from each other: by chance in 1 book of 600. */
const TIMES_APART = 6.5;
/** So many of the largest others say how far apart they lie. */
const LARGE = 20;
/** An odd sale is at night, and no other sale so near to its time of day. Minutes. */
const NIGHT_ENDS = 6 * 60;
const APART = 3 * 60;
const DAY = 24 * 60;

/** Warnings, amount 0: sales whose amount or time of day is out of line with all the others of the account. Peaks and new prices come in numbers, and are not. */
export function unusualSales(book: Book): Item[] {
  const sales = saleRows(book).filter((row) => row.kind === 'sale' && (row.amount ?? 0) > 0);
  if (sales.length < ENOUGH) return [];
  const byAmount = sales.toSorted((a, b) => (b.amount ?? 0) - (a.amount ?? 0));
  const usual = byAmount[Math.floor(byAmount.length / 2)]?.amount ?? 0;
  return [
    ...oddAmounts(byAmount, usual).map((row) => warning(book, row, 'amount', amountOutlier(row, usual))),
    ...oddTimes(sales).map((row) => warning(book, row, 'time', timeOutlier(row))),
  ];
}

const warning = (book: Book, row: KeptEntry, mark: string, cause: Cause): Item =>
  item(book, {
    code: 'WARNING',
    state: 'open',
    basis: 'derived',
    terminal: row.terminal,
    min: 0,
    since: row.day,
    causes: [cause],
    mark: `${mark} ${row.key}`,
  });

/** @param sales largest first */
function oddAmounts(sales: readonly KeptEntry[], usual: Units): readonly KeptEntry[] {
  for (let odd = MOST_ODD; odd > 0; odd -= 1) {
    const [smallest, next] = [sales[odd - 1]?.amount ?? 0, sales[odd]?.amount ?? 0];
    const times = Math.max(TIMES_LARGEST, Math.exp(TIMES_APART * spacing(sales.slice(odd, odd + LARGE))));
    if (smallest >= next * times && smallest >= usual * TIMES_MEDIAN) return sales.slice(0, odd);
  }
  return [];
}

/** How far apart large sums lie: the mean of the logarithms of what each is of the least of them (Hill's estimate of a tail). */
function spacing(largest: readonly KeptEntry[]): number {
  const least = largest.at(-1)?.amount ?? 1;
  return largest.reduce((sum, row) => sum + Math.log((row.amount ?? least) / least), 0) / Math.max(1, largest.length);
}

function oddTimes(sales: readonly KeptEntry[]): readonly KeptEntry[] {
  const timed = sales.flatMap((row) => (row.at === null ? [] : [{ row, minute: minuteOf(row.at) }]));
  const night = timed.filter(({ minute }) => minute < NIGHT_ENDS);
  // A source without a clock prints midnight.
  if (
    timed.length < ENOUGH ||
    night.length === 0 ||
    night.length > MOST_ODD ||
    night.some(({ minute }) => minute === 0)
  )
    return [];
  const others = timed.filter(({ minute }) => minute >= NIGHT_ENDS);
  return night
    .filter(({ minute }) => others.every((other) => distance(minute, other.minute) >= APART))
    .map(({ row }) => row);
}

/** Minutes from midnight on the provider's clock. */
const minuteOf = (at: string): number => Number(at.slice(11, 13)) * 60 + Number(at.slice(14, 16));

function distance(one: number, other: number): number {
  const apart = Math.abs(one - other);
  return Math.min(apart, DAY - apart);
}
