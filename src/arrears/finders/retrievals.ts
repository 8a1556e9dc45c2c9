import type { Units } from '#money/amount.ts';
import { addDays, type Day } from '#money/day.ts';
import type { Item } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import { retrievalUnanswered } from '../causes/retrieval-unanswered.ts';
import { item } from '../item.ts';
import type { Book } from '../prepare.ts';
import { saysAnswered, saysRetrieval } from '../words.ts';

/** Where the row does not say until when: acquirers give some days to answer. */
const USUAL_DAYS = 7;

/** The requests for a sales slip that no row says to be answered. */
export function openRetrievals(book: Book): KeptEntry[] {
  const asked = [book.rows, book.unfinished].flatMap((rows) =>
    rows.filter((row) => saysRetrieval(row.words) && row.kind !== 'chargeback'),
  );
  const answered = byNumbers(asked.filter((row) => saysAnswered(row.words)));
  return asked.filter((row) => !saysAnswered(row.words) && answered(row, (one) => one.day >= row.day) === null);
}

/** Rows by the numbers of the sale that they are about: the first that shares one with the row asked for, and passes. */
export function byNumbers(rows: readonly KeptEntry[]) {
  const known = new Map<string, KeptEntry[]>();
  for (const row of rows) {
    for (const number of numbersOf(row)) known.set(number, [...(known.get(number) ?? []), row]);
  }
  return (row: KeptEntry, passes: (one: KeptEntry) => boolean): KeptEntry | null => {
    for (const number of numbersOf(row)) {
      const found = known.get(number)?.find(passes);
      if (found) return found;
    }
    return null;
  };
}

const numbersOf = ({ reference, links }: KeptEntry): string[] =>
  [reference, links['order'], links['original'], links['rrn']].filter((number) => typeof number === 'string');

export const dueOf = (row: KeptEntry): Day => row.due ?? addDays(row.day, USUAL_DAYS);
export const askedSum = (row: KeptEntry): Units => Math.abs(row.amount ?? row.net ?? 0);

/** A warning, amount 0, for each open request that no chargeback has followed yet. */
export function retrievals(book: Book, open: readonly KeptEntry[]): Item[] {
  const backs = byNumbers(open.length === 0 ? [] : book.rows.filter((row) => row.kind === 'chargeback'));
  return open
    .filter((row) => backs(row, (back) => back.day >= row.day) === null)
    .map((row) =>
      item(book, {
        code: 'CHARGEBACK',
        state: 'open',
        basis: 'derived',
        terminal: row.terminal,
        min: 0,
        since: row.day,
        due: dueOf(row),
        causes: [retrievalUnanswered([row], { due: dueOf(row), amount: askedSum(row) }, 'medium')],
        mark: `slip ${row.key}`,
      }),
    );
}
