import type { Entry } from '#records/entry.ts';
import { serials } from '../identity/identity.ts';
import { clocksAgree } from './clocks.ts';
import type { KnownRow } from './day-books.ts';
import type { OpenDay, Slot } from './open-day.ts';
import { agree } from './sameness.ts';
import { settled } from './update.ts';

/** A row that a reading has just put into the book. */
export interface Added {
  readonly book: OpenDay;
  readonly slot: Slot;
  readonly entry: Entry;
}

/** Whether a row has come out with a number by which it is found again whatever it was called before (`bySerial`, `byReference`). */
export const hasComeOut = (entry: Entry): boolean =>
  settled(entry.state) && serials(entry).length > 0 && (entry.reference !== null || entry.terminal !== null);

/**
 * Of rows that came out with a number: those that were on their way without one, each with the row that it was. Only where no other row could be meant,
 * on either side; of twins nobody can say which is which, and one of them would be lost if the wrong two were taken for one.
 */
export function postedOf(added: readonly Added[]): (Added & { readonly waiting: Slot })[] {
  const byDay = new Map<OpenDay, Added[]>();
  for (const one of added) byDay.set(one.book, [...(byDay.get(one.book) ?? []), one]);
  return [...byDay].flatMap(([book, own]) => {
    const groups = new Map<string, { waiting: Slot[]; came: Added[] }>();
    for (const one of own) {
      const group = groups.get(factOf(one.slot.row)) ?? { waiting: [], came: [] };
      groups.set(factOf(one.slot.row), group);
      group.came.push(one);
    }
    for (const slot of book.waiting()) groups.get(factOf(slot.row))?.waiting.push(slot);
    return [...groups.values()].flatMap(({ waiting, came }) =>
      came.flatMap((one) => {
        const [was, ...others] = waiting.filter((slot) => canBe(slot.row, one.slot.row));
        if (!was || others.length > 0) return [];
        const isOnly = came.every((other) => other === one || !canBe(was.row, other.slot.row));
        return isOnly ? [{ ...one, waiting: was }] : [];
      }),
    );
  });
}

const factOf = ({ ledger, kind, amount, currency }: KnownRow): string => `${ledger} ${kind} ${currency} ${amount}`;

const canBe = (was: KnownRow, now: KnownRow): boolean =>
  was.amount !== null &&
  clocksAgree(was.at, now.at) &&
  agree(was.terminal, now.terminal) &&
  Object.entries(was.links).every(([name, value]) => agree(now.links[name] ?? null, value));
