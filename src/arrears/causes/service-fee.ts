import { formatAmount, type Units } from '#money/amount.ts';
import type { Day } from '#money/day.ts';
import type { Cause } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import { makeCause } from './cause.ts';

/**
 * A device or activation fee, or a deposit, taken for a terminal.
 * `named` or in the `terms`: high. `new-terminal`: its first swipe was kept whole, and the book begins at least 30 days earlier: medium.
 * `first-row`: kept whole, but the book does not prove that no swipe came before: low. `frozen`: frozen without a name, in a sum like a deposit's: low.
 */
export type ServiceProof = 'named' | 'terms' | 'new-terminal' | 'first-row' | 'frozen';

const CONFIDENCE = {
  named: 'high',
  terms: 'high',
  'new-terminal': 'medium',
  'first-row': 'low',
  frozen: 'low',
} as const;

export const serviceFee = (
  rows: readonly KeptEntry[],
  proof: ServiceProof,
  facts: { readonly terminal: string | null; readonly amount: Units; readonly day: Day },
): Cause =>
  makeCause('service-fee', CONFIDENCE[proof], rows, {
    terminal: facts.terminal ?? '—',
    amount: formatAmount(facts.amount),
    day: facts.day,
    proof,
  });
