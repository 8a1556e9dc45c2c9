import type { Day } from '#money/day.ts';
import type { Entry, KeptEntry } from '#records/entry.ts';
import { groupOf, type Level, levelOfKey, serials } from './identity.ts';

/** All entries of one account on one day: the unit in which the book is stored. */
export interface DayBook {
  readonly account: string;
  readonly day: Day;
  readonly entries: readonly KeptEntry[];
}

/** Account and day as one text, for maps. */
export const dayKey = (account: string, day: Day): string => `${day}|${account}`;

/** One place in a day book while a reading is merged into it. `claimed`: this reading has shown it. */
export interface Slot {
  entry: KeptEntry;
  readonly account: string;
  claimed: boolean;
  /** Moved to another day: no longer part of this one. */
  gone: boolean;
}

/** Candidates looked at for one row; a source in which more rows than this share a name and nothing else is hostile, and its rows are simply kept. */
const MOST_CANDIDATES = 50;

/** A day book opened for merging: its rows by every name they can be known by. */
export class OpenDay {
  readonly account: string;
  readonly day: Day;
  readonly slots: Slot[] = [];
  changed = false;
  readonly #groups = new Map<string, Slot[]>();
  readonly #serials = new Map<string, Slot[]>();
  readonly #exact = new Map<string, Slot>();
  readonly #references = new Map<string, Slot[]>();
  readonly #keys = new Set<string>();

  constructor(account: string, day: Day, entries: readonly KeptEntry[]) {
    this.account = account;
    this.day = day;
    for (const entry of entries) this.put({ entry, account, claimed: false, gone: false });
  }

  put(slot: Slot): void {
    this.slots.push(slot);
    this.#keys.add(slot.entry.key);
    const group = groupOf(slot.entry, levelOfKey(slot.entry.key));
    push(this.#groups, group, slot);
    this.#exact.set(exactName(group, slot.entry), slot);
    push(this.#references, referenceName(slot.entry), slot);
    for (const name of serialNames(slot.entry)) push(this.#serials, name, slot);
  }

  hasKey(key: string): boolean {
    return this.#keys.has(key);
  }

  /** The rows that share a group (the key without ordinal), in the order in which they came. */
  group(group: string): readonly Slot[] {
    return this.#groups.get(group) ?? [];
  }

  /**
   * The row of the same terminal, instant, amount and kind that shares a serial number with this one and contradicts it in none.
   * @param acceptIds false: the row asked for is known by id, and rows with another id are never it
   */
  bySerial(entry: Entry, acceptIds: boolean): Slot | null {
    for (const name of serialNames(entry)) {
      for (const slot of (this.#serials.get(name) ?? []).slice(0, MOST_CANDIDATES)) {
        if (slot.gone || (!acceptIds && levelOfKey(slot.entry.key) === 'id')) continue;
        if (!contradicts(slot.entry, entry)) return slot;
      }
    }
    return null;
  }

  /**
   * The row known by this id, of this amount; else the pending one, whose amount may still change. The clock may be printed more coarsely by
   * another source, so two instants are two rows only where one source shows both.
   */
  byId(group: string, entry: Entry): Slot | null {
    const exact = this.#exact.get(exactName(group, entry));
    if (exact && !exact.gone) return exact;
    const slots = this.group(group)
      .slice(0, MOST_CANDIDATES)
      .filter((slot) => !slot.gone);
    const same = slots.filter((slot) => slot.entry.amount === entry.amount);
    return (
      same.find((slot) => slot.entry.at === null || entry.at === null) ??
      same.find((slot) => !slot.claimed) ??
      slots.find((slot) => slot.entry.state === 'pending' && entry.state !== 'pending' && !slot.claimed) ??
      null
    );
  }

  /**
   * The row of the same reference, kind, amount and instant that is known by other means: a source in which some reference occurs twice
   * is not believed to name rows, while another source of the same rows is.
   */
  byReference(entry: Entry, level: Level): Slot | null {
    if (entry.reference === null) return null;
    const slots = this.#references.get(referenceName(entry)) ?? [];
    return slots.find((slot) => !slot.gone && !slot.claimed && levelOfKey(slot.entry.key) !== level) ?? null;
  }

  /** What is to be stored, in order of arrival. */
  book(): DayBook {
    const entries = this.slots.filter((slot) => !slot.gone).map((slot) => slot.entry);
    return { account: this.account, day: this.day, entries };
  }
}

const exactName = (group: string, entry: Entry): string => `${group}|${entry.amount ?? ''}|${entry.at ?? ''}`;

const referenceName = ({ ledger, kind, reference, amount, at, currency }: Entry): string =>
  JSON.stringify([ledger, kind, reference, amount, at, currency]);

function serialNames(entry: Entry): string[] {
  if (entry.terminal === null || entry.at === null) return [];
  const base = JSON.stringify([entry.ledger, entry.kind, entry.terminal, entry.at, entry.amount, entry.currency]);
  return serials(entry).map(([field, value]) => `${base}${field}:${value}`);
}

function contradicts(known: Entry, entry: Entry): boolean {
  const other = new Map(serials(known));
  return serials(entry).some(([field, value]) => {
    const theirs = other.get(field);
    return theirs !== undefined && theirs !== value;
  });
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
