import type { Day } from '#money/day.ts';
import type { Origin } from '../codec/origins.ts';
import { groupOf, levelOfKey } from '../identity/identity.ts';
import type { KnownRow, OpenDay, Slot } from './day-books.ts';
import type { Image } from './images.ts';
import type { PlacedRow } from './merge.ts';

export interface Undone {
  /** Rows that no other capture has shown: they are out of the book. */
  readonly removed: number;
  /** Rows that say again what they said before. */
  readonly restored: number;
}

/**
 * Takes one capture out of the day books that it touched. Rows that only it has shown leave; rows that it changed say again what they said before,
 * unless a later capture has shown them since; rows that it marked as gone are there again.
 * @param images what the rows said before this capture
 * @param takenBack numbers of all captures that were taken back: what one of them marked as gone is there
 * @param dayOf opens any other day, for rows that it had moved
 */
export function undoCapture(
  seq: number,
  books: readonly OpenDay[],
  images: readonly Image[],
  takenBack: ReadonlySet<number>,
  dayOf: (account: string, day: Day) => OpenDay,
): { removed: number; restored: Image[]; placed: PlacedRow[] } {
  const before = new Map(images.map((image) => [`${image.day}|${image.account}|${image.key}`, image]));
  const without = withoutCapture(seq);
  const placed: PlacedRow[] = [];
  let removed = 0;
  const restored: Image[] = [];
  for (const book of books) {
    for (const slot of [...book.slots]) {
      if (slot.gone) continue;
      const shown = slot.origin.includes(seq);
      if (shown) book.seen(slot, without(slot.origin));
      if (shown && slot.origin.length === 0) {
        book.remove(slot);
        place(placed, slot, null);
        removed += 1;
        continue;
      }
      const isThere = ({ supersededBy }: KnownRow): boolean => supersededBy !== null && takenBack.has(supersededBy);
      if (isThere(slot.row)) book.rewrite(slot, { ...slot.row, supersededBy: null });
      const image = before.get(`${book.day}|${book.account}|${slot.row.key}`);
      if (!image || slot.origin.some((later) => later > seq)) continue;
      restored.push(image);
      const { supersededBy } = slot.row;
      const earlier = isThere(image.was) ? { ...image.was, supersededBy: null } : image.was;
      const was = supersededBy !== null && supersededBy > seq ? { ...earlier, supersededBy } : earlier;
      if (was.day === book.day && was.key === slot.row.key) book.rewrite(slot, was);
      else {
        book.remove(slot);
        place(placed, slot, null);
        const home = dayOf(book.account, was.day);
        home.add(was, slot.origin);
        place(placed, { ...slot, row: was }, was.day);
      }
    }
  }
  return { removed, restored, placed };
}

/** The same list for the same list, without this capture. */
function withoutCapture(seq: number): (before: Origin) => Origin {
  const known = new Map<Origin, Origin>();
  return (before) => {
    const after = known.get(before) ?? before.filter((one) => one !== seq);
    known.set(before, after);
    return after;
  };
}

/** Tells the index of ids that the row is now kept under this day, or has left the one it was kept under. */
function place(placed: PlacedRow[], { row }: Slot, day: Day | null): void {
  if (levelOfKey(row.key) !== 'id') return;
  const { account, ledger } = row;
  placed.push({ account, ledger, group: groupOf(row, 'id'), day, left: day === null ? row.day : null });
}
