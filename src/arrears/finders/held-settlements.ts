import { daysBetween, isDay } from '#money/day.ts';
import type { Item } from '#records/arrears.ts';
import { settlementDelayed } from '../causes/settlement-delayed.ts';
import { item } from '../item.ts';
import type { Book } from '../prepare.ts';

/** Weekends and the settlement of the next working day are over by then. */
const LATE_DAYS = 7;

/**
 * A warning, amount 0: a payout that the source itself showed as not settled when it was last read, more than a week after its day.
 * What happened after that reading is not guessed.
 */
export function heldSettlements(book: Book): Item[] {
  const readDay = book.knowledge?.readAt.slice(0, 10) ?? '';
  if (!isDay(readDay)) return [];
  const [seen = book.asOf] = [readDay, book.asOf].sort();
  return book.unfinished.flatMap((row): Item[] => {
    const day = row.settleDay ?? row.day;
    const late = daysBetween(day, seen);
    const amount = Math.abs(row.net ?? row.amount ?? 0);
    if (row.kind !== 'settlement' || row.state !== 'pending' || late <= LATE_DAYS || amount === 0) return [];
    return [
      item(book, {
        code: 'HOLD',
        state: 'open',
        basis: 'derived',
        terminal: row.terminal,
        min: 0,
        since: day,
        causes: [settlementDelayed(row, amount, day, late)],
        mark: row.key,
      }),
    ];
  });
}
