import type { Day } from '#money/day.ts';
import type { Entry } from '#records/entry.ts';
import { type Block, moreBlocks, readBlocks, writeBlocks } from '../codec/blocks.ts';
import { Damaged } from '../codec/bytes.ts';
import { type Origin, readOrigins, writeOrigins } from '../codec/origins.ts';
import { groupIn, type Level, levelOfKey, serials } from '../identity/identity.ts';
import { clocksAgree } from './clocks.ts';
import { type DayBook, type KnownRow, levelsOf } from './day-books.ts';
import { agree, contradicts, exactName, isSameFact, referenceName, serialNames } from './sameness.ts';

const NO_SLOTS: readonly Slot[] = [];

/** One place in a day book while it is open. */
export interface Slot {
  /** Its number among the slots of the day. */
  place: number;
  row: KnownRow;
  origin: Origin;
  /** The reading that is being merged has shown it. */
  claimed: boolean;
  /** Known to be another row than those that are still looked for (`homes.ts`). */
  reserved: boolean;
  /** No longer part of this day: moved to another, or taken back. */
  gone: boolean;
}

/** Candidates looked at for one row; a source in which more rows than this share a name and nothing else is hostile, and its rows are simply kept. */
const MOST_CANDIDATES = 50;

/**
 * A day book opened for writing: its rows by every name they can be known by. What is kept is read only when a question needs it: of a busy day,
 * rows known to be new need no more than the last block.
 */
export class OpenDay {
  readonly account: string;
  readonly day: Day;
  /** More has changed than which captures saw the rows. */
  rewritten = false;
  /** Anything has changed. */
  changed = false;
  /** What is kept, until it is read. */
  #unread: DayBook | null;
  /** The rows, where nothing is unread; else those that have come. */
  #slots: Slot[] = [];
  /** What is kept, as it was read. */
  #blocks: readonly Block[] = [];
  /** The first row of each group; and of groups with more rows than one, all. */
  readonly #first = new Map<string, Slot>();
  readonly #shared = new Map<string, Slot[]>();
  /** Of groups with too many rows to look at each: by amount and instant. */
  readonly #exact = new Map<string, Slot>();
  /** How many slots stand in the groups, which are made only when they are asked. */
  #grouped = 0;
  /** The place behind the row that was asked for last. */
  #next = 0;
  /** Made when it is first asked for. */
  #keys: Set<string> | null = null;
  readonly #serials = new Map<string, Slot[]>();
  readonly #references = new Map<string, Slot[]>();
  /** How many slots stand in `#serials` and `#references`, which are made only when they are asked. */
  #named = 0;
  /** Rows that were pending when the day was opened. */
  readonly #waiting: Slot[] = [];
  /** Levels that occur: where every row is known by its id, nobody need be asked for by another name. */
  readonly #levels: Set<Level>;

  constructor(account: string, day: Day, kept: DayBook | null) {
    this.account = account;
    this.day = day;
    this.#unread = kept;
    this.#levels = new Set(kept?.levels);
  }

  /** All that is kept of it has been read. */
  get isRead(): boolean {
    return this.#unread === null;
  }

  /** How many rows are kept that have not been read, and the rows that have come to them; null where all are read. */
  get unread(): { readonly count: number; readonly came: readonly KnownRow[] } | null {
    return (
      this.#unread && { count: this.#unread.count, came: this.#slots.flatMap(({ row, gone }) => (gone ? [] : [row])) }
    );
  }

  /** Whether rows known like this may be among them. */
  mayHold(level: Level): boolean {
    return this.#levels.has(level);
  }

  /** All its rows, in the order in which they came. Throws `Damaged`. */
  get slots(): readonly Slot[] {
    if (this.#unread) this.#read(this.#unread);
    return this.#slots;
  }

  /** Puts one more row behind the others. */
  add(row: KnownRow, origin: Origin): Slot {
    this.changed = true;
    this.rewritten = true;
    return this.#put(row, origin, true);
  }

  /** Whether any row may be one that was on its way without a number when the day was opened; rows like that are known by their content. */
  get hasPending(): boolean {
    return this.mayHold('content') && (this.#unread !== null || this.#waiting.length > 0);
  }

  /** Says something else of a row than before. */
  rewrite(slot: Slot, row: KnownRow): void {
    slot.row = row;
    this.changed = true;
    this.rewritten = true;
  }

  /** Notes that these captures saw the row. */
  seen(slot: Slot, origin: Origin): void {
    slot.origin = origin;
    this.changed = true;
  }

  /** Takes a row out of this day. */
  remove(slot: Slot): void {
    slot.gone = true;
    this.changed = true;
    this.rewritten = true;
  }

  /** What the merchant says of its rows has changed: the rows stay, the figures do not. Throws `Damaged`. */
  refigure(): void {
    if (this.#unread) this.#read(this.#unread);
    this.changed = true;
    this.rewritten = true;
  }

  /** @param group that of the key */
  hasKey(key: string, group: string): boolean {
    // Rows known by id stand in the group that their key begins with, which is mostly empty; a set of all keys is dear to make.
    const own = levelOfKey(key) === 'id' ? this.group(group) : null;
    if (own !== null && own.length <= MOST_CANDIDATES) return own.some(({ row }) => row.key === key);
    this.#keys ??= new Set(this.slots.map(({ row }) => row.key));
    return this.#keys.has(key);
  }

  /** The rows that share a group (the key without ordinal), in the order in which they came. */
  group(group: string): readonly Slot[] {
    this.#groupAll();
    const first = this.#first.get(group);
    return this.#shared.get(group) ?? (first ? [first] : NO_SLOTS);
  }

  /**
   * The row known by the same id, of the same amount and instant, if it stands where a list that is read again in the same order has it next:
   * behind the row that was asked for last, or first. Null says nothing of the other places.
   */
  expected(entry: Entry): Slot | null {
    for (const place of [this.#next, 0]) {
      const slot = this.slots[place];
      if (!slot || !isTheSame(slot, entry)) continue;
      this.#next = place + 1;
      return slot;
    }
    return null;
  }

  /**
   * The row of the same terminal, amount and kind that shares a serial number with this one and contradicts it in none. Of the same instant wherever
   * one is; else one that this reading has not shown yet, whose source prints its clock otherwise.
   * @param acceptIds false: the row asked for is known by id, and rows with another id are never it
   */
  bySerial(entry: Entry, acceptIds: boolean): Slot | null {
    if (!acceptIds && this.#onlyAt('id')) return null;
    this.#nameAll();
    let coarse: Slot | null = null;
    for (const name of serialNames(entry)) {
      for (const slot of (this.#serials.get(name) ?? []).slice(0, MOST_CANDIDATES)) {
        if (
          slot.gone ||
          slot.reserved ||
          (!acceptIds && levelOfKey(slot.row.key) === 'id') ||
          contradicts(slot.row, entry)
        )
          continue;
        if (slot.row.at === entry.at) return slot;
        if (!slot.claimed && clocksAgree(slot.row.at, entry.at)) coarse ??= slot;
      }
    }
    return coarse;
  }

  /**
   * The row known by this id, of this amount; else the pending one, whose amount may still change. The clock may be printed more coarsely by
   * another source, so two instants are two rows only where one source shows both.
   */
  byId(group: string, entry: Entry): Slot | null {
    const expected = this.expected(entry);
    if (expected) return expected;
    const all = this.group(group);
    if (all.length === 0) return null;
    const exact = all.length > MOST_CANDIDATES ? this.#exact.get(exactName(group, entry)) : all.find(isExactly(entry));
    if (exact && !exact.gone) {
      this.#next = exact.place + 1;
      return exact;
    }
    const slots = all.slice(0, MOST_CANDIDATES).filter((slot) => !slot.gone && !slot.reserved);
    const same = slots.filter((slot) => slot.row.amount === entry.amount);
    return (
      same.find((slot) => slot.row.at === null || entry.at === null) ??
      same.find((slot) => !slot.claimed) ??
      slots.find((slot) => slot.row.state === 'pending' && entry.state !== 'pending' && !slot.claimed) ??
      null
    );
  }

  /**
   * The row of the same reference, kind and amount that this reading has not shown yet, of the same instant and terminal as far as both tell them: known by other
   * means, because a source in which some reference occurs twice is not believed to name rows, while another source of the same rows is; or told
   * otherwise by a source with other words or another clock.
   */
  byReference(entry: Entry, level: Level): Slot | null {
    if (entry.reference === null || (level === 'id' && this.#onlyAt(level))) return null;
    this.#nameAll();
    const slots = (this.#references.get(referenceName(entry)) ?? []).slice(0, MOST_CANDIDATES);
    const known = slots.filter(({ row, gone, reserved }) => {
      if (gone || reserved || !clocksAgree(row.at, entry.at)) return false;
      if (!agree(row.terminal, entry.terminal) || contradicts(row, entry)) return false;
      return level !== 'id' || levelOfKey(row.key) !== 'id';
    });
    const isExact = ({ row }: Slot): boolean => row.at === entry.at;
    const free = known.filter(({ claimed }) => !claimed);
    // One id shown twice, because the pages moved, is one row.
    return free.find(isExact) ?? free[0] ?? (level === 'id' ? known.find(isExact) : null) ?? null;
  }

  /**
   * The row that tells the same fact where one of the two was told by somebody (an SMS, a call): same kind, amount and day, and nothing that
   * both say differs. Told and read rows meet whichever came first.
   * @param told the row asked for was told; else only told rows answer
   */
  byFact(entry: Entry, told: boolean): Slot | null {
    if (!told && !this.mayHold('told')) return null;
    for (const slot of this.slots) {
      if (slot.gone || slot.claimed || slot.reserved || (!told && levelOfKey(slot.row.key) !== 'told')) continue;
      if (isSameFact(slot.row, entry)) return slot;
    }
    return null;
  }

  /** Rows on their way that carry no number, and that this reading has not shown: a row that comes out with its number may be one of them. */
  waiting(): readonly Slot[] {
    if (this.#unread && this.mayHold('content')) this.#read(this.#unread);
    return this.#waiting.filter(({ row, gone, claimed, reserved }) => {
      const isFree = !gone && !claimed && !reserved && row.supersededBy === null;
      return isFree && row.state === 'pending' && row.reference === null && serials(row).length === 0;
    });
  }

  /** What is to be stored, in order of arrival. Throws `Damaged`. */
  book(): DayBook {
    const slots = this.#slots.filter((slot) => !slot.gone);
    const rows = slots.map(({ row }) => row);
    const origins = slots.map(({ origin }) => origin);
    const { account, day } = this;
    if (this.#unread) {
      const { count, rows: blocks, origins: before } = this.#unread;
      return {
        account,
        day,
        count: count + slots.length,
        codec: 2,
        levels: [...this.#levels],
        rows: moreBlocks(account, day, blocks, rows),
        origins: writeOrigins([...readOrigins(before), ...origins]),
      };
    }
    return {
      account,
      day,
      count: slots.length,
      codec: 2,
      levels: levelsOf(rows),
      rows: writeBlocks(rows, this.#blocks),
      origins: writeOrigins(origins),
    };
  }

  #read(kept: DayBook): void {
    const origins = readOrigins(kept.origins);
    const blocks = readBlocks(this.account, this.day, kept.rows);
    if (blocks.reduce((sum, { rows }) => sum + rows.length, 0) !== kept.count) throw new Damaged();
    const came = this.#slots;
    this.#unread = null;
    this.#blocks = blocks;
    this.#slots = [];
    for (const { rows } of blocks) for (const row of rows) this.#put(row, origins[this.#slots.length] ?? [], false);
    for (const slot of came) {
      slot.place = this.#slots.length;
      this.#slots.push(slot);
    }
  }

  #put(row: KnownRow, origin: Origin, claimed: boolean): Slot {
    const slot = { place: this.#slots.length, row, origin, claimed, reserved: false, gone: false };
    this.#slots.push(slot);
    if (row.state === 'pending' && !claimed) this.#waiting.push(slot);
    this.#levels.add(levelOfKey(row.key));
    this.#keys?.add(row.key);
    return slot;
  }

  #groupAll(): void {
    for (; this.#grouped < this.slots.length; this.#grouped += 1) {
      const slot = this.slots[this.#grouped] as Slot;
      const level = levelOfKey(slot.row.key);
      const group = groupIn(slot.row, level);
      const first = this.#first.get(group);
      if (!first) {
        this.#first.set(group, slot);
        continue;
      }
      const shared = this.#shared.get(group) ?? [first];
      shared.push(slot);
      this.#shared.set(group, shared);
      if (shared.length <= MOST_CANDIDATES || level !== 'id') continue;
      const late = shared.length === MOST_CANDIDATES + 1 ? shared : [slot];
      for (const one of late) this.#exact.set(exactName(group, one.row), one);
    }
  }

  #onlyAt(level: Level): boolean {
    return this.#levels.size === 0 || (this.#levels.size === 1 && this.#levels.has(level));
  }

  #nameAll(): void {
    for (; this.#named < this.slots.length; this.#named += 1) {
      const slot = this.slots[this.#named] as Slot;
      if (slot.row.reference !== null) push(this.#references, referenceName(slot.row), slot);
      for (const name of serialNames(slot.row)) push(this.#serials, name, slot);
    }
  }
}

/** Of rows in one account: everything that `groupOf` names a row known by id by, and `isExactly`. */
const isTheSame = ({ row, gone }: Slot, entry: Entry): boolean =>
  !gone &&
  row.reference === entry.reference &&
  row.amount === entry.amount &&
  row.at === entry.at &&
  row.kind === entry.kind &&
  row.ledger === entry.ledger &&
  levelOfKey(row.key) === 'id';

const isExactly =
  ({ amount, at }: Entry) =>
  ({ row, gone }: Slot): boolean =>
    !gone && row.amount === amount && row.at === at;

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
