import type { Item } from '#records/arrears.ts';
import { wrongDirection } from '../causes/type-mismatch.ts';
import { warning } from '../item.ts';
import { type Book, saleRows } from '../prepare.ts';

/** Rows booked as a sale that took money, or as a refund that gave some: a warning each, amount 0. */
export function wrongDirections(book: Book): Item[] {
  return saleRows(book)
    .filter((row) => (row.kind === 'sale' ? (row.amount ?? 0) < 0 : row.kind === 'refund' && (row.amount ?? 0) > 0))
    .map((row) =>
      warning(book, {
        terminal: row.terminal,
        since: row.day,
        cause: wrongDirection(row),
        mark: `direction ${row.key}`,
      }),
    );
}
