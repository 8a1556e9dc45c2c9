import Dexie, { type Table } from 'dexie';
import { type Day, daysBetween, type Period } from '#money/day.ts';
import type { Book, CaptureHead } from './book.ts';
import { explainStorage, Overtaken } from './explain.ts';
import { dayKey } from './identity/day-key.ts';
import { makeBook } from './make-book.ts';
import type { DayBook } from './merge/day-books.ts';
import { keepsSight } from './proof/kept-seen.ts';
import { NO_HASH } from './proof/proof.ts';
import { dropHalf, dropRestored, sweep } from './restored.ts';
import { BOOK_NAME, BOOK_VERSION, type BookDb, bookDb, type MetaRecord } from './schema.ts';
import type { Change, Shelf, Tail } from './shelf.ts';
import { finishUpgrade } from './upgrades/finish.ts';
import { leavesWorkings } from './workings.ts';
import { dropWorkings, keepWorkings, workingsIn } from './workings-table.ts';

/** One writer at a time, over all windows and the worker. */
const WRITER = 'arrears-radar-book';
/** How long an older window may keep a newer version waiting before it is told. */
const BLOCKED_MS = 5000;
/** Behind the name of a book: the one that is built beside it while a backup is merged. */
const BESIDE = '-beside';
/** Day books fetched at once: some megabytes, whatever the size of the book. */
const AT_ONCE = 400;

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

/** What is done once in a window, unless it fails: then it is done again when it is needed again. */
const tryAgain = (work: Promise<void>, forget: () => void): Promise<void> =>
  work.catch((thrown: unknown) => {
    forget();
    throw thrown;
  });

function dexieShelf(name: string, closed: () => void): Shelf {
  const db = bookDb(name);
  // A newer version wants to upgrade: letting go at once is what keeps the merchant from a window that hangs.
  db.on('versionchange', () => {
    db.close();
    closed();
  });
  const lock = `${WRITER}:${name}`;
  const besideName = `${name}${BESIDE}`;
  const alone = async <T>(work: () => Promise<T>): Promise<T> =>
    navigator.locks.request(lock, async () => {
      // Whoever holds the lock and finds a restore under way finds one that was cut off.
      await dropHalf(await ready());
      return work();
    });
  let other: Shelf | null = null;
  const dropBeside = async (): Promise<void> => {
    other?.close();
    other = null;
    await Dexie.delete(besideName);
  };
  let upgraded: Promise<void> | null = null;
  let swept: Promise<void> | null = null;
  const opened = openerOf(db);
  const ready = async (): Promise<BookDb> => {
    if (!db.isOpen()) await opened();
    upgraded ??= tryAgain(finishUpgrade(db, name), () => {
      upgraded = null;
    });
    await upgraded;
    // Where the lock is not free, somebody writes, and has swept.
    swept ??= tryAgain(
      navigator.locks.request(lock, { ifAvailable: true }, async (held) => {
        if (held) await sweep(db, besideName);
      }),
      () => {
        swept = null;
      },
    );
    await swept;
    return db;
  };
  return {
    tail: async () => tailOf(await ready()),
    days: async (wanted) => {
      const { days } = await ready();
      const found = await Promise.all(runsOf(wanted).map((run) => daysOfRun(days, run)));
      return new Map(found.flat().map((book) => [dayKey(book.account, book.day), book]));
    },
    span: (account, period, atOnce = AT_ONCE) => spanOf(ready, account, period, atOnce),
    sheets: async (account, months) => {
      const [from, to] = months ? [months.from, months.to] : [Dexie.minKey, Dexie.maxKey];
      return (await ready()).sheets
        .where('[account+month]')
        .between([account, from], [account, to], true, true)
        .toArray();
    },
    accounts: async () => (await ready()).accounts.toArray(),
    ids: async (account, ledger) =>
      (await ready()).ids
        .where('[account+ledger+month]')
        .between([account, ledger, Dexie.minKey], [account, ledger, Dexie.maxKey])
        .toArray(),
    heads: async () => (await ready()).captures.toArray(),
    head: async (seq) => (await (await ready()).captures.get(seq)) ?? null,
    whoSaw: async (saw) => {
      const heads: CaptureHead[] = await (await ready()).captures.where('saw').equals(saw).toArray();
      return heads.find(keepsSight)?.seq ?? null;
    },
    seen: async (seq) => (await (await ready()).seen.get(seq)) ?? null,
    trace: async (seq) => (await (await ready()).traces.get(seq)) ?? null,
    tracesAfter: async (seq) => (await ready()).traces.where('seq').above(seq).toArray(),
    marks: async (account) =>
      (await ready()).marks.where('[account+key]').between([account, Dexie.minKey], [account, Dexie.maxKey]).toArray(),
    paper: async (sha256) => (await (await ready()).papers.get(sha256)) ?? null,
    check: async () => {
      const record = await (await ready()).meta.get('check');
      return record?.name === 'check' ? record.check : null;
    },
    attempts: async () => {
      const record = await (await ready()).meta.get('attempts');
      return record?.name === 'attempts' ? record.attempts : [];
    },
    unread: async () => {
      const record = await (await ready()).meta.get('unread');
      return record?.name === 'unread' ? record.unread : null;
    },
    recipes: async () => {
      const record = await (await ready()).meta.get('recipes');
      return record?.name === 'recipes' ? record.recipes : [];
    },
    commit: async (change) => commit(await ready(), change),
    workings: async (name) => workingsIn(await ready(), name),
    dropWorkings: async () => dropWorkings(await ready()),
    keepWorkings: async (token, records) => keepWorkings(await ready(), tailOf, token, records),
    dropRestored: async () => dropRestored(await ready()),
    beside: async () => {
      await dropBeside();
      other = dexieShelf(besideName, () => undefined);
      return other;
    },
    dropBeside,
    clear: async () => {
      await dropBeside();
      const ours = await ready();
      await ours.transaction('rw', ours.tables, async () => {
        await Promise.all(ours.tables.map((table) => table.clear()));
      });
    },
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
    alone,
    explain: explainStorage,
    close: () => {
      db.close();
      closed();
    },
  };
}

/**
 * Opens, or gives up with `blocked` when an older window does not let go. The browser goes on waiting and says so only once, so whoever asks
 * meanwhile gives up as well, and the book opens when that window is closed.
 */
function openerOf(db: BookDb): () => Promise<void> {
  let isBlocked = false;
  const waiting = new Set<() => void>();
  db.on('blocked', () => {
    isBlocked = true;
    for (const heard of waiting) heard();
  });
  return async () => {
    // Dexie opens what a newer version wrote and adds its own tables to it; so it must not even try. It keeps ten times its version number.
    const found = (await indexedDB.databases()).find(({ name }) => name === db.name);
    if (isNewer(found?.version ?? 0)) throw new Overtaken('newer-version');
    let timer: ReturnType<typeof setTimeout> | undefined;
    let heard = (): void => undefined;
    const blocked = new Promise<never>((_, reject) => {
      heard = () => {
        timer = setTimeout(() => reject(new Overtaken('blocked')), BLOCKED_MS);
      };
    });
    waiting.add(heard);
    if (isBlocked) heard();
    const opening = db.open().then(() => {
      isBlocked = false;
    });
    try {
      await Promise.race([opening, blocked]);
      // A version that takes over at this very moment is not in the list yet.
      if (isNewer(db.backendDB().version)) {
        db.close();
        throw new Overtaken('newer-version');
      }
    } finally {
      clearTimeout(timer);
      waiting.delete(heard);
    }
  };
}

const isNewer = (version: number): boolean => version >= (BOOK_VERSION + 1) * 10;

/** Days of one account that lie so close together that one request for the whole run costs less than one for each. */
interface Run {
  readonly account: string;
  readonly days: Day[];
}

const FARTHEST = 3;

function runsOf(wanted: readonly { readonly account: string; readonly day: Day }[]): Run[] {
  const runs: Run[] = [];
  const sorted = wanted.toSorted((a, b) =>
    a.account < b.account ? -1 : a.account > b.account ? 1 : a.day < b.day ? -1 : 1,
  );
  for (const { account, day } of sorted) {
    const run = runs.at(-1);
    const last = run?.days.at(-1);
    if (run && last && run.account === account && daysBetween(last, day) <= FARTHEST) run.days.push(day);
    else runs.push({ account, days: [day] });
  }
  return runs;
}

async function daysOfRun(table: BookDb['days'], { account, days }: Run): Promise<DayBook[]> {
  const between = table.where('[account+day]').between([account, days[0]], [account, days.at(-1)], true, true);
  const wanted = new Set<string>(days);
  return ((await between.toArray()) as DayBook[]).filter(({ day }) => wanted.has(day));
}

async function* spanOf(
  ready: () => Promise<BookDb>,
  account: string,
  period: Period | null,
  atOnce: number,
): AsyncGenerator<readonly DayBook[]> {
  const { days } = await ready();
  const last = period?.to ?? Dexie.maxKey;
  const ask = (from: unknown, isFirst: boolean): Promise<DayBook[]> =>
    days
      .where('[account+day]')
      .between([account, from], [account, last], isFirst, true)
      .limit(atOnce)
      .toArray() as Promise<DayBook[]>;
  let next = ask(period?.from ?? Dexie.minKey, true);
  for (;;) {
    const part = await next;
    const isLast = part.length < atOnce;
    if (!isLast) {
      // The database fetches the next ones while these are looked at.
      next = ask(part.at(-1)?.day, false);
      // Whoever has seen enough does not wait for it.
      next.catch(() => undefined);
    }
    if (part.length > 0) yield part;
    if (isLast) return;
  }
}

async function tailOf(db: BookDb): Promise<Tail> {
  const record = await db.meta.get('tail');
  return record?.name === 'tail' ? record.tail : { seq: 0, hash: NO_HASH };
}

/** The whole change in one transaction. */
async function commit(db: BookDb, change: Change): Promise<void> {
  await db.transaction('rw', db.tables, async () => {
    for (const account of change.forgetAccounts ?? []) await forgetAccount(db, account);
    if (!leavesWorkings(change)) await dropWorkings(db);
    await Promise.all([
      // Asked before the first write, so it answers what was there; where that is not the base, nothing of this is kept.
      stillAt(db, change.base),
      ...deletions(db, change),
      ...puts(db, change),
      ...metas(db, change),
      ...(change.jobId == null ? [] : [dropStaged(db, change.jobId)]),
    ]);
  });
}

/** The lock makes anything else impossible; if a browser breaks the lock, the book must still not take in twice. */
async function stillAt(db: BookDb, base: Tail): Promise<void> {
  const tail = await tailOf(db);
  if (tail.seq !== base.seq || tail.hash !== base.hash) throw new Overtaken('moved-on');
}

function deletions(db: BookDb, { forget = [], forgetPapers = [], unmark = [] }: Change): Promise<unknown>[] {
  return [
    ...(forget.length > 0 ? [db.seen.bulkDelete([...forget]), db.traces.bulkDelete([...forget])] : []),
    ...(forgetPapers.length > 0 ? [db.papers.bulkDelete([...forgetPapers])] : []),
    ...(unmark.length > 0 ? [db.marks.bulkDelete(unmark.map(({ account, key }) => [account, key]))] : []),
  ];
}

function puts(db: BookDb, change: Change): Promise<unknown>[] {
  const put = <T, K>(table: Table<T, K>, records: readonly T[] = []): Promise<unknown>[] =>
    records.length > 0 ? [table.bulkPut(records)] : [];
  /** Records in which nothing is left leave the shelf. */
  const putOrDelete = <T, K>(
    table: Table<T, K>,
    records: readonly NoInfer<T>[] = [],
    isEmpty: (record: NoInfer<T>) => boolean,
    keyOf: (record: NoInfer<T>) => NoInfer<K>,
  ): Promise<unknown>[] => {
    const empty = records.filter(isEmpty);
    const full = empty.length === 0 ? records : records.filter((record) => !isEmpty(record));
    return [...put(table, full), ...(empty.length > 0 ? [table.bulkDelete(empty.map(keyOf))] : [])];
  };
  return [
    ...putOrDelete(
      db.days,
      change.days,
      ({ count }) => count === 0,
      ({ account, day }): [string, string] => [account, day],
    ),
    ...putOrDelete(
      db.sheets,
      change.sheets,
      ({ rows }) => rows === 0,
      ({ account, month }): [string, string] => [account, month],
    ),
    ...putOrDelete(
      db.ids,
      change.ids,
      ({ hashes }) => hashes.length === 0,
      ({ account, ledger, month }): [string, string, string] => [account, ledger, month],
    ),
    ...put(db.accounts, change.accounts),
    ...put(db.marks, change.marks),
    ...put(db.papers, change.papers),
    ...put(db.captures, change.captures),
    ...put(db.seen, change.seen),
    ...put(db.traces, change.traces),
  ];
}

function metas(db: BookDb, { tail, recipes, unread, check, attempts, restoring }: Change): Promise<unknown>[] {
  const records: MetaRecord[] = [
    ...(tail ? [{ name: 'tail' as const, tail }] : []),
    ...(recipes ? [{ name: 'recipes' as const, recipes }] : []),
    ...(unread ? [{ name: 'unread' as const, unread }] : []),
    ...(check ? [{ name: 'check' as const, check }] : []),
    ...(attempts ? [{ name: 'attempts' as const, attempts }] : []),
    ...(restoring === true ? [{ name: 'restoring' as const }] : []),
  ];
  const gone = [
    ...(unread === null ? ['unread'] : []),
    ...(check === null ? ['check'] : []),
    ...(restoring === false ? ['restoring'] : []),
  ];
  return [
    ...(records.length > 0 ? [db.meta.bulkPut(records)] : []),
    ...(gone.length > 0 ? [db.meta.bulkDelete(gone)] : []),
  ];
}

async function forgetAccount(db: BookDb, account: string): Promise<void> {
  const [from, to] = [
    [account, Dexie.minKey],
    [account, Dexie.maxKey],
  ];
  await db.days.where('[account+day]').between(from, to).delete();
  await db.sheets.where('[account+month]').between(from, to).delete();
  await db.marks.where('[account+key]').between(from, to).delete();
  await db.ids.where('[account+ledger+month]').between(from, to).delete();
  await db.accounts.delete(account);
}

const dropStaged = async (db: BookDb, jobId: string): Promise<void> =>
  void (await db.staging.where('[jobId+index]').between([jobId, Dexie.minKey], [jobId, Dexie.maxKey]).delete());
