import { CENT, type Units } from '#money/amount.ts';
import { type Day, laterOf } from '#money/day.ts';
import type { KeptEntry } from '#records/entry.ts';
import type { DayColumns, RowColumns } from '#records/row-columns.ts';
import type { AccountTerms } from '#records/terms.ts';
import { MOST_ODD, NIGHT_ENDS, TOP_AMOUNTS } from '../finders/unusual-sales.ts';
import { BASE_WINDOW, learnBase, over } from '../learned.ts';
import { byTime } from '../prepare.ts';
import { type Agreed, chargedSales, dearest, linesFor, readTariff } from '../tariff.ts';
import { saysRetrieval, saysReturnedTransfer } from '../words.ts';
import { columnsOf } from './columns-of.ts';
import { addMoments, addOrder, type Moment } from './doubles.ts';
import { type Facts, keptFacts, lineOf, newFacts } from './facts.ts';
import { addToYear } from './year.ts';

/** A book of which so many rows must be seen anyway is read row by row. */
const MOST_ROWS = 5000;
const MOST_SHARE = 0.3;

const BLOCK = 1000;

/** What was sifted of an account. */
export interface Sifted {
  /** By currency. */
  readonly facts: ReadonlyMap<string, Facts>;
  readonly rows: readonly KeptEntry[];
}

/**
 * Parts the trades that are in no way unusual, and are only counted, from the rows that a finder must see: every row of another list or kind, or that
 * has not come out; what was kept beside the fee, charged above the tariff, or sold at night; the first sales of each terminal and card type.
 * Days must be shown in order, or after all that were shown before has been sifted.
 */
export class Sift {
  readonly #asOf: Day;
  readonly #tariff: readonly Agreed[];
  readonly #facts: Map<string, Facts>;
  readonly #rows: Map<string, KeptEntry>;
  readonly #first = new Map<Facts, Map<string | null, KeptEntry[]>>();

  /** @param before what was sifted on the same day by the same terms; rows can be added to it */
  constructor(asOf: Day, terms: AccountTerms | null, before: Sifted | null = null) {
    this.#asOf = asOf;
    this.#tariff = terms ? readTariff(terms) : [];
    this.#facts = new Map(before?.facts ?? []);
    this.#rows = new Map((before?.rows ?? []).map((row) => [row.key, row]));
    for (const row of this.#rows.values()) this.#remember(row);
  }

  get sifted(): Sifted {
    return { facts: this.#facts, rows: [...this.#rows.values()] };
  }

  /** Which rows of each block must be seen, by number; null where all rows of the account must be. */
  look({ day, blocks }: DayColumns): number[][] | null {
    if (day > this.#asOf) return blocks.map(() => []);
    this.#learn(day);
    const moments = new Map<Facts, Moment[]>();
    const wanted: number[][] = [];
    for (const block of blocks) {
      const rows = this.#block(day, block, moments);
      if (rows === null) return null;
      wanted.push(rows);
    }
    for (const [facts, of] of moments) addMoments(facts.doubles, of);
    const trades = [...this.#facts.values()].reduce((sum, facts) => sum + facts.trades, 0);
    return this.#rows.size > MOST_ROWS && this.#rows.size > trades * MOST_SHARE ? null : wanted;
  }

  /** A day of which all rows must be seen, whatever they are. Answers false where all rows of the account must be. */
  whole(account: string, day: Day, rows: readonly KeptEntry[], isAsked: (row: KeptEntry) => boolean): boolean {
    const blocks: RowColumns[] = [];
    for (let at = 0; at < rows.length; at += BLOCK) blocks.push(columnsOf(rows.slice(at, at + BLOCK), isAsked));
    if (this.look({ account, day, blocks }) === null) return false;
    this.keep(rows);
    return true;
  }

  /** The rows that were wanted. */
  keep(rows: readonly KeptEntry[]): void {
    for (const row of rows) {
      if (!this.#rows.has(row.key)) this.#remember(row);
      this.#rows.set(row.key, row);
    }
  }

  #of(currency: string): Facts {
    let facts = this.#facts.get(currency);
    if (!facts) {
      facts = newFacts(this.#asOf);
      this.#facts.set(currency, facts);
    }
    return facts;
  }

  #block(day: Day, block: RowColumns, moments: Map<Facts, Moment[]>): number[] | null {
    const { ledger, kind, state, currency, terminal, card, words, settleDay, order } = block;
    const { length, seconds, amount, fee, net, balance, supersededBy, asked } = block;
    const unusual = words.values.map((text) => saysRetrieval(text ?? '') || saysReturnedTransfer(text ?? ''));
    const facts = currency.values.map((one) => this.#of(one ?? ''));
    const lines = terminal.values.map((of) => card.values.map((type) => lineOf(of, type)));
    const wanted: number[] = [];
    const year = new Map<Facts, Units[]>();
    for (let n = 0; n < length; n += 1) {
      if (!Number.isNaN(supersededBy[n])) continue;
      const list = ledger.values[ledger.places[n] as number];
      const what = kind.values[kind.places[n] as number];
      // What a portal states again says by which reading it was seen last.
      const isAgain = asked[n] === 0 && what === 'stated-arrears';
      if (asked[n] === 0 && list !== 'trade' && !isAgain) continue;
      const came = state.values[state.places[n] as number];
      const isTrade = list === 'trade' && came !== 'pending' && came !== 'failed';
      if (!isTrade || !(what === 'sale' || what === 'refund' || what === 'reversal')) {
        if (isTrade && asked[n] === 1 && what === 'chargeback') this.#at(facts, currency, n).trades += 1;
        if (asked[n] === 1 || isAgain) wanted.push(n);
        continue;
      }
      const of = this.#at(facts, currency, n);
      const sum = amount[n] as number;
      const isSale = what === 'sale';
      const at = terminal.values[terminal.places[n] as number] as string | null;
      const type = card.values[card.places[n] as number] as string | null;
      const line = lines[terminal.places[n] as number]?.[card.places[n] as number] as string;
      const second = seconds[n] as number;
      if (isSale && sum > 0 && second !== -1) {
        const moment = { line, second: Math.max(0, second), amount: sum, isNew: asked[n] === 1 };
        const ofDay = moments.get(of);
        if (ofDay) ofDay.push(moment);
        else moments.set(of, [moment]);
      }
      if (asked[n] === 0) continue;
      const isFirst = (of.saleDays.get(at)?.values().next().value ?? day) >= day;
      const settles = settleDay.values[settleDay.places[n] as number] as Day | null;
      of.trades += 1;
      of.last = laterOf(of.last ?? day, day);
      const cost = fee[n] as number;
      const reaches = net[n] as number;
      const moved = Number.isNaN(reaches) ? (sum || 0) - (cost || 0) : reaches;
      of.nets.set(settles ?? day, (of.nets.get(settles ?? day) ?? 0) + moved);
      of.says ||= at !== null || !Number.isNaN(reaches) || !Number.isNaN(cost);
      of.settles ||= settles !== null || !Number.isNaN(reaches);
      let isNight = false;
      if (isSale) {
        sellOn(of, at, day);
        if (settles !== null) settleOn(of, line, day, settles);
        if (sum > 0) {
          const number = order.values[order.places[n] as number];
          if (typeof number === 'string') addOrder(of.doubles, number);
          const ofYear = year.get(of);
          if (ofYear) ofYear.push(sum);
          else year.set(of, [sum]);
          isNight = this.#sale(of, sum, second);
        }
      }
      const isOrdinary =
        !isFirst &&
        !isNight &&
        Number.isNaN(balance[n]) &&
        second !== -2 &&
        !unusual[words.places[n] as number] &&
        (isSale ? sum > 0 && !isShort(sum, cost, reaches) : what === 'refund' && sum < 0);
      if (!isOrdinary) {
        wanted.push(n);
        continue;
      }
      if (!isSale || Number.isNaN(cost)) continue;
      if (this.#tariff.length > 0) {
        const entry = { day, amount: sum, card: type, words: words.values[words.places[n] as number] ?? '' };
        const most = dearest(linesFor(this.#tariff, entry as Pick<KeptEntry, keyof typeof entry>), {
          amount: sum,
          fee: cost,
        });
        if (most && cost - most.fee > CENT) return null;
        continue;
      }
      const known = of.bases.get(type);
      if (known === undefined || day <= known.day) wanted.push(n);
      else if (known.base && over(known.base, { amount: sum, fee: cost }) > CENT) return null;
    }
    for (const [of, amounts] of year) addToYear(of.year, day, amounts);
    return wanted;
  }

  #at(facts: readonly Facts[], currency: RowColumns['currency'], n: number): Facts {
    return facts[currency.places[n] as number] as Facts;
  }

  /** Answers whether it is one of the few sales at night that may be odd. */
  #sale(of: Facts, amount: Units, second: number): boolean {
    of.sales += 1;
    const { largest } = of;
    if (largest.length < TOP_AMOUNTS || amount > (largest.at(-1) ?? 0)) {
      let place = largest.length;
      while (place > 0 && (largest[place - 1] as number) < amount) place -= 1;
      largest.splice(place, 0, amount);
      if (largest.length > TOP_AMOUNTS) largest.pop();
    }
    if (second < 0) return false;
    of.timed += 1;
    if (second >= NIGHT_ENDS * 60) {
      of.minutes[Math.floor(second / 60)] = 1;
      return false;
    }
    of.night += 1;
    return of.night <= MOST_ODD;
  }

  /** The first sales of each card type, in rows until there are enough of them. */
  #remember(row: KeptEntry): void {
    if (this.#tariff.length > 0 || row.ledger !== 'trade' || row.kind !== 'sale') return;
    if (row.state === 'pending' || row.state === 'failed' || row.supersededBy !== null) return;
    const facts = this.#of(row.currency);
    if (facts.bases.has(row.card)) return;
    const cards = this.#first.get(facts) ?? new Map<string | null, KeptEntry[]>();
    this.#first.set(facts, cards);
    const rows = cards.get(row.card);
    if (rows) rows.push(row);
    else cards.set(row.card, [row]);
  }

  /** The tariff of the first sales, when the days are over in which they were. */
  #learn(today: Day): void {
    for (const [facts, cards] of this.#first) {
      for (const [card, rows] of cards) {
        const charged = chargedSales(rows);
        const last = rows.reduce((day, row) => laterOf(day, row.day), charged[0]?.entry.day ?? today);
        if (charged.length < BASE_WINDOW || last >= today) continue;
        facts.bases.set(card, { base: baseOf(rows), day: last });
        cards.delete(card);
      }
    }
  }
}

/** As it is kept: smaller, and as ready for more. */
export const keptSifted = (accounts: ReadonlyMap<string, Sifted>): Map<string, Sifted> =>
  new Map(
    [...accounts].map(([account, { facts, rows }]) => [
      account,
      { facts: new Map([...facts].map(([currency, of]) => [currency, keptFacts(of)])), rows },
    ]),
  );

/** The tariff that the first of these sales follow. */
export const baseOf = (rows: readonly KeptEntry[]) => learnBase(chargedSales([...rows].sort(byTime)));

/** More is missing from the net than the fee and a cent. */
const isShort = (amount: Units, fee: number, net: number): boolean => {
  const cost = fee || 0;
  return amount - cost - net > CENT && !(cost < 0 && amount + cost === net);
};

function sellOn({ saleDays }: Facts, terminal: string | null, day: Day): void {
  const days = saleDays.get(terminal);
  if (days) days.add(day);
  else saleDays.set(terminal, new Set([day]));
}

function settleOn({ settled }: Facts, line: string, day: Day, settles: Day): void {
  const days = settled.get(line) ?? new Map<Day, Map<Day, number>>();
  settled.set(line, days);
  const of = days.get(day) ?? new Map<Day, number>();
  days.set(day, of);
  of.set(settles, (of.get(settles) ?? 0) + 1);
}
