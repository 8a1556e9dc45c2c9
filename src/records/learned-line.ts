import type { Units } from '#money/amount.ts';
import type { Day } from '#money/day.ts';
import type { KeptEntry } from './entry.ts';

/** What the rows of one card type show to be charged. */
export interface LearnedLine {
  readonly card: KeptEntry['card'];
  /** As terms are written: `0.60%`. */
  readonly rate: string;
  readonly fixed: Units;
  readonly cap: Units | null;
  /** Since the oldest of the sales that were looked at. */
  readonly from: Day;
  /** Sales that this gives to the cent, of those that were looked at. */
  readonly support: number;
  readonly of: number;
}
