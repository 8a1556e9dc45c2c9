import type { Day } from '#money/day.ts';
import type { Origin } from '../codec/origins.ts';
import { groupOf, levelOfKey } from '../identity/identity.ts';
import type { KnownRow } from './day-books.ts';
import type { Image } from './images.ts';
import type { PlacedRow } from './merge.ts';
import type { OpenDay, Slot } from './open-day.ts';

export interface Undone {
  /** Rows that no other capture has shown: they are out of the book. */
  readonly removed: number;
  /** Rows that say again what they said before. */
  readonly restored: number;
}

/** What rows said before a capture that was taken back changed them. */
export interface TakenBack {
  readonly seq: number;
  readonly images: readonly Image[];
}

/**
 * Takes one capture out of the day books that it touched. Rows that only it has shown leave; rows that it changed say again what the last capture in
 * force that shows them left them saying; rows that it marked as gone are there again.
 * @param takenBack all captures that were taken back, this one among them: what one of them changed or marked as gone is as it was before, in whatever
 *   order they were taken back
 * @param dayOf opens any other day, for rows that were moved
 */
export function undoCapture(
  seq: number,
  books: readonly OpenDay[],
  takenBack: readonly TakenBack[],
  dayOf: (account: string, day: Day) => OpenDay,
): { removed: number; restored: Image[]; placed: PlacedRow[] } {
  const before = new Before(takenBack);
  const without = withoutCapture(seq);
  const gone = new Set(takenBack.map((capture) => capture.seq));
  const inForce = (supersededBy: number | null): number | null =>
    supersededBy !== null && gone.has(supersededBy) ? null : supersededBy;
  const placed: PlacedRow[] = [];
  const restored: Image[] = [];
  let removed = 0;
  for (const book of books) {
    for (const slot of [...book.slots]) {
      if (slot.gone) continue;
      const isChanged = before.isChangedBy(seq, slot.row);
      const shown = slot.origin.includes(seq);
      if (shown) book.seen(slot, without(slot.origin));
      if (shown && slot.origin.length === 0) {
        book.remove(slot);
        place(placed, slot, null);
        removed += 1;
        continue;
      }
      const supersededBy = inForce(slot.row.supersededBy);
      if (supersededBy !== slot.row.supersededBy) book.rewrite(slot, { ...slot.row, supersededBy });
      const since = Math.max(...slot.origin);
      // What a later capture has shown stays as that one showed it.
      const then = (shown || isChanged) && since < seq ? before.of(slot.row, since) : null;
      if (!then) continue;
      // A capture that is still in force has marked it as gone before one that is not showed it again.
      const goneSince = then.supersededBy.map(inForce).find((capture) => capture !== null);
      const was = { ...then.row, supersededBy: supersededBy ?? goneSince ?? null };
      restored.push({ account: book.account, day: book.day, key: slot.row.key, was, origin: slot.origin });
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

/** What rows said before captures that were taken back. */
class Before {
  /** By where the row stands since, the latest capture first. */
  readonly #images = new Map<string, { readonly seq: number; readonly was: KnownRow }[]>();

  constructor(takenBack: readonly TakenBack[]) {
    // A row that went back to its first name was changed under the other one.
    const before = new Map<string, string>();
    for (const { seq, images } of takenBack.toSorted((a, b) => a.seq - b.seq)) {
      for (const { account, day, key, was } of images) {
        const now = nameOf({ account, day, key });
        const names = [now];
        for (let name = before.get(now); name !== undefined && !names.includes(name); name = before.get(name))
          names.push(name);
        for (const name of names) this.#images.set(name, [{ seq, was }, ...(this.#images.get(name) ?? [])]);
        if (now !== nameOf(was)) before.set(now, nameOf(was));
      }
    }
  }

  isChangedBy(seq: number, row: KnownRow): boolean {
    return this.#images.get(nameOf(row))?.some((image) => image.seq === seq) ?? false;
  }

  /**
   * What the row said when this capture was the last that had shown it, and by which captures it was marked as gone since, the latest first; null
   * where none that was taken back has changed it since.
   */
  of(row: KnownRow, since: number): { row: KnownRow; supersededBy: (number | null)[] } | null {
    let then: KnownRow | null = null;
    let before = Number.POSITIVE_INFINITY;
    const supersededBy: (number | null)[] = [];
    for (;;) {
      const images = this.#images.get(nameOf(then ?? row));
      const image = images?.find(({ seq }) => seq > since && seq < before);
      if (!image) return then && { row: then, supersededBy };
      then = image.was;
      before = image.seq;
      supersededBy.push(then.supersededBy);
    }
  }
}

const nameOf = ({ account, day, key }: Pick<KnownRow, 'account' | 'day' | 'key'>): string => `${day}|${account}|${key}`;

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
