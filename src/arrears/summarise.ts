import {
  type AccountSummary,
  type Arrears,
  type Item,
  type Knowledge,
  type LastCheck,
  NEVER_READ,
  type Summary,
} from '#records/arrears.ts';
import type { Account } from '#records/capture.ts';
import { partsOf } from './account-id.ts';
import { groupBy } from './group.ts';
import { totalsOf } from './totals.ts';

const UNREAD: Knowledge = { readAt: NEVER_READ, from: null, to: null, whole: false, gaps: [] };

/**
 * The one small record that popup and badge read. Every known account has a line, also one that owes nothing; who owes most stands first.
 * Within an account: owed now, then coming up, then owed to the merchant, then already taken.
 * @param input `at`: ISO instant of this summary
 */
export function summarise(input: {
  arrears: Arrears;
  accounts: readonly Account[];
  knowledge: ReadonlyMap<string, Knowledge>;
  lastCheck: LastCheck | null;
  at: string;
}): Summary {
  const { arrears, knowledge } = input;
  const known = new Map(input.accounts.map((account) => [account.id, account]));
  const itemsOf = groupBy(arrears.items, (one) => one.account);
  const outlooksOf = groupBy(arrears.outlooks, (one) => one.account);
  const ids = [...new Set([...known.keys(), ...knowledge.keys(), ...itemsOf.keys()])];
  const accounts = ids.map((id): AccountSummary => {
    const account = known.get(id);
    const { provider, merchantNumber } = account ?? partsOf(id);
    return {
      account: id,
      provider,
      merchantNumber,
      name: account?.label ?? account?.name ?? null,
      knowledge: knowledge.get(id) ?? UNREAD,
      items: (itemsOf.get(id) ?? []).sort(byUrgency),
      outlooks: outlooksOf.get(id) ?? [],
    };
  });
  return {
    version: 1,
    at: input.at,
    asOf: arrears.asOf,
    totals: arrears.totals,
    accounts: accounts.sort(byDebt),
    lastCheck: input.lastCheck,
  };
}

const STATE_ORDER = { open: 0, due: 1, claimable: 2, paid: 3, taken: 4 } as const;

function byUrgency(a: Item, b: Item): number {
  return (
    STATE_ORDER[a.state] - STATE_ORDER[b.state] ||
    (a.due ?? '9').localeCompare(b.due ?? '9') ||
    (b.max ?? b.min) - (a.max ?? a.min) ||
    (a.id < b.id ? -1 : 1)
  );
}

/** The larger of the two bases ranks an account: they may be the same debt, so their sum would rank wrongly. */
function rank(account: AccountSummary): { owed: number; due: number } {
  const most = { observed: 0, derived: 0, predicted: 0 };
  for (const total of totalsOf(account.items, new Set())) {
    most.observed = Math.max(most.observed, total.observed.max ?? total.observed.min);
    most.derived = Math.max(most.derived, total.derived.max ?? total.derived.min);
    most.predicted = Math.max(most.predicted, total.predicted.min);
  }
  return { owed: Math.max(most.observed, most.derived), due: most.predicted };
}

function byDebt(a: AccountSummary, b: AccountSummary): number {
  const one = rank(a);
  const other = rank(b);
  return other.owed - one.owed || other.due - one.due || (a.account < b.account ? -1 : 1);
}
