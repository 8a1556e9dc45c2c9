import type { Units } from '#money/amount.ts';
import { type Day, daysBetween } from '#money/day.ts';
import type { KeptEntry } from '#records/entry.ts';
import { groupBy } from './group.ts';

/** A fee that fails is tried again for so long; the next month's is another. */
const TRIED_DAYS = 20;

/** What tells a fee from others. */
interface Naming {
  readonly sumOf: (row: KeptEntry) => Units;
  /** What kind of fee it is. */
  readonly kindOf: (row: KeptEntry) => string;
}

/**
 * The rows of each fee that is pending or failed, in order of time: under one order number, or one reference; and failed tries at the same sum, kind and
 * terminal on different days, each within 20 days of the first, between which nothing of that sum was paid. Two that fail on one day are two fees.
 * @param wanted oldest first
 * @param payments oldest first
 */
export function triesAt(
  wanted: readonly KeptEntry[],
  payments: readonly KeptEntry[],
  { sumOf, kindOf }: Naming,
): KeptEntry[][] {
  const paidOn = groupBy(payments, sumOf);
  const isPaid = (sum: Units, from: Day, to: Day): boolean =>
    (paidOn.get(sum) ?? []).some(({ day }) => day >= from && day < to);
  const byName = new Map<string, KeptEntry[]>();
  const runs = new Map<string, KeptEntry[][]>();
  const found: KeptEntry[][] = [];
  for (const row of wanted) {
    const sum = sumOf(row);
    const place = `${sum} ${row.terminal ?? ''}`;
    const name = `${place} ${row.links['order'] ?? row.reference ?? row.due ?? row.key}`;
    const alike = runs.get(`${place} ${kindOf(row)}`) ?? [];
    const again = row.state !== 'failed' || row.links['order'] !== undefined ? undefined : alike.find(isTried);
    const tries = byName.get(name) ?? again;
    if (tries) tries.push(row);
    else {
      const started = [row];
      found.push(started);
      byName.set(name, started);
      runs.set(`${place} ${kindOf(row)}`, [...alike.slice(-MOST_OPEN), started]);
    }

    function isTried(run: readonly KeptEntry[]): boolean {
      const [first, last] = [run[0] as KeptEntry, run.at(-1) as KeptEntry];
      if (last.state !== 'failed' || last.links['order'] !== undefined || last.due !== row.due) return false;
      if (last.day >= row.day || daysBetween(first.day, row.day) > TRIED_DAYS) return false;
      return !isPaid(sum, last.day, row.day);
    }
  }
  return found;
}

/** Of equal fees, so many are looked through for the one that is tried again. */
const MOST_OPEN = 20;
