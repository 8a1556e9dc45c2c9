import type { Day } from '#money/day.ts';
import type { Entry, Ledger } from '#records/entry.ts';
import type { OpenDay, Slot } from './open-day.ts';

/** Marks one row as gone: it is never removed. */
export type Mark = (book: OpenDay, slot: Slot) => void;

/** A span that this reading has proved to have read again whole. */
export interface Window {
  /** The days of the span on which the book keeps rows, by account. */
  readonly days: ReadonlyMap<string, readonly Day[]>;
  readonly ledgers: readonly Ledger[];
  /** Earlier captures that read the same list (provider, format, page or file) over the same span, whole. */
  readonly before: ReadonlySet<number>;
}

/**
 * Marks the rows that such an earlier capture showed and this one no longer does.
 * A list that the merchant has filtered is whole in its own eyes too, so a row is only taken to have left if rows of its terminal and its kind
 * are still there, and if more rows were found again than are missing: anything else is another view, not the same one.
 */
export function markMissing(window: Window, dayOf: (account: string, day: Day) => OpenDay, mark: Mark): void {
  for (const [account, days] of window.days) {
    const missing: [OpenDay, Slot][] = [];
    const shown = new Set<string>();
    let found = 0;
    for (const day of days) {
      const book = dayOf(account, day);
      for (const slot of book.slots) {
        if (slot.gone || !inList(slot, window)) continue;
        if (slot.claimed) {
          found += 1;
          shown.add(viewOf(slot.row));
        } else if (slot.row.supersededBy === null) missing.push([book, slot]);
      }
    }
    if (missing.length > found) continue;
    for (const [book, slot] of missing) if (shown.has(viewOf(slot.row))) mark(book, slot);
  }
}

const inList = (slot: Slot, window: Window): boolean =>
  slot.row.ledger !== 'notice' &&
  window.ledgers.includes(slot.row.ledger) &&
  (slot.claimed || slot.origin.some((seq) => window.before.has(seq)));

const viewOf = (entry: Omit<Entry, 'row'>): string => `${entry.ledger}|${entry.terminal ?? ''}|${entry.kind}`;

/** Captures whose rows were misread, with the accounts that they wrote to, and the days on which those keep rows. */
export interface Misread {
  readonly captures: ReadonlySet<number>;
  readonly accounts: ReadonlySet<string>;
  readonly days: Map<string, readonly Day[]>;
}

/** Marks the rows that only misread captures have shown and the new reading of the same sightings does not. */
export function markMisread(misread: Misread, dayOf: (account: string, day: Day) => OpenDay, mark: Mark): void {
  for (const [account, days] of misread.days) {
    for (const day of days) {
      const book = dayOf(account, day);
      for (const slot of book.slots) {
        if (slot.claimed || slot.gone || slot.row.supersededBy !== null) continue;
        if (slot.origin.every((capture) => misread.captures.has(capture))) mark(book, slot);
      }
    }
  }
}

/** Of the figures that a portal states under one label on one day, the latest holds; the others are marked, not lost. */
export function markOldNotices(book: OpenDay, mark: Mark): void {
  if (!book.mayHold('notice')) return;
  const spoken = new Set(
    book.slots.filter((slot) => slot.claimed && slot.row.ledger === 'notice').map((slot) => noticeLabel(slot.row)),
  );
  if (spoken.size === 0) return;
  for (const slot of book.slots) {
    const old = slot.row.ledger === 'notice' && !slot.claimed && slot.row.supersededBy === null;
    if (old && spoken.has(noticeLabel(slot.row))) mark(book, slot);
  }
}

/** The label without the figure that may stand in it. */
export const noticeLabel = (entry: Omit<Entry, 'row'>): string =>
  JSON.stringify([entry.kind, entry.terminal, entry.currency, entry.words.replace(/[\d\s.,，+\-−－¥￥]/g, '')]);
