import Dexie from 'dexie';
import { openBook } from '#book/store.ts';
import { ACCOUNTS, type Chain, capture } from './trades.ts';

/** What runs in the page: the same captures, kept in three ways. */

const ROWS = 5000;
const AT = '2026-11-02T01:00:00.000Z';

interface Timed {
  readonly ms: number;
  readonly rows: number;
  /** Σ of every amount, read back. */
  readonly sum: number;
}

function* captures(chain: Chain, at = AT) {
  for (let from = 0; from < chain.rows; from += ROWS) yield capture(chain, from, Math.min(chain.rows, from + ROWS), at);
}

const chainOf = (rows: number, days: number): Chain => ({ rows, days, accounts: ACCOUNTS });

const opened = (request: IDBOpenDBRequest): Promise<IDBDatabase> =>
  new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });

/** A loop of `put`, one record a row, two indexes, one transaction a capture. */
export async function raw(name: string, rows: number, days: number): Promise<Timed> {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => {
    const store = request.result.createObjectStore('rows', { keyPath: ['account', 'reference', 'kind'] });
    store.createIndex('day', ['account', 'day']);
    store.createIndex('terminal', ['terminal', 'day']);
  };
  const db = await opened(request);
  let ms = 0;
  for (const { reading } of captures(chainOf(rows, days))) {
    const start = performance.now();
    const transaction = db.transaction('rows', 'readwrite');
    const store = transaction.objectStore('rows');
    for (const entry of reading.entries) store.put(entry);
    await new Promise<void>((done, failed) => {
      transaction.oncomplete = () => done();
      transaction.onerror = () => failed(transaction.error);
    });
    ms += performance.now() - start;
  }
  const all = await new Promise<{ amount: number }[]>((done) => {
    const asked = db.transaction('rows').objectStore('rows').getAll();
    asked.onsuccess = () => done(asked.result as { amount: number }[]);
  });
  db.close();
  return { ms, rows: all.length, sum: sum(all) };
}

export async function dexie(name: string, rows: number, days: number): Promise<Timed> {
  const db = new Dexie(name);
  db.version(1).stores({ rows: '[account+reference+kind],[account+day],[terminal+day]' });
  let ms = 0;
  for (const { reading } of captures(chainOf(rows, days))) {
    const start = performance.now();
    await db.table('rows').bulkPut(reading.entries);
    ms += performance.now() - start;
  }
  const all = (await db.table('rows').toArray()) as { amount: number }[];
  db.close();
  return { ms, rows: all.length, sum: sum(all) };
}

export async function ours(name: string, rows: number, days: number, at = AT): Promise<Timed & { longest: number }> {
  const book = openBook(name);
  let ms = 0;
  let longest = 0;
  for (const input of captures(chainOf(rows, days), at)) {
    const start = performance.now();
    const taken = await book.takeIn(input);
    const took = performance.now() - start;
    ms += took;
    longest = Math.max(longest, took);
    if (!taken.ok) throw new Error(taken.error);
  }
  return { ms, longest, rows: 0, sum: 0 };
}

export async function ourContent(name: string): Promise<{ rows: number; sum: number }> {
  const book = openBook(name);
  const entries = await book.entriesOf();
  if (!entries.ok) throw new Error(entries.error);
  return { rows: entries.value.length, sum: sum(entries.value) };
}

export const erase = (name: string): Promise<void> => {
  openBook(name).close();
  return Dexie.delete(name);
};

export const bytes = async (): Promise<number> => (await navigator.storage.estimate()).usage ?? 0;

const sum = (rows: readonly { readonly amount: number | null }[]): number =>
  rows.reduce((all, { amount }) => all + (amount ?? 0), 0);

export { openBook };
