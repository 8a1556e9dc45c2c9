import type { Day } from '#money/day.ts';
import type { Entry, KeptEntry } from '#records/entry.ts';
import { type DayBook, dayKey, OpenDay, type Slot } from './day-books.ts';
import { type KeyedEntry, ordinalKey } from './identity.ts';
import { type Misread, markMisread, markMissing, markOldNotices, type Window } from './supersede.ts';
import { figures, links, seenAgain } from './update.ts';

/** What the merge may look at; everything it asks for has been fetched before. */
export interface Known {
  /** The entries of one account on one day; empty where nothing is kept. */
  dayBook(account: string, day: Day): readonly KeptEntry[];
  /** Other days under which a row with this id may be kept (the index answers a few too many). */
  elsewhere(keyed: KeyedEntry): readonly Day[];
}

export interface MergeReport {
  readonly added: number;
  readonly existing: number;
  readonly linked: number;
  readonly superseded: number;
}

export interface Merged {
  /** Only the day books that changed. */
  readonly days: readonly DayBook[];
  readonly report: MergeReport;
  /** Rows known by id that are new under a day, or left it, for the index. */
  readonly placed: readonly { readonly keyed: KeyedEntry; readonly day: Day; readonly left: Day | null }[];
}

/**
 * Merges one source's rows into the day books, as a multiset: of rows that are equal to the last word the larger count wins, the counts are never added.
 * Nothing is removed: a row that left a window which was read again whole is marked with this capture's number.
 * @param seq number of the capture that these rows came with
 * @param window the span that this reading proves to have read again whole; null where it proves none
 * @param misread captures that this reading corrects; null where it corrects none
 */
export function mergeReading(
  known: Known,
  keyed: readonly KeyedEntry[],
  seq: number,
  window: Window | null,
  misread: Misread | null = null,
): Merged {
  const open = new Map<string, OpenDay>();
  const dayOf = (account: string, day: Day): OpenDay => {
    const key = dayKey(account, day);
    let book = open.get(key);
    if (!book) {
      book = new OpenDay(account, day, known.dayBook(account, day));
      open.set(key, book);
    }
    return book;
  };
  const report = { added: 0, existing: 0, linked: 0, superseded: 0 };
  const placed: { keyed: KeyedEntry; day: Day; left: Day | null }[] = [];

  const see = (book: OpenDay, slot: Slot, entry: Entry): void => {
    report.existing += 1;
    if (!slot.claimed && links(slot.entry, entry)) report.linked += 1;
    slot.entry = seenAgain(slot.entry, entry, seq);
    slot.claimed = true;
    book.changed = true;
  };
  const add = (book: OpenDay, entry: Entry, key: string): void => {
    report.added += 1;
    const slot = { entry: { ...entry, key, seenIn: [seq], supersededBy: null }, account: book.account };
    book.put({ ...slot, claimed: true, gone: false });
    book.changed = true;
  };

  const contents = new Map<string, KeyedEntry[]>();
  for (const item of keyed) {
    const { entry, level, group } = item;
    const book = dayOf(entry.account, entry.day);
    if (level === 'content') {
      const list = contents.get(group);
      if (list) list.push(item);
      else contents.set(group, [item]);
    } else if (level === 'notice') {
      const slot = book.group(group)[0];
      if (slot) see(book, slot, entry);
      else add(book, entry, item.key);
    } else if (level === 'serial') {
      const slot = book.bySerial(entry, true) ?? book.byReference(entry, level);
      if (slot) see(book, slot, entry);
      else add(book, entry, freeKey(item.key, entry, [book]));
    } else {
      const slot = book.byId(group, entry) ?? book.bySerial(entry, false) ?? book.byReference(entry, level);
      if (slot) {
        see(book, slot, entry);
        continue;
      }
      const others = known.elsewhere(item).map((day) => dayOf(entry.account, day));
      const other = findElsewhere(item, others);
      if (!other) {
        add(book, entry, freeKey(item.key, entry, [book, ...others]));
        placed.push({ keyed: item, day: book.day, left: null });
        continue;
      }
      const moves = belongsHere(other.slot.entry, entry);
      see(other.book, other.slot, entry);
      if (!moves) continue;
      const moved = { ...other.slot.entry, day: book.day, key: freeKey(other.slot.entry.key, entry, [book]) };
      book.put({ entry: moved, account: book.account, claimed: true, gone: false });
      book.changed = true;
      other.slot.gone = true;
      placed.push({ keyed: item, day: book.day, left: other.book.day });
    }
  }
  for (const [group, items] of contents) mergeEqualRows(dayOf, group, items, see, add);

  for (const book of open.values()) report.superseded += markOldNotices(book, seq);
  if (window) report.superseded += markMissing(window, dayOf, seq);
  if (misread) report.superseded += markMisread(misread, dayOf, seq);

  return {
    days: [...open.values()].filter((book) => book.changed).map((book) => book.book()),
    report,
    placed,
  };
}

/** Rows that are equal in everything that stays: first those whose figures agree too, then whatever is left, pending ones first; the surplus is new. */
function mergeEqualRows(
  dayOf: (account: string, day: Day) => OpenDay,
  group: string,
  items: readonly KeyedEntry[],
  see: (book: OpenDay, slot: Slot, entry: Entry) => void,
  add: (book: OpenDay, entry: Entry, key: string) => void,
): void {
  const first = items[0];
  if (!first) return;
  const book = dayOf(first.entry.account, first.entry.day);
  const slots = [...book.group(group)];
  const byFigures = new Map<string, Slot[]>();
  for (const slot of slots) {
    const name = figures(slot.entry);
    const list = byFigures.get(name);
    if (list) list.push(slot);
    else byFigures.set(name, [slot]);
  }
  for (const list of byFigures.values()) list.reverse();
  const left: KeyedEntry[] = [];
  for (const item of items) {
    const slot = byFigures.get(figures(item.entry))?.pop();
    if (slot) see(book, slot, item.entry);
    else left.push(item);
  }
  const free = slots.filter((slot) => !slot.claimed);
  const waiting = [
    ...free.filter((s) => s.entry.state === 'pending'),
    ...free.filter((s) => s.entry.state !== 'pending'),
  ];
  let ordinal = slots.length;
  left.forEach((item, index) => {
    const slot = waiting[index] ?? book.byReference(item.entry, 'content');
    if (slot) {
      see(book, slot, item.entry);
      return;
    }
    while (book.hasKey(ordinalKey(group, ordinal))) ordinal += 1;
    add(book, item.entry, ordinalKey(group, ordinal));
  });
}

/** The row's key, or one of its own where a row with the same id and another amount, or the same serial and another number, has it. */
function freeKey(key: string, entry: Entry, books: readonly OpenDay[]): string {
  const taken = (name: string): boolean => books.some((book) => book.hasKey(name));
  if (!taken(key)) return key;
  const own = `${key}~${entry.amount ?? ''}@${entry.at ?? ''}`;
  let free = own;
  for (let n = 1; taken(free); n += 1) free = `${own}.${n}`;
  return free;
}

function findElsewhere({ entry, group }: KeyedEntry, books: readonly OpenDay[]): { book: OpenDay; slot: Slot } | null {
  for (const book of books) {
    const slot = book.byId(group, entry);
    if (slot) return { book, slot };
  }
  return null;
}

/** A row kept under another day belongs under this one if only this source knows its instant; else, of two days, the earlier: settling comes after trading. */
function belongsHere(known: KeptEntry, entry: Entry): boolean {
  if ((known.at === null) !== (entry.at === null)) return known.at === null;
  return entry.day < known.day;
}
