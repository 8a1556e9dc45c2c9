import Dexie from 'dexie';
import type { BookDb } from './schema.ts';

/** Empties the book of what a restore has written. Pages of a running job, the last check and the last page that gave nothing stay. */
export async function dropRestored(db: BookDb): Promise<void> {
  const { days, sheets, captures, seen, traces, accounts, ids, marks, papers, meta } = db;
  const tables = [days, sheets, captures, seen, traces, accounts, ids, marks, papers];
  await db.transaction('rw', [...tables, meta], async () => {
    await Promise.all(tables.map((table) => table.clear()));
    await meta.bulkDelete(['tail', 'recipes', 'restoring']);
  });
}

/** Empties a book in which a restore was cut off. Only for whoever holds the lock: a restore that still runs holds it too. */
export async function dropHalf(db: BookDb): Promise<void> {
  if ((await db.meta.get('restoring')) !== undefined) await dropRestored(db);
}

/** Takes away what a restore or a merge that was cut off has left. Only for whoever holds the lock. */
export async function sweep(db: BookDb, besideName: string): Promise<void> {
  await dropHalf(db);
  if ((await indexedDB.databases()).some(({ name }) => name === besideName)) await Dexie.delete(besideName);
}
