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
