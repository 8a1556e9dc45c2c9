import { formatAmount, type Units } from '#money/amount.ts';
import { daysBetween } from '#money/day.ts';
import type { Cause } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import { makeCause } from './cause.ts';

/** So many top-ups make a habit. */
const HABIT = 3;
/** Its gaps differ from the usual one by at most this share. */
const STEADY = 0.35;
/** A top-up is forgotten when the last one lies so many usual gaps back. */
const MISSED = 1.4;
const SHORTEST_GAP = 5;

/**
 * The account was topped up in steady steps, and the last step before this debit is missing. Null where there was no such habit.
 * High: habit and gap are in the rows.
 * @param topUps of the account, oldest first
 */
export function topUpForgotten(topUps: readonly KeptEntry[], debit: KeptEntry, lacking: Units): Cause | null {
  const before = topUps.filter((row) => row.day <= debit.day).slice(-6);
  const last = before.at(-1);
  if (!last || before.length < HABIT) return null;
  const gaps = before.slice(1).map((row, i) => daysBetween(before[i]?.day ?? row.day, row.day));
  const usual = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
  if (usual < SHORTEST_GAP || gaps.some((gap) => Math.abs(gap - usual) > usual * STEADY)) return null;
  if (daysBetween(last.day, debit.day) < usual * MISSED) return null;
  return makeCause('top-up-forgotten', 'high', [...before, debit], { day: last.day, amount: formatAmount(lacking) });
}
