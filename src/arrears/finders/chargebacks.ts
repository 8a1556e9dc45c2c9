import type { Units } from '#money/amount.ts';
import { daysBetween } from '#money/day.ts';
import type { Cause, Item } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import { chargeback } from '../causes/chargeback.ts';
import { retrievalUnanswered } from '../causes/retrieval-unanswered.ts';
import { groupBy } from '../group.ts';
import { item } from '../item.ts';
import type { Book } from '../prepare.ts';
import { askedSum, byNumbers, dueOf } from './retrievals.ts';

/** The same chargeback is posted in two lists of an account within so many days. */
const SAME_CHARGE_DAYS = 7;

/**
 * Chargebacks taken and not given back. The same one in another list of the account, or its reversal, makes no second item.
 * @param asked requests for a slip that were not answered
 */
export function chargebacks(book: Book, asked: readonly KeptEntry[]): Item[] {
  const requests = byNumbers(asked);
  const rows = book.rows.filter((row) => row.kind === 'chargeback' && row.ledger !== 'bank' && moved(row) !== 0);
  return [...groupBy(rows, (row) => Math.abs(moved(row))).values()].flatMap(standing).map((row) =>
    item(book, {
      code: 'CHARGEBACK',
      state: 'taken',
      basis: 'derived',
      terminal: row.terminal,
      min: -moved(row),
      since: row.day,
      causes: [chargeback([row], -moved(row), row.day), ...unanswered(row, requests)],
      is: [row],
      mark: row.key,
    }),
  );
}

function unanswered(row: KeptEntry, requests: ReturnType<typeof byNumbers>): Cause[] {
  const request = requests(row, (one) => one.day <= row.day);
  if (!request) return [];
  return [retrievalUnanswered([request, row], { due: dueOf(request), amount: askedSum(request) }, 'high')];
}

/** Principal and fee together. */
const moved = (row: KeptEntry): Units => row.net ?? (row.amount ?? 0) - (row.fee ?? 0);

/** Of chargebacks of one sum in order of time, those that no reversal in their own list cancels, each taken from one list only. */
function standing(alike: readonly KeptEntry[]): KeptEntry[] {
  const lists = [...groupBy(alike, (row) => row.ledger).values()].map(uncancelled);
  const [first = [], ...others] = lists.sort((a, b) => b.length - a.length);
  const found = [...first];
  for (const list of others) {
    let at = 0;
    for (const row of list) {
      while (at < first.length && daysBetween(first[at]?.day ?? row.day, row.day) > SAME_CHARGE_DAYS) at += 1;
      const twin = first[at];
      if (twin && Math.abs(daysBetween(twin.day, row.day)) <= SAME_CHARGE_DAYS) at += 1;
      else found.push(row);
    }
  }
  return found;
}

/** A reversal gives back the latest chargeback before it. */
function uncancelled(list: readonly KeptEntry[]): KeptEntry[] {
  const open: KeptEntry[] = [];
  for (const row of list) {
    if (moved(row) < 0) open.push(row);
    else open.pop();
  }
  return open;
}
