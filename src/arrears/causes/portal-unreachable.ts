import { type Day, dayAt } from '#money/day.ts';
import type { Cause } from '#records/arrears.ts';
import type { Attempt } from '#records/attempt.ts';
import { makeCause } from './cause.ts';

/** Looks at one page within so many minutes are one try. */
const ONE_TRY_MS = 10 * 60_000;
const SURE_TRIES = 3;

/** The day on the merchant's wall. */
export const dayOf = ({ at }: Attempt): Day => dayAt(Date.parse(at), 'Asia/Shanghai');

/**
 * A portal that did not answer in at least two tries. High from 3 tries on two days or more; medium below that; low where other portals did not answer on
 * the same days either, which speaks for the merchant's own network. No row shows it.
 * @param own the looks at this portal since it last answered, oldest first
 * @param others those at other portals
 */
export function portalUnreachable(own: readonly Attempt[], others: readonly Attempt[]): Cause | null {
  const tries = own.filter((one, n) => {
    const before = own[n - 1];
    return !before || before.place !== one.place || Date.parse(one.at) - Date.parse(before.at) >= ONE_TRY_MS;
  });
  const [first, last] = [tries[0], tries.at(-1)];
  if (!first || !last || tries.length < 2) return null;
  const days = new Set(tries.map(dayOf));
  const alsoSilent = new Set(others.map(dayOf));
  const isNetwork = [...days].every((day) => alsoSilent.has(day));
  const isSure = tries.length >= SURE_TRIES && days.size > 1;
  return makeCause('portal-unreachable', isNetwork ? 'low' : isSure ? 'high' : 'medium', [], {
    day: dayOf(first),
    last: dayOf(last),
    count: String(tries.length),
    ...(isNetwork ? { network: 'own' } : {}),
  });
}
