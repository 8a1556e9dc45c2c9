import { addDays, type Day, daysBetween } from '#money/day.ts';
import type { KeptEntry } from '#records/entry.ts';
import { groupBy } from './group.ts';
import { type Book, saleRows } from './prepare.ts';
import type { Facts } from './sales/facts.ts';

/** A terminal is idle when it has sold nothing for so many days. */
const IDLE_DAYS = 30;

/** Since when a terminal (null: the whole account) had sold nothing on that day; null where it had, or where the sales were not read. */
export type IdleSince = (terminal: string | null, day: Day) => Day | null;

/** Of one account. A terminal that never sold anything is idle since the book begins. */
export function idleness(book: Book): IdleSince {
  let known: ReadonlyMap<string | null, readonly KeptEntry[]> | null = null;
  const begins = book.knowledge?.from ?? book.rows[0]?.day ?? null;
  return (terminal, day) => {
    if (book.facts) return book.facts.saleDays.size === 0 ? null : since(lastDayBefore(book.facts, terminal, day), day);
    const sales = saleRows(book);
    // Without a single sale nobody has read the list of them.
    if (begins === null || !sales.some(isSale)) return null;
    known ??= groupBy(sales.filter(isSale), (row) => row.terminal);
    const last = lastBefore(terminal === null ? sales.filter(isSale) : (known.get(terminal) ?? []), day);
    return since(last?.day ?? null, day);
  };

  function since(last: Day | null, day: Day): Day | null {
    const first = last ? addDays(last, 1) : begins;
    return first !== null && daysBetween(first, day) >= IDLE_DAYS ? first : null;
  }
}

function lastDayBefore({ saleDays }: Facts, terminal: string | null, day: Day): Day | null {
  const days = terminal === null ? [...saleDays.values()] : [saleDays.get(terminal) ?? []];
  let last: Day | null = null;
  for (const of of days) for (const one of of) if (one <= day && (last === null || one > last)) last = one;
  return last;
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
