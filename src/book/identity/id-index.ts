import type { Day } from '#money/day.ts';
import type { Ledger } from '#records/entry.ts';
import type { PlacedRow } from '../merge/merge.ts';
import { digest32 } from './digest.ts';

/**
 * Where the rows known by their id are kept: one record per account, ledger and month, five bytes a row.
 * `hashes` is sorted; `dates[i]` is the date in the month of `hashes[i]`.
 */
export interface IdMonth {
  readonly account: string;
  readonly ledger: Ledger;
  /** `YYYY-MM`. */
  readonly month: string;
  readonly hashes: Uint32Array;
  readonly dates: Uint8Array;
}

export const monthOf = (day: Day): string => day.slice(0, 7);
export const dateOf = (day: Day): number => Number(day.slice(8));
export const dayIn = (month: string, date: number): Day => `${month}-${date < 10 ? '0' : ''}${date}` as Day;

/** The days, each once, under which a row of this group may be kept; now and then one too many, since only 32 bits are compared. */
export function daysOfId(months: readonly IdMonth[], group: string): Day[] {
  const hash = digest32(group);
  const days: Day[] = [];
  for (const { month, hashes, dates } of months) {
    let last = 0;
    for (let at = lowerBound(hashes, hash); at < hashes.length && hashes[at] === hash; at += 1) {
      const date = dates[at] ?? 1;
      if (date !== last) days.push(dayIn(month, date));
      last = date;
    }
  }
  return days;
}

/** Hash and date as one number, so that a month is sorted as numbers are. */
const DATES = 32;

/** What changes in one month: rows that came, and rows that left. */
interface MonthChange {
  readonly base: IdMonth;
  readonly came: number[];
  readonly left: number[];
}

/** The months that change when these rows are placed. */
export function place(months: readonly IdMonth[], placed: readonly PlacedRow[]): IdMonth[] {
  const changed = new Map<string, Map<string, MonthChange>>();
  const changeOf = ({ account, ledger }: PlacedRow, month: string): MonthChange => {
    const list = `${ledger}|${account}`;
    const ofList = changed.get(list) ?? new Map<string, MonthChange>();
    changed.set(list, ofList);
    let change = ofList.get(month);
    if (!change) {
      const kept = months.find((one) => one.month === month && one.account === account && one.ledger === ledger);
      const none = { account, ledger, month, hashes: new Uint32Array(), dates: new Uint8Array() };
      change = { base: kept ?? none, came: [], left: [] };
      ofList.set(month, change);
    }
    return change;
  };
  for (const row of placed) {
    const hash = digest32(row.group);
    if (row.day !== null) changeOf(row, monthOf(row.day)).came.push(hash * DATES + dateOf(row.day));
    if (row.left !== null) changeOf(row, monthOf(row.left)).left.push(hash * DATES + dateOf(row.left));
  }
  return [...changed.values()].flatMap((ofList) => [...ofList.values()].map(placedIn));
}

/** The month with what came merged in where it belongs, and what left taken out once for each time it left. */
function placedIn({ base, came, left }: MonthChange): IdMonth {
  const more = Float64Array.from(came).sort();
  const less = Float64Array.from(left).sort();
  const all = new Float64Array(base.hashes.length + more.length);
  let size = 0;
  let gone = 0;
  const keep = (row: number): void => {
    while (gone < less.length && (less[gone] as number) < row) gone += 1;
    if (gone < less.length && less[gone] === row) gone += 1;
    else all[size++] = row;
  };
  let at = 0;
  base.hashes.forEach((hash, n) => {
    const row = hash * DATES + (base.dates[n] ?? 1);
    while (at < more.length && (more[at] as number) < row) keep(more[at++] as number);
    keep(row);
  });
  while (at < more.length) keep(more[at++] as number);
  const hashes = new Uint32Array(size);
  const dates = new Uint8Array(size);
  for (let n = 0; n < size; n += 1) {
    const row = all[n] as number;
    hashes[n] = Math.floor(row / DATES);
    dates[n] = row % DATES;
  }
  return { ...base, hashes, dates };
}

function lowerBound(sorted: Uint32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
