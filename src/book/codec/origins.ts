import { ByteReader, ByteWriter, Damaged } from './bytes.ts';
import { readNumbers, writeNumbers } from './numbers.ts';

/** The captures that saw a row, in the order in which they saw it. Rows that the same captures saw share one list. */
export type Origin = readonly number[];

/**
 * Which captures saw which row of a day, apart from the rows: a list that is read daily for years changes nothing but this.
 * @param origins one for each row, in their order
 */
export function writeOrigins(origins: readonly Origin[]): Uint8Array<ArrayBuffer> {
  const places = new Map<string, number>();
  const lists: Origin[] = [];
  const known = new Map<Origin, number>();
  const of = origins.map((origin) => {
    const same = known.get(origin);
    if (same !== undefined) return same;
    const name = origin.join();
    const place = places.get(name) ?? lists.push(origin) - 1;
    places.set(name, place);
    known.set(origin, place);
    return place;
  });
  const to = new ByteWriter();
  to.count(lists.length);
  for (const list of lists) {
    to.count(list.length);
    writeNumbers(to, list);
  }
  to.count(of.length);
  writeNumbers(to, of);
  return to.sealed();
}

/** Throws `Damaged` where the bytes are not what `writeOrigins` gave. */
export function readOrigins(bytes: Uint8Array): Origin[] {
  const from = new ByteReader(bytes);
  const lists = Array.from({ length: from.count() }, () => readNumbers(from, from.count()) as number[]);
  return readNumbers(from, from.count()).map((place) => {
    const list = lists[place ?? -1];
    if (!list) throw new Damaged();
    return list;
  });
}
