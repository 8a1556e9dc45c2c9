import { expect } from 'vitest';
import { until, type View } from '../browsers/driver.ts';
import { press } from './panel.ts';

/** What stands in the book's database, as far as it stands there in the clear. */
export interface KeptBook {
  readonly version: number;
  readonly captures: readonly {
    readonly seq: number;
    readonly place: string;
    readonly added: number;
    readonly existing: number;
    readonly gaps: readonly string[];
  }[];
  /** Rows in day books, and rows that the months' sheets say there are. */
  readonly rows: number;
  readonly figured: number;
  /** Captures with what they saw, and with a trace. */
  readonly seen: number;
  readonly traces: number;
  /** The end that the chain is said to have. */
  readonly end: number;
  readonly staged: readonly string[];
}

/** Reads the database from a page of the extension, in one transaction; null where there is none. */
export function keptBook(view: View): Promise<KeptBook | null> {
  return view.run(async () => {
    const NAME = 'arrears-radar';
    if (!(await indexedDB.databases()).some(({ name }) => name === NAME)) return null;
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done, failed) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(request.error);
      });
    const db = await answer(indexedDB.open(NAME));
    try {
      const tables = ['captures', 'days', 'sheets', 'meta', 'staging', 'seen', 'traces'];
      const transaction = db.transaction(tables);
      const all = await Promise.all(tables.map((name) => answer(transaction.objectStore(name).getAll())));
      const [captures = [], days = [], sheets = [], meta = [], staging = [], seen = [], traces = []] = all;
      return {
        version: db.version,
        captures: captures.map(({ seq, place, added, existing, coverage }) => ({
          seq,
          place,
          added,
          existing,
          gaps: coverage.gaps.map(({ gap }: { gap: string }) => gap),
        })),
        rows: days.reduce((sum, { count }) => sum + count, 0),
        figured: sheets.reduce((sum, { rows }) => sum + rows, 0),
        seen: seen.length,
        traces: traces.length,
        end: meta.find(({ name }) => name === 'tail')?.tail.seq ?? 0,
        staged: [...new Set(staging.map(({ jobId }) => String(jobId)))],
      };
    } finally {
      db.close();
    }
  });
}

/** Whole captures and nothing else: each has its rows, its sight and its trace, and the figures count the same rows. Answers the book. */
export async function wholeBook(view: View): Promise<KeptBook> {
  const book = await keptBook(view);
  if (book === null) throw new Error('there is no book');
  const { captures, rows, figured, seen, traces, end } = book;
  expect({ figured, seen, traces, end }).toEqual({
    figured: rows,
    seen: captures.length,
    traces: captures.length,
    end: captures.length,
  });
  expect(captures.map(({ seq }) => seq)).toEqual(captures.map((_, at) => at + 1));
  expect(rows).toBe(captures.reduce((sum, { added }) => sum + added, 0));
  return book;
}

/** What the desk says of the chain when it is asked to check it. */
export async function chain(desk: View): Promise<string> {
  await press(desk, 'chain-check');
  return until(
    'the chain to be checked',
    () => desk.run(() => document.querySelector('[data-testid="chain-told"]')?.textContent ?? ''),
    (told) => told !== '',
  );
}

/** What is said to be wrong with the book; null where nothing is. */
export function troubleIn(view: View): Promise<{ why: string; text: string } | null> {
  return view.run(() => {
    const said = document.querySelector<HTMLElement>('[data-testid="book-trouble"]');
    return said && { why: said.dataset['trouble'] ?? '', text: said.textContent };
  });
}
