import type { Ledger } from '#records/entry.ts';
import { marksByKey } from '../acts/marks.ts';
import type { CaptureHead } from '../book.ts';
import { Damaged } from '../codec/bytes.ts';
import { figuresOf } from '../figures/figures.ts';
import { type DayFigures, withFigures } from '../figures/sheets.ts';
import type { DayBook } from '../merge/day-books.ts';
import { OpenDay } from '../merge/open-day.ts';
import type { BookDb } from '../schema.ts';
import { entriesOfFirst, type FirstDay } from './first-day.ts';

/**
 * Carries the rows of a version 1 book over: day by day into the columns of version 2, with their sheets, and what its captures say with what
 * version 1 did not keep. One transaction at the end: cut off before it, it begins anew at the next opening, and the book is as it was.
 */
export async function finishUpgrade(db: BookDb, name: string): Promise<void> {
  if ((await db.meta.get('upgrading')) === undefined) return;
  await navigator.locks.request(`arrears-radar-upgrade:${name}`, async () => {
    if ((await db.meta.get('upgrading')) === undefined) return;
    const books: DayBook[] = [];
    const figures: (DayFigures & { account: string })[] = [];
    const lists = new Map<number, Map<string, Set<Ledger>>>();
    for (const first of (await db.days.toArray()) as FirstDay[]) {
      const open = await opened(first, lists);
      books.push(open.book());
      figures.push({ account: first.account, ...figuresOf(open, marksByKey([])) });
    }
    const sheets = withFigures([], figures);
    const names = new Map((await db.accounts.toArray()).map(({ id, name: called }) => [id, called]));
    const heads = (await db.captures.toArray()).map((head) => withLists(head, lists.get(head.seq), names));
    await db.transaction('rw', [db.days, db.sheets, db.captures, db.seen, db.meta], async () => {
      await db.days.bulkPut(books);
      await db.sheets.bulkPut(sheets);
      await db.captures.bulkPut(heads);
      await db.seen.toCollection().modify((record: { codec?: number }) => {
        record.codec = 1;
      });
      await db.meta.delete('upgrading');
    });
  });
}

async function opened(first: FirstDay, lists: Map<number, Map<string, Set<Ledger>>>): Promise<OpenDay> {
  const entries = await entriesOfFirst(first);
  if (!entries.ok) throw new Damaged();
  const open = new OpenDay(first.account, first.day, null);
  for (const { seenIn, ...row } of entries.value) {
    open.add(row, seenIn);
    for (const seq of row.ledger === 'notice' ? [] : seenIn) {
      const of = lists.get(seq) ?? new Map<string, Set<Ledger>>();
      lists.set(seq, of.set(first.account, (of.get(first.account) ?? new Set<Ledger>()).add(row.ledger)));
    }
  }
  return open;
}

/** Version 1 kept in its accounts only what a capture had read of them, and what it had called them. */
function withLists(
  head: CaptureHead,
  lists: ReadonlyMap<string, ReadonlySet<Ledger>> | undefined,
  names: ReadonlyMap<string, string | null>,
): CaptureHead {
  const all = [...(lists?.values() ?? [])].flatMap((ledgers) => [...ledgers]);
  return {
    ...head,
    linked: 0,
    lists: Object.fromEntries(head.accounts.map((id) => [id, [...new Set(lists?.get(id) ?? all)].sort().join('+')])),
    names: Object.fromEntries(head.accounts.flatMap((id) => (names.get(id) ? [[id, names.get(id) as string]] : []))),
    saw: null,
    sameAs: null,
    original: null,
    undoneAt: null,
    erasedAt: null,
  };
}
