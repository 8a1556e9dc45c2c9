import type { Item } from '#records/arrears.ts';
import { maintenance } from '../causes/maintenance.ts';
import { groupBy } from '../group.ts';
import { warning } from '../item.ts';
import type { Book } from '../prepare.ts';
import { saysMaintenance } from '../words.ts';

/** Rows that wait or failed, and that speak of maintenance: a warning for each day, amount 0. */
export function interruptions(book: Book): Item[] {
  const rows = book.unfinished.filter((row) => saysMaintenance(row.words));
  return [...groupBy(rows, (row) => row.day)].map(([day, ofDay]) =>
    warning(book, { since: day, cause: maintenance(ofDay, day), mark: `maintenance ${day}` }),
  );
}
