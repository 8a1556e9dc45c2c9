import type { Units } from '#money/amount.ts';
import { addDays, type Day } from '#money/day.ts';
import { groupBy } from './group.ts';
import { type Book, saleRows } from './prepare.ts';
import { allTerminalTerms } from './terminals.ts';

/** How far a terminal has come towards the sales that release its deposit. */
export interface Progress {
  readonly terminal: string;
  readonly deposit: Units;
  readonly target: Units;
  /** Sales less refunds since the activation, up to the last day that counts. */
  readonly reached: Units;
  /** The day since which the target is reached; null where it is not. */
  readonly reachedOn: Day | null;
  /** The last day that counts. */
  readonly last: Day;
}

/** One for each terminal whose terms have a deposit that can be read. */
export function depositProgress(book: Book): Progress[] {
  const agreed = allTerminalTerms(book).filter((terms) => terms.deposit !== null);
  if (agreed.length === 0) return [];
  const sales = groupBy(
    saleRows(book).filter((row) => row.kind !== 'chargeback'),
    (row) => row.terminal,
  );
  return agreed.flatMap(({ terminal, activated, deposit }): Progress[] => {
    if (!deposit) return [];
    const last = addDays(activated, deposit.withinDays);
    let reached = 0;
    let reachedOn: Day | null = null;
    for (const row of sales.get(terminal) ?? []) {
      if (row.day < activated || row.day > last) continue;
      reached += row.amount ?? 0;
      if (reached < deposit.target) reachedOn = null;
      else reachedOn ??= row.day;
    }
    return [{ terminal, deposit: deposit.amount, target: deposit.target, reached, reachedOn, last }];
  });
}
