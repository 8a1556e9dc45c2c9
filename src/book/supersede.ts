import type { Day } from '#money/day.ts';
import type { Entry, Ledger } from '#records/entry.ts';
import type { OpenDay, Slot } from './day-books.ts';

/** A span that this reading has proved to have read again whole. */
export interface Window {
  /** The days of the span on which the book keeps rows, by account. */
  readonly days: ReadonlyMap<string, readonly Day[]>;
  readonly ledgers: readonly Ledger[];
  /** Earlier captures that read the same list (provider, format, page or file) over the same span, whole. */
  readonly before: ReadonlySet<number>;
}

/**
 * Marks the rows that such an earlier capture showed and this one no longer does; answers how many.
 * A list that the merchant has filtered is whole in its own eyes too, so a row is only taken to have left if rows of its terminal and its kind
 * are still there, and if more rows were found again than are missing: anything else is another view, not the same one.
 */
export function markMissing(window: Window, dayOf: (account: string, day: Day) => OpenDay, seq: number): number {
  let marked = 0;
  for (const [account, days] of window.days) {
    const books = days.map((day) => dayOf(account, day));
    const listed = books.flatMap((book) => book.slots.filter((slot) => !slot.gone && inList(slot, window)));
    const found = listed.filter((slot) => slot.claimed);
    const missing = listed.filter((slot) => !slot.claimed && slot.entry.supersededBy === null);
    if (missing.length === 0 || missing.length > found.length) continue;
    const shown = new Set(found.map((slot) => viewOf(slot.entry)));
    for (const slot of missing) {
      if (!shown.has(viewOf(slot.entry))) continue;
      slot.entry = { ...slot.entry, supersededBy: seq };
      dayOf(account, slot.entry.day).changed = true;
      marked += 1;
    }
  }
  return marked;
}

const inList = (slot: Slot, window: Window): boolean =>
  slot.entry.ledger !== 'notice' &&
  window.ledgers.includes(slot.entry.ledger) &&
  (slot.claimed || slot.entry.seenIn.some((seq) => window.before.has(seq)));

const viewOf = (entry: Entry): string => `${entry.ledger}|${entry.terminal ?? ''}|${entry.kind}`;

/** Captures whose rows were misread, with the accounts that they wrote to, and the days on which those keep rows. */
export interface Misread {
  readonly captures: ReadonlySet<number>;
  readonly accounts: ReadonlySet<string>;
  readonly days: Map<string, readonly Day[]>;
}

/** Marks the rows that only misread captures have shown and the new reading of the same sightings does not; answers how many. */
export function markMisread(misread: Misread, dayOf: (account: string, day: Day) => OpenDay, seq: number): number {
  let marked = 0;
  for (const [account, days] of misread.days) {
    for (const day of days) {
      const book = dayOf(account, day);
      for (const slot of book.slots) {
        const { seenIn, supersededBy } = slot.entry;
        if (slot.claimed || slot.gone || supersededBy !== null) continue;
        if (!seenIn.every((capture) => misread.captures.has(capture))) continue;
        slot.entry = { ...slot.entry, supersededBy: seq };
        book.changed = true;
        marked += 1;
      }
    }
  }
  return marked;
}

/** Of the figures that a portal states under one label on one day, the latest holds; the others are marked, not lost. Answers how many. */
export function markOldNotices(book: OpenDay, seq: number): number {
  const spoken = new Set(
    book.slots.filter((slot) => slot.claimed && slot.entry.ledger === 'notice').map((slot) => labelOf(slot.entry)),
  );
  if (spoken.size === 0) return 0;
  let marked = 0;
  for (const slot of book.slots) {
    const old = slot.entry.ledger === 'notice' && !slot.claimed && slot.entry.supersededBy === null;
    if (!old || !spoken.has(labelOf(slot.entry))) continue;
    slot.entry = { ...slot.entry, supersededBy: seq };
    book.changed = true;
    marked += 1;
  }
  return marked;
}

/** The label without the figure that may stand in it. */
const labelOf = (entry: Entry): string =>
  JSON.stringify([entry.kind, entry.terminal, entry.currency, entry.words.replace(/[\d\s.,，+\-−－¥￥]/g, '')]);
