import type { BookError, TakenIn } from '#book/book.ts';
import type { Result } from '#money/result.ts';
import type { BillPreview } from '#records/bill.ts';
import type { FileError } from '#tables/files/open.ts';
import type { FileOptions } from '#ui/desk/files/deeds.ts';

/** Where one file is read, and its rows lie until they are kept or left out. Rejects where something went wrong that has no name. */
export interface Bench {
  readonly open: (file: File, options: FileOptions) => Promise<Result<BillPreview, FileError>>;
  /** Takes in what was opened. */
  readonly keep: () => Promise<Result<TakenIn, BookError>>;
  /** Lets go of the rows, and of whatever is still being done. */
  readonly close: () => void;
}
