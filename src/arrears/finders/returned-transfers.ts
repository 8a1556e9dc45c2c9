import type { Units } from '#money/amount.ts';
import { daysBetween } from '#money/day.ts';
import type { Item } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import { wrongTransfer } from '../causes/wrong-transfer.ts';
import { groupBy } from '../group.ts';
import { warning } from '../item.ts';
import type { Book } from '../prepare.ts';
import { saysReturnedTransfer } from '../words.ts';

/** A transfer to a wrong account comes back within so many days. */
const BACK_DAYS = 15;
const SENT: ReadonlySet<string> = new Set(['transfer', 'top-up', 'fee-payment', 'payment', 'unknown', 'adjustment']);

/**
 * Money that the merchant sent and that came back, because name or number of the account was wrong: a warning, amount 0, open until the same sum
 * is sent again.
 */
export function returnedTransfers(book: Book): Item[] {
  const isSent = (row: KeptEntry): boolean => SENT.has(row.kind) && !saysReturnedTransfer(row.words);
  const returned = [book.rows, book.unfinished].flatMap((rows) =>
    rows.filter((row) => saysReturnedTransfer(row.words) && sum(row) > 0),
  );
  if (returned.length === 0) return [];
  const sums = new Set(returned.map(sum));
  const bySum = groupBy(
    [...book.rows, ...book.unfinished].filter((row) => isSent(row) && sums.has(sum(row))),
    sum,
  );
  return returned.map((row) => {
    const alike = bySum.get(sum(row)) ?? [];
    const sent = alike.findLast((one) => one.day <= row.day && daysBetween(one.day, row.day) <= BACK_DAYS);
    const again = alike.some((one) => one !== sent && one.state === 'done' && one.day >= row.day);
    const first = sent ?? row;
    return warning(book, {
      state: again ? 'taken' : 'open',
      since: first.day,
      cause: wrongTransfer(sent ? [sent, row] : [row], sum(row), first.day),
      mark: `returned ${row.key}`,
    });
  });
}

const sum = (row: KeptEntry): Units => Math.abs(row.amount ?? row.net ?? 0);
