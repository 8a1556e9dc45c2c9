import type { Item } from '#records/arrears.ts';
import { depositNotReleased } from '../causes/deposit-not-released.ts';
import type { Deduction } from '../deductions.ts';
import { item } from '../item.ts';
import type { Book } from '../prepare.ts';
import { depositProgress } from '../targets.ts';

/**
 * Deposits that were taken, whose target in the merchant's terms was reached in time, and that did not come back: owed to the merchant.
 * @param deductions without the deposits that were released
 */
export function earnedDeposits(book: Book, deductions: readonly Deduction[]): Item[] {
  return depositProgress(book).flatMap(({ terminal, deposit, target, reached, reachedOn }): Item[] => {
    const taken = deductions.find(
      (one) => one.code === 'DEPOSIT' && one.amount === deposit && (one.terminal ?? terminal) === terminal,
    );
    if (!taken || reachedOn === null) return [];
    const facts = { amount: deposit, target, reached, day: reachedOn, whole: book.knowledge?.whole === true };
    return [
      item(book, {
        code: 'DEPOSIT',
        state: 'claimable',
        basis: 'derived',
        terminal,
        min: deposit,
        since: reachedOn,
        causes: [depositNotReleased(taken.rows, facts)],
        mark: `release ${taken.rows[0]?.key ?? ''}`,
      }),
    ];
  });
}
