import { CENT } from '#money/amount.ts';
import { daysBetween } from '#money/day.ts';
import type { Arrears, Item } from '#records/arrears.ts';
import type { Label } from './labels.ts';

/** What became of one book. */
export interface Score {
  readonly found: readonly Label[];
  /** Found, but on another day, in another state, or with another sum. */
  readonly inexact: readonly string[];
  readonly missed: readonly Label[];
  /** Causes that nobody put there. */
  readonly invented: readonly string[];
}

/** A cause counts as found once, at an item of its code and state; the day may be one off, the sum not a cent. */
export function scoreOf(arrears: Arrears, labels: readonly Label[]): Score {
  const said = arrears.items.flatMap((item) => item.causes.map(({ cause }) => ({ item, cause })));
  const left = [...said];
  const found: Label[] = [];
  const missed: Label[] = [];
  const inexact: string[] = [];
  for (const label of labels) {
    const fits = left.filter(({ cause }) => cause === label.cause);
    const best = fits.find(({ item }) => isExact(item, label)) ?? fits[0];
    if (!best) {
      missed.push(label);
      continue;
    }
    left.splice(left.indexOf(best), 1);
    found.push(label);
    if (!isExact(best.item, label)) inexact.push(`${JSON.stringify(label)} said as ${told(best.item)}`);
  }
  return { found, missed, inexact, invented: left.map(({ item, cause }) => `${cause}: ${told(item)}`) };
}

const dayOf = (item: Item) => item.since ?? item.due;

function isExact(item: Item, label: Label): boolean {
  const day = dayOf(item);
  const near = day !== null && Math.abs(daysBetween(day, label.since)) <= 1;
  return item.code === label.code && item.state === label.state && near && Math.abs(item.min - label.sum * CENT) < CENT;
}

const told = (item: Item): string => `${item.code} ${item.state} ${item.min / CENT / 100} ${dayOf(item)}`;
