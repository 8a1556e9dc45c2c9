import Dexie, { type Table } from 'dexie';
import type { Attempt } from '#records/attempt.ts';
import type { Mark } from '#records/mark.ts';
import type { Recipe } from '#records/recipe.ts';
import type { Sighting } from '#records/sighting.ts';
import type { CaptureHead, KeptCheck } from './book.ts';
import type { AccountRecord } from './coverage/accounts.ts';
import type { Sheet } from './figures/sheets.ts';
import type { IdMonth } from './identity/id-index.ts';
import type { DayBook } from './merge/day-books.ts';
import type { Trace } from './merge/images.ts';
import type { PackedUnread, PaperRecord, SeenRecord, Tail } from './shelf.ts';
import type { FirstDay } from './upgrades/first-day.ts';
import type { Workings } from './workings.ts';

export const BOOK_NAME = 'arrears-radar';
export const BOOK_VERSION = 2;

export interface StagedRecord {
  readonly jobId: string;
  readonly index: number;
  readonly sighting: Sighting;
}

/** The single records of the book. */
export type MetaRecord =
  | { readonly name: 'tail'; readonly tail: Tail }
  | { readonly name: 'check'; readonly check: KeptCheck }
  | { readonly name: 'attempts'; readonly attempts: readonly Attempt[] }
  | { readonly name: 'unread'; readonly unread: PackedUnread }
  | { readonly name: 'recipes'; readonly recipes: readonly Recipe[] }
  /** Worked out of the book, and worked out again where it is missing. */
  | ({ readonly name: `workings:${string}` } & Workings)
  /** Day books of version 1 are still among the others (`upgrades/`). */
  | { readonly name: 'upgrading' }
  /** What stands here is part of a backup that is being restored, or was when it was cut off. */
  | { readonly name: 'restoring' };

export type BookDb = Dexie & {
  /** A day book of version 1 stands here only until the upgrade has reached it. */
  readonly days: Table<DayBook | FirstDay, [string, string]>;
  readonly sheets: Table<Sheet, [string, string]>;
  readonly captures: Table<CaptureHead, number>;
  readonly seen: Table<SeenRecord, number>;
  readonly traces: Table<Trace, number>;
  readonly accounts: Table<AccountRecord, string>;
  readonly ids: Table<IdMonth, [string, string, string]>;
  readonly marks: Table<Mark, [string, string]>;
  readonly papers: Table<PaperRecord, string>;
  readonly staging: Table<StagedRecord, [string, number]>;
  readonly meta: Table<MetaRecord, string>;
};

const VERSION_1 = {
  days: '[account+day]',
  captures: 'seq',
  seen: 'seq',
  accounts: 'id',
  ids: '[account+ledger+month]',
  staging: '[jobId+index]',
  meta: 'name',
};

/** One record for each account and day: a table with one for each row would take ten times as long to write. */
export function bookDb(name: string): BookDb {
  const db = new Dexie(name) as BookDb;
  db.version(1).stores(VERSION_1);
  db.version(BOOK_VERSION)
    .stores({
      captures: 'seq,saw',
      sheets: '[account+month]',
      traces: 'seq',
      marks: '[account+key]',
      papers: 'sha256',
    })
    // Unpacking waits for more than the database, which would end this transaction: the rows follow in `upgrades/`.
    .upgrade((transaction) => transaction.table('meta').put({ name: 'upgrading' } satisfies MetaRecord));
  return db;
}
