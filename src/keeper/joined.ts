import { addDays, type Day } from '#money/day.ts';
import { PROVIDERS } from '#providers/list.ts';
import { reconcile } from '#reconciliation/reconcile.ts';
import type { KeptEntry } from '#records/entry.ts';
import type { Mark } from '#records/mark.ts';
import type { Match, Refusals } from '#records/match.ts';

/** Lists that can stand on the arriving side. */
const ARRIVING: ReadonlySet<string> = new Set(['settlement', 'bank']);
/** What was kept from older batches has had its year. */
const DAYS = 400;

/** How each provider calls itself: what credits are told by. */
export const payerNames = (): ReadonlyMap<string, readonly string[]> =>
  new Map(PROVIDERS.map(({ id, names, alsoKnownAs = [] }) => [id, [names.zh, names.en, ...alsoKnownAs]]));

/** Pairs that the merchant has refused. */
export function refusalsIn(marks: readonly Pick<Mark, 'account' | 'key' | 'notFor'>[]): Refusals {
  const refused = new Set(
    marks.flatMap(({ account, key, notFor = [] }) => notFor.map((id) => `${account} ${key} ${id}`)),
  );
  return { has: (payout, { account, key }) => refused.has(`${account} ${key} ${payout.id}`) };
}

/** Whether anything was read that payouts can arrive in. */
export const hasArrivals = (entries: readonly KeptEntry[]): boolean =>
  entries.some(({ ledger }) => ARRIVING.has(ledger));

/** What was to arrive in the last year joined with what did, for what is owed; nothing where nothing that arrives has been read. */
export function joinedOf(
  entries: readonly KeptEntry[],
  marks: readonly Pick<Mark, 'account' | 'key' | 'notFor'>[],
  asOf: Day,
): readonly Match[] {
  if (!hasArrivals(entries)) return [];
  const since = addDays(asOf, -DAYS);
  return reconcile({
    rows: entries.filter(({ day }) => day >= since),
    names: payerNames(),
    refusals: refusalsIn(marks),
    // What is missing or still expected is the desk's to tell: here only what came, and came short.
    wholeDays: () => [],
    asOf,
  });
}
