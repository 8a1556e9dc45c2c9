import type { Book, BookError } from '#book/book.ts';
import { addDays, daysBetween } from '#money/day.ts';
import { ok, type Result } from '#money/result.ts';
import type { KeptEntry } from '#records/entry.ts';

/** How far from its day a double of a row is looked for. */
const NEAR_DAYS = 3;
/** More are not offered: nobody looks through them. */
const MOST = 60;

export interface Candidates {
  readonly equal: readonly KeptEntry[];
  readonly other: readonly KeptEntry[];
}

/** Rows that may tell the same fact: of the same account and nearly the same day, those of the same amount first, the nearest first. */
export async function candidatesFor(book: Book, entry: KeptEntry): Promise<Result<Candidates, BookError>> {
  const near: KeptEntry[] = [];
  const period = { from: addDays(entry.day, -NEAR_DAYS), to: addDays(entry.day, NEAR_DAYS) };
  const found = await book.find({ accounts: [entry.account], period }, (rows) => {
    for (const { entry: row, mark } of rows) {
      if (row.key !== entry.key && row.supersededBy === null && (mark?.sameAs ?? null) === null) near.push(row);
    }
    return true;
  });
  if (!found.ok) return found;
  const far = (row: KeptEntry): number => Math.abs(daysBetween(entry.day, row.day));
  near.sort((a, b) => far(a) - far(b));
  const isEqual = (row: KeptEntry): boolean => row.amount === entry.amount && row.currency === entry.currency;
  return ok({
    equal: near.filter(isEqual).slice(0, MOST),
    other: near.filter((row) => !isEqual(row)).slice(0, MOST),
  });
}
