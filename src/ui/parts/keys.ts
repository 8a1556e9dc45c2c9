import type { Basis, CauseId, Code, ItemState } from '#records/arrears.ts';
import type { Kind } from '#records/entry.ts';
import type { Outcome } from '#records/reading.ts';
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
export const outcomeKey = (outcome: Outcome): TextKey => `outcome.${outcome}`;
export const outcomeNameKey = (outcome: Outcome): TextKey => `outcome-name.${outcome}`;

/** A file's outcome has its own sentence where a page's would tell the merchant to do the wrong thing. */
export function fileOutcomeKey(outcome: Outcome): TextKey {
  switch (outcome) {
    case 'read':
    case 'part':
    case 'empty':
    case 'changed':
    case 'not-a-known-page':
      return `outcome.file.${outcome}`;
    case 'signed-out':
    case 'not-settled':
    case 'maintenance':
      return outcomeKey(outcome);
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
