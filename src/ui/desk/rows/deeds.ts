import type { Book, BookError } from '#book/book.ts';
import type { KeptEntry } from '#records/entry.ts';
import type { FeeCheck, MonthCheck } from '#records/fee-check.ts';
import type { ExportOf } from '../export/deeds.ts';

/** What the list of rows cannot do by itself. */
export interface RowsDeeds {
  /** The book; fetched at its first use. */
  readonly book: () => Promise<Book>;
  /** Works out anew what is owed, because what the merchant said of a row changes what counts; null where it could. */
  readonly refresh: () => Promise<BookError | null>;
  readonly export: ExportOf;
  /** A sale's fee against the merchant's terms; null for a row without a fee to check. */
  readonly checkFee: (entry: KeptEntry) => Promise<FeeCheck | null>;
  /** A debit of a month's fees against the terms; null for any other row. */
  readonly checkMonth: (entry: KeptEntry) => Promise<MonthCheck | null>;
}
