import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Book } from './book.ts';
import { totalsOf } from './figures/totals.ts';
import { bookDb } from './schema.ts';
import { openBook } from './store.ts';
import { entry, input, reading, SHOP, sighting } from './testing.ts';

let count = 0;
const opened: Book[] = [];
function fresh(): { name: string; book: Book } {
  count += 1;
  const name = `book-${count}`;
  const book = openBook(name);
  opened.push(book);
  return { name, book };
}
afterEach(() => {
  for (const book of opened.splice(0)) book.close();
});

const value = <T>(result: { ok: true; value: T } | { ok: false; error: string }): T => {
  if (!result.ok) throw new Error(result.error);
  return result.value;
};

describe('one take-in is whole or nothing', () => {
  test.each(['days', 'sheets', 'accounts', 'ids', 'captures', 'seen', 'traces', 'meta', 'staging'])(
    'a failure while %s are written leaves everything as it was',
    async (table) => {
      const { name, book } = fresh();
      const rows = [entry({ reference: 'A' }), entry({ reference: 'B', day: '2026-10-02' })];
      value(await book.takeIn(input(reading(rows.slice(0, 1), { stableIds: true }))));
      value(await book.stage('job', 0, sighting('page')));
      const before = [await book.entriesOf(), await book.accounts(), await book.captures(), await book.lastCheck()];
      book.close();

      const put = IDBObjectStore.prototype.put;
      const add = IDBObjectStore.prototype.add;
      const remove = IDBObjectStore.prototype.delete;
      const failing = <A extends unknown[], R>(method: (...args: A) => R) =>
        function (this: IDBObjectStore, ...args: A): R {
          if (this.name === table) throw new DOMException('no room', 'QuotaExceededError');
          return method.apply(this, args);
        };
      IDBObjectStore.prototype.put = failing(put);
      IDBObjectStore.prototype.add = failing(add);
      IDBObjectStore.prototype.delete = failing(remove);
      const again = openBook(name);
      const failed = await again.takeIn(input(reading(rows, { stableIds: true }), { jobId: 'job' }));
      IDBObjectStore.prototype.put = put;
      IDBObjectStore.prototype.add = add;
      IDBObjectStore.prototype.delete = remove;

      expect(failed).toEqual({ ok: false, error: 'disk-full' });
      expect([
        await again.entriesOf(),
        await again.accounts(),
        await again.captures(),
        await again.lastCheck(),
      ]).toEqual(before);
      expect(value(await again.staged('job'))).toHaveLength(1);
      expect(value(await again.takeIn(input(reading(rows, { stableIds: true }), { jobId: 'job' })))).toMatchObject({
        added: 1,
        existing: 1,
      });
      expect(value(await again.verify())).toEqual({ unbroken: true, links: 2, erased: 0 });
      again.close();
    },
  );

  test('readings taken in at the same time come one after the other', async () => {
    const { book } = fresh();
    const rows = [entry(), entry()];
    const taken = await Promise.all([1, 2, 3].map(() => book.takeIn(input(reading(rows)))));
    expect(taken.map((one) => value(one).added).sort()).toEqual([0, 0, 2]);
    expect(taken.map((one) => value(one).seq).sort()).toEqual([1, 2, 3]);
  });

  test('where a browser breaks the lock, of two that start from the same book one is kept whole, and of the other nothing', async () => {
    const { book } = fresh();
    value(await book.takeIn(input(reading([entry({ reference: 'A' })], { stableIds: true }))));
    const lock = vi
      .spyOn(navigator.locks, 'request')
      .mockImplementation(((...asked: unknown[]) =>
        (asked.at(-1) as (held: null) => unknown)(null)) as LockManager['request']);
    const readings = ['B', 'C'].map((reference) => reading([entry({ reference })], { stableIds: true }));
    const taken = await Promise.all(readings.map((one) => book.takeIn(input(one))));
    lock.mockRestore();

    expect(taken.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const kept = value(await book.entriesOf());
    expect(kept).toHaveLength(2);
    expect(value(await book.captures())).toHaveLength(2);
    expect(value(await book.verify())).toEqual({ unbroken: true, links: 2, erased: 0 });
  });
});

describe('what is kept beside the rows', () => {
  test('a failed look is remembered without a capture, and what was known stays', async () => {
    const { book } = fresh();
    value(await book.takeIn(input(reading([entry()], { names: { [SHOP]: '沪上鲜果店' } }))));
    const out = reading([], { outcome: 'signed-out', accounts: [] });
    expect(value(await book.takeIn(input(out, { jobId: 'j' })))).toMatchObject({ seq: null, added: 0 });
    expect(value(await book.lastCheck())).toMatchObject({ jobId: 'j', taken: { check: { outcome: 'signed-out' } } });
    expect(value(await book.captures())).toHaveLength(1);
    expect(value(await book.entriesOf())).toHaveLength(1);
    expect(value(await book.accounts())).toMatchObject([
      { id: SHOP, name: '沪上鲜果店', merchantNumber: '898310148160568' },
    ]);
  });

  test('a file that is no bill does not hide how the last check of a portal ended', async () => {
    const { book } = fresh();
    value(await book.takeIn(input(reading([], { outcome: 'maintenance', accounts: [] }))));
    const noBill = reading([], { outcome: 'not-a-known-page', accounts: [] });
    value(await book.takeIn(input(noBill, { source: 'file', place: 'holiday.csv' })));
    expect(value(await book.lastCheck())?.taken.check.outcome).toBe('maintenance');
  });

  test('a part reading is a capture, its gaps are known, and a whole one fills them', async () => {
    const { book } = fresh();
    const gaps = [{ gap: 'stopped' as const, params: {} }];
    const part = reading([entry()], { outcome: 'part', cover: { whole: false, gaps } });
    value(await book.takeIn(input(part)));
    expect(value(await book.knowledge()).get(SHOP)).toMatchObject({ whole: false, gaps, from: '2026-10-01' });
    value(await book.takeIn(input(reading([entry()]), { at: '2026-10-03T00:00:00.000Z' })));
    expect(value(await book.knowledge()).get(SHOP)).toMatchObject({
      whole: true,
      gaps: [],
      readAt: '2026-10-03T00:00:00.000Z',
    });
    // A day that was proved stays proved; the next one was only begun.
    value(await book.takeIn(input(part, { at: '2026-10-04T00:00:00.000Z' })));
    expect(value(await book.knowledge()).get(SHOP)).toMatchObject({ whole: true, gaps: [] });
    const next = reading([entry({ day: '2026-10-02' })], { outcome: 'part', cover: { whole: false, gaps } });
    value(await book.takeIn(input(next, { at: '2026-10-04T00:00:00.000Z' })));
    expect(value(await book.knowledge()).get(SHOP)).toMatchObject({ whole: false, gaps });
  });

  test('days between two spans that nobody read are named', async () => {
    const { book } = fresh();
    value(await book.takeIn(input(reading([entry({ day: '2026-01-31' })]))));
    value(await book.takeIn(input(reading([entry({ day: '2026-03-01' })]))));
    expect(value(await book.knowledge()).get(SHOP)?.gaps).toEqual([
      { gap: 'not-proved', params: { from: '2026-02-01', to: '2026-02-28' } },
    ]);
  });

  test('the merchant names an account; what is seen later does not rename it', async () => {
    const { book } = fresh();
    const id = 'site:portal.example.com:8080:?';
    value(await book.label(id, '  老店  '));
    value(await book.takeIn(input(reading([entry({ account: id })], { names: { [id]: 'Portal' } }))));
    expect(value(await book.accounts())).toEqual([
      { id, provider: 'site:portal.example.com:8080', merchantNumber: null, name: 'Portal', label: '老店' },
    ]);
    value(await book.label(id, ''));
    expect(value(await book.accounts())[0]?.label).toBeNull();
  });

  test('day totals are those of the rows', async () => {
    const { book } = fresh();
    const rows = [entry(), entry({ fee: null }), entry({ kind: 'refund', amount: -5 }), entry({ state: 'pending' })];
    value(await book.takeIn(input(reading(rows))));
    const [figures] = value(await book.figures());
    expect(figures).toMatchObject({ account: SHOP, day: '2026-10-01', rows: 4 });
    expect(figures?.totals).toEqual(totalsOf(value(await book.entriesOf())));
    expect(figures?.totals[0]).toMatchObject({
      kind: 'sale',
      count: 2,
      amount: 20_000_000,
      fee: 60_000,
      silent: { fee: 1 },
    });
  });

  test('what a capture saw can be read back word for word, and a change in it is found', async () => {
    const { name, book } = fresh();
    for (const text of ['共 1 条', '共 2 条', '共 3 条']) {
      value(await book.takeIn(input(reading([entry()]), { sightings: [sighting(text)] })));
    }
    expect(value(await book.seen(2))).toEqual([sighting('共 2 条')]);
    const db = bookDb(name);
    const third = await db.seen.get(3);
    await db.seen.update(2, { bytes: third?.bytes ?? new Uint8Array() });
    db.close();
    expect(value(await book.verify())).toEqual({ unbroken: false, brokenAt: 2 });
  });

  test('the verifier tells how far it is, can be stopped, and misses an end that was cut off', async () => {
    const { name, book } = fresh();
    for (const text of ['共 1 条', '共 2 条', '共 3 条']) {
      value(await book.takeIn(input(reading([entry()]), { sightings: [sighting(text)] })));
    }
    const steps: (readonly number[])[] = [];
    const progress = (done: number, of: number) => steps.push([done, of]);
    expect(value(await book.verify({ progress }))).toEqual({ unbroken: true, links: 3, erased: 0 });
    expect(steps).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
    const stop = new AbortController();
    const signal = stop.signal;
    expect(value(await book.verify({ signal, progress: () => stop.abort() }))).toEqual({ unbroken: null, checked: 1 });
    const db = bookDb(name);
    await db.captures.delete(3);
    db.close();
    expect(value(await book.verify())).toEqual({ unbroken: false, brokenAt: 3 });
  });

  test('entries of some accounts and days', async () => {
    const { book } = fresh();
    const rows = [entry(), entry({ day: '2026-10-05' }), entry({ account: 'alipay:?' })];
    value(await book.takeIn(input(reading(rows))));
    expect(value(await book.entriesOf([SHOP], { from: '2026-10-02', to: '2026-10-31' }))).toMatchObject([
      { account: SHOP, day: '2026-10-05' },
    ]);
    expect(value(await book.entriesOf())).toHaveLength(3);
  });
});

describe('staging', () => {
  test('keeps pages in order, replaces a page shown again, and goes with its take-in', async () => {
    const { book } = fresh();
    for (const index of [2, 0, 10, -1, 2]) value(await book.stage('job', index, sighting(`page ${index}`)));
    value(await book.stage('other', 0, sighting('x')));
    expect(value(await book.staged('job')).map(({ index }) => index)).toEqual([-1, 0, 2, 10]);
    value(await book.takeIn(input(reading([entry()]), { jobId: 'job' })));
    expect(value(await book.stagedJobs())).toEqual(['other']);
    value(await book.dropStaged('other'));
    expect(value(await book.stagedJobs())).toEqual([]);
  });
});

describe('a book that cannot be used says why', () => {
  test('a damaged day book', async () => {
    const { name, book } = fresh();
    value(await book.takeIn(input(reading([entry()]))));
    const db = bookDb(name);
    await db.days.toCollection().modify({ rows: new Uint8Array([1, 2, 3]) });
    db.close();
    expect(await book.entriesOf()).toEqual({ ok: false, error: 'damaged' });
    expect(await book.takeIn(input(reading([entry()])))).toEqual({ ok: false, error: 'damaged' });
  });

  test('a book of a newer version', async () => {
    const { name, book } = fresh();
    const newer = new Dexie(name);
    newer.version(7).stores({ days: '[account+day]', unheardOf: 'id' });
    await newer.open();
    newer.close();
    expect(await book.entriesOf()).toEqual({ ok: false, error: 'newer-version' });
  });

  test('an older window that does not let go', async () => {
    const { name, book } = fresh();
    const older = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(name, 1);
      request.onsuccess = () => resolve(request.result);
    });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const entries = book.entriesOf();
    await vi.waitFor(() => expect(vi.getTimerCount()).toBeGreaterThan(0));
    await vi.advanceTimersByTimeAsync(6000);
    vi.useRealTimers();
    expect(await entries).toEqual({ ok: false, error: 'blocked' });
    older.close();
    expect(value(await book.entriesOf())).toEqual([]);
  });

  test('a newer version takes over while this window is open', async () => {
    const { name, book } = fresh();
    value(await book.takeIn(input(reading([entry()]))));
    const newer = new Dexie(name);
    newer.version(3).stores({});
    await newer.open();
    expect(newer.verno).toBe(3);
    newer.close();
    expect(await book.entriesOf()).toEqual({ ok: false, error: 'newer-version' });
  });
});
