import Dexie from 'dexie';
import type { KeptEntry } from '#records/entry.ts';
import type { Book } from './book.ts';
import { dayKey } from './day-books.ts';
import { explainStorage, Overtaken } from './explain.ts';
import { type Link, NO_HASH } from './hash.ts';
import { makeBook } from './make-book.ts';
import { type PackedDay, packDay, unpackDay } from './pack.ts';
import { BOOK_NAME, BOOK_VERSION, type BookDb, bookDb } from './schema.ts';
import { type Change, DamagedRecord, type Shelf, type Tail } from './shelf.ts';

/** One writer at a time, over all windows and the worker. */
const WRITER = 'arrears-radar-book';
/** How long an older window may keep a newer version waiting before it is told. */
const BLOCKED_MS = 5000;

const open = new Map<string, Book>();

/** The book of this browser profile. Opened at first use; the same object for every caller in this context. */
export function openBook(name: string = BOOK_NAME): Book {
  let book = open.get(name);
  if (!book) {
    book = makeBook(dexieShelf(name, () => open.delete(name)));
    open.set(name, book);
  }
  return book;
}

function dexieShelf(name: string, closed: () => void): Shelf {
  const db = bookDb(name);
  // A newer version wants to upgrade: letting go at once is what keeps the merchant from a window that hangs.
  db.on('versionchange', () => {
    db.close();
    closed();
  });
  const ready = async (): Promise<BookDb> => {
    if (!db.isOpen()) await opened(db);
    return db;
  };
  return {
    tail: async () => tailOf(await ready()),
    days: async (wanted) => {
      const { days } = await ready();
      const packed = await days.bulkGet(wanted.map(({ account, day }) => [account, day]));
      const found = packed.filter((record) => record !== undefined);
      return new Map(
        await Promise.all(found.map(async (day) => [dayKey(day.account, day.day), await rowsOf(day)] as const)),
      );
    },
    span: async (account, period) => {
      const { days } = await ready();
      const [from, to] = period ? [period.from, period.to] : [Dexie.minKey, Dexie.maxKey];
      const packed = await days.where('[account+day]').between([account, from], [account, to], true, true).toArray();
      return Promise.all(packed.map(async (day) => ({ account, day: day.day, entries: await rowsOf(day) })));
    },
    accounts: async () => (await ready()).accounts.toArray(),
    ids: async (account, ledger) =>
      (await ready()).ids
        .where('[account+ledger+month]')
        .between([account, ledger, Dexie.minKey], [account, ledger, Dexie.maxKey])
        .toArray(),
    heads: async () => (await ready()).captures.toArray(),
    seen: async (seq) => (await (await ready()).seen.get(seq))?.bytes ?? null,
    links: () => linksOf(ready),
    check: async () => {
      const record = await (await ready()).meta.get('check');
      return record?.name === 'check' ? record.check : null;
    },
    unread: async () => {
      const record = await (await ready()).meta.get('unread');
      return record?.name === 'unread' ? record.unread : null;
    },
    recipes: async () => {
      const record = await (await ready()).meta.get('recipes');
      return record?.name === 'recipes' ? record.recipes : [];
    },
    putRecipes: async (recipes) => void (await (await ready()).meta.put({ name: 'recipes', recipes })),
    commit: async (change) => commit(await ready(), change),
    putAccount: async (account) => void (await (await ready()).accounts.put(account)),
    stage: async (jobId, index, sighting) => void (await (await ready()).staging.put({ jobId, index, sighting })),
    staged: async (jobId) => {
      const { staging } = await ready();
      const records = await staging
        .where('[jobId+index]')
        .between([jobId, Dexie.minKey], [jobId, Dexie.maxKey])
        .toArray();
      return records.map(({ index, sighting }) => ({ index, sighting }));
    },
    stagedJobs: async () => {
      const keys = await (await ready()).staging.toCollection().primaryKeys();
      return [...new Set(keys.map(([jobId]) => jobId))];
    },
    dropStaged: async (jobId) => dropStaged(await ready(), jobId),
    alone: async (work) => await navigator.locks.request(`${WRITER}:${name}`, work),
    explain: explainStorage,
    close: () => {
      db.close();
      closed();
    },
  };
}

/** Opens, or gives up with `blocked` when an older window does not let go. */
async function opened(db: BookDb): Promise<void> {
  // Dexie opens what a newer version wrote and adds its own tables to it; so it must not even try. It keeps ten times its version number.
  const found = (await indexedDB.databases()).find(({ name }) => name === db.name);
  if ((found?.version ?? 0) >= (BOOK_VERSION + 1) * 10) throw new Overtaken('newer-version');
  let timer: ReturnType<typeof setTimeout> | undefined;
  let heard = (): void => undefined;
  const blocked = new Promise<never>((_, reject) => {
    heard = () => {
      timer = setTimeout(() => reject(new Overtaken('blocked')), BLOCKED_MS);
    };
    db.on('blocked', heard);
  });
  try {
    await Promise.race([db.open(), blocked]);
  } finally {
    clearTimeout(timer);
    db.on('blocked').unsubscribe(heard);
  }
}

async function tailOf(db: BookDb): Promise<Tail> {
  const record = await db.meta.get('tail');
  return record?.name === 'tail' ? record.tail : { seq: 0, hash: NO_HASH };
}

async function rowsOf(packed: PackedDay): Promise<readonly KeptEntry[]> {
  const rows = await unpackDay(packed);
  if (!rows.ok) throw new DamagedRecord();
  return rows.value;
}

/** The whole change in one transaction. Compressing comes before it: a transaction ends by itself while anything else is waited for. */
async function commit(db: BookDb, change: Change): Promise<void> {
  const days = await Promise.all(change.days.map(packDay));
  const tables = [db.days, db.captures, db.seen, db.accounts, db.ids, db.staging, db.meta];
  await db.transaction('rw', tables, async () => {
    const tail = await tailOf(db);
    // The lock makes this impossible; if a browser breaks the lock, the book must still not take in twice.
    if (tail.seq !== change.base.seq || tail.hash !== change.base.hash) throw new Overtaken('moved-on');
    await db.days.bulkPut(days);
    await db.accounts.bulkPut(change.accounts);
    await db.ids.bulkPut(change.ids);
    if (change.capture) {
      const { seen, ...head } = change.capture;
      await db.captures.add(head);
      await db.seen.add({ seq: head.seq, bytes: seen });
      await db.meta.put({ name: 'tail', tail: { seq: head.seq, hash: head.hash } });
    }
    if (change.unread) await db.meta.put({ name: 'unread', unread: change.unread });
    else if (change.unread === null) await db.meta.delete('unread');
    if (change.check) await db.meta.put({ name: 'check', check: change.check });
    if (change.jobId !== null) await dropStaged(db, change.jobId);
  });
}

const dropStaged = async (db: BookDb, jobId: string): Promise<void> =>
  void (await db.staging.where('[jobId+index]').between([jobId, Dexie.minKey], [jobId, Dexie.maxKey]).delete());

async function* linksOf(ready: () => Promise<BookDb>): AsyncGenerator<Link> {
  const db = await ready();
  for (const { seq, place, at, hash, previous } of await db.captures.toArray()) {
    const seen = (await db.seen.get(seq))?.bytes ?? new Uint8Array();
    yield { seq, place, at, hash, previous, seen };
  }
}
