import type { Day } from '#money/day.ts';
import type { KeptEntry } from '#records/entry.ts';
import type { DayColumns } from '#records/row-columns.ts';
import { asMarked, counts, marksByKey } from './acts/marks.ts';
import type { Damage } from './book.ts';
import { Damaged } from './codec/bytes.ts';
import { readColumns } from './codec/columns.ts';
import { type Origin, readOrigins } from './codec/origins.ts';
import { readRows } from './codec/rows.ts';
import { undamaged } from './codec/undamaged.ts';
import { type DayBook, entriesIn } from './merge/day-books.ts';
import type { Shelf } from './shelf.ts';

/** Who looks at days by column. */
export interface ColumnReader {
  /** Which rows of each block are wanted, by number; null: none, and nothing more is to be shown. */
  look(day: DayColumns): readonly (readonly number[])[] | null;
  /** Those rows. */
  keep(rows: readonly KeptEntry[]): void;
  /** A day with rows of which the merchant has said something, as he sees them. Answers whether more is to be shown. */
  whole(account: string, day: Day, rows: readonly KeptEntry[], isAsked: (row: KeptEntry) => boolean): boolean;
}

/** What became of showing an account by column. */
export interface ByColumn {
  /** The reader has not ended it. */
  readonly all: boolean;
  readonly damage: readonly Damage[];
}

/** Some days, and of them the rows that no capture up to `after` has shown; the others are shown beside them. */
export interface Newer {
  readonly days: readonly Day[];
  readonly after: number;
}

/** Shows the days of an account by column, in order; all, or those with something new. */
export async function byColumn(
  shelf: Shelf,
  account: string,
  reader: ColumnReader,
  newer: Newer | null,
): Promise<ByColumn> {
  const marks = marksByKey(await shelf.marks(account));
  const marked = new Set([...marks.values()].map(({ day }) => day));
  const damage: Damage[] = [];
  const after = newer?.after ?? 0;
  const isAsked = (seenIn: Origin): boolean => (seenIn[0] ?? 0) > after;
  for await (const books of newer === null ? shelf.span(account, null) : listed(shelf, account, newer.days)) {
    for (const book of books) {
      const shown = undamaged(() => {
        if (!marked.has(book.day)) return show(book, reader, after === 0 ? null : isAsked);
        const seen = asMarked(
          entriesIn(book).filter((row) => row.supersededBy !== null || counts(row, marks)),
          marks,
        );
        return reader.whole(account, book.day, seen, ({ seenIn }) => isAsked(seenIn));
      });
      if (shown === null) damage.push({ account, of: 'rows', at: book.day });
      else if (!shown) return { all: false, damage };
    }
  }
  return { all: true, damage };
}

async function* listed(shelf: Shelf, account: string, days: readonly Day[]): AsyncGenerator<readonly DayBook[]> {
  const books = await shelf.days(days.map((day) => ({ account, day })));
  yield [...books.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** Throws `Damaged`, and has shown nothing of the day then. Answers whether more is to be shown. */
function show(
  { account, day, rows, origins }: DayBook,
  reader: ColumnReader,
  isAsked: ((of: Origin) => boolean) | null,
): boolean {
  if (!Array.isArray(rows)) throw new Damaged();
  const seen = isAsked === null ? null : readOrigins(origins);
  let first = 0;
  const blocks = rows.map((bytes) => {
    const columns = readColumns(bytes);
    const asked = new Uint8Array(columns.length).fill(1);
    if (seen && isAsked) for (let n = 0; n < asked.length; n += 1) asked[n] = isAsked(seen[first + n] ?? []) ? 1 : 0;
    first += columns.length;
    return { ...columns, asked };
  });
  const wanted = reader.look({ account, day, blocks });
  if (wanted === null) return false;
  if (wanted.every((own) => own.length === 0)) return true;
  // The reader has counted what it was shown: where rows cannot be read back, whoever reads the account row by row finds the damage.
  const found = undamaged(() => pick({ account, day, rows, seen: seen ?? readOrigins(origins) }, blocks, wanted));
  if (found === null) return false;
  reader.keep(found);
  return true;
}

/** The rows of these numbers in each block. Throws `Damaged`. */
function pick(
  { account, day, rows, seen }: Pick<DayBook, 'account' | 'day' | 'rows'> & { readonly seen: readonly Origin[] },
  blocks: readonly { readonly length: number }[],
  wanted: readonly (readonly number[])[],
): KeptEntry[] {
  let first = 0;
  return blocks.flatMap(({ length }, at) => {
    const own = wanted[at] ?? [];
    const all = own.length === 0 ? [] : readRows(account, day, rows[at] as Uint8Array);
    const from = first;
    first += length;
    return own.flatMap((n) => (all[n] ? [{ ...all[n], seenIn: seen[from + n] ?? [] }] : []));
  });
}
