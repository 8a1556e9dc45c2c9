import type { KeptEntry } from '#records/entry.ts';
import type { Damage } from '../book.ts';
import { Damaged } from '../codec/bytes.ts';
import { daysIn } from '../figures/sheets.ts';
import { entriesIn } from '../merge/day-books.ts';
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

/** Every packed record that cannot be read back, by account. */
export async function damageIn(shelf: Shelf): Promise<Damage[]> {
  const damage: Damage[] = [];
  for (const { id } of await shelf.accounts()) {
    damage.push(...(await readableDays(shelf, id)).damage);
    for (const sheet of await shelf.sheets(id)) {
      if (!undamaged(() => daysIn(sheet))) damage.push({ account: id, of: 'figures', at: sheet.month });
    }
  }
  return damage;
}

function undamaged<T>(read: () => T): T | null {
  try {
    return read();
  } catch (thrown) {
    if (thrown instanceof Damaged) return null;
    throw thrown;
  }
}
