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

/**
 * The days, each once, under which a row of this group may be kept; now and then one too many, since only 32 bits are compared.
 * @param except a day that is known already and not asked for
 */
export function daysOfId(months: readonly IdMonth[], group: string, except: Day | null = null): Day[] {
  const hash = digest32(group);
  const days: Day[] = [];
  for (const { month, hashes, dates } of months) {
    const known = except?.startsWith(month) ? dateOf(except) : 0;
    let last = 0;
    for (let at = lowerBound(hashes, hash); at < hashes.length && hashes[at] === hash; at += 1) {
      const date = dates[at] ?? 1;
      if (date !== last && date !== known) days.push(dayIn(month, date));
      last = date;
    }
  }
  return days;
}

/** Hash and date as one number, so that a month is sorted as numbers are. */
const DATES = 32;

/** The months that change when these rows are placed. */
export function place(months: readonly IdMonth[], placed: readonly PlacedRow[]): IdMonth[] {
  const nameOf = (account: string, ledger: Ledger, month: string): string => JSON.stringify([account, ledger, month]);
  const known = new Map(months.map((record) => [nameOf(record.account, record.ledger, record.month), record]));
  const changed = new Map<string, { base: IdMonth; rows: number[] }>();
  const open = ({ account, ledger }: PlacedRow, month: string): number[] => {
    const name = nameOf(account, ledger, month);
    let work = changed.get(name);
    if (!work) {
      const none = { account, ledger, month, hashes: new Uint32Array(), dates: new Uint8Array() };
      const base = known.get(name) ?? none;
      work = { base, rows: Array.from(base.hashes, (hash, at) => hash * DATES + (base.dates[at] ?? 1)) };
      changed.set(name, work);
    }
    return work.rows;
  };
  for (const row of placed) {
    const hash = digest32(row.group);
    if (row.day !== null) open(row, monthOf(row.day)).push(hash * DATES + dateOf(row.day));
    if (row.left === null) continue;
    const rows = open(row, monthOf(row.left));
    const at = rows.indexOf(hash * DATES + dateOf(row.left));
    if (at >= 0) rows.splice(at, 1);
  }
  return [...changed.values()].map(({ base, rows }) => {
    const sorted = Float64Array.from(rows).sort();
    return {
      ...base,
      hashes: Uint32Array.from(sorted, (row) => Math.floor(row / DATES)),
      dates: Uint8Array.from(sorted, (row) => row % DATES),
    };
  });
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
