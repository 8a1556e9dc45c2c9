import { formatAmount, type Units } from '#money/amount.ts';
import type { Day } from '#money/day.ts';
import type { Cause } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import { makeCause } from './cause.ts';

/** A terminal that sells nothing is charged for: high where the reading is whole, else medium. */
export const idleTerminal = (
  rows: readonly KeptEntry[],
  facts: { readonly terminal: string | null; readonly since: Day; readonly amount: Units; readonly whole: boolean },
): Cause =>
  makeCause('idle-terminal', facts.whole ? 'high' : 'medium', rows, {
    terminal: facts.terminal ?? '—',
    day: facts.since,
    amount: formatAmount(facts.amount),
  });
