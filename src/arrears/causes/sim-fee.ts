import { formatAmount, type Units } from '#money/amount.ts';
import type { Day } from '#money/day.ts';
import type { Cause } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import { makeCause } from './cause.ts';

/**
 * How a charge was known for a SIM fee. `named`: the row or the portal says so (high). `terms`: the merchant's terms contain this sum (high).
 * `yearly`: the same sum at the same terminal whole years apart (medium, two of them; high from three).
 * `same-sum`: the sum that is known as SIM fee at another terminal of the account (medium).
 */
export type SimProof = 'named' | 'terms' | 'yearly' | 'same-sum';

/** A periodic fee for the terminal's SIM card; `next`: one that is still to come on `day`. `seizures` are the rows that show it, this one and its predecessors. */
export function simFee(
  seizures: readonly KeptEntry[],
  proof: SimProof,
  facts: { readonly terminal: string | null; readonly amount: Units; readonly day: Day; readonly next?: boolean },
): Cause {
  const sure = proof === 'named' || proof === 'terms' || (proof === 'yearly' && seizures.length >= 3);
  return makeCause('sim-fee', sure ? 'high' : 'medium', seizures, {
    terminal: facts.terminal ?? '—',
    amount: formatAmount(facts.amount),
    day: facts.day,
    ...(facts.next === true ? { next: proof } : { proof }),
  });
}
