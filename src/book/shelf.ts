import type { Day, Period } from '#money/day.ts';
import type { Attempt } from '#records/attempt.ts';
import type { ChainEnd } from '#records/capture.ts';
import type { Ledger } from '#records/entry.ts';
import type { Mark } from '#records/mark.ts';
import type { Recipe } from '#records/recipe.ts';
import type { Sighting } from '#records/sighting.ts';
import type { BookError, CaptureHead, KeptCheck, Staged, Unread } from './book.ts';
import type { AccountRecord } from './coverage/accounts.ts';
import type { Sheet } from './figures/sheets.ts';
import type { IdMonth } from './identity/id-index.ts';
import type { DayBook } from './merge/day-books.ts';
import type { Trace } from './merge/images.ts';
import type { Seen } from './proof/seen.ts';
import type { Workings } from './workings.ts';

export type Tail = ChainEnd;

/** `Unread` with its sightings as gzip of their JSON. */
export interface PackedUnread extends Omit<Unread, 'sightings'> {
  readonly seen: Uint8Array;
}

/** A capture's sightings, apart from its head, so that a list of captures costs no megabytes. */
export type SeenRecord = Seen & { readonly seq: number };

/** The bytes of an attachment. */
export interface PaperRecord {
  readonly sha256: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Everything that one act changes. It is written whole or not at all; what is absent stays as it is. */
export interface Change {
  /** The tail it was computed from: if the book has moved on since, it must not be written. */
  readonly base: Tail;
  /** The new end of the chain. */
  readonly tail?: Tail;
  /** A day book without rows leaves the shelf. */
  readonly days?: readonly DayBook[];
  /** A sheet without rows leaves the shelf. */
  readonly sheets?: readonly Sheet[];
  /** A month without ids leaves the shelf. */
  readonly ids?: readonly IdMonth[];
  readonly accounts?: readonly AccountRecord[];
  readonly captures?: readonly CaptureHead[];
  readonly seen?: readonly SeenRecord[];
  readonly traces?: readonly Trace[];
  /** Captures of which no sightings and no trace are left. */
  readonly forget?: readonly number[];
  readonly forgetAccounts?: readonly string[];
  readonly marks?: readonly Mark[];
  readonly unmark?: readonly { readonly account: string; readonly key: string }[];
  readonly papers?: readonly PaperRecord[];
  readonly forgetPapers?: readonly string[];
  readonly check?: KeptCheck | null;
  /** Replaces the looks at portals that did not answer. */
  readonly attempts?: readonly Attempt[];
  /** The job whose staged pages are dropped with it. */
  readonly jobId?: string | null;
  /** Replaces what was last not read; null lets go of it. */
  readonly unread?: PackedUnread | null;
  readonly recipes?: readonly Recipe[];
  /** True: what stands here is part of a backup, and is nothing unless a later change says false. */
  readonly restoring?: boolean;
}

/** Where a book is kept: in IndexedDB, or in memory. Methods may throw what their storage throws; `explain` names it. */
export interface Shelf {
  tail(): Promise<Tail>;
  /** By day key; days without rows are left out. */
  days(wanted: readonly { readonly account: string; readonly day: Day }[]): Promise<Map<string, DayBook>>;
  /** The day books of an account in the period, in order of day, so many at a time. */
  span(account: string, period: Period | null, atOnce?: number): AsyncIterable<readonly DayBook[]>;
  sheets(account: string, months?: { readonly from: string; readonly to: string }): Promise<readonly Sheet[]>;
  accounts(): Promise<readonly AccountRecord[]>;
  ids(account: string, ledger: Ledger): Promise<readonly IdMonth[]>;
  heads(): Promise<readonly CaptureHead[]>;
  head(seq: number): Promise<CaptureHead | null>;
  /** The first capture that saw this and still keeps it. */
  whoSaw(saw: string): Promise<number | null>;
  seen(seq: number): Promise<SeenRecord | null>;
  /** The traces of the captures after this one, in order. */
  tracesAfter(seq: number): Promise<readonly Trace[]>;
  trace(seq: number): Promise<Trace | null>;
  marks(account: string): Promise<readonly Mark[]>;
  paper(sha256: string): Promise<PaperRecord | null>;
  check(): Promise<KeptCheck | null>;
  attempts(): Promise<readonly Attempt[]>;
  unread(): Promise<PackedUnread | null>;
  recipes(): Promise<readonly unknown[]>;
  commit(change: Change): Promise<void>;
  /** What was worked out under this name; null where there is none. Every change that it does not survive lets go of all (`leavesWorkings`). */
  workings(name: string): Promise<Workings | null>;
  /** Lets go of all that was worked out. */
  dropWorkings(): Promise<void>;
  /** Keeps it, if the book ends there, and the head among the records has this token, if one is named; answers whether it is kept. */
  keepWorkings(token: string | null, records: ReadonlyMap<string, Workings>): Promise<boolean>;
  /** Empties every table. */
  clear(): Promise<void>;
  /** Empties what a restore has written, and nothing else: the shelf was empty before it. */
  dropRestored(): Promise<void>;
  /** An empty shelf of the same sort for the time of a merge. There is one at a time. */
  beside(): Promise<Shelf>;
  dropBeside(): Promise<void>;
  stage(jobId: string, index: number, sighting: Sighting): Promise<void>;
  staged(jobId: string): Promise<Staged[]>;
  stagedJobs(): Promise<string[]>;
  dropStaged(jobId: string): Promise<void>;
  /** Runs the work when no one else, in any window or worker, is writing this book. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  explain(thrown: unknown): BookError;
  close(): void;
}
