import type { Day } from '#money/day.ts';
import type { Entry } from '#records/entry.ts';
import type { Origin } from '../codec/origins.ts';
import { type KeyedEntry, levelOfKey } from '../identity/identity.ts';
import type { KnownRow } from './day-books.ts';
import type { OpenDay, Slot } from './open-day.ts';
import type { OpenDays } from './open-days.ts';
import { links } from './update.ts';

/** Where rows were put that came before with another reading of the same book: told of every row, asked before the rules of identity are. */
export interface Homes {
  of(entry: Entry): { readonly day: Day; readonly key: string } | null;
  put(entry: Entry, day: Day, key: string): void;
  /** Whether some row of that book was put where these captures have shown one: rows that it tells apart stay apart. */
  isHome(origin: Origin): boolean;
}

/**
 * Shows the rows of a reading that went somewhere before to those places, unless what stands there has become another row's, and reserves the places of
 * all other rows of that book. Answers the rows that have been nowhere yet.
 * @param see takes a row for the one that is there
 */
export function takeHome(
  homes: Homes,
  days: OpenDays,
  keyed: readonly KeyedEntry[],
  see: (book: OpenDay, slot: Slot, entry: Entry) => void,
): readonly KeyedEntry[] {
  const open = new Map<OpenDay, ReadonlyMap<string, Slot>>();
  const slotsOf = (account: string, day: Day): ReadonlyMap<string, Slot> => {
    const book = days.of(account, day);
    const known = open.get(book) ?? new Map(book.slots.map((slot) => [slot.row.key, slot]));
    if (!open.has(book)) for (const slot of known.values()) slot.reserved = homes.isHome(slot.origin);
    open.set(book, known);
    return known;
  };
  for (const { account, day } of keyed.map(({ entry }) => entry)) slotsOf(account, day);
  return keyed.filter(({ entry, level }) => {
    const home = homes.of(entry);
    if (!home || !(days.has(entry.account, home.day) || home.day === entry.day)) return true;
    const slot = slotsOf(entry.account, home.day).get(home.key);
    if (!slot || slot.claimed || !isStill(slot.row, entry)) return true;
    slot.reserved = false;
    // A row that was told takes the name of the one that is shown; one that another capture has moved is found by its id.
    if ((levelOfKey(slot.row.key) === 'told' && level !== 'told') || home.day !== entry.day) return true;
    see(days.of(entry.account, entry.day), slot, entry);
    return false;
  });
}

/** A row that was settled has kept its amount; and no number of it says that it is another. */
const isStill = (known: KnownRow, entry: Entry): boolean =>
  (known.amount === entry.amount || links(known, entry)) &&
  (known.reference === null || entry.reference === null || known.reference === entry.reference);
