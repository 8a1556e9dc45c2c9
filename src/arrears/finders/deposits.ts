import { addDays } from '#money/day.ts';
import type { Item } from '#records/arrears.ts';
import { depositNotReleased } from '../causes/deposit-not-released.ts';
import type { Deduction } from '../deductions.ts';
import { item } from '../item.ts';
import { type Book, saleRows } from '../prepare.ts';
import { allTerminalTerms } from '../terminals.ts';

/**
 * Deposits that were taken, whose target in the merchant's terms was reached in time, and that did not come back: owed to the merchant.
 * @param deductions without the deposits that were released
 */
export function earnedDeposits(book: Book, deductions: readonly Deduction[]): Item[] {
  const sales = saleRows(book);
  return allTerminalTerms(book).flatMap(({ terminal, activated, deposit }): Item[] => {
    if (!deposit) return [];
    const taken = deductions.find(
      (one) => one.code === 'DEPOSIT' && one.amount === deposit.amount && (one.terminal ?? terminal) === terminal,
    );
    if (!taken) return [];
    const last = addDays(activated, deposit.withinDays);
    let reached = 0;
    let day = activated;
    for (const row of sales) {
      if (row.terminal !== terminal || row.day < activated || row.day > last || row.kind === 'chargeback') continue;
      reached += row.amount ?? 0;
      day = row.day;
    }
    if (reached < deposit.target) return [];
    return [
      item(book, {
        code: 'DEPOSIT',
        state: 'claimable',
        basis: 'derived',
        terminal,
        min: deposit.amount,
        since: day,
        causes: [
          depositNotReleased(taken.rows, {
            amount: deposit.amount,
            target: deposit.target,
            reached,
            day,
            whole: book.knowledge?.whole === true,
          }),
        ],
        mark: `release ${taken.rows[0]?.key ?? ''}`,
      }),
    ];
  });
}
