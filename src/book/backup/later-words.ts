import { dayKey } from '../identity/day-key.ts';
import type { KnownRow } from '../merge/day-books.ts';
import type { Image } from '../merge/images.ts';
import type { OpenDay, Slot } from '../merge/open-day.ts';
import { noticeLabel } from '../merge/supersede.ts';

/**
 * A capture of a backup may be older than what the book has seen since, though it is taken in after it. Where the book's own look is the later one,
 * its word holds, and the older capture only adds what it left open.
 * @param images what the rows said before this capture
 * @param isAfter whether a capture of this book was read after this one
 */
export function keepLaterWords(
  books: ReadonlyMap<string, OpenDay>,
  images: readonly Image[],
  seq: number,
  isAfter: (capture: number) => boolean,
): void {
  const isLater = (capture: number | null): boolean => capture !== null && isAfter(capture);
  for (const { account, day, key, was, origin } of images) {
    const book = books.get(dayKey(account, day));
    const slot = book?.slots.find((one) => !one.gone && one.row.key === key);
    if (!book || !slot) continue;
    const later = origin.find(isLater);
    if (later !== undefined) {
      const overruled = slot.row.supersededBy === seq;
      book.rewrite(slot, withLaterWords(was, slot.row));
      if (overruled && was.ledger === 'notice') overrule(book, slot, seq, later);
    } else if (isLater(was.supersededBy)) book.rewrite(slot, { ...slot.row, supersededBy: was.supersededBy });
  }
}

function withLaterWords(was: KnownRow, now: KnownRow): KnownRow {
  const came = was.state === 'pending' || was.state === 'unknown';
  return {
    ...now,
    state: came ? now.state : was.state,
    settleDay: was.settleDay ?? now.settleDay,
    fee: was.fee ?? now.fee,
    net: was.net ?? now.net,
    balance: was.balance ?? now.balance,
    card: was.card ?? now.card,
    rate: was.rate ?? now.rate,
    due: was.due ?? now.due,
    links: { ...now.links, ...was.links },
    supersededBy: was.supersededBy,
  };
}

/** Of two figures under one label the one that was seen later holds. */
function overrule(book: OpenDay, holds: Slot, seq: number, later: number): void {
  for (const slot of book.slots) {
    const older = slot.row.ledger === 'notice' && slot.origin.length === 1 && slot.origin[0] === seq;
    if (older && slot.row.supersededBy === null && noticeLabel(slot.row) === noticeLabel(holds.row))
      book.rewrite(slot, { ...slot.row, supersededBy: later });
  }
}
