import 'fake-indexeddb/auto';
import { existsSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import type { Book } from '#book/book.ts';
import { BOOK_VERSION, bookDb } from '#book/schema.ts';
import { openBook } from '#book/store.ts';
import type { KeptEntry } from '#records/entry.ts';
import { totalsOf } from '../../src/book/figures/totals.ts';
import { input, reading } from '../../src/book/testing.ts';
import { type Frozen, thaw } from './freeze.ts';

/** What a version's book held, and what that version itself said of it. */
interface Kept {
  readonly database: Frozen;
  readonly says: {
    readonly entries: { readonly value: readonly KeptEntry[] };
    readonly accounts: unknown;
    readonly knowledge: readonly unknown[];
    readonly seen: readonly unknown[];
    readonly verify: { readonly value: { readonly links: number } };
    readonly unread: unknown;
    readonly check: unknown;
    /** Since version 2. */
    readonly marks?: unknown;
  };
}

const fileOf = (version: number): URL => new URL(`version-${version}.json`, import.meta.url);
const kept = (version: number): Kept => JSON.parse(readFileSync(fileOf(version), 'utf8')) as Kept;

const value = <T>(result: { ok: true; value: T } | { ok: false; error: string }): T => {
  if (!result.ok) throw new Error(result.error);
  return result.value;
};

let count = 0;
const opened: Book[] = [];
async function thawed(version: number): Promise<{ name: string; book: Book }> {
  count += 1;
  const name = `version-${version}-${count}`;
  await thaw(name, kept(version).database);
  const book = openBook(name);
  opened.push(book);
  return { name, book };
}
afterEach(() => {
  for (const book of opened.splice(0)) book.close();
});

const versions = Array.from({ length: BOOK_VERSION }, (_, n) => n + 1);

test.each(versions)('version %i of the book is kept for the tests', (version) => {
  expect(existsSync(fileOf(version))).toBe(true);
  expect(kept(version).database.version).toBe(version * 10);
});

describe.each(versions)('a book of version %i', (version) => {
  test('says after the upgrade what it said before', async () => {
    const { book } = await thawed(version);
    const { says } = kept(version);
    expect(value(await book.entriesOf())).toEqual(says.entries.value);
    expect(await book.accounts()).toEqual(says.accounts);
    expect([...value(await book.knowledge())]).toEqual(says.knowledge);
    for (const [at, seen] of says.seen.entries()) expect(await book.seen(at + 1)).toEqual(seen);
    expect(value(await book.verify())).toMatchObject(says.verify.value);
    expect(await book.unread()).toEqual(says.unread);
    expect(await book.lastCheck()).toEqual(says.check);
    if (says.marks) expect(await book.marks()).toEqual(says.marks);
    expect(value(await book.stagedJobs())).toEqual(['job-1']);
  });

  test('has its figures, and goes on', async () => {
    const { book } = await thawed(version);
    const rows = value(await book.entriesOf());
    const figures = value(await book.figures());
    expect(figures.reduce((sum, day) => sum + day.rows, 0)).toBe(rows.length);
    const day = rows.filter((row) => row.day === '2026-10-01');
    expect(figures.find((one) => one.day === '2026-10-01')?.totals).toEqual(totalsOf(day));
    const again = reading(
      rows.filter(({ reference }) => reference !== null),
      { stableIds: true },
    );
    expect(value(await book.takeIn(input(again, { at: '2026-11-01T01:00:00.000Z' })))).toMatchObject({ added: 0 });
    expect(value(await book.verify())).toMatchObject({
      unbroken: true,
      links: kept(version).says.verify.value.links + 1,
    });
  });

  test('lets a capture be taken back that was read before the upgrade', async () => {
    const { book } = await thawed(version);
    const before = value(await book.entriesOf());
    const { seq } = value(await book.captures()).find(({ place }) => place.includes('weixin')) ?? { seq: 0 };
    expect(value(await book.undo(seq))).toMatchObject({ removed: 1 });
    expect(value(await book.entriesOf())).toEqual(before.filter(({ account }) => !account.startsWith('wechatpay')));
    expect(value(await book.verify())).toMatchObject({ unbroken: true });
  });

  test('lets rows count again that a capture before the upgrade no longer found', async () => {
    const { book } = await thawed(version);
    const [missing] = value(await book.entriesOf()).filter(({ supersededBy }) => supersededBy !== null);
    const before = value(await book.figures());
    value(await book.undo(missing?.supersededBy ?? 0));
    const rows = value(await book.entriesOf());
    expect(rows.find(({ key }) => key === missing?.key)).toMatchObject({ ...missing, supersededBy: null });
    expect(rows.every(({ supersededBy }) => supersededBy === null)).toBe(true);
    const day = rows.filter((row) => row.account === missing?.account && row.day === missing.day);
    const of = value(await book.figures()).find((one) => one.account === missing?.account && one.day === missing.day);
    expect(of?.totals).toEqual(totalsOf(day));
    expect(before).not.toContainEqual(of);
  });
});

describe('an upgrade of version 1 that does not come to its end', () => {
  test('begins anew at the next opening, and nothing is lost', async () => {
    const { name, book } = await thawed(1);
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args: Parameters<typeof put>) {
      if (this.name === 'sheets') throw new DOMException('no room', 'QuotaExceededError');
      return put.apply(this, args);
    };
    try {
      expect(await book.entriesOf()).toEqual({ ok: false, error: 'disk-full' });
    } finally {
      IDBObjectStore.prototype.put = put;
    }
    const db = bookDb(name);
    expect((await db.days.toArray()).map(({ codec }) => codec)).not.toContain(2);
    db.close();
    expect(value(await book.entriesOf())).toEqual(kept(1).says.entries.value);
  });

  test('says that a record is damaged, and leaves all of them as they were', async () => {
    const { name, book } = await thawed(1);
    const db = bookDb(name);
    const [first] = await db.days.toArray();
    await db.days.toCollection().modify({ rows: new Uint8Array([1, 2, 3]) });
    expect(await book.entriesOf()).toEqual({ ok: false, error: 'damaged' });
    expect(await db.sheets.count()).toBe(0);
    expect(await db.days.count()).toBe(kept(1).database.tables.find((table) => table.name === 'days')?.records.length);
    expect(first?.codec).toBe(1);
    db.close();
  });
});
