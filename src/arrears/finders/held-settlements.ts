import { type Day, daysBetween, isDay } from '#money/day.ts';
import type { Item } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import { settlementDelayed } from '../causes/settlement-delayed.ts';
import { groupBy } from '../group.ts';
import { item } from '../item.ts';
import type { Book } from '../prepare.ts';

/** Weekends and the settlement of the next working day are over by then. */
const LATE_DAYS = 7;

/**
 * A warning, amount 0: payouts that the source itself showed as not settled more than a week after their day, as far as it was read, while
 * others of the same list were settled. What happened after that reading is not guessed.
 */
export function heldSettlements(book: Book): Item[] {
  const waiting = book.unfinished.filter((row) => row.kind === 'settlement' && row.state === 'pending' && sum(row) > 0);
  if (waiting.length === 0) return [];
  const settled = new Set(book.rows.filter((row) => row.kind === 'settlement').map((row) => row.ledger));
  const seen = lastSeen(book);
  return [...groupBy(waiting, (row) => row.ledger)].flatMap(([ledger, ofList]): Item[] => {
    const late = ofList.filter((row) => daysBetween(dayOf(row), seen) > LATE_DAYS);
    const since = late.map(dayOf).sort()[0];
    if (since === undefined || !settled.has(ledger)) return [];
    const amount = late.reduce((all, row) => all + sum(row), 0);
    return [
      item(book, {
        code: 'HOLD',
        state: 'open',
        basis: 'derived',
        terminal: null,
        min: 0,
        since,
        causes: [settlementDelayed(late, amount, since, daysBetween(since, seen))],
        mark: `${ledger} ${since}`,
      }),
    ];
  });
}

const dayOf = (row: KeptEntry): Day => row.settleDay ?? row.day;
const sum = (row: KeptEntry): number => Math.abs(row.net ?? row.amount ?? 0);

/** The last day that the readings speak of: an old file read today says nothing of today. */
function lastSeen(book: Book): Day {
  const lastRow = [book.rows.at(-1)?.day, book.unfinished.at(-1)?.day, book.facts?.last, book.knowledge?.to]
    .filter((day) => day != null)
    .sort()
    .at(-1);
  const readDay = book.knowledge?.readAt.slice(0, 10) ?? '';
  const [first = book.asOf] = [book.asOf, lastRow ?? book.asOf, isDay(readDay) ? readDay : book.asOf].sort();
  return first;
}
