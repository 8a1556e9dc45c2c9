import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { inspectBackup } from './backup/inspect.ts';
import { backedUp, restored, value } from './backup/testing.ts';
import type { Book, Damage } from './book.ts';
import { memoryBook } from './memory.ts';
import { bookDb } from './schema.ts';
import { openBook } from './store.ts';
import { entry, factsOf, input, reading, SHOP } from './testing.ts';

let count = 0;
/** Three captures: a row on its way, the same come out, and one of another day. */
async function lived(): Promise<{ name: string; book: Book }> {
  count += 1;
  const name = `damaged-proof-${count}`;
  const book = openBook(name);
  const row = entry({ reference: 'A', state: 'pending', fee: null, net: null });
  for (const of of [row, { ...row, state: 'done' as const, fee: 600 }, entry({ day: '2026-10-09' })])
    value(await book.takeIn(input(reading([of], { stableIds: true }), { place: `${of.state} ${of.day}` })));
  return { name, book };
}

/** Turns over one bit of what stands first in what a capture changed, or of what it saw. */
async function flip(name: string, table: 'traces' | 'seen', seq: number): Promise<void> {
  const db = bookDb(name);
  const record = (await db.table(table).get(seq)) as { bytes: Uint8Array; images: { rows: Uint8Array }[] };
  const bytes = table === 'seen' ? record.bytes : record.images[0]?.rows;
  if (!bytes) throw new Error('nothing to damage');
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  await db.table(table).put(record);
  db.close();
}

const rowsOf = async (book: Book) => factsOf(value(await book.entriesOf()));

test('what a capture has changed cannot be told any more: it is named, and everything else goes on', async () => {
  const { name, book } = await lived();
  const rows = await rowsOf(book);
  await flip(name, 'traces', 2);
  const damage: Damage[] = [{ account: SHOP, of: 'trace', at: '2026-10-01' }];
  expect(value(await book.damage())).toEqual(damage);
  const file = await backedUp(book);
  expect(value(await inspectBackup(file, { passphrase: null })).damage).toEqual(damage);
  const copy = openBook(`${name}-copy`);
  expect(await restored(copy, file)).toMatchObject({ how: 'whole', damage });
  expect(value(await copy.damage())).toEqual(damage);
  expect(value(await copy.verify())).toEqual({ unbroken: true, links: 3, erased: 0 });
  const other = memoryBook();
  value(await other.takeIn(input(reading([entry({ account: 'lakala:1' })], { provider: 'lakala' }))));
  expect(await restored(other, file)).toMatchObject({ how: 'merged', captures: 3, added: 2, damage });
  for (const one of [book, copy]) {
    expect(await rowsOf(one)).toEqual(rows);
    const past: string[] = [];
    const missing = value(await one.find({ asOf: 1 }, (_, day) => past.push(day) > 0));
    expect([past, missing]).toEqual([[], [{ account: SHOP, of: 'rows', at: '2026-10-01' }]]);
    expect(await one.undo(2)).toEqual({ ok: false, error: 'damaged' });
    expect(value(await one.undo(3))).toMatchObject({ removed: 1 });
    expect(value(await one.undo(1))).toMatchObject({ removed: 0 });
    expect(value(await one.entriesOf())).toMatchObject([{ state: 'done', seenIn: [2] }]);
  }
  copy.close();
  book.close();
});

test('what a capture saw cannot be read any more: it is named, and its rows and its link are kept', async () => {
  const { name, book } = await lived();
  const rows = await rowsOf(book);
  // The same again: it is kept once, and lost for both.
  const [first] = value(await book.captures());
  await flip(name, 'seen', first?.seq ?? 0);
  const captures = value(await book.captures());
  const lost = captures.filter(({ seq, sameAs }) => seq === 1 || sameAs === 1).map(({ seq }) => String(seq));
  const damage = lost.map((at) => ({ account: SHOP, of: 'seen', at }));
  const file = await backedUp(book);
  const copy = memoryBook();
  expect(await restored(copy, file)).toMatchObject({ how: 'whole', damage });
  const other = memoryBook();
  value(await other.takeIn(input(reading([entry({ account: 'lakala:1' })], { provider: 'lakala' }))));
  expect(await restored(other, file)).toMatchObject({ how: 'merged', captures: 3, added: 2, damage });
  for (const [one, more] of [
    [copy, 0],
    [other, 1],
  ] as const) {
    const links = 3 + more;
    expect(value(await one.verify())).toEqual({ unbroken: true, links, erased: 0, lost: lost.length });
    expect(value(await one.seen(1 + more))).toBeNull();
  }
  expect(await rowsOf(copy)).toEqual(rows);
  // Backed up again, it is lost still; read again, what is seen is kept anew.
  expect(await restored(memoryBook(), await backedUp(copy))).toMatchObject({ damage });
  value(await copy.takeIn(input(reading([entry({ day: '2026-10-09' })], { stableIds: true }))));
  expect(value(await copy.seen(4))).toHaveLength(1);
  book.close();
});

test('a link whose sight is lost still breaks where it was changed', async () => {
  const { name, book } = await lived();
  await flip(name, 'seen', 1);
  const copy = memoryBook();
  await restored(copy, await backedUp(book));
  const heads = value(await copy.captures());
  const { verifyChain } = await import('./proof/proof.ts');
  const links = heads.map((head, at) => ({
    ...head,
    place: at === 0 ? 'elsewhere' : head.place,
    erased: false,
    lost: true,
    seen: { codec: 2 as const, instants: ['2026-10-02T01:00:00.000Z'], bytes: new Uint8Array() },
  }));
  expect(await verifyChain(links, value(await copy.end()))).toEqual({ unbroken: false, brokenAt: 1 });
  expect(
    await verifyChain(
      links.map((link, at) => ({ ...link, place: heads[at]?.place ?? '' })),
      value(await copy.end()),
    ),
  ).toMatchObject({ unbroken: true, lost: 3 });
  book.close();
});
