import type { BookDb } from './schema.ts';
import type { Tail } from './shelf.ts';
import { HEAD, type Workings } from './workings.ts';

/** What was worked out of the book, among the single records. */

const nameOf = (name: string): `workings:${string}` => `workings:${name}`;

export async function workingsIn(db: BookDb, name: string): Promise<Workings | null> {
  const record = await db.meta.get(nameOf(name));
  return record && 'token' in record ? record : null;
}

export const dropWorkings = async (db: BookDb): Promise<void> =>
  void (await db.meta.where('name').startsWith(nameOf('')).delete());

/** In one transaction: `Shelf.keepWorkings`. */
export async function keepWorkings(
  db: BookDb,
  tailOf: (db: BookDb) => Promise<Tail>,
  token: string | null,
  records: ReadonlyMap<string, Workings>,
): Promise<boolean> {
  return db.transaction('rw', db.meta, async () => {
    const [tail, head] = await Promise.all([tailOf(db), db.meta.get(nameOf(HEAD))]);
    const isTheirs = token === null || (head !== undefined && 'token' in head && head.token === token);
    const isNow = [...records.values()].every(({ end }) => end.seq === tail.seq && end.hash === tail.hash);
    if (!isTheirs || !isNow) return false;
    await db.meta.bulkPut([...records].map(([name, record]) => ({ ...record, name: nameOf(name) })));
    return true;
  });
}
