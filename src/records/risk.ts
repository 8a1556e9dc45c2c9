import type { Day } from '#money/day.ts';
import type { Confidence } from './provider.ts';

/** Days of one list that the book has not proved, and that the provider will soon not show any more. */
export interface Risk {
  readonly account: string;
  readonly provider: string;
  /** The ledger. */
  readonly list: string;
  readonly from: Day;
  readonly to: Day;
  /** The last day on which `from` can still be read; the days after it go one by one. */
  readonly until: Day;
  /** Whole days from today to `until`. */
  readonly daysLeft: number;
  /** How sure it is that the provider keeps no more. */
  readonly confidence: Confidence;
}
