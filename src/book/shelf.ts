import type { Day, Period } from '#money/day.ts';
import type { Capture } from '#records/capture.ts';
import type { KeptEntry, Ledger } from '#records/entry.ts';
import type { Recipe } from '#records/recipe.ts';
import type { Sighting } from '#records/sighting.ts';
import type { BookError, CaptureHead, KeptCheck, Staged, Unread } from './book.ts';
import type { AccountRecord } from './coverage.ts';
import type { DayBook } from './day-books.ts';
import type { Link } from './hash.ts';
import type { IdMonth } from './id-index.ts';

/** The end of the chain: number and hash of the last capture; 0 and zeros in an empty book. */
export interface Tail {
  readonly seq: number;
  readonly hash: string;
}

/** `Unread` with its sightings as gzip of their JSON. */
export interface PackedUnread extends Omit<Unread, 'sightings'> {
  readonly seen: Uint8Array;
}

/** Everything that one take-in changes. It is written whole or not at all. */
export interface Change {
  /** The tail it was computed from: if the book has moved on since, it must not be written. */
  readonly base: Tail;
  readonly capture: Capture | null;
  readonly days: readonly DayBook[];
  readonly accounts: readonly AccountRecord[];
  readonly ids: readonly IdMonth[];
  /** Null leaves the last check as it was. */
  readonly check: KeptCheck | null;
  /** The job whose staged pages are dropped with it. */
  readonly jobId: string | null;
  /** Replaces what was last not read; null lets go of it; absent leaves it. */
  readonly unread?: PackedUnread | null;
}

/** Where a book is kept: in IndexedDB, or in memory. Methods may throw what their storage throws; `explain` names it. */
export interface Shelf {
  tail(): Promise<Tail>;
  /** Rows by day key; days without rows are left out. */
  days(wanted: readonly { readonly account: string; readonly day: Day }[]): Promise<Map<string, readonly KeptEntry[]>>;
  /** All day books of an account in the period, in order of day. */
  span(account: string, period: Period | null): Promise<readonly DayBook[]>;
  accounts(): Promise<readonly AccountRecord[]>;
  ids(account: string, ledger: Ledger): Promise<readonly IdMonth[]>;
  heads(): Promise<readonly CaptureHead[]>;
  seen(seq: number): Promise<Uint8Array | null>;
  links(): AsyncIterable<Link> | Iterable<Link>;
  check(): Promise<KeptCheck | null>;
  unread(): Promise<PackedUnread | null>;
  recipes(): Promise<readonly unknown[]>;
  putRecipes(recipes: readonly Recipe[]): Promise<void>;
  commit(change: Change): Promise<void>;
  putAccount(account: AccountRecord): Promise<void>;
  stage(jobId: string, index: number, sighting: Sighting): Promise<void>;
  staged(jobId: string): Promise<Staged[]>;
  stagedJobs(): Promise<string[]>;
  dropStaged(jobId: string): Promise<void>;
  /** Runs the work when no one else, in any window or worker, is writing this book. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  explain(thrown: unknown): BookError;
  close(): void;
}

/** Thrown inside a shelf only, and told as `damaged` at the book's edge. */
export class DamagedRecord extends Error {}
