import { CENT, type Units } from '#money/amount.ts';
import type { MatchState } from '#records/match.ts';

/** Below a cent two sums are the same: fees are printed with up to five decimals, and paid in cents. */
export const isSameSum = (one: Units, other: Units): boolean => Math.abs(one - other) < CENT;

export const stateOf = (due: Units, came: Units): MatchState =>
  isSameSum(due, came) ? 'matched' : came > due ? 'over' : 'under';
