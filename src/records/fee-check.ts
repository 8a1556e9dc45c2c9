import type { Units } from '#money/amount.ts';
import type { Day } from '#money/day.ts';
import type { AccountTerms } from './terms.ts';

export type Card = AccountTerms['tariff'][number]['applies'];

/**
 * What explains a fee, beside the terms. `rounded`: to the cent, as the source prints; `cent`: a cent off, another rule of rounding. `another-card`,
 * `another-time`: to the cent what another line of the terms gives, for another card type, or for another span. `dearer`, `cheaper`: no line gives it. `monthly`: none yet, it is
 * taken with the month's others.
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
  'monthly',
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
  /** By the terms the fee is not taken from the sale, but with the month's other fees on this day; null where it is netted. */
  readonly collected: Day | null;
  /** What the fee would follow from, where one share and fixed part give it. */
  readonly rate: string | null;
  readonly fixed: Units | null;
  /** The line that gives the fee, for `another-card` and `another-time`. */
  readonly card: Card | null;
}

/** What the sum of a monthly debit is; `twice`: the same month's fees once more. */
export const MONTH_REASONS = [
  'as-agreed',
  'rounded',
  'refunds',
  'two-months',
  'twice',
  'dearer',
  'cheaper',
  'no-line',
  'not-seen',
] as const;

/** One debit of a month's fees against the terms. Sums in units. */
export interface MonthCheck {
  readonly why: (typeof MONTH_REASONS)[number];
  /** `YYYY-MM`. */
  readonly month: string;
  readonly sales: number;
  readonly expected: Units;
  readonly charged: Units;
  /** The agreed day, and that of the debit. */
  readonly due: Day;
  readonly day: Day;
}
