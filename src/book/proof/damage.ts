import type { KeptEntry } from '#records/entry.ts';
import type { Damage } from '../book.ts';
import { undamaged } from '../codec/undamaged.ts';
import { daysIn } from '../figures/sheets.ts';
import { dayKey } from '../identity/day-key.ts';
import { type DayBook, entriesIn } from '../merge/day-books.ts';
import { readableImages, type Trace } from '../merge/images.ts';
import type { Shelf } from '../shelf.ts';

/** The rows of an account day by day, and the days that cannot be read back. */
export async function readableDays(shelf: Shelf, account: string): Promise<{ days: KeptEntry[][]; damage: Damage[] }> {
  const days: KeptEntry[][] = [];
  const damage: Damage[] = [];
  for await (const books of shelf.span(account, null)) {
    for (const book of books) {
      const entries = undamaged(() => entriesIn(book));
      if (entries) days.push(entries);
      else damage.push({ account, of: 'rows', at: book.day });
    }
  }
  return { days, damage };
}

/** The rows of a day; none where it cannot be read back, for whoever has named that day already. */
export const readableRows = (book: DayBook): KeptEntry[] => undamaged(() => entriesIn(book)) ?? [];

/** What rows said before a capture and cannot be told any more, by day, each once. */
export function lostIn(trace: Trace): Damage[] {
  const days = new Map(
    readableImages(trace).lost.map(({ account, wasDay }) => [dayKey(account, wasDay), { account, wasDay }]),
  );
  return [...days.values()].map(({ account, wasDay }) => ({ account, of: 'trace', at: wasDay }));
}

/** Every packed record that cannot be read back, by account. */
export async function damageIn(shelf: Shelf): Promise<Damage[]> {
  const damage = (await shelf.tracesAfter(0)).flatMap((trace) => lostIn(trace));
  for (const { id } of await shelf.accounts()) {
    damage.push(...(await readableDays(shelf, id)).damage);
    for (const sheet of await shelf.sheets(id)) {
      if (!undamaged(() => daysIn(sheet))) damage.push({ account: id, of: 'figures', at: sheet.month });
    }
  }
  return damage;
}
