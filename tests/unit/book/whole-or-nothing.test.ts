import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Book } from '#book/book.ts';
import { openBook } from '#book/store.ts';
import { entry, input, reading, SHOP, sighting } from '../../../src/book/testing.ts';
import { type Frozen, freeze, thaw } from '../../upgrades/freeze.ts';

/** Every kind of request that the book makes of IndexedDB. */
const REQUESTS = [
  'put',
  'add',
  'delete',
  'clear',
  'get',
  'getAll',
  'getAllKeys',
  'openCursor',
  'openKeyCursor',
] as const;

/** How a browser may end a transaction in the middle: it is killed, or it has no room. */
const ENDS = {
  'the browser is killed': (transaction: IDBTransaction, request: () => unknown) => {
    const made = request();
    transaction.abort();
    return made;
  },
  'there is no room': (): never => {
    throw new DOMException('no room', 'QuotaExceededError');
  },
} as const;
type End = (transaction: IDBTransaction, request: () => unknown) => unknown;

/** Lets the n-th request and all after it end their transactions; answers how many requests were made. */
async function endingAt<T>(n: number, end: End, work: () => Promise<T>) {
  let made = 0;
  const stores = [IDBObjectStore.prototype, IDBIndex.prototype] as unknown as Record<
    string,
    (...args: unknown[]) => unknown
  >[];
  const own = stores.map((store) => REQUESTS.map((name) => [name, store[name]] as const));
  for (const store of stores) {
    for (const name of REQUESTS) {
      const request = store[name];
      if (!request) continue;
      store[name] = function (this: IDBObjectStore | IDBIndex, ...args: unknown[]) {
        made += 1;
        if (made < n) return request.apply(this, args);
        return end('transaction' in this ? this.transaction : this.objectStore.transaction, () =>
          request.apply(this, args),
        );
      };
    }
  }
  try {
    return { answer: await work(), made };
  } finally {
    for (const [at, store] of stores.entries()) {
      for (const [name, request] of own[at] ?? []) if (request) store[name] = request;
    }
  }
}

const first = [entry({ reference: 'A' }), entry({ reference: 'B', day: '2026-10-02', state: 'pending' })];
const second = [entry({ reference: 'B', day: '2026-10-02' }), entry({ reference: 'C', day: '2026-10-03' })];
const stable = { stableIds: true };
const BANK = 'wechatpay:1900009231';
const key = async (book: Book): Promise<string> => {
  const rows = await book.entriesOf();
  return rows.ok ? (rows.value.find(({ reference }) => reference === 'A')?.key ?? '') : '';
};

/** Everything that a merchant or the background can do to the book. */
const ACTS: Record<string, (book: Book) => Promise<{ readonly ok: boolean }>> = {
  'taking in': (book) => book.takeIn(input(reading(second, stable), { jobId: 'job', at: '2026-10-04T01:00:00.000Z' })),
  'taking in what replaces a misreading': (book) =>
    book.takeIn(input(reading(second, stable), { replaces: [1], at: '2026-10-04T01:00:00.000Z' })),
  'remembering what gave nothing': (book) =>
    book.takeIn(input(reading([], { outcome: 'signed-out', accounts: [] }), { jobId: 'job' })),
  'taking back': (book) => book.undo(2),
  erasing: (book) => book.erase(['chinaums']),
  'erasing all': (book) => book.eraseAll(),
  marking: async (book) => book.mark(SHOP, await key(book), { standing: 'disputed', note: '没有这笔' }),
  attaching: async (book) =>
    book.attach(SHOP, await key(book), { name: 'slip.png', type: 'image/png', bytes: new Uint8Array([1, 2, 3]) }),
  naming: (book) => book.label(SHOP, '东门店'),
  'changing recipes': (book) => book.changeRecipes(() => []),
  'dropping staged pages': (book) => book.dropStaged('job'),
};

/** A book with two captures of two accounts, a mark, and two pages of a running job. */
async function filled(book: Book): Promise<void> {
  await book.takeIn(input(reading(first, stable)));
  const other = reading([entry({ account: BANK, reference: 'W' })], { ...stable, provider: 'wechatpay' });
  await book.takeIn(input(other, { at: '2026-10-03T01:00:00.000Z' }));
  await book.mark(SHOP, await key(book), { note: '老客户' });
  for (const index of [0, 1]) await book.stage('job', index, sighting(`page ${index}`));
}

let count = 0;
const open: Book[] = [];
async function opened(from: Frozen): Promise<{ name: string; book: Book }> {
  count += 1;
  const name = `cut-off-${count}`;
  await thaw(name, from);
  const book = openBook(name);
  open.push(book);
  return { name, book };
}
async function start(): Promise<Frozen> {
  const book = openBook('before');
  open.push(book);
  await filled(book);
  const frozen = await freeze('before');
  await book.eraseAll();
  return frozen;
}
afterEach(() => {
  for (const book of open.splice(0)) book.close();
  vi.useRealTimers();
});

const stilled = (): void => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-10-05T01:00:00.000Z') });
};

describe.each(Object.entries(ENDS))('when %s', (_, end) => {
  test.each(Object.entries(ACTS))(
    '%s leaves all of it or nothing, whichever request was the last',
    async (_name, act) => {
      stilled();
      const before = await start();
      const whole = await opened(before);
      await whole.book.captures();
      const { made } = await endingAt(Number.POSITIVE_INFINITY, end, () => act(whole.book));
      const after = await freeze(whole.name);
      let refused = 0;
      for (let n = 1; n <= made; n += 1) {
        const { name, book } = await opened(before);
        await book.captures();
        const { answer } = await endingAt(n, end, () => act(book));
        const left = await freeze(name);
        expect(left, `request ${n} of ${made}`).toEqual(answer.ok ? after : before);
        if (!answer.ok) refused += 1;
        expect(await book.verify()).toMatchObject({ ok: true, value: { unbroken: true } });
        expect((await act(book)).ok).toBe(true);
        expect(await freeze(name), `after request ${n} of ${made}, again`).toEqual(after);
        book.close();
      }
      expect(refused).toBe(made);
    },
  );

  test('an upgrade leaves the old book or the new one', async () => {
    const file = new URL('../../upgrades/version-1.json', import.meta.url);
    const { database, says } = JSON.parse(readFileSync(file, 'utf8')) as {
      database: Frozen;
      says: { entries: { value: unknown[] }; verify: { value: object } };
    };
    const whole = await opened(database);
    const { made } = await endingAt(Number.POSITIVE_INFINITY, end, () => whole.book.entriesOf());
    for (let n = 1; n <= made; n += 1) {
      const { name, book } = await opened(database);
      await endingAt(n, end, () => book.entriesOf());
      // In the same window, which has seen it fail, and in the next one.
      for (const window of [() => book, () => openBook(name)]) {
        const again = window();
        open.push(again);
        expect(await again.entriesOf(), `request ${n} of ${made}`).toEqual({ ok: true, value: says.entries.value });
        expect(await again.verify()).toMatchObject({ ok: true, value: says.verify.value });
        again.close();
      }
    }
  });
});
