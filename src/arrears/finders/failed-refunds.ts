import type { Units } from '#money/amount.ts';
import type { Item } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import { groupBy } from '../group.ts';
import { item } from '../item.ts';
import type { Book } from '../prepare.ts';
import type { ShortOfMoney } from '../short-of-money.ts';

/**
 * Refunds that failed because the account had too little, and were not made since: the account must be topped up by their sum (微信支付
 * `NOTENOUGH`, docs/arrears.md). A refund that failed for another reason is no debt.
 */
export function failedRefunds(book: Book, short: ShortOfMoney): Item[] {
  const failed = book.unfinished.filter((row) => row.kind === 'refund' && row.state === 'failed' && sum(row) > 0);
  if (failed.length === 0) return [];
  const made = new Map(book.rows.filter((row) => row.kind === 'refund').map((row) => [nameOf(row), row.day]));
  return [...groupBy(failed, nameOf).values()].flatMap((tries): Item[] => {
    const row = tries.at(-1);
    if (!row || (made.get(nameOf(row)) ?? '') >= row.day) return [];
    const causes = short(row, sum(row));
    if (causes.length === 0) return [];
    return [
      item(book, {
        code: 'REFUND_ADVANCE',
        state: 'open',
        basis: 'derived',
        terminal: row.terminal,
        min: sum(row),
        since: row.day,
        causes,
        is: tries,
        mark: `failed ${nameOf(row)}`,
      }),
    ];
  });
}

const sum = (row: KeptEntry): Units => Math.abs(row.net ?? row.amount ?? 0);
/** Tries at the same refund share its sum and the number of its sale; one without a number stands by itself. */
const nameOf = (row: KeptEntry): string =>
  `${sum(row)} ${row.links['original'] ?? row.links['order'] ?? row.reference ?? row.key}`;
