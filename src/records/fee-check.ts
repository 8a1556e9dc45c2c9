import type { Units } from '#money/amount.ts';
import type { AccountTerms } from './terms.ts';

export type Card = AccountTerms['tariff'][number]['applies'];

/**
 * What explains a fee, beside the terms. `rounded`: to the cent, as the source prints; `cent`: a cent off, another rule of rounding. `another-card`,
 * `another-time`: to the cent what another line of the terms gives, for another card type, or for another span. `dearer`, `cheaper`: no line gives it.
 */
export const FEE_REASONS = [
  'no-terms',
  'no-line',
  'as-agreed',
  'rounded',
  'cent',
  'cap-not-applied',
  'another-card',
  'another-time',
  'dearer',
  'cheaper',
] as const;
export type FeeReason = (typeof FEE_REASONS)[number];

/** One sale's fee against the terms. Sums in units. */
export interface FeeCheck {
  readonly why: FeeReason;
  readonly charged: Units;
  /** Unrounded but for 1e-5; null where no line of the terms governs the sale. */
  readonly expected: Units | null;
  /** The line that governs it. */
  readonly formula: {
    readonly card: Card;
    readonly rate: string;
    readonly cap: Units | null;
    readonly fixed: Units;
    readonly minimum: Units | null;
    /** Only sales above this sum, and up to that one. */
    readonly above: Units | null;
    readonly upTo: Units | null;
  } | null;
  /** What the fee would follow from, where one share and fixed part give it. */
  readonly rate: string | null;
  readonly fixed: Units | null;
  /** The line that gives the fee, for `another-card` and `another-time`. */
  readonly card: Card | null;
}
