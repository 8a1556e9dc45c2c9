import type { Basis, CauseId, Code, ItemState } from '#records/arrears.ts';
import type { Kind } from '#records/entry.ts';
import type { Gap, Outcome } from '#records/reading.ts';
import type { TextKey } from '#text/index.ts';

/*
 * Keys that are put together from closed sets. Their types are template literals over those sets,
 * so that the compiler refuses a member without its sentence.
 */

export const codeKey = (code: Code): TextKey => `code.${code}`;
export const stateKey = (state: ItemState): TextKey => `state.${state}`;
export const basisKey = (basis: Basis): TextKey => `basis.${basis}`;
export const causeKey = (cause: CauseId, part: 'sentence' | 'step'): TextKey => `cause.${cause}.${part}`;
export const kindKey = (kind: Kind): TextKey => `kind.${kind}`;

/** Read to its end, and it states nothing that could prove that this is all. */
export const isUnproved = (outcome: Outcome, gaps: readonly Pick<Gap, 'gap'>[]): boolean =>
  outcome === 'read' && gaps.some(({ gap }) => gap === 'not-proved');

/** How a look ended, in a word or two. */
export const outcomeNameKey = (outcome: Outcome, gaps: readonly Pick<Gap, 'gap'>[] = []): TextKey =>
  isUnproved(outcome, gaps) ? 'outcome-name.read-unproved' : `outcome-name.${outcome}`;

/** How a look ended, in a sentence. A file has its own where a page's would tell the merchant to do the wrong thing. */
export function outcomeKey(outcome: Outcome, source: 'page' | 'file', gaps: readonly Pick<Gap, 'gap'>[] = []): TextKey {
  const isFile = source === 'file';
  switch (outcome) {
    case 'read':
      if (isUnproved(outcome, gaps)) return isFile ? 'outcome.file.read-unproved' : 'outcome.read-unproved';
      return isFile ? 'outcome.file.read' : 'outcome.read';
    case 'part':
    case 'empty':
    case 'changed':
    case 'not-a-known-page':
      return isFile ? `outcome.file.${outcome}` : `outcome.${outcome}`;
    case 'signed-out':
    case 'not-settled':
    case 'maintenance':
      return `outcome.${outcome}`;
  }
}

/** Every kind, in the order in which it is offered. */
export const KIND_CHOICES = [
  'sale',
  'refund',
  'reversal',
  'fee',
  'fee-payment',
  'settlement',
  'hold',
  'release',
  'deposit',
  'chargeback',
  'adjustment',
  'balance',
  'stated-arrears',
  'top-up',
  'transfer',
  'payment',
  'unknown',
] as const satisfies readonly Kind[];
