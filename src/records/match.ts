import type { Units } from '#money/amount.ts';
import type { Day } from '#money/day.ts';
import type { KeptEntry } from './entry.ts';

/** What one source says must arrive: the sales of a settlement day, or a payout that the provider lists. */
export interface Payout {
  /** The same for the same payout at every asking; what a refusal names. */
  readonly id: string;
  /** `provider:merchantNumber`. */
  readonly account: string;
  readonly currency: string;
  /** The day on which the provider settles it. */
  readonly day: Day;
  /** What it is made of: sales and refunds, or the provider's own line. */
  readonly rows: readonly KeptEntry[];
  /** Σ of the rows before fees; null where a row gives none. */
  readonly gross: Units | null;
  /** Σ of the fees that the rows state; null where none states any. */
  readonly fee: Units | null;
  /** What must arrive. */
  readonly due: Units;
  /** The numbers by which the other side may name it. */
  readonly numbers: readonly string[];
}

/** `expected`: the other side has not been read that far. `missing`: it was read whole, and nothing came. */
export const MATCH_STATES = ['matched', 'over', 'under', 'missing', 'expected'] as const;
export type MatchState = (typeof MATCH_STATES)[number];

/**
 * What joined the two sides, surest first. `number`: one names the other. `amount`: one payout, one credit of the same sum. `parts`: several credits
 * of one day add up to it. `run`: several payouts that follow each other add up to one credit. `nearest`: the only credit that can be meant, of
 * another sum.
 */
export const WAYS = ['number', 'amount', 'parts', 'run', 'nearest'] as const;
export type Way = (typeof WAYS)[number];

/** `settlement`: sales against the provider's settlement list. `bank`: what the provider settles against what the bank credits. */
export type Leg = 'settlement' | 'bank';

/** One or more payouts, and what came of them. */
export interface Match {
  readonly leg: Leg;
  readonly payouts: readonly Payout[];
  readonly arrived: readonly KeptEntry[];
  readonly state: MatchState;
  /** What arrived says by name that it comes from this provider, or (`settlement`) stands in its own list. */
  readonly named: boolean;
  /** Null where nothing arrived. */
  readonly way: Way | null;
  /** Σ of what the payouts say. */
  readonly due: Units;
  /** Σ of what arrived; null where nothing did. */
  readonly came: Units | null;
}

/** A pair that the merchant has refused is never proposed again. */
export interface Refusals {
  has(payout: Payout, arrived: KeptEntry): boolean;
}
