import type { Day } from '#money/day.ts';
import type { Entry } from '#records/entry.ts';
import type { Origin } from '../codec/origins.ts';
import { groupOf, type KeyedEntry, levelOfKey, ordinalKey } from '../identity/identity.ts';
import { type Homes, takeHome } from './homes.ts';
import { type Image, Images } from './images.ts';
import type { OpenDay, Slot } from './open-day.ts';
import type { OpenDays } from './open-days.ts';
import { type Added, hasComeOut, postedOf } from './posted.ts';
import { type Misread, markMisread, markMissing, markOldNotices, type Window } from './supersede.ts';
import { figures, links, seenAgain, shownAtLast } from './update.ts';

/** What the merge may look at; everything it asks for has been fetched before. */
export interface Known {
  readonly days: OpenDays;
  /** Days under which a row with this id may be kept (the index answers a few too many). It need not be asked of rows of days that have been read. */
  daysOfId(group: string): readonly Day[];
}

export interface MergeReport {
  readonly added: number;
  readonly existing: number;
  readonly linked: number;
  readonly superseded: number;
}

/** A row known by its id that is new under a day, left one, or both. */
export interface PlacedRow {
  readonly account: string;
  readonly ledger: Entry['ledger'];
  readonly group: string;
  readonly day: Day | null;
  readonly left: Day | null;
}

export interface Merged {
  /** Only the day books that changed. */
  readonly days: readonly OpenDay[];
  readonly report: MergeReport;
  readonly placed: readonly PlacedRow[];
  /** What the rows said before that now say something else. */
  readonly images: readonly Image[];
}

/**
 * Merges one source's rows into the day books, as a multiset: of rows that are equal to the last word the larger count wins, the counts are never added.
 * Nothing is removed: a row that left a window which was read again whole is marked with this capture's number. Throws `Damaged`.
 * @param seq number of the capture that these rows came with
 * @param window the span that this reading proves to have read again whole; null where it proves none
 * @param misread captures that this reading corrects; null where it corrects none
 * @param homes where these rows are known to be, because they come from a book whose earlier captures were merged; null for any other reading
 */
export function mergeReading(
  known: Known,
  keyed: readonly KeyedEntry[],
  seq: number,
  window: Window | null,
  misread: Misread | null = null,
  homes: Homes | null = null,
): Merged {
  return new Merge(known, seq, homes).run(keyed, window, misread);
}

class Merge {
  readonly #known: Known;
  readonly #seq: number;
  readonly #placed: PlacedRow[] = [];
  readonly #images = new Images();
  /** Days under which this reading has put rows with an id that the index does not know yet. */
  readonly #news = new Map<string, Day[]>();
  /** Rows that are new and settled, on days on which others wait. */
  readonly #cameOut: Added[] = [];
  readonly #origins: (before: Origin) => Origin;
  readonly #homes: Homes | null;
  readonly #report = { added: 0, existing: 0, linked: 0, superseded: 0 };

  constructor(known: Known, seq: number, homes: Homes | null) {
    this.#known = known;
    this.#seq = seq;
    this.#homes = homes;
    this.#origins = withCapture(seq);
  }

  run(keyed: readonly KeyedEntry[], window: Window | null, misread: Misread | null): Merged {
    const contents = new Map<string, KeyedEntry[]>();
    const see = (book: OpenDay, slot: Slot, entry: Entry): void => this.#see(book, slot, entry);
    const strangers = this.#homes ? takeHome(this.#homes, this.#known.days, keyed, see) : keyed;
    for (const item of strangers) {
      if (item.level === 'content') gather(contents, item);
      else this.#take(item);
    }
    // Rows that say just the same go first, all of them: what then is left may be rows of another source, told otherwise.
    const left = [...contents].flatMap(([group, items]) => this.#takeEqual(group, items));
    for (const item of left) this.#takeToldOtherwise(item);
    // Last, when it is known which rows are still on their way.
    this.#linkPosted();

    const dayOf = (account: string, day: Day): OpenDay => this.#known.days.of(account, day);
    const mark = (book: OpenDay, slot: Slot): void => {
      this.#images.keep(book, slot);
      book.rewrite(slot, { ...slot.row, supersededBy: this.#seq });
      this.#report.superseded += 1;
    };
    for (const book of this.#known.days.all()) markOldNotices(book, mark);
    if (window) markMissing(window, dayOf, mark);
    if (misread) markMisread(misread, dayOf, mark);

    return {
      days: this.#known.days.all().filter((book) => book.changed),
      report: this.#report,
      placed: this.#placed,
      images: this.#images.all(),
    };
  }

  #take(item: KeyedEntry): void {
    const { entry, level, group, key } = item;
    const book = this.#known.days.of(entry.account, entry.day);
    if (level === 'id') {
      this.#takeById(item, book);
      return;
    }
    if (level === 'told') {
      const slot = book.byFact(entry, true);
      if (slot) this.#see(book, slot, entry);
      else this.#add(book, entry, freeOrdinal(group, book));
      return;
    }
    const slot =
      level === 'notice'
        ? (book.group(group)[0] ?? null)
        : (book.bySerial(entry, true) ?? book.byReference(entry, level));
    if (slot) this.#see(book, slot, entry);
    else this.#addOrShow(book, item, () => (level === 'notice' ? key : freeKey(key, item, [book])));
  }

  #takeById(item: KeyedEntry, book: OpenDay): void {
    const { entry, level, group, key } = item;
    // A busy day is not read to say what the index of ids says.
    const isHere = book.isRead || this.#daysOfId(group).includes(book.day);
    const slot =
      (isHere ? book.byId(group, entry) : null) ?? book.bySerial(entry, false) ?? book.byReference(entry, level);
    if (slot) {
      this.#see(book, slot, entry);
      return;
    }
    const days = this.#daysOfId(group);
    const others = days.filter((day) => day !== book.day).map((day) => this.#known.days.of(entry.account, day));
    const other = findElsewhere(item, others);
    if (!other) {
      const named = isHere ? [book, ...others] : others;
      this.#addOrShow(book, item, () => freeKey(key, item, named));
      this.#place(item, book.day, null);
      return;
    }
    const moves = belongsHere(other.slot.row, entry);
    this.#see(other.book, other.slot, entry);
    if (!moves) return;
    const moved = { ...other.slot.row, day: book.day, key: freeKey(other.slot.row.key, item, [book]) };
    this.#images.keep(other.book, other.slot);
    this.#images.moved(other.slot.row.key, other.book, moved.key, book);
    this.#homes?.put(entry, book.day, moved.key);
    book.add(moved, other.slot.origin);
    other.book.remove(other.slot);
    this.#place(item, book.day, other.book.day);
  }

  /** Rows that are equal in everything that stays: first those whose figures agree too, then whatever is there, pending ones first. Answers the surplus. */
  #takeEqual(group: string, items: readonly KeyedEntry[]): readonly KeyedEntry[] {
    const [first] = items;
    if (!first) return [];
    const book = this.#known.days.of(first.entry.account, first.entry.day);
    const slots = book.group(group).filter((slot) => !slot.claimed && !slot.reserved);
    if (slots.length === 0) return items;
    const left = this.#takeAgreeing(book, slots, items);
    const free = slots.filter((slot) => !slot.claimed);
    const waiting = [
      ...free.filter((s) => s.row.state === 'pending'),
      ...free.filter((s) => s.row.state !== 'pending'),
    ];
    waiting.slice(0, left.length).forEach((slot, at) => {
      this.#see(book, slot, (left[at] as KeyedEntry).entry);
    });
    return left.slice(waiting.length);
  }

  #takeToldOtherwise(item: KeyedEntry): void {
    const { entry, group } = item;
    const book = this.#known.days.of(entry.account, entry.day);
    const slot = book.bySerial(entry, true) ?? book.byReference(entry, 'content');
    if (slot) this.#see(book, slot, entry);
    else this.#addOrShow(book, item, () => freeOrdinal(group, book));
  }

  #takeAgreeing(book: OpenDay, slots: readonly Slot[], items: readonly KeyedEntry[]): readonly KeyedEntry[] {
    const byFigures = new Map<string, Slot[]>();
    for (const slot of slots.toReversed()) {
      const name = figures(slot.row);
      const list = byFigures.get(name);
      if (list) list.push(slot);
      else byFigures.set(name, [slot]);
    }
    return items.filter(({ entry }) => {
      const slot = byFigures.get(figures(entry))?.pop();
      if (slot) this.#see(book, slot, entry);
      return slot === undefined;
    });
  }

  /** A row that was on its way without a number has come out with one: it is the same row, under the name that it had. */
  #linkPosted(): void {
    for (const { book, slot, entry, waiting } of postedOf(this.#cameOut)) {
      const { row } = slot;
      book.remove(slot);
      this.#report.added -= 1;
      if (levelOfKey(row.key) === 'id')
        this.#placed.push({ ...row, group: groupOf(row, 'id'), day: null, left: book.day });
      this.#see(book, waiting, { ...entry, ...row });
      this.#homes?.put(entry, book.day, waiting.row.key);
    }
  }

  #see(book: OpenDay, slot: Slot, entry: Entry): void {
    this.#report.existing += 1;
    if (!slot.claimed && links(slot.row, entry)) this.#report.linked += 1;
    const now = seenAgain(slot.row, entry);
    if (now !== slot.row) {
      this.#images.keep(book, slot);
      book.rewrite(slot, now);
    }
    book.seen(slot, this.#origins(slot.origin));
    slot.claimed = true;
    this.#homes?.put(entry, book.day, slot.row.key);
  }

  #add(book: OpenDay, entry: Entry, key: string): void {
    this.#report.added += 1;
    const slot = book.add({ ...entry, key, supersededBy: null }, this.#origins(NOBODY));
    if (book.hasPending && hasComeOut(entry)) this.#cameOut.push({ book, slot, entry });
    this.#homes?.put(entry, book.day, key);
  }

  /** A new row; or the row that was told of until now, which takes the new one's name. */
  #addOrShow(book: OpenDay, { entry }: KeyedEntry, key: () => string): void {
    const told = book.byFact(entry, false);
    if (!told) {
      this.#add(book, entry, key());
      return;
    }
    this.#report.existing += 1;
    const origin = this.#origins(told.origin);
    const row = shownAtLast(told.row, entry, key());
    this.#images.keep(book, told);
    this.#images.moved(told.row.key, book, row.key, book);
    book.remove(told);
    book.add(row, origin);
    this.#homes?.put(entry, book.day, row.key);
  }

  /** Days under which a row with this id may be kept, by an earlier reading or by this one. */
  #daysOfId(group: string): readonly Day[] {
    const kept = this.#known.daysOfId(group);
    const own = this.#news.get(group);
    return own ? [...new Set([...kept, ...own])] : kept;
  }

  #place({ entry, group }: KeyedEntry, day: Day, left: Day | null): void {
    this.#news.set(group, [...(this.#news.get(group) ?? []), day]);
    this.#placed.push({ account: entry.account, ledger: entry.ledger, group, day, left });
  }
}

const NOBODY: Origin = [];

/** The same list for the same list, with this capture behind it. */
function withCapture(seq: number): (before: Origin) => Origin {
  const known = new Map<Origin, Origin>();
  return (before) => {
    let after = known.get(before);
    if (!after) {
      after = before.includes(seq) ? before : [...before, seq];
      known.set(before, after);
    }
    return after;
  };
}

function gather(contents: Map<string, KeyedEntry[]>, item: KeyedEntry): void {
  const list = contents.get(item.group);
  if (list) list.push(item);
  else contents.set(item.group, [item]);
}

/** The first ordinal of this group that no row has. */
function freeOrdinal(group: string, book: OpenDay): string {
  let ordinal = book.group(group).length;
  while (book.hasKey(ordinalKey(group, ordinal), group)) ordinal += 1;
  return ordinalKey(group, ordinal);
}

/** The row's key, or one of its own where a row with the same id and another amount, or the same serial and another number, has it. */
function freeKey(key: string, { entry, group }: KeyedEntry, books: readonly OpenDay[]): string {
  const taken = (name: string): boolean => books.some((book) => book.hasKey(name, group));
  if (!taken(key)) return key;
  const own = `${key}~${entry.amount ?? ''}@${entry.at ?? ''}`;
  let free = own;
  for (let n = 1; taken(free); n += 1) free = `${own}.${n}`;
  return free;
}

/** The row on one of these days: of the same amount on any of them, before one on its way whose amount may still change. */
function findElsewhere({ entry, group }: KeyedEntry, books: readonly OpenDay[]): { book: OpenDay; slot: Slot } | null {
  const found = books.flatMap((book) => {
    const slot = book.byId(group, entry);
    return slot ? [{ book, slot }] : [];
  });
  return found.find(({ slot }) => slot.row.amount === entry.amount) ?? found[0] ?? null;
}

/** A row kept under another day belongs under this one if only this source knows its instant; else, of two days, the earlier: settling comes after trading. */
function belongsHere(known: Omit<Entry, 'row'>, entry: Entry): boolean {
  if ((known.at === null) !== (entry.at === null)) return known.at === null;
  return entry.day < known.day;
}
