import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Entry, KeptEntry } from '#records/entry.ts';
import type { Reading } from '#records/reading.ts';
import type { Book } from './book.ts';
import { memoryBook } from './memory.ts';
import { openBook } from './store.ts';
import { anyReading, countFacts, entry, factsOf, idEntry, input, plainEntry, reading, serialEntry } from './testing.ts';

const runs = { numRuns: 60 };

async function all(book: Book): Promise<KeptEntry[]> {
  const entries = await book.entriesOf();
  if (!entries.ok) throw new Error(entries.error);
  return entries.value;
}

async function filled(readings: readonly Reading[]): Promise<Book> {
  const book = memoryBook();
  for (const of of readings) await book.takeIn(input(of));
  return book;
}

test('taking the same reading in again adds nothing and loses nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyReading, { maxLength: 3 }), anyReading, async (before, of) => {
      const book = await filled([...before, of]);
      const first = factsOf(await all(book));
      const again = await book.takeIn(input(of));
      expect(again).toMatchObject({ ok: true, value: { added: 0, existing: of.entries.length } });
      expect(factsOf(await all(book))).toEqual(first);
    }),
    runs,
  );
});

test('captures that overlap merge as multisets: of equal rows the larger count wins', async () => {
  // State and figures do not tell rows apart, so the world here is one in which they do not vary.
  const plain = plainEntry.map((row): Entry => ({ ...row, state: 'done', fee: 0 }));
  const list = fc.array(plain, { maxLength: 15 });
  await fc.assert(
    fc.asyncProperty(fc.array(list, { minLength: 1, maxLength: 4 }), async (lists) => {
      const kept = countFacts(await all(await filled(lists.map((rows) => reading(rows)))));
      const counts = lists.map(countFacts);
      for (const fact of new Set(lists.flatMap(factsOf))) {
        expect(kept.get(fact)).toBe(Math.max(...counts.map((count) => count.get(fact) ?? 0)));
      }
    }),
    runs,
  );
});

test('nothing ever vanishes: each later book holds at least what an earlier one held', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyReading, { minLength: 1, maxLength: 5 }), async (readings) => {
      const book = memoryBook();
      let before = new Set<string>();
      for (const of of readings) {
        await book.takeIn(input(of));
        const keys = (await all(book)).map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
        for (const key of before) expect(keys).toContain(key);
        before = new Set(keys);
      }
    }),
    runs,
  );
});

test('page first or file first: the same rows are kept', async () => {
  const rows = fc.array(fc.oneof(idEntry, serialEntry), { maxLength: 15 });
  await fc.assert(
    fc.asyncProperty(rows, rows, async (onPage, inFile) => {
      const page = input(reading(onPage, { stableIds: true }));
      const file = input(reading(inFile, { stableIds: true }), { source: 'file', place: 'a.csv' });
      const [one, two] = [memoryBook(), memoryBook()];
      for (const of of [page, file]) await one.takeIn(of);
      for (const of of [file, page]) await two.takeIn(of);
      expect(factsOf(await all(one))).toEqual(factsOf(await all(two)));
    }),
    runs,
  );
});

test('a source that shows only the settlement day doubles no row known by its id', async () => {
  const settled = (row: Entry): Entry => ({ ...row, at: null, day: '2026-10-03', settleDay: '2026-10-03' });
  await fc.assert(
    fc.asyncProperty(fc.array(idEntry, { maxLength: 12 }), fc.boolean(), async (rows, late) => {
      const distinct = [...new Map(rows.map((row) => [`${row.reference}${row.kind}`, row])).values()];
      const [full, bare] = [
        reading(distinct, { stableIds: true }),
        reading(distinct.map(settled), { stableIds: true }),
      ];
      const kept = await all(await filled(late ? [full, bare] : [bare, full]));
      expect(kept.map(({ at }) => at).sort()).toEqual(distinct.map(({ at }) => at).sort());
    }),
    runs,
  );
});

test('the book in the database equals the book in memory after any sequence of readings', async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(anyReading, { minLength: 1, maxLength: 4 }), async (readings) => {
      run += 1;
      const [memory, stored] = [memoryBook(), openBook(`equal-${run}`)];
      for (const of of readings) {
        const takings = [await memory.takeIn(input(of)), await stored.takeIn(input(of))];
        expect(takings[1]).toEqual(takings[0]);
      }
      expect(await stored.entriesOf()).toEqual(await memory.entriesOf());
      expect(await stored.accounts()).toEqual(await memory.accounts());
      expect(await stored.knowledge()).toEqual(await memory.knowledge());
      expect(await stored.captures()).toEqual(await memory.captures());
      expect(await stored.verify()).toEqual({ ok: true, value: { unbroken: true, links: readings.length, erased: 0 } });
      stored.close();
    }),
    { numRuns: 25 },
  );
});

test('where one id stands under days of two months, the book in the database and the one in memory choose the same row', async () => {
  const row = (over: Partial<Entry>): Entry => entry({ reference: 'S1', at: `${over.day}T10:00:00+08:00`, ...over });
  const readings = [
    [row({ day: '2026-10-01', amount: 100, state: 'pending' }), row({ day: '2026-09-30', amount: 200 })],
    [row({ day: '2026-10-02', amount: 200 })],
  ];
  const [memory, stored] = [memoryBook(), openBook('two-months')];
  for (const rows of readings) {
    for (const book of [memory, stored]) await book.takeIn(input(reading(rows, { stableIds: true })));
  }
  expect(await stored.entriesOf()).toEqual(await memory.entriesOf());
  stored.close();
});

test('every proof can be looked up by its key', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyReading, { minLength: 1, maxLength: 3 }), async (readings) => {
      const book = await filled(readings);
      const entries = await all(book);
      for (const account of new Set(entries.map((row) => row.account))) {
        const own = entries.filter((row) => row.account === account);
        const found = await book.rows(
          account,
          own.map(({ key }) => key),
        );
        expect(found.ok && found.value.length).toBe(own.length);
      }
    }),
    runs,
  );
});

test('a hostile source of one name and many amounts is kept in bounded time, and read again adds nothing', async () => {
  const rows = Array.from({ length: 3000 }, (_, n) => entry({ reference: 'X', amount: n, at: null }));
  const book = await filled([reading(rows, { stableIds: true })]);
  expect(await book.takeIn(input(reading(rows, { stableIds: true })))).toMatchObject({ ok: true, value: { added: 0 } });
  expect(await all(book)).toHaveLength(3000);
});
