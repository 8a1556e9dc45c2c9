import Dexie, { type Table } from 'dexie';
import type { Capture } from '#records/capture.ts';
import type { Recipe } from '#records/recipe.ts';
import type { Sighting } from '#records/sighting.ts';
import type { CaptureHead, KeptCheck } from './book.ts';
import type { AccountRecord } from './coverage.ts';
import type { IdMonth } from './id-index.ts';
import type { PackedDay } from './pack.ts';
import type { PackedUnread, Tail } from './shelf.ts';

export const BOOK_NAME = 'arrears-radar';
export const BOOK_VERSION = 1;

/** What a capture saw stands apart from its head, so that a list of captures costs no megabytes. */
export interface SeenRecord {
  readonly seq: number;
  readonly bytes: Capture['seen'];
}

export interface StagedRecord {
  readonly jobId: string;
  readonly index: number;
  readonly sighting: Sighting;
}

/** The single records of the book. */
export type MetaRecord =
  | { readonly name: 'tail'; readonly tail: Tail }
  | { readonly name: 'check'; readonly check: KeptCheck }
  | { readonly name: 'unread'; readonly unread: PackedUnread }
  | { readonly name: 'recipes'; readonly recipes: readonly Recipe[] };

export type BookDb = Dexie & {
  readonly days: Table<PackedDay, [string, string]>;
  readonly captures: Table<CaptureHead, number>;
  readonly seen: Table<SeenRecord, number>;
  readonly accounts: Table<AccountRecord, string>;
  readonly ids: Table<IdMonth, [string, string, string]>;
  readonly staging: Table<StagedRecord, [string, number]>;
  readonly meta: Table<MetaRecord, string>;
};

/** One record for each account and day: a table with one for each row would take ten times as long to write. */
export function bookDb(name: string): BookDb {
  const db = new Dexie(name) as BookDb;
  db.version(BOOK_VERSION).stores({
    days: '[account+day]',
    captures: 'seq',
    seen: 'seq',
    accounts: 'id',
    ids: '[account+ledger+month]',
    staging: '[jobId+index]',
    meta: 'name',
  });
  return db;
}
