import type { Period } from '#money/day.ts';
import type { Match } from '#records/match.ts';
import type { TextKey } from '#text/index.ts';

/** A text key is the sentence that says why it could not be done. */
export interface MatchDeeds {
  /** What was to arrive in this period, joined with what did; null where the book has neither a settlement list nor a bank's. */
  readonly matches: (period: Period) => Promise<readonly Match[] | null | TextKey>;
  /** Keeps that these payouts are not what arrived, so that they are never joined again. */
  readonly refuse: (match: Match) => Promise<TextKey | null>;
}
