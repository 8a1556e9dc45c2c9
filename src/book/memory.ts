import type { Attempt } from '#records/attempt.ts';
import type { Mark } from '#records/mark.ts';
import type { Recipe } from '#records/recipe.ts';
import type { Sighting } from '#records/sighting.ts';
import type { Book, CaptureHead, KeptCheck } from './book.ts';
import type { AccountRecord } from './coverage/accounts.ts';
import type { Sheet } from './figures/sheets.ts';
import { dayKey } from './identity/day-key.ts';
import type { IdMonth } from './identity/id-index.ts';
import { makeBook } from './make-book.ts';
import type { DayBook } from './merge/day-books.ts';
import type { Trace } from './merge/images.ts';
import { keepsSight } from './proof/kept-seen.ts';
import { NO_HASH } from './proof/proof.ts';
import type { PackedUnread, PaperRecord, SeenRecord, Shelf, Tail } from './shelf.ts';
import { HEAD, leavesWorkings, type Workings } from './workings.ts';

/** A book that lives as long as the page or command that holds it. Same rules, same code, no database. */
export function memoryBook(): Book {
  return makeBook(memoryShelf());
}

const START: Tail = { seq: 0, hash: NO_HASH };

function memoryShelf(): Shelf {
  const days = new Map<string, DayBook>();
  const sheets = new Map<string, Sheet>();
  const ids = new Map<string, IdMonth>();
  const accounts = new Map<string, AccountRecord>();
  const captures = new Map<number, CaptureHead>();
  const seen = new Map<number, SeenRecord>();
  const traces = new Map<number, Trace>();
  const marks = new Map<string, Mark>();
  const papers = new Map<string, PaperRecord>();
  const staging = new Map<string, Map<number, Sighting>>();
  const workings = new Map<string, Workings>();
  const tables = [days, sheets, ids, accounts, captures, seen, traces, marks, papers, staging, workings];
  let tail = START;
  let check: KeptCheck | null = null;
  let attempts: readonly Attempt[] = [];
  let unread: PackedUnread | null = null;
  let recipes: readonly Recipe[] = [];
  let queue: Promise<unknown> = Promise.resolve();

  const forgetAccount = (account: string): void => {
    for (const table of [days, sheets, ids, marks]) {
      for (const [name, record] of table) if (record.account === account) table.delete(name);
    }
    accounts.delete(account);
  };

  return {
    tail: async () => tail,
    days: async (wanted) =>
      new Map(
        wanted.flatMap(({ account, day }) => {
          const book = days.get(dayKey(account, day));
          return book ? [[dayKey(account, day), book] as const] : [];
        }),
      ),
    span: async function* (account, period) {
      const own = [...days.values()].filter(
        (book) => book.account === account && (period === null || (book.day >= period.from && book.day <= period.to)),
      );
      yield own.sort((a, b) => (a.day < b.day ? -1 : 1));
    },
    sheets: async (account, months) =>
      [...sheets.values()]
        .filter((sheet) => sheet.account === account)
        .filter(({ month }) => months === undefined || (month >= months.from && month <= months.to))
        .sort((a, b) => (a.month < b.month ? -1 : 1)),
    accounts: async () => [...accounts.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    ids: async (account, ledger) =>
      [...ids.values()]
        .filter((record) => record.account === account && record.ledger === ledger)
        .sort((a, b) => (a.month < b.month ? -1 : 1)),
    heads: async () => [...captures.values()].sort((a, b) => a.seq - b.seq),
    head: async (seq) => captures.get(seq) ?? null,
    whoSaw: async (saw) => [...captures.values()].find((head) => head.saw === saw && keepsSight(head))?.seq ?? null,
    seen: async (seq) => seen.get(seq) ?? null,
    trace: async (seq) => traces.get(seq) ?? null,
    tracesAfter: async (seq) => [...traces.values()].filter((trace) => trace.seq > seq).sort((a, b) => a.seq - b.seq),
    marks: async (account) =>
      [...marks.values()].filter((mark) => mark.account === account).sort((a, b) => (a.key < b.key ? -1 : 1)),
    paper: async (sha256) => papers.get(sha256) ?? null,
    check: async () => check,
    attempts: async () => attempts,
    unread: async () => unread,
    recipes: async () => recipes,
    workings: async (name) => structuredClone(workings.get(name) ?? null),
    dropWorkings: async () => workings.clear(),
    keepWorkings: async (token, records) => {
      if (token !== null && workings.get(HEAD)?.token !== token) return false;
      if ([...records.values()].some(({ end }) => end.seq !== tail.seq || end.hash !== tail.hash)) return false;
      for (const [name, record] of records) workings.set(name, structuredClone(record));
      return true;
    },
    commit: async (change) => {
      if (!leavesWorkings(change)) workings.clear();
      for (const account of change.forgetAccounts ?? []) forgetAccount(account);
      for (const seq of change.forget ?? []) {
        seen.delete(seq);
        traces.delete(seq);
      }
      for (const sha256 of change.forgetPapers ?? []) papers.delete(sha256);
      for (const { account, key } of change.unmark ?? []) marks.delete(`${account}|${key}`);
      for (const book of change.days ?? []) {
        if (book.count === 0) days.delete(dayKey(book.account, book.day));
        else days.set(dayKey(book.account, book.day), book);
      }
      for (const sheet of change.sheets ?? []) {
        if (sheet.rows === 0) sheets.delete(`${sheet.account}|${sheet.month}`);
        else sheets.set(`${sheet.account}|${sheet.month}`, sheet);
      }
      for (const month of change.ids ?? []) {
        const name = JSON.stringify([month.account, month.ledger, month.month]);
        if (month.hashes.length === 0) ids.delete(name);
        else ids.set(name, month);
      }
      for (const record of change.accounts ?? []) accounts.set(record.id, record);
      for (const mark of change.marks ?? []) marks.set(`${mark.account}|${mark.key}`, mark);
      for (const paper of change.papers ?? []) papers.set(paper.sha256, paper);
      for (const head of change.captures ?? []) captures.set(head.seq, head);
      for (const record of change.seen ?? []) seen.set(record.seq, record);
      for (const trace of change.traces ?? []) traces.set(trace.seq, trace);
      tail = change.tail ?? tail;
      recipes = change.recipes ?? recipes;
      attempts = change.attempts ?? attempts;
      if (change.unread !== undefined) unread = change.unread;
      if (change.check !== undefined) check = change.check;
      if (change.jobId != null) staging.delete(change.jobId);
    },
    // Memory is never cut off in the middle.
    dropRestored: async () => {
      for (const table of tables) if (table !== staging) table.clear();
      [tail, recipes] = [START, []];
    },
    beside: async () => memoryShelf(),
    dropBeside: async () => undefined,
    clear: async () => {
      for (const table of tables) table.clear();
      [tail, check, attempts, unread, recipes] = [START, null, [], null, []];
    },
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
