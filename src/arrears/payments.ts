import type { Units } from '#money/amount.ts';
import type { KeptEntry } from '#records/entry.ts';
import { groupBy } from './group.ts';
import { compareInstants } from './prepare.ts';

/**
 * Payments that can each settle one debt of the same sum: at the debt's terminal, or where either side names no terminal. Debts must be
 * asked about in order of time. Equal sums come by the thousand: what is used up, or lies before the debts still to come, is passed once.
 * @param payments oldest first
 */
export function settler(
  payments: readonly KeptEntry[],
  sumOf: (row: KeptEntry) => number,
): (debt: KeptEntry) => KeptEntry | null {
  const lists = new Map([
    ...groupBy(payments, (row) => place(sumOf(row), row.terminal ?? '')),
    ...groupBy(payments, (row) => place(sumOf(row), null)),
  ]);
  const fronts = new Map<string, number>();
  const used = new Set<KeptEntry>();
  const next = (id: string, debt: KeptEntry): KeptEntry | null => {
    const list = lists.get(id) ?? [];
    let front = fronts.get(id) ?? 0;
    let row = list[front];
    while (row && (used.has(row) || compareInstants(row, debt) < 0)) {
      front += 1;
      row = list[front];
    }
    fronts.set(id, front);
    return row ?? null;
  };
  return (debt) => {
    const sum = sumOf(debt);
    // `null` stands for the list of any terminal, '' for payments that name none.
    const found =
      debt.terminal === null
        ? next(place(sum, null), debt)
        : (next(place(sum, debt.terminal), debt) ?? next(place(sum, ''), debt));
    if (found) used.add(found);
    return found;
  };
}

const place = (sum: number, terminal: string | null): string => (terminal === null ? `${sum}` : `${sum} ${terminal}`);

/** A payment that no debt of its sum took, with what a debt took of it, and what is over where nothing else is owed. */
export interface Leftover {
  readonly row: KeptEntry;
  readonly taken: Units;
  readonly over: Units;
}

/**
 * Payments of another sum than any debt: each pays debts before it in part, as they are asked about.
 * @param payments oldest first, none of which has settled a debt
 */
export function leftovers(payments: readonly KeptEntry[], sumOf: (row: KeptEntry) => Units) {
  const rest = new Map(payments.map((row) => [row, sumOf(row)]));
  return {
    /** What is paid of this debt, and by what. */
    towards(debt: KeptEntry, owed: Units, isFor: (row: KeptEntry) => boolean): Leftover[] {
      const found: Leftover[] = [];
      let open = owed;
      for (const row of payments) {
        const there = rest.get(row) ?? 0;
        if (open <= 0) break;
        if (there <= 0 || compareInstants(row, debt) < 0 || !isFor(row)) continue;
        if (row.terminal !== null && debt.terminal !== null && row.terminal !== debt.terminal) continue;
        const taken = Math.min(open, there);
        open -= taken;
        rest.set(row, there - taken);
        found.push({ row, taken, over: there - taken });
      }
      return found;
    },
  };
}

/** Whether one sum is the other with two digits changed over, or with the point in another place. */
export function slipped(paid: Units, owed: Units): boolean {
  if (paid === owed || paid <= 0 || owed <= 0) return false;
  const [small, large] = paid < owed ? [paid, owed] : [owed, paid];
  if (large === small * 10 || large === small * 100) return true;
  const sorted = (sum: Units): string => [...String(sum)].sort().join('');
  return sorted(paid) === sorted(owed);
}
