import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Day } from '#money/day.ts';
import { inspectBackup } from './backup/inspect.ts';
import { anyStep, happens, restored, value } from './backup/testing.ts';
import type { Book, Damage, ListedRow, Question } from './book.ts';
import { memoryBook } from './memory.ts';
import { bookDb } from './schema.ts';
import { openBook } from './store.ts';
import { entry, input, reading, SHOP } from './testing.ts';

let count = 0;
async function lived(steps: Parameters<typeof happens>[1][]): Promise<{ name: string; book: Book }> {
  count += 1;
  const name = `damaged-${count}`;
  const book = openBook(name);
  value(await book.takeIn(input(reading([entry(), entry({ day: '2026-10-02' })]))));
  for (const step of steps) await happens(book, step);
  return { name, book };
}

/** Turns over one bit of one record of a table; answers its account and day or month. Null where the table is empty. */
async function flip(
  name: string,
  table: 'days' | 'sheets',
  which: number,
): Promise<{ account: string; at: string } | null> {
  const db = bookDb(name);
  const records = (await db.table(table).toArray()) as {
    account: string;
    day?: Day;
    month?: string;
    rows: Uint8Array[];
    days: Uint8Array;
  }[];
  const record = records[which % Math.max(1, records.length)];
  if (record) {
    const bytes = (table === 'days' ? record.rows[0] : record.days) ?? new Uint8Array();
    bytes[which % bytes.length] = (bytes[which % bytes.length] ?? 0) ^ 1;
    await db.table(table).put(record);
  }
  db.close();
  return record ? { account: record.account, at: record.day ?? record.month ?? '' } : null;
}

async function found(book: Book, question: Question = {}): Promise<{ rows: ListedRow[]; damage: Damage[] }> {
  const rows: ListedRow[] = [];
  const damage = value(await book.find(question, (some) => rows.push(...some) > 0));
  return { rows, damage };
}

async function backedUp(book: Book) {
  const parts: BlobPart[] = [];
  const written = value(await book.backup({ passphrase: null, write: async (bytes) => void parts.push(bytes) }));
  return { file: new Blob(parts), written };
}

const anyLife = fc.array(anyStep, { maxLength: 6 });

test('figures that cannot be read back are what the rows come to, and are kept right by the next act', async () => {
  await fc.assert(
    fc.asyncProperty(anyLife, fc.nat(1000), anyStep, async (steps, which, next) => {
      const { name, book } = await lived(steps);
      const before = value(await book.figures());
      await flip(name, 'sheets', which);
      expect(value(await book.figures())).toEqual(before);
      await happens(book, next);
      const after = value(await book.figures());
      const copy = memoryBook();
      const { file, written } = await backedUp(book);
      expect(written.damage).toEqual([]);
      await restored(copy, file);
      expect(value(await copy.figures())).toEqual(after);
      book.close();
    }),
    { numRuns: 25 },
  );
}, 60_000);

test('a day that cannot be read back costs itself alone, and is named wherever rows are asked for', async () => {
  await fc.assert(
    fc.asyncProperty(anyLife, fc.nat(1000), fc.boolean(), async (steps, which, figuresToo) => {
      const { name, book } = await lived(steps);
      const before = await found(book);
      const figures = value(await book.figures());
      const lost = await flip(name, 'days', which);
      if (!lost) return book.close();
      if (figuresToo) for (let n = 0; n < 10; n += 1) await flip(name, 'sheets', n);
      const isLost = ({ account, day }: { account: string; day: Day }): boolean =>
        account === lost.account && day === lost.at;
      const left = before.rows.filter(({ entry: row }) => !isLost(row));
      const damage = [{ ...lost, of: 'rows' as const }];
      expect(await found(book)).toEqual({ rows: left, damage });
      const now = value(await book.figures());
      expect(now.map(({ account, day, rows }) => [account, day, rows])).toEqual(
        figures.map(({ account, day, rows }) => [account, day, rows]),
      );
      expect(now.filter((of) => !isLost(of))).toEqual(figures.filter((of) => !isLost(of)));

      const { file, written } = await backedUp(book);
      expect(written).toMatchObject({ rows: left.length, damage });
      expect(value(await inspectBackup(file, { passphrase: null }))).toMatchObject({ rows: left.length, damage });
      // The book that it becomes knows as much, and as little.
      const copy = memoryBook();
      expect(await restored(copy, file)).toMatchObject({ how: 'whole', damage });
      expect(await found(copy)).toEqual({ rows: left, damage });
      expect(value(await copy.damage())).toEqual(damage);
      book.close();
    }),
    { numRuns: 25 },
  );
}, 60_000);

test('what would touch a day that cannot be read back is refused, and other days go on', async () => {
  const { name, book } = await lived([]);
  const lost = await flip(name, 'days', 0);
  expect(lost).toEqual({ account: SHOP, at: '2026-10-01' });
  await flip(name, 'sheets', 0);
  expect(await book.takeIn(input(reading([entry()])))).toEqual({ ok: false, error: 'damaged' });
  expect(value(await book.takeIn(input(reading([entry({ day: '2026-10-09' })])))).added).toBe(1);
  expect(value(await book.figures()).map(({ day, rows }) => [day, rows])).toEqual([
    ['2026-10-01', 1],
    ['2026-10-02', 1],
    ['2026-10-09', 1],
  ]);
  book.close();
});

test('added to another book, a backup without some day brings all others and proves nothing of the account', async () => {
  const { name, book } = await lived([]);
  await flip(name, 'days', 0);
  const { file } = await backedUp(book);
  const other = memoryBook();
  value(await other.takeIn(input(reading([entry({ account: 'lakala:1' })], { provider: 'lakala' }))));
  const damage = [{ account: SHOP, of: 'rows', at: '2026-10-01' }];
  expect(await restored(other, file)).toMatchObject({ how: 'merged', captures: 1, added: 1, damage });
  expect((await found(other, { accounts: [SHOP] })).rows).toMatchObject([{ entry: { day: '2026-10-02' } }]);
  expect(value(await book.knowledge()).get(SHOP)?.whole).toBe(true);
  expect(value(await other.knowledge()).get(SHOP)?.whole).toBe(false);
  expect(value(await other.verify())).toMatchObject({ unbroken: true });
  book.close();
});
