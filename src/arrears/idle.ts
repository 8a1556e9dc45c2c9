import { addDays, type Day, daysBetween } from '#money/day.ts';
import type { KeptEntry } from '#records/entry.ts';
import { groupBy } from './group.ts';
import { type Book, saleRows } from './prepare.ts';

/** A terminal is idle when it has sold nothing for so many days. */
const IDLE_DAYS = 30;

/** Since when a terminal (null: the whole account) had sold nothing on that day; null where it had, or where the sales were not read. */
export type IdleSince = (terminal: string | null, day: Day) => Day | null;

/** Of one account. A terminal that never sold anything is idle since the book begins. */
export function idleness(book: Book): IdleSince {
  let known: ReadonlyMap<string | null, readonly KeptEntry[]> | null = null;
  const begins = book.knowledge?.from ?? book.rows[0]?.day ?? null;
  return (terminal, day) => {
    const sales = saleRows(book);
    // Without a single sale nobody has read the list of them.
    if (begins === null || !sales.some(isSale)) return null;
    known ??= groupBy(sales.filter(isSale), (row) => row.terminal);
    const last = lastBefore(terminal === null ? sales.filter(isSale) : (known.get(terminal) ?? []), day);
    const since = last ? addDays(last.day, 1) : begins;
    return daysBetween(since, day) >= IDLE_DAYS ? since : null;
  };
}

const isSale = (row: KeptEntry): boolean => row.kind === 'sale';

/** @param sales oldest first */
function lastBefore(sales: readonly KeptEntry[], day: Day): KeptEntry | null {
  let low = 0;
  let high = sales.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sales[middle]?.day ?? day) <= day) low = middle + 1;
    else high = middle;
  }
  return sales[low - 1] ?? null;
}
