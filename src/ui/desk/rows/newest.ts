import type { ListedRow } from '#book/book.ts';
import type { RowsDeeds } from './deeds.ts';

/**
 * The row with all that has been read and said of it since it was listed: another window may have said more.
 * @param isPast it was listed as it was on a past day, and is to be shown so; only what is said of it is of now
 */
export async function newest(deeds: RowsDeeds, listed: ListedRow, isPast: boolean): Promise<ListedRow> {
  try {
    const { account, day, key } = listed.entry;
    const rows = await (await deeds.book()).day(account, day);
    const now = rows.ok ? rows.value.find(({ entry }) => entry.key === key) : undefined;
    if (!now) return listed;
    return isPast ? { ...listed, mark: now.mark } : now;
  } catch {
    return listed;
  }
}
