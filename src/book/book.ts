import type { Period } from '#money/day.ts';
import type { Result } from '#money/result.ts';
import type { Knowledge, LastCheck } from '#records/arrears.ts';
import type { Account, Capture } from '#records/capture.ts';
import type { KeptEntry } from '#records/entry.ts';
import type { Gap, Outcome, Reading } from '#records/reading.ts';
import type { Recipe } from '#records/recipe.ts';
import type { Sighting } from '#records/sighting.ts';
import type { ChainReport } from './hash.ts';

/**
 * Why the book could not do it. Closed set; each has a sentence in `src/text/areas/book.ts`. Whatever the reason, what was kept before is still there.
 * `disk-full`: no room. `blocked`: an older window of this extension holds the book open. `newer-version`: written by a newer version of this product.
 * `damaged`: a record cannot be read back. `closed`: a newer version took the book over while this window was open. `failed`: the browser refused, without saying why.
 */
export const BOOK_ERRORS = ['disk-full', 'blocked', 'newer-version', 'damaged', 'closed', 'failed'] as const;
export type BookError = (typeof BOOK_ERRORS)[number];

/** One reading, with what it was read from. */
export interface TakeIn {
  readonly reading: Reading;
  readonly sightings: readonly Sighting[];
  readonly source: 'page' | 'file';
  /** Address without query, or file name. */
  readonly place: string;
  /** ISO instant of the reading. */
  readonly at: string;
  /** The job whose staged pages these are: they are dropped in the same transaction. */
  readonly jobId?: string;
  /** Captures whose rows were misread: those that this reading, or a later one, does not show are marked as gone. */
  readonly replaces?: readonly number[];
}

/** What became of it. `added + existing` is the number of entries in the reading; `linked` of the existing were pending and are now settled. */
export interface TakenIn {
  /** Null where nothing was seen that a capture could prove (signed out, maintenance …). */
  readonly seq: number | null;
  readonly added: number;
  readonly existing: number;
  readonly linked: number;
  readonly superseded: number;
  readonly rejected: number;
  readonly accounts: readonly string[];
  readonly check: LastCheck;
}

/** A capture without the bytes of what it saw. */
export type CaptureHead = Omit<Capture, 'seen'>;

/** A page that was read and is not yet taken in. */
export interface Staged {
  readonly index: number;
  readonly sighting: Sighting;
}

/** What was seen last that gave nothing, kept so that it can be taught. Masked, as every sighting is. */
export interface Unread {
  readonly source: 'page' | 'file';
  readonly place: string;
  readonly at: string;
  readonly outcome: Outcome;
  readonly gaps: readonly Gap[];
  readonly sightings: readonly Sighting[];
}

/** The last check, and the job that made it, so that a job cut off after taking in can still tell how it ended. */
export interface KeptCheck {
  readonly jobId: string | null;
  readonly taken: TakenIn;
}

/** The one place where everything read is kept, once. Every method answers a value or a `BookError`; none throws. */
export interface Book {
  /** Whole or nothing, one at a time across all windows and the worker. Taking in the same reading again adds 0. */
  takeIn(input: TakeIn): Promise<Result<TakenIn, BookError>>;
  /** Entries in order of account and day, superseded ones among them; of all accounts and days where not said otherwise. */
  entriesOf(accounts?: readonly string[], period?: Period): Promise<Result<KeptEntry[], BookError>>;
  /** The entries with these keys; unknown keys are left out. */
  rows(account: string, keys: readonly string[]): Promise<Result<KeptEntry[], BookError>>;
  accounts(): Promise<Result<Account[], BookError>>;
  /** What the merchant calls this account; an empty label takes the name away. An unknown account is made. */
  label(account: string, label: string): Promise<Result<void, BookError>>;
  /** How fresh and how whole, by account. */
  knowledge(): Promise<Result<Map<string, Knowledge>, BookError>>;
  captures(): Promise<Result<CaptureHead[], BookError>>;
  /** What a capture saw; null where there is no such capture. */
  seen(seq: number): Promise<Result<Sighting[] | null, BookError>>;
  verify(): Promise<Result<ChainReport, BookError>>;
  lastCheck(): Promise<Result<KeptCheck | null, BookError>>;
  /** The last page or file with a table that gave nothing; null where there is none, or it has been read since. */
  unread(): Promise<Result<Unread | null, BookError>>;
  /** What the merchant taught; a recipe that this version does not understand is left out. */
  recipes(): Promise<Result<Recipe[], BookError>>;
  /** Changes the recipes, one change after another; answers them as they are then. */
  changeRecipes(change: (recipes: readonly Recipe[]) => readonly Recipe[]): Promise<Result<Recipe[], BookError>>;
  /** Keeps a page of a running job; the same index again replaces it. */
  stage(jobId: string, index: number, sighting: Sighting): Promise<Result<void, BookError>>;
  /** The staged pages of a job, by index. */
  staged(jobId: string): Promise<Result<Staged[], BookError>>;
  stagedJobs(): Promise<Result<string[], BookError>>;
  dropStaged(jobId: string): Promise<Result<void, BookError>>;
  /** Lets go of the database; the next use opens it again. */
  close(): void;
}
