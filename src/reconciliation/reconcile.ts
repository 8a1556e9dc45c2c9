import { addDays, type Day, earlierOf, laterOf, type Period } from '#money/day.ts';
import type { KeptEntry } from '#records/entry.ts';
import type { Leg, Match, Payout, Refusals } from '#records/match.ts';
import { type Arrival, bankCredits, Shelf, settlementLines } from './arrivals.ts';
import { LONGEST_DAYS, pair } from './pair.ts';
import { counts, soldPayouts, statedPayouts } from './payouts.ts';
import { saleBySale } from './sale-by-sale.ts';
import { stateOf } from './sums.ts';

export { LONGEST_DAYS } from './pair.ts';

export interface Sources {
  /** Rows of all accounts in one span, as the merchant sees them. */
  readonly rows: readonly KeptEntry[];
  /** How each provider (id) calls itself, in any language. */
  readonly names: ReadonlyMap<string, readonly string[]>;
  readonly refusals: Refusals;
  /** Days of one list (`settlement`, `bank`) of an account that are proved to be read whole. */
  wholeDays(account: string, ledger: 'settlement' | 'bank'): readonly Period[];
  readonly asOf: Day;
}

/**
 * Joins what was sold with what the provider settles, and that with what the bank credited: docs/reconciliation.md. Every payout stands in one match of
 * each leg that can be asked. Pure; the order of the rows does not matter.
 */
export function reconcile(sources: Sources): Match[] {
  const rows = sources.rows.filter((row) => counts(row) && row.day <= sources.asOf);
  return [...withSettlements(rows, sources), ...withBank(rows, sources)].sort(inOrder);
}

/** Sales against the settlement list of the same account, for accounts of which both were read. */
function withSettlements(rows: readonly KeptEntry[], sources: Sources): Match[] {
  const lists = new Set(rows.filter(({ ledger }) => ledger === 'settlement').map(({ account }) => account));
  const own = rows.filter(({ account }) => lists.has(account));
  const single = saleBySale(own, sources.refusals);
  const sold = soldPayouts(own.filter((row) => !single.sales.has(row)));
  const isRead = ({ account, day }: Payout): boolean => isWhole(sources, [account], 'settlement', day);
  return [...single.matches, ...matches('settlement', sold, settlementLines(own), sources, isRead)];
}

/** What providers settle against what banks credit; nothing where no bank's list was read. */
function withBank(rows: readonly KeptEntry[], sources: Sources): Match[] {
  const credits = bankCredits(rows, sources.names);
  const banks = [...new Set(rows.filter(({ ledger }) => ledger === 'bank').map(({ account }) => account))];
  if (banks.length === 0) return [];
  // Where a provider's money goes is known only from what it has paid in before.
  const payers = new Map<string, Set<string>>();
  const settle = (payouts: readonly Payout[]): Match[] =>
    matches('bank', payouts, credits, sources, ({ account, day }) =>
      isWhole(sources, [...(payers.get(providerOf(account)) ?? [])], 'bank', day),
    );
  const payouts = duePayouts(rows, banks);
  for (const { arrived, payouts: of } of settle(payouts)) {
    for (const { account } of of) {
      const known = payers.get(providerOf(account)) ?? new Set<string>();
      payers.set(providerOf(account), known);
      for (const row of arrived) known.add(row.account);
    }
  }
  return settle(payouts);
}

const providerOf = (account: string): string => account.replace(/:.*$/, '');

/** What must reach a bank: the provider's own payouts; outside their span, and where there are none, the sales of each settlement day. */
function duePayouts(rows: readonly KeptEntry[], banks: readonly string[]): Payout[] {
  const own = rows.filter(({ account }) => !banks.includes(account));
  const stated = statedPayouts(own);
  const spans = new Map<string, Period>();
  for (const { account, currency, day } of stated) {
    const name = `${account}|${currency}`;
    const { from, to } = spans.get(name) ?? { from: day, to: day };
    spans.set(name, { from: earlierOf(from, day), to: laterOf(to, day) });
  }
  // Sales of an account with a wallet (资金账单) go to the wallet; only what is drawn from it goes to a bank.
  const wallets = new Set(own.filter(({ ledger }) => ledger === 'funds').map(({ account }) => account));
  const sold = soldPayouts(own).filter(({ account, currency, day }) => {
    const span = spans.get(`${account}|${currency}`);
    return !wallets.has(account) && (!span || day < span.from || day > span.to);
  });
  return [...stated, ...sold];
}

function matches(
  leg: Leg,
  payouts: readonly Payout[],
  arrivals: readonly Arrival[],
  sources: Sources,
  isRead: (payout: Payout) => boolean,
): Match[] {
  const pairs = pair(payouts, new Shelf(arrivals, sources.refusals));
  const joined = new Set(pairs.flatMap((one) => one.payouts));
  const came = pairs.map((one): Match => {
    const due = one.payouts.reduce((sum, payout) => sum + payout.due, 0);
    const sum = one.arrivals.reduce((all, { amount }) => all + amount, 0);
    const named = one.arrivals.every((arrival) => one.payouts.every((payout) => arrival.kinship(payout) === 'yes'));
    const arrived = one.arrivals.map(({ row }) => row);
    return { leg, payouts: one.payouts, arrived, named, way: one.way, due, came: sum, state: stateOf(due, sum) };
  });
  // What is not more than zero is not paid out: it is netted from what comes next.
  const open = payouts.filter((payout) => !joined.has(payout) && payout.due > 0);
  const left = open.map((payout): Match => {
    const state = isRead(payout) ? 'missing' : 'expected';
    return { leg, payouts: [payout], arrived: [], named: false, way: null, due: payout.due, came: null, state };
  });
  return [...came, ...left];
}

/** Whether one of these accounts' lists is proved from the day until the last on which it may still come. */
function isWhole(sources: Sources, accounts: readonly string[], ledger: 'settlement' | 'bank', day: Day): boolean {
  const last = addDays(day, LONGEST_DAYS);
  if (last > sources.asOf) return false;
  return accounts.some((account) =>
    sources.wholeDays(account, ledger).some(({ from, to }) => from <= day && last <= to),
  );
}

function inOrder(a: Match, b: Match): number {
  const [one, other] = [nameOf(a), nameOf(b)];
  return one < other ? -1 : one > other ? 1 : 0;
}

const nameOf = ({ payouts: [first], arrived: [came], leg }: Match): string =>
  `${first?.day ?? came?.day} ${leg} ${first?.id ?? ''} ${came?.key ?? ''}`;
