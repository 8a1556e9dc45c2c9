import type { Units } from '#money/amount.ts';
import type { Day } from '#money/day.ts';

/** So far back a shortfall still says how much the account should hold, and sales what is usual. Days. */
export const YEAR = 365;

/** Sales of a positive amount since a day, as far as limits are made of them. */
export interface Year {
  readonly since: Day;
  count: number;
  /** What each day comes to. */
  readonly days: Map<Day, Units>;
  /** The largest, more than can be rare; in no order. */
  amounts: Units[];
  /** How many others were let go of, none of them larger than `floor`. */
  dropped: number;
  floor: Units;
}

export const yearSince = (since: Day): Year => ({
  since,
  count: 0,
  days: new Map(),
  amounts: [],
  dropped: 0,
  floor: 0,
});

/** Of single sales, so many in a thousand may lie above what is usual. */
const RARE = 5;
/** More of the largest are kept than are rare now: so many sales may come yet. */
const SPARE = 2000;

/** Of one day. */
export function addToYear(year: Year, day: Day, amounts: readonly Units[]): void {
  if (day < year.since || amounts.length === 0) return;
  let sum = year.days.get(day) ?? 0;
  for (const amount of amounts) {
    sum += amount;
    year.amounts.push(amount);
  }
  year.count += amounts.length;
  year.days.set(day, sum);
}

/** The largest of what is usual, and how many lie above a sum that is not less; null where too many were let go of to tell. */
export function usualIn({ count, amounts, dropped, floor }: Year): { usual: Units; above(sum: Units): number } | null {
  const place = Math.ceil(count * (1 - RARE / 1000)) - 1;
  const sorted = Float64Array.from(amounts).sort();
  const usual = place < dropped ? undefined : sorted[place - dropped];
  if (usual === undefined || usual < floor) return null;
  return { usual, above: (sum) => sorted.reduce((above, amount) => above + (amount > sum ? 1 : 0), 0) };
}

/** As it is kept: without the many that are smaller than what is usual, and stay so whatever comes. */
export function keptYear(year: Year): Year {
  const most = Math.ceil((year.count * RARE) / 1000) + SPARE;
  const sorted = Float64Array.from(year.amounts).sort();
  const left = Math.max(0, sorted.length - most);
  const floor = Math.max(year.floor, sorted[left - 1] ?? 0);
  return { ...year, amounts: [...sorted.subarray(left)], dropped: year.dropped + left, floor };
}
