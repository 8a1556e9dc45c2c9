import type { Day } from '#money/day.ts';
import type { Capture } from '#records/capture.ts';
import type { Recipe } from '#records/recipe.ts';
import type { Sighting } from '#records/sighting.ts';
import type { Book, KeptCheck } from './book.ts';
import type { AccountRecord } from './coverage.ts';
import { type DayBook, dayKey } from './day-books.ts';
import { NO_HASH } from './hash.ts';
import type { IdMonth } from './id-index.ts';
import { makeBook } from './make-book.ts';
import type { PackedUnread, Shelf } from './shelf.ts';

/** A book that lives as long as the page or command that holds it. Same rules, same code, no database. */
export function memoryBook(): Book {
  return makeBook(memoryShelf());
}

function memoryShelf(): Shelf {
  const captures: Capture[] = [];
  const days = new Map<string, DayBook>();
  const accounts = new Map<string, AccountRecord>();
  const ids = new Map<string, IdMonth>();
  const staging = new Map<string, Map<number, Sighting>>();
  let check: KeptCheck | null = null;
  let unread: PackedUnread | null = null;
  let recipes: readonly Recipe[] = [];
  let queue: Promise<unknown> = Promise.resolve();

  return {
    tail: async () => {
      const last = captures[captures.length - 1];
      return { seq: last?.seq ?? 0, hash: last?.hash ?? NO_HASH };
    },
    days: async (wanted) =>
      new Map(
        wanted.flatMap(({ account, day }) => {
          const book = days.get(dayKey(account, day));
          return book ? [[dayKey(account, day), book.entries] as const] : [];
        }),
      ),
    span: async (account, period) => {
      const within = (day: Day): boolean => period === null || (day >= period.from && day <= period.to);
      return [...days.values()]
        .filter((book) => book.account === account && within(book.day))
        .sort((a, b) => (a.day < b.day ? -1 : 1));
    },
    accounts: async () => [...accounts.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    ids: async (account, ledger) =>
      [...ids.values()].filter((record) => record.account === account && record.ledger === ledger),
    heads: async () => captures.map(({ seen: _, ...head }) => head),
    seen: async (seq) => captures[seq - 1]?.seen ?? null,
    links: () => captures,
    check: async () => check,
    unread: async () => unread,
    recipes: async () => recipes,
    putRecipes: async (kept) => {
      recipes = kept;
    },
    commit: async (change) => {
      if (change.capture) captures.push(change.capture);
      for (const book of change.days) days.set(dayKey(book.account, book.day), book);
      for (const record of change.accounts) accounts.set(record.id, record);
      for (const month of change.ids) ids.set(JSON.stringify([month.account, month.ledger, month.month]), month);
      check = change.check ?? check;
      if (change.unread !== undefined) unread = change.unread;
      if (change.jobId !== null) staging.delete(change.jobId);
    },
    putAccount: async (account) => void accounts.set(account.id, account),
    stage: async (jobId, index, sighting) => {
      const pages = staging.get(jobId) ?? new Map<number, Sighting>();
      staging.set(jobId, pages.set(index, sighting));
    },
    staged: async (jobId) =>
      [...(staging.get(jobId) ?? [])]
        .map(([index, sighting]) => ({ index, sighting }))
        .sort((a, b) => a.index - b.index),
    stagedJobs: async () => [...staging.keys()],
    dropStaged: async (jobId) => void staging.delete(jobId),
    alone: (work) => {
      const turn = queue.then(work);
      queue = turn.catch(() => undefined);
      return turn;
    },
    // Memory refuses nothing; whatever is thrown here is a fault of this product.
    explain: () => 'failed',
    close: () => undefined,
  };
}
