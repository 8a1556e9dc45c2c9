import type { Units } from '#money/amount.ts';
import { addDays, type Day } from '#money/day.ts';
import type { KeptEntry } from '#records/entry.ts';
import type { Payout, Refusals } from '#records/match.ts';
import { isSaleLine } from '#records/sale-line.ts';
import { counts, netOf, settleDayOf } from './payouts.ts';

/** `no`: it says that it comes from somebody else. `perhaps`: it does not say. `card`: from some acquirer. `yes`: from this provider. */
export type Kinship = 'no' | 'perhaps' | 'card' | 'yes';

/** A row by which money came, or by which the provider says that it paid. */
export interface Arrival {
  readonly row: KeptEntry;
  readonly day: Day;
  /** Positive. */
  readonly amount: Units;
  /** Every text of the row in which a number of the other side may stand. */
  readonly text: string;
  kinship(payout: Payout): Kinship;
}

/** Words by which banks write what an acquirer pays in, without naming it (`银联入账`: CCB). */
const FROM_AN_ACQUIRER =
  /银联入账|银联清算|收单|商户(?:结算|清算|入账|划款)|清算款|结算款|刷卡入账|pos\b|merchant\s*(?:deposit|settlement|services)/i;

/**
 * What a bank credited.
 * @param names how each provider (id) calls itself; a credit that names one comes from no other
 */
export function bankCredits(rows: readonly KeptEntry[], names: ReadonlyMap<string, readonly string[]>): Arrival[] {
  return rows.flatMap((row) => {
    if (row.ledger !== 'bank' || row.amount === null || row.amount <= 0 || !counts(row)) return [];
    const text = textOf(row);
    const lower = text.toLowerCase();
    const named = [...names].filter(([, words]) => words.some((word) => lower.includes(word.toLowerCase())));
    const ids = new Set(named.map(([id]) => id));
    const card = FROM_AN_ACQUIRER.test(text);
    const kinship = ({ account }: Payout): Kinship => {
      if (ids.has(account.replace(/:.*$/, ''))) return 'yes';
      if (ids.size > 0) return 'no';
      return card ? 'card' : 'perhaps';
    };
    return { row, day: row.day, amount: row.amount, text, kinship };
  });
}

/** The lines of the provider's own settlement list, each of which is a payout of the same account. */
export function settlementLines(rows: readonly KeptEntry[]): Arrival[] {
  return rows.flatMap((row) => {
    const net = netOf(row);
    if (row.ledger !== 'settlement' || row.kind !== 'settlement' || isSaleLine(row) || !counts(row)) return [];
    if (net === null || net === 0) return [];
    const kinship = ({ account }: Payout): Kinship => (account === row.account ? 'yes' : 'no');
    return { row, day: settleDayOf(row), amount: Math.abs(net), text: textOf(row), kinship };
  });
}

const textOf = ({ words, reference, links }: KeptEntry): string =>
  [words, reference ?? '', ...Object.values(links)].join(' ');

/** Arrivals in order of day, and those of any span without looking at the others. */
export class Shelf {
  readonly #all: readonly Arrival[];
  readonly #refusals: Refusals;
  readonly #taken = new Set<Arrival>();

  constructor(arrivals: readonly Arrival[], refusals: Refusals) {
    this.#all = [...arrivals].sort((a, b) => compare(a.day, b.day) || compare(nameOf(a), nameOf(b)));
    this.#refusals = refusals;
  }

  /** What nobody has been given, of this currency, from the payout's day until so many days later, that may be this payout. */
  of(payout: Payout, days: number): Arrival[] {
    const last = addDays(payout.day, days);
    const found: Arrival[] = [];
    for (let at = this.#first(payout.day); at < this.#all.length; at += 1) {
      const one = this.#all[at] as Arrival;
      if (one.day > last) break;
      if (this.#taken.has(one) || one.row.currency !== payout.currency) continue;
      if (one.kinship(payout) !== 'no' && !this.#refusals.has(payout, one.row)) found.push(one);
    }
    return found;
  }

  take(arrivals: readonly Arrival[]): void {
    for (const one of arrivals) this.#taken.add(one);
  }

  #first(day: Day): number {
    let [low, high] = [0, this.#all.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#all[middle] as Arrival).day < day) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const nameOf = ({ row }: Arrival): string => `${row.account}|${row.key}`;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
