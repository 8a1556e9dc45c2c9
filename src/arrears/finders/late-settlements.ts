import type { Day } from '#money/day.ts';
import type { Item } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import { lateBatch } from '../causes/late-batch.ts';
import { settledLate } from '../causes/settlement-delayed.ts';
import { groupBy } from '../group.ts';
import { item } from '../item.ts';
import { type Book, saleRows } from '../prepare.ts';

/** Sales of one terminal, card type and day, with the day on which most of them were settled. */
interface Batch {
  readonly day: Day;
  readonly settled: Day;
  readonly rows: readonly KeptEntry[];
}

/** A day whose sales were settled after those of a later day. */
interface Late {
  readonly book: Book;
  readonly day: Day;
  readonly settled: Day;
  readonly rows: readonly KeptEntry[];
}

/**
 * Batches that were settled out of their order, and are settled now: told, amount 0. No weekend and no holiday lets a later day overtake an earlier one.
 * Where it befell every account of a provider that sold on that day, it was the provider's system.
 */
export function lateSettlements(books: readonly Book[]): Item[] {
  return [...groupBy(books, (book) => book.account.replace(/:.*$/, '')).values()].flatMap((ofProvider) => {
    const all = ofProvider.map((book) => ({ book, batches: batchesOf(book) }));
    const late = all.flatMap(({ book, batches }) => lateIn(book, batches));
    return late.map((one) => {
      const sold = all.filter(({ batches }) => batches.some(({ day }) => day === one.day));
      const isSystem =
        sold.length > 1 && sold.every(({ book }) => late.some((l) => l.book === book && l.day === one.day));
      return told(one, isSystem);
    });
  });
}

function told({ book, day, settled, rows }: Late, isSystem: boolean): Item {
  return item(book, {
    code: 'HOLD',
    state: 'taken',
    basis: 'derived',
    terminal: null,
    min: 0,
    since: day,
    causes: [isSystem ? settledLate(rows, day, settled) : lateBatch(rows, day, settled)],
    mark: `late ${day}`,
  });
}

function batchesOf(book: Book): Batch[] {
  const sales = saleRows(book).filter((row) => row.kind === 'sale' && row.settleDay !== null);
  return [...groupBy(sales, (row) => `${row.terminal} ${row.card} ${row.day}`).values()].map((rows) => {
    const days = [...groupBy(rows, (row) => row.settleDay as Day)].sort((a, b) => b[1].length - a[1].length);
    const [settled, most] = days[0] as [Day, KeptEntry[]];
    return { day: (rows[0] as KeptEntry).day, settled, rows: most };
  });
}

/** By day, over all terminals: the batches that a later batch of the same terminal and card type has overtaken. */
function lateIn(book: Book, batches: readonly Batch[]): Late[] {
  const late: Batch[] = [];
  const lines = groupBy(batches, ({ rows }) => `${rows[0]?.terminal} ${rows[0]?.card}`);
  for (const line of lines.values()) {
    let earliest: Day | null = null;
    for (const batch of line.toSorted((a, b) => (a.day < b.day ? 1 : -1))) {
      if (earliest !== null && batch.settled > earliest) late.push(batch);
      else earliest = batch.settled;
    }
  }
  return [...groupBy(late, ({ day }) => day)].map(([day, of]) => ({
    book,
    day,
    settled: of.map(({ settled }) => settled).sort()[0] as Day,
    rows: of.flatMap(({ rows }) => rows),
  }));
}
