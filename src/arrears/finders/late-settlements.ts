import type { Day } from '#money/day.ts';
import type { Item } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import { partsOf } from '../account-id.ts';
import { lateBatch } from '../causes/late-batch.ts';
import { settledLate } from '../causes/settlement-delayed.ts';
import { groupBy } from '../group.ts';
import { item } from '../item.ts';
import { type Book, saleRows } from '../prepare.ts';
import type { Facts } from '../sales/facts.ts';

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
  return [...groupBy(books, (book) => partsOf(book.account).provider).values()].flatMap((ofProvider) => {
    const all = ofProvider.map((book) => ({ book, lines: linesOf(book) }));
    const late = all.flatMap(({ book, lines }) => lateIn(book, lines));
    return late.map((one) => {
      const sold = all.filter(({ lines }) => lines.some((line) => line.some(({ day }) => day === one.day)));
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

/** By terminal and card type, in order of day. */
function linesOf(book: Book): Batch[][] {
  if (book.facts) return linesIn(book.facts);
  const sales = saleRows(book).filter((row) => row.kind === 'sale' && row.settleDay !== null);
  const ofTerminals = [...groupBy(sales, (row) => row.terminal).values()];
  const lines = ofTerminals.flatMap((of) => [...groupBy(of, (row) => row.card).values()]);
  return lines.map((line) =>
    [...groupBy(line, (row) => row.day)].map(([day, rows]) => {
      const days = [...groupBy(rows, (row) => row.settleDay as Day)].sort((a, b) => b[1].length - a[1].length);
      const [settled, most] = days[0] as [Day, KeptEntry[]];
      return { day, settled, rows: most };
    }),
  );
}

/** The same without the rows. */
const linesIn = ({ settled }: Facts): Batch[][] =>
  [...settled.values()].map((days) =>
    [...days]
      .map(([day, counts]) => ({ day, settled: mostOf(counts), rows: [] }))
      .sort((a, b) => (a.day < b.day ? -1 : 1)),
  );

/** The day on which most were settled; of equals any. */
const mostOf = (counts: ReadonlyMap<Day, number>): Day =>
  ([...counts].sort((a, b) => b[1] - a[1])[0] as [Day, number])[0];

/** Whether a batch may have been settled out of its order, told without the rows. */
export function mayBeLate(book: Book, facts: Facts): boolean {
  const days = [...facts.settled.values()].flatMap((line) => [...line.values()]);
  const isTie = (counts: ReadonlyMap<Day, number>): boolean => {
    const [first, second] = [...counts.values()].sort((a, b) => b - a);
    return first === second;
  };
  return days.some((counts) => counts.size > 1 && isTie(counts)) || lateIn(book, linesIn(facts)).length > 0;
}

/** By day, over all terminals: the batches that a later batch of the same terminal and card type has overtaken. */
function lateIn(book: Book, lines: readonly (readonly Batch[])[]): Late[] {
  const late: Batch[] = [];
  for (const line of lines) {
    let earliest: Day | null = null;
    for (const batch of line.toReversed()) {
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
