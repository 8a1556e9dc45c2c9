import type { Day } from '#money/day.ts';
import type { KeptEntry } from '#records/entry.ts';
import type { Match, Refusals } from '#records/match.ts';
import { isSaleLine, TRADED } from '#records/sale-line.ts';
import { netOf, payoutOf, settleDayOf } from './payouts.ts';
import { stateOf } from './sums.ts';

export interface SaleBySale {
  /** One for each settlement day of each account. */
  readonly matches: readonly Match[];
  /** The sales that stand in them. */
  readonly sales: ReadonlySet<KeptEntry>;
}

/** Settlement lists that give one line to each sale (拉卡拉 JS), joined with the sales of the same account by the numbers that both give. */
export function saleBySale(rows: readonly KeptEntry[], refusals: Refusals): SaleBySale {
  const lines = new Map<string, KeptEntry[]>();
  for (const row of rows.filter((one) => one.ledger === 'settlement' && isSaleLine(one)).sort(inOrder)) {
    for (const name of namesOf(row)) lines.set(name, [...(lines.get(name) ?? []), row]);
  }
  if (lines.size === 0) return { matches: [], sales: new Set() };
  const used = new Set<KeptEntry>();
  const days = new Map<string, { day: Day; sales: KeptEntry[]; lines: KeptEntry[] }>();
  for (const sale of rows.filter(isSale).sort(inOrder)) {
    const candidates = namesOf(sale).flatMap((name) => lines.get(name) ?? []);
    const line = candidates.find((one) => !used.has(one) && isSameSale(sale, one) && !isRefused(sale, one, refusals));
    if (!line) continue;
    used.add(line);
    const day = settleDayOf(line);
    const name = `${line.account}|${line.currency}|${day}`;
    const of = days.get(name) ?? { day, sales: [], lines: [] };
    days.set(name, of);
    of.sales.push(sale);
    of.lines.push(line);
  }
  const matches = [...days.values()].flatMap(({ day, sales, lines: arrived }): Match[] => {
    const payout = payoutOf(sales, day);
    if (!payout) return [];
    const came = arrived.reduce((sum, line) => sum + (netOf(line) ?? 0), 0);
    const state = stateOf(payout.due, came);
    return [
      { leg: 'settlement', payouts: [payout], arrived, named: true, way: 'number', due: payout.due, came, state },
    ];
  });
  return { matches, sales: new Set([...days.values()].flatMap(({ sales }) => sales)) };
}

const isSale = (row: KeptEntry): boolean => row.ledger === 'trade' && TRADED.has(row.kind) && netOf(row) !== null;

/** Of two that share a number, the one with the smaller key goes first: the order in which rows are given does not matter. */
const inOrder = (a: KeptEntry, b: KeptEntry): number => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);

const namesOf = ({ account, currency, reference, links }: KeptEntry): string[] =>
  [...new Set([reference, links['rrn'], links['order'], links['trace']])].flatMap((number) =>
    number == null ? [] : `${account}|${currency}|${number}`,
  );

/** A sale and its refund may share a number; money in and money out are never one. */
const isSameSale = (sale: KeptEntry, line: KeptEntry): boolean =>
  netOf(line) !== null && Math.sign(sale.amount ?? 0) === Math.sign(line.amount ?? 0);

function isRefused(sale: KeptEntry, line: KeptEntry, refusals: Refusals): boolean {
  const payout = payoutOf([sale], settleDayOf(line));
  return payout !== null && refusals.has(payout, line);
}
