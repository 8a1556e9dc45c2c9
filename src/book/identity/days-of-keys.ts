import type { Day } from '#money/day.ts';
import { Ledger } from '#records/entry.ts';
import type { Shelf } from '../shelf.ts';
import { daysOfId } from './id-index.ts';
import { dayOfKey } from './identity.ts';

/** The days, each once, under which rows of an account with these keys may be kept; now and then one too many. */
export async function daysOfKeys(shelf: Pick<Shelf, 'ids'>, account: string, keys: readonly string[]): Promise<Day[]> {
  const byId = keys.filter((key) => dayOfKey(key) === null);
  const lists = byId.length === 0 ? [] : Ledger.options;
  const months = (await Promise.all(lists.map((ledger) => shelf.ids(account, ledger)))).flat();
  const days = new Set(keys.flatMap((key) => dayOfKey(key) ?? []));
  for (const key of byId) {
    // A row that shares its id with one of another amount has the amount behind its key; the index knows the id alone.
    for (const name of [key, key.replace(/~[^|~]*$/, '')]) for (const day of daysOfId(months, name)) days.add(day);
  }
  return [...days];
}
