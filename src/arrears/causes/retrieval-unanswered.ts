import { formatAmount, type Units } from '#money/amount.ts';
import type { Day } from '#money/day.ts';
import type { Cause } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import { makeCause } from './cause.ts';

/** The acquirer asked for a slip, and no row says that it was answered: high where the money was then taken back, else medium. */
export const retrievalUnanswered = (
  rows: readonly KeptEntry[],
  facts: { readonly due: Day; readonly amount: Units },
  confidence: 'high' | 'medium',
): Cause => makeCause('retrieval-unanswered', confidence, rows, { due: facts.due, amount: formatAmount(facts.amount) });
