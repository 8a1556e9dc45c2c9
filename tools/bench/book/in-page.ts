import Dexie from 'dexie';
import { openBook } from '#book/store.ts';
import { ACCOUNTS, type Chain, capture } from './trades.ts';

/** What runs in the page: the same captures, kept in three ways. Making them counts for nobody. */

const ROWS = 5000;
const FIRST_TIME = '2026-11-02T01:00:00.000Z';
const SECOND_TIME = '2026-11-03T01:00:00.000Z';

export interface Content {
  readonly rows: number;
  /** Σ of every amount, read back. */
  readonly sum: number;
}

export interface Taken {
  readonly ms: number;
  readonly longest: number;
  /** Most JavaScript memory seen after a capture, bytes. */
  readonly memory: number;
}

function* captures(chain: Chain, at = FIRST_TIME) {
  for (let from = 0; from < chain.rows; from += ROWS) yield capture(chain, from, Math.min(chain.rows, from + ROWS), at);
}

const chainOf = (rows: number, days: number): Chain => ({ rows, days, accounts: ACCOUNTS });

const answered = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });

const ended = (transaction: IDBTransaction): Promise<void> =>
  new Promise((done, failed) => {
    transaction.oncomplete = () => done();
    transaction.onerror = () => failed(transaction.error);
  });

const contentOf = (rows: readonly { readonly amount: number | null }[]): Content => ({
  rows: rows.length,
  sum: rows.reduce((sum, { amount }) => sum + (amount ?? 0), 0),
});

/** A loop of `put`, one record a row, two indexes, one transaction a capture. */
export async function raw(rows: number, days: number): Promise<Content & { ms: number }> {
  const name = `raw-${crypto.randomUUID()}`;
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => {
    const store = request.result.createObjectStore('rows', { keyPath: ['account', 'reference', 'kind'] });
    store.createIndex('day', ['account', 'day']);
    store.createIndex('terminal', ['terminal', 'day']);
  };
  const db = await answered(request);
  let ms = 0;
  for (const { reading } of captures(chainOf(rows, days))) {
    const start = performance.now();
    const transaction = db.transaction('rows', 'readwrite');
    const store = transaction.objectStore('rows');
    for (const entry of reading.entries) store.put(entry);
    await ended(transaction);
    ms += performance.now() - start;
  }
  const content = contentOf(await answered(db.transaction('rows').objectStore('rows').getAll()));
  db.close();
  await Dexie.delete(name);
  return { ...content, ms };
}

/** The same by Dexie's `bulkPut`. */
export async function dexie(rows: number, days: number): Promise<Content & { ms: number }> {
  const name = `dexie-${crypto.randomUUID()}`;
  const db = new Dexie(name);
  db.version(1).stores({ rows: '[account+reference+kind],[account+day],[terminal+day]' });
  let ms = 0;
  for (const { reading } of captures(chainOf(rows, days))) {
    const start = performance.now();
    await db.table('rows').bulkPut(reading.entries);
    ms += performance.now() - start;
  }
  const content = contentOf(await db.table('rows').toArray());
  await db.delete();
  return { ...content, ms };
}

/** By the book: with identity, origins, proof and totals. `again`: everything is known already. */
export async function takeIn(name: string, rows: number, days: number, again: boolean): Promise<Taken> {
  const book = openBook(name);
  const taken = { ms: 0, longest: 0, memory: 0 };
  for (const input of captures(chainOf(rows, days), again ? SECOND_TIME : FIRST_TIME)) {
    const start = performance.now();
    const done = await book.takeIn(input);
    const ms = performance.now() - start;
    if (!done.ok) throw new Error(done.error);
    if (done.value.added !== (again ? 0 : input.reading.entries.length)) throw new Error(`added ${done.value.added}`);
    taken.ms += ms;
    taken.longest = Math.max(taken.longest, ms);
    taken.memory = Math.max(taken.memory, memory());
  }
  return taken;
}

export async function content(name: string): Promise<Content> {
  let [rows, sum] = [0, 0];
  const found = await openBook(name).find({}, (part) => {
    rows += part.length;
    for (const { entry } of part) sum += entry.amount ?? 0;
    return true;
  });
  if (!found.ok) throw new Error(found.error);
  return { rows, sum };
}

/** What each month comes to, over all accounts. */
export const months = (name: string) =>
  timed(async () => {
    const found = await openBook(name).months();
    if (!found.ok) throw new Error(found.error);
    return found.value.reduce((sum, { totals }) => sum + totals.reduce((all, { count }) => all + count, 0), 0);
  });

/** The rows of one day of the first account. */
export const day = (name: string, rows: number, days: number) => {
  const of = capture(
    chainOf(rows, days),
    Math.floor(rows / ACCOUNTS.length / 2),
    Math.floor(rows / ACCOUNTS.length / 2) + 1,
    FIRST_TIME,
  );
  const [entry] = of.reading.entries;
  return timed(async () => {
    const found = await openBook(name).day(entry?.account ?? '', entry?.day ?? '2026-01-01');
    return found.ok ? found.value.length : 0;
  });
};

const PAGE = 25;

/** A day on which the book knows 5 000 rows. */
const busyDay = (rows: number): Chain => ({ rows, days: 1, accounts: ['busy:898310148160000'] });

export async function knowBusyDay(name: string): Promise<void> {
  await openBook(name).takeIn(capture(busyDay(ROWS), 0, ROWS, FIRST_TIME));
}

/** The `n`th page of 25 rows of that day that the book does not know. */
export async function newPage(name: string, n: number): Promise<{ ms: number; answer: number }> {
  const from = ROWS + n * PAGE;
  const more = capture(busyDay(ROWS * 2), from, from + PAGE, SECOND_TIME);
  return timed(async () => {
    const taken = await openBook(name).takeIn(more);
    return taken.ok ? taken.value.added : 0;
  });
}

/** One figure that the portal states to be owed, so that there is something to show. */
export async function owe(name: string): Promise<void> {
  const { reading, ...input } = capture(busyDay(1), 0, 1, SECOND_TIME);
  const entries = reading.entries.map((entry) => ({
    ...entry,
    ledger: 'notice' as const,
    kind: 'stated-arrears' as const,
    amount: -12_600_000,
    fee: null,
    net: null,
    reference: null,
    words: '欠费金额',
  }));
  const taken = await openBook(name).takeIn({ ...input, reading: { ...reading, entries } });
  if (!taken.ok || taken.value.added !== 1) throw new Error('what is owed was not taken in');
}

async function timed(work: () => Promise<number>): Promise<{ ms: number; answer: number }> {
  const start = performance.now();
  const answer = await work();
  return { ms: performance.now() - start, answer };
}

export const usedBytes = async (): Promise<number> => (await navigator.storage.estimate()).usage ?? 0;

const memory = (): number =>
  (performance as Performance & { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize ?? 0;
