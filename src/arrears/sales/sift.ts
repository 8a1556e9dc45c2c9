import { CENT } from '#money/amount.ts';
import { type Day, laterOf } from '#money/day.ts';
import type { KeptEntry } from '#records/entry.ts';
import { type DayColumns, type RowColumns, textAt } from '#records/row-columns.ts';
import type { AccountTerms } from '#records/terms.ts';
import { BASE_WINDOW, learnBase, over } from '../learned.ts';
import { byTime } from '../prepare.ts';
import { type Agreed, chargedSales, dearest, linesFor, readTariff } from '../tariff.ts';
import { saysRetrieval, saysReturnedTransfer } from '../words.ts';
import { columnsOf } from './columns-of.ts';
import { DayTally } from './day-tally.ts';
import { type Facts, keptFacts, lineOf, newFacts } from './facts.ts';
import { type Packed, type Sifted, unpack } from './packed.ts';

/** A book of which so many rows must be seen anyway is read row by row. */
const MOST_ROWS = 5000;
const MOST_SHARE = 0.3;

const BLOCK = 1000;

/** The facts of one currency, and what the day adds to them. */
interface Today {
  readonly facts: Facts;
  readonly tally: DayTally;
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
  #today: Day;
  readonly #first = new Map<Facts, Map<string | null, KeptEntry[]>>();

  /** @param before what was sifted on the same day by the same terms; rows can be added to it */
  constructor(asOf: Day, terms: AccountTerms | null, before: Packed | null = null) {
    this.#asOf = asOf;
    this.#today = asOf;
    this.#tariff = terms ? readTariff(terms) : [];
    const { facts, rows } = before ? unpack(before) : { facts: [], rows: [] };
    this.#facts = new Map(facts);
    this.#rows = new Map(rows.map((row) => [row.key, row]));
    for (const row of this.#rows.values()) this.#remember(row);
  }

  /** The rows that must be seen, so far. */
  get rows(): KeptEntry[] {
    return [...this.#rows.values()];
  }

  /** What was sifted. */
  sifted(): Sifted {
    return { facts: new Map([...this.#facts].map(([currency, of]) => [currency, keptFacts(of)])), rows: this.rows };
  }

  /** Which rows of each block must be seen, by number; null where all rows of the account must be. */
  look({ day, blocks }: DayColumns): number[][] | null {
    if (day > this.#asOf) return blocks.map(() => []);
    this.#today = day;
    this.#learn();
    const tallies = new Map<string, Today>();
    const tallyOf = (currency: string): Today => {
      const facts = this.#of(currency);
      const today = tallies.get(currency) ?? { facts, tally: new DayTally(facts, day) };
      tallies.set(currency, today);
      return today;
    };
    const wanted: number[][] = [];
    for (const block of blocks) {
      const rows = this.#block(block, tallyOf);
      if (rows === null) return null;
      wanted.push(rows);
    }
    for (const { tally } of tallies.values()) tally.close();
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

  /** Null where all rows must be seen. */
  #block(block: RowColumns, tallyOf: (currency: string) => Today): number[] | null {
    const { ledger, kind, state, currency, terminal, card, words, balance, supersededBy, asked } = block;
    const unusual = words.values.map((text) => saysRetrieval(text ?? '') || saysReturnedTransfer(text ?? ''));
    const todays = currency.values.map((one) => tallyOf(one ?? ''));
    const lines: string[][] = terminal.values.map(() => []);
    const wanted: number[] = [];
    for (let n = 0; n < block.length; n += 1) {
      if (!Number.isNaN(supersededBy[n])) continue;
      const list = textAt(ledger, n);
      const what = textAt(kind, n);
      const isNew = asked[n] === 1;
      // What a portal states again says by which reading it was seen last.
      const isAgain = !isNew && what === 'stated-arrears';
      if (!isNew && list !== 'trade' && !isAgain) continue;
      const came = textAt(state, n);
      const isTrade = list === 'trade' && came !== 'pending' && came !== 'failed';
      const { facts, tally } = todays[currency.places[n] as number] as Today;
      if (!isTrade || !(what === 'sale' || what === 'refund' || what === 'reversal')) {
        if (isTrade && isNew && what === 'chargeback') facts.trades += 1;
        if (isNew || isAgain) wanted.push(n);
        continue;
      }
      const isSale = what === 'sale';
      const ofTerminal = lines[terminal.places[n] as number] as string[];
      const type = card.places[n] as number;
      ofTerminal[type] ??= lineOf(textAt(terminal, n), textAt(card, n));
      const line = ofTerminal[type] as string;
      if (!isNew) {
        if (isSale) tally.counted(block, n, line);
        continue;
      }
      const isNight = tally.add(block, n, isSale, line);
      const isOrdinary =
        !isNight &&
        !tally.isFirstOf(textAt(terminal, n)) &&
        Number.isNaN(balance[n]) &&
        unusual[words.places[n] as number] !== true &&
        isPlain(block, n, what);
      const price = isOrdinary && isSale ? this.#price(facts, block, n) : 'usual';
      if (price === 'dearer') return null;
      if (!isOrdinary || price === 'unknown') wanted.push(n);
    }
    return wanted;
  }

  /** What the sale was charged, beside the terms, or beside what was charged at first. */
  #price({ bases }: Facts, block: RowColumns, n: number): 'usual' | 'dearer' | 'unknown' {
    const [amount, fee] = [block.amount[n] as number, block.fee[n] as number];
    if (Number.isNaN(fee)) return 'usual';
    const day = this.#today;
    const card = textAt(block.card, n) as KeptEntry['card'];
    if (this.#tariff.length > 0) {
      const lines = linesFor(this.#tariff, { day, amount, card, words: textAt(block.words, n) ?? '' });
      const most = dearest(lines, { amount, fee });
      return most && fee - most.fee > CENT ? 'dearer' : 'usual';
    }
    const known = bases.get(card);
    if (known === undefined || day <= known.day) return 'unknown';
    return known.base && over(known.base, { amount, fee }) > CENT ? 'dearer' : 'usual';
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
  #learn(): void {
    const today = this.#today;
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

/** The tariff that the first of these sales follow. */
export const baseOf = (rows: readonly KeptEntry[]) => learnBase(chargedSales([...rows].sort(byTime)));

/** A sale that gives, or a refund that takes, of which nothing is missing beside its fee but a cent of rounding; with a clock, or without an instant. */
function isPlain(block: RowColumns, n: number, kind: 'sale' | 'refund' | 'reversal'): boolean {
  const [amount, net] = [block.amount[n] as number, block.net[n] as number];
  if (block.seconds[n] === -2) return false;
  if (kind !== 'sale') return kind === 'refund' && amount < 0;
  const cost = (block.fee[n] as number) || 0;
  const isShort = amount - cost - net > CENT && !(cost < 0 && amount + cost === net);
  return amount > 0 && !isShort;
}
