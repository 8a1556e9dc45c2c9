import type { Units } from '#money/amount.ts';
import { addDays, type Day } from '#money/day.ts';
import type { Base } from '../learned.ts';
import { type Doubles, keptDoubles, noDoubles } from './doubles.ts';
import { keptYear, YEAR, type Year, yearSince } from './year.ts';

/**
 * What the trades of one account and currency come to, as far as finders need it of trades that are in no way unusual: those need no row then
 * (`sift.ts`). It counts every trade, the unusual ones too. Trades can be added, and none taken away.
 */
export interface Facts {
  /** Rows of the list of trades, chargebacks too. */
  trades: number;
  /** By card type: what was charged at first, and the last day of those sales. Nothing later was charged more. Only where no terms say what may be. */
  readonly bases: Map<string | null, { readonly base: Base | null; readonly day: Day }>;
  /** By terminal: the days on which it sold; the first of them is in rows. */
  readonly saleDays: Map<string | null, Set<Day>>;
  /** By terminal and card type, by day: how many sales each settlement day has. */
  readonly settled: Map<string, Map<Day, Map<Day, number>>>;
  /** Σ of what reaches the merchant by settlement day, without chargebacks. */
  readonly nets: Map<Day, Units>;
  /** Some row says a net, a fee or a terminal; some row says what was settled. */
  says: boolean;
  settles: boolean;
  /** Sales of a positive amount. */
  sales: number;
  /** The largest of them, largest first. */
  readonly largest: Units[];
  /** Of them: with a clock time; at night; in which minutes the others were. */
  timed: number;
  night: number;
  readonly minutes: Uint8Array;
  readonly doubles: Doubles;
  readonly year: Year;
  /** The last day of a row that counts. */
  last: Day | null;
}

export const newFacts = (asOf: Day): Facts => ({
  trades: 0,
  bases: new Map(),
  saleDays: new Map(),
  settled: new Map(),
  nets: new Map(),
  says: false,
  settles: false,
  sales: 0,
  largest: [],
  timed: 0,
  night: 0,
  minutes: new Uint8Array(24 * 60),
  doubles: noDoubles(),
  year: yearSince(addDays(asOf, -YEAR)),
  last: null,
});

/** The same, as ready for more, without what nothing asks for. */
export const keptFacts = (facts: Facts): Facts => ({
  ...facts,
  doubles: keptDoubles(facts.doubles),
  year: keptYear(facts.year),
});

/** Names a terminal and card type. */
export const lineOf = (terminal: string | null, card: string | null): string => JSON.stringify([terminal, card]);
