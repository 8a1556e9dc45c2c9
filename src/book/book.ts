import type { Units } from '#money/amount.ts';
import type { Day, Period } from '#money/day.ts';
import type { Result } from '#money/result.ts';
import type { Knowledge, LastCheck } from '#records/arrears.ts';
import type { Attempt } from '#records/attempt.ts';
import type { Account, Capture, ChainEnd, Source } from '#records/capture.ts';
import type { KeptEntry, Kind, Ledger } from '#records/entry.ts';
import type { Mark } from '#records/mark.ts';
import type { Gap, Outcome, Reading } from '#records/reading.ts';
import type { Recipe } from '#records/recipe.ts';
import type { Sighting } from '#records/sighting.ts';
import type { MarkError } from './acts/marks.ts';
import type { BackupError, BackupOptions, Restored, RestoreOptions } from './backup/types.ts';
import type { Written } from './backup/write.ts';
import type { ByColumn, ColumnReader, Newer } from './by-column.ts';
import type { AccountRecord } from './coverage/accounts.ts';
import type { DayFigures } from './figures/sheets.ts';
import type { Total } from './figures/totals.ts';
import type { Undone } from './merge/undo.ts';
import type { ChainReport, VerifyOptions } from './proof/proof.ts';
import type { Workings } from './workings.ts';

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
  readonly source: Source;
  /** Address without query, file name, or in what way it was told. */
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

/** A capture without what it saw. */
export type CaptureHead = Capture;

/** A page that was read and is not yet taken in. */
export interface Staged {
  readonly index: number;
  readonly sighting: Sighting;
}

/** What was seen last that gave nothing, kept so that it can be taught. Masked, as every sighting is. */
export interface Unread {
  /** Null where nobody could name it. Absent in what an older version kept. */
  readonly provider?: string | null;
  readonly source: Exclude<Source, 'told'>;
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

/** What the merchant says of a row: only what is given changes. */
export type MarkChange = Partial<Omit<Mark, 'account' | 'key' | 'day' | 'at' | 'alone'>>;

/** By what of a mark its row is asked for: its standing, that something is noted, or that there is any mark. */
export type Marked = NonNullable<Mark['standing']> | 'noted' | 'any';

/** Rows asked for; everything that is given must hold, of a split row of the whole or of one part. */
export interface Question {
  readonly accounts?: readonly string[];
  readonly terminals?: readonly string[];
  readonly kinds?: readonly Kind[];
  readonly ledgers?: readonly Ledger[];
  readonly period?: Period;
  /** What the merchant says of the row: one of these. */
  readonly marked?: readonly Marked[];
  /**
   * Stands in the words, in a reference or another number of the row, or in what the merchant noted; or is an amount of it, without its sign. Upper and
   * lower case are the same.
   */
  readonly text?: string;
  /** Amounts without their sign. */
  readonly least?: Units;
  readonly most?: Units;
  /** The book as it was when this capture was its last. */
  readonly asOf?: number;
  /** Newest day first and then by account; otherwise by account and then oldest day first. */
  readonly newestFirst?: boolean;
}

/** A row as the book keeps it and as the merchant sees it. */
export interface ListedRow {
  readonly entry: KeptEntry;
  readonly mark: Mark | null;
}

/** A packed record that does not agree with its own check sum. */
export interface Damage {
  /** Empty where a capture has shown none. */
  readonly account: string;
  /** The rows of a day, the figures of a month, what rows of a day said before a capture changed them, or what a capture saw. */
  readonly of: 'rows' | 'figures' | 'trace' | 'seen';
  /** `YYYY-MM-DD`, `YYYY-MM`, or the number of the capture. */
  readonly at: string;
}

export interface Readable {
  readonly entries: readonly KeptEntry[];
  readonly damage: readonly Damage[];
}

export interface Erased {
  readonly captures: number;
  /** Captures that have also shown rows of others: those rows stay, and what these captures saw is gone. */
  readonly shared: number;
  readonly rows: number;
}

/** The one place where everything read is kept, once. Every method answers a value or a `BookError`; none throws. */
export interface Book {
  /** Whole or nothing, one at a time across all windows and the worker. Taking in the same reading again adds 0. */
  takeIn(input: TakeIn): Promise<Result<TakenIn, BookError>>;
  /** Takes a capture back whole: its rows, what it changed and what it marked. What it saw and its place in the chain stay. */
  undo(seq: number): Promise<Result<Undone, BookError | 'no-such-capture'>>;
  /** Erases all that is known of these providers; of their captures only the places in the chain are left, or, of those that have shown rows of others too, only what concerns those. */
  erase(providers: readonly string[]): Promise<Result<Erased, BookError>>;
  /** Erases the book, its marks and recipes, chain and all. */
  eraseAll(): Promise<Result<void, BookError>>;
  /** Writes the whole book as one file (docs/backup-format.md). Nothing is taken in meanwhile. */
  backup(options: BackupOptions): Promise<Result<Written, BookError | 'stopped'>>;
  /** In which state the book is: the same text again where nothing was read, taken back, said, taught or erased since (`backup/state.ts`). */
  state(): Promise<Result<string, BookError>>;
  /** An empty book becomes the one that was backed up, whole or not at all; to any other everything is added that it does not know, by the rules of `takeIn`. */
  restore(file: Blob, options: RestoreOptions): Promise<Result<Restored, BookError | BackupError>>;
  /** Shows the days of an account by column, in order; a day that cannot be read back is named. */
  byColumn(account: string, reader: ColumnReader, newer?: Newer): Promise<Result<ByColumn, BookError>>;
  /** The days on which captures after this end have shown rows, by account; null where the book has changed in another way since. */
  newSince(end: ChainEnd): Promise<Result<ReadonlyMap<string, ReadonlySet<Day>> | null, BookError>>;
  /** What somebody has worked out of the book and keeps beside it; null where there is none, or the book has changed in another way than by new captures. */
  workings(name: string): Promise<Result<Workings | null, BookError>>;
  /**
   * Keeps what was worked out, together, if the book still ends where the records say, and if the one named `HEAD` (`workings.ts`) has this token (null: whatever
   * it has). Answers whether it is kept.
   */
  keepWorkings(token: string | null, records: ReadonlyMap<string, Workings>): Promise<Result<boolean, BookError>>;
  /** The rows that count, as the merchant sees them, and the superseded ones; in order of account and day, of all accounts and days where not said otherwise. */
  entriesOf(accounts?: readonly string[], period?: Period): Promise<Result<KeptEntry[], BookError>>;
  /** The same, of all days; a day that cannot be read back costs only itself, and is named. */
  readable(accounts?: readonly string[]): Promise<Result<Readable, BookError>>;
  /** Whatever cannot be read back, by account. Reads the whole book. */
  damage(): Promise<Result<Damage[], BookError>>;
  /** The entries with these keys, as the merchant sees them; unknown keys are left out. */
  rows(account: string, keys: readonly string[]): Promise<Result<KeptEntry[], BookError>>;
  /** Every row of one day, as it is kept, with what the merchant says of it. */
  day(account: string, day: Day): Promise<Result<ListedRow[], BookError>>;
  /**
   * Every row that, as the merchant sees it, answers the question, day by day; ends early when `visit` answers false. Answers which of the days that
   * it has passed cannot be read back, and so were not searched.
   * @param searched told of each day when it has been searched, whether or not anything was found there; ends early when it answers false
   */
  find(
    question: Question,
    visit: (rows: readonly ListedRow[], day: Day) => boolean | Promise<boolean>,
    searched?: (day: Day, account: string) => boolean | Promise<boolean>,
  ): Promise<Result<Damage[], BookError>>;
  /** What each day comes to, in order of account and day; of a month whose figures cannot be read back, worked out from its rows. */
  figures(
    accounts?: readonly string[],
    period?: Period,
  ): Promise<Result<(DayFigures & { readonly account: string })[], BookError>>;
  /** What each month comes to. */
  months(
    accounts?: readonly string[],
  ): Promise<
    Result<{ readonly account: string; readonly month: string; readonly totals: readonly Total[] }[], BookError>
  >;
  /** Says something of a row, and answers all that is said of it now; null where nothing is. */
  mark(
    account: string,
    key: string,
    change: MarkChange,
  ): Promise<Result<Mark | null, BookError | MarkError | 'no-such-row'>>;
  marks(): Promise<Result<Mark[], BookError>>;
  /** Keeps a paper behind a row. */
  attach(
    account: string,
    key: string,
    paper: Paper,
  ): Promise<Result<Mark | null, BookError | MarkError | 'no-such-row' | 'too-large'>>;
  /** Takes a paper away from a row; its bytes go when no other row has it. */
  detach(
    account: string,
    key: string,
    sha256: string,
  ): Promise<Result<Mark | null, BookError | MarkError | 'no-such-row'>>;
  /** The bytes of an attachment; null where there is none. */
  paper(sha256: string): Promise<Result<Blob | null, BookError>>;
  accounts(): Promise<Result<Account[], BookError>>;
  /** Accounts with the spans that were read of them. */
  records(): Promise<Result<AccountRecord[], BookError>>;
  /** What the merchant calls this account; an empty label takes the name away. An unknown account is made. */
  label(account: string, label: string): Promise<Result<void, BookError>>;
  /** How fresh and how whole, by account. */
  knowledge(): Promise<Result<Map<string, Knowledge>, BookError>>;
  captures(): Promise<Result<CaptureHead[], BookError>>;
  /** What a capture saw; null where there is no such capture, or nothing is left of it. */
  seen(seq: number): Promise<Result<Sighting[] | null, BookError>>;
  /** Where the chain ends. */
  end(): Promise<Result<ChainEnd, BookError>>;
  /** Whether the chain has been at this end and goes on from it; false where the book was emptied, set back or exchanged. */
  reaches(end: ChainEnd): Promise<Result<boolean, BookError>>;
  verify(options?: VerifyOptions): Promise<Result<ChainReport, BookError>>;
  lastCheck(): Promise<Result<KeptCheck | null, BookError>>;
  /** The looks at portals that have not answered since, oldest first. */
  attempts(): Promise<Result<Attempt[], BookError>>;
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

/** A file as the merchant gives it. */
export interface Paper {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}
