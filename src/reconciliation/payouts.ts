import type { Units } from '#money/amount.ts';
import type { Day } from '#money/day.ts';
import type { KeptEntry } from '#records/entry.ts';
import type { Payout } from '#records/match.ts';
import { isSaleLine, TRADED } from '#records/sale-line.ts';

/** What counts here: rows that moved money and still stand. */
export const counts = ({ state, supersededBy }: KeptEntry): boolean =>
  supersededBy === null && (state === 'done' || state === 'unknown');

/** The sales of each account by the day on which they are settled; where the list does not say that day, the day of the sale. */
export const soldPayouts = (rows: readonly KeptEntry[]): Payout[] =>
  byDay(rows.filter(({ ledger, kind }) => ledger === 'trade' && TRADED.has(kind)));

/** What the provider says it pays out: each line of a list of payouts, and the lines of a day where each stands for one sale. */
export function statedPayouts(rows: readonly KeptEntry[]): Payout[] {
  const settled = rows.filter(({ ledger }) => ledger === 'settlement');
  const single = settled.filter((row) => row.kind === 'settlement' && !isSaleLine(row));
  // The account's own flow shows a payout as money out.
  const withdrawn = rows.filter((row) => row.ledger === 'funds' && row.kind === 'settlement' && (netOf(row) ?? 0) < 0);
  return [...byDay(settled.filter(isSaleLine)), ...[...single, ...withdrawn].flatMap(lineOf)];
}

/** What a row leaves after its fee; null where it does not say. */
export const netOf = ({ amount, fee, net }: KeptEntry): Units | null =>
  net ?? (amount === null ? null : amount - (fee ?? 0));

export const settleDayOf = ({ settleDay, day }: KeptEntry): Day => settleDay ?? day;

function byDay(rows: readonly KeptEntry[]): Payout[] {
  const groups = new Map<string, KeptEntry[]>();
  for (const row of rows) {
    const name = `${row.account}|${row.ledger}|${row.currency}|${settleDayOf(row)}`;
    const group = groups.get(name);
    if (group) group.push(row);
    else groups.set(name, [row]);
  }
  return [...groups.values()].flatMap((of) => (of[0] ? (payoutOf(of, settleDayOf(of[0])) ?? []) : []));
}

/** Sales or lines of one account, list and currency that are settled on one day; null where one does not say what it leaves. */
export function payoutOf(rows: readonly KeptEntry[], day: Day): Payout | null {
  const [first] = rows;
  const due = sum(rows.map(netOf));
  if (!first || due === null) return null;
  const { account, ledger, currency } = first;
  const fees = rows.flatMap(({ fee }) => fee ?? []);
  return {
    id: `${account}|${ledger}|${currency}|${day}`,
    account,
    currency,
    day,
    rows,
    gross: sum(rows.map(({ amount }) => amount)),
    fee: fees.length === 0 ? null : fees.reduce((all, fee) => all + fee, 0),
    due,
    numbers: [...new Set(rows.flatMap(({ links }) => links['batch'] ?? []))],
  };
}

function lineOf(row: KeptEntry): Payout[] {
  const { account, currency, amount, fee, reference, links } = row;
  const net = netOf(row);
  if (net === null || net === 0) return [];
  return [
    {
      id: `${account}|${row.key}`,
      account,
      currency,
      day: settleDayOf(row),
      rows: [row],
      gross: amount === null ? null : Math.abs(amount),
      fee,
      due: Math.abs(net),
      numbers: [reference, links['batch'], links['order']].flatMap((number) => number ?? []),
    },
  ];
}

const sum = (figures: readonly (Units | null)[]): Units | null =>
  figures.reduce<Units | null>((all, one) => (all === null || one === null ? null : all + one), 0);
