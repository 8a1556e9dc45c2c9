import { parseAmount } from '#money/amount.ts';
import type { Column, Columns } from '../columns/resolve.ts';
import { cellText, plain } from '../words/plain.ts';

/** The holder's own card, by its last places: a till's list prints the buyer's number truncated, and terminals beside it. */
const OWN_CARD =
  /^(?:信用)?卡(?:号|片)?(?:末|后|尾)(?:四|4)[位号码]{1,2}$|^card(?:number)?(?:ending|last(?:4|four)(?:digits)?)$/;
const POSTED = /^(?:银行)?[入记]账(?:日期?|时间)$|^post(?:ing|ed)?date$/;
const TILL = ['terminal', 'account', 'fee', 'order', 'rrn', 'batch', 'balance', 'income', 'expense'] as const;
const REPAID = /还款|繳款|repayment|payment(?:received|-?thankyou)|^autopay|^payment/;

/** Whether a list is the statement of the holder's own credit card: the last places of the card, a day of buying and one of posting, nothing of a till. */
export const isCardStatement = (header: readonly string[], columns: Columns): boolean =>
  header.some((title) => OWN_CARD.test(plain(title))) &&
  header.some((title) => POSTED.test(plain(title))) &&
  !TILL.some((field) => columns.has(field));

/** What was posted to the account is what such a row moves, in the account's currency; what the shop was paid stands beside it. */
export function postedColumns(columns: Columns): Columns {
  const posted = columns.get('net');
  if (posted === undefined) return columns;
  const named = new Map(columns);
  named.delete('net');
  return named.set(
    'amount',
    posted.map((column) => ({ ...column, field: 'amount' })),
  );
}

/**
 * Whether such a statement prints what is owed, so that a plus is spending: where what was paid back has a minus; where nothing was, by the sign of most
 * rows, because a holder buys more often than a shop gives back.
 */
export function printsOwed(columns: Columns, rows: readonly (readonly string[])[]): boolean {
  const [amount] = columns.get('amount') ?? [];
  const words: readonly Column[] = (['kind', 'remark'] as const).flatMap((field) => columns.get(field) ?? []);
  let repaid = 0;
  let most = 0;
  for (const row of rows) {
    const read = parseAmount(cellText(row[amount?.index ?? -1]), 'major', 'auto');
    if (!read.ok || read.value === 0) continue;
    const side = Math.sign(read.value);
    most += side;
    if (words.some(({ index }) => REPAID.test(plain(row[index] ?? '')))) repaid += side;
  }
  return repaid === 0 ? most > 0 : repaid < 0;
}
