import { formatAmount, type Units } from '#money/amount.ts';
import type { Day } from '#money/day.ts';
import type { Cause } from '#records/arrears.ts';

/** How a fee follows from an amount: rate in millionths, the rest in units. */
export interface Shape {
  readonly rate: number;
  readonly fixed: Units;
}

/** What was to be charged, what is charged since `day`, and how much more that made. */
export interface Change {
  readonly before: Shape;
  readonly after: Shape;
  readonly day: Day;
  readonly excess: Units;
  /** `terms`: entered by the merchant. `learned`: from the account's own earlier rows. */
  readonly standard: 'terms' | 'learned';
}

/** Terms entered: high. Learned: high from 10 rows at the new tariff, medium from 3, else low. */
export function confidenceOf(change: Change, rows: number): Cause['confidence'] {
  if (change.standard === 'terms' || rows >= 10) return 'high';
  return rows >= 3 ? 'medium' : 'low';
}

/** `6300` → `0.63%`: at least two places, no more than the rate has. */
export function percent(rate: number): string {
  const text = String(rate).padStart(5, '0');
  return `${text.slice(0, -4)}.${text.slice(-4).replace(/0{1,2}$/, '')}%`;
}

/** What the two halves of a change made, over so many sales: the fixed part by its count, the share the remainder. */
export function partsOf(change: Change, count: number): { readonly share: Units; readonly fixed: Units } {
  const grown = change.after.fixed - change.before.fixed;
  if (change.after.rate <= change.before.rate) return { share: 0, fixed: change.excess };
  const fixed = grown > 0 ? grown * count : 0;
  return { share: change.excess - fixed, fixed };
}

/** A part of the excess, and the whole where it is not the whole. */
export const excessParams = (change: Change, part: Units): Readonly<Record<string, string>> => ({
  amount: formatAmount(part),
  ...(part === change.excess ? {} : { of: formatAmount(change.excess) }),
});
