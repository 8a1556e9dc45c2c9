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

/** The requests for a sales slip that no row says to be answered, latest word first. */
export function openRetrievals(book: Book): KeptEntry[] {
  const asked = [...book.rows, ...book.unfinished].filter(
    (row) => saysRetrieval(row.words) && row.kind !== 'chargeback',
  );
  return asked.filter(
    (row) =>
      !saysAnswered(row.words) &&
      !asked.some((other) => saysAnswered(other.words) && other.day >= row.day && isSame(other, row)),
  );
}

/** Whether two rows are about the same sale, by a number that both give. */
export function isSame(one: KeptEntry, other: KeptEntry): boolean {
  const numbers = (row: KeptEntry): string[] =>
    [row.reference, row.links['order'], row.links['original'], row.links['rrn']].filter((n) => typeof n === 'string');
  return numbers(one).some((number) => numbers(other).includes(number));
}

export const dueOf = (row: KeptEntry): Day => row.due ?? addDays(row.day, USUAL_DAYS);
export const askedSum = (row: KeptEntry): Units => Math.abs(row.amount ?? row.net ?? 0);

/** A warning, amount 0, for each open request that no chargeback has followed yet. */
export function retrievals(book: Book, open: readonly KeptEntry[]): Item[] {
  const backs = book.rows.filter((row) => row.kind === 'chargeback');
  return open
    .filter((row) => !backs.some((back) => back.day >= row.day && isSame(back, row)))
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
