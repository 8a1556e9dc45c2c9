import { CENT, type Units } from '#money/amount.ts';
import type { Cause, Code, Item } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import type { Match } from '#records/match.ts';
import { fixedDeduction } from '../causes/fixed-add-on.ts';
import { shortPayout } from '../causes/short-payout.ts';
import { simFee } from '../causes/sim-fee.ts';
import type { Deduction } from '../deductions.ts';
import { agreedInstant, readInstant } from '../instant.ts';
import { item } from '../item.ts';
import type { Book } from '../prepare.ts';
import { allTerminalTerms } from '../terminals.ts';

/** So many short batches make a habit. */
const HABIT = 3;
/** A join by sum alone is believed where so many batches have come whole. */
const PROVED = 3;
/** Shares of the sales are taken in steps of 0.01 %. In millionths. */
const SHARE_STEP = 100;

/** A batch of which less arrived than was to: what is missing is taken by somebody. */
interface Short {
  readonly match: Match;
  readonly missing: Units;
  readonly sales: readonly KeptEntry[];
  readonly gross: Units | null;
}

/**
 * What was kept from batches without a word: what was to arrive less what did, by the fee whose shape fits. A constant for each sale is an
 * instant-settlement fee; a share of the sales an add-on such as an insurance; the sum of the terms, or of another SIM fee, is that; anything else is told by its
 * batch. Each says how many batches agree.
 * @param matches of all accounts, by `src/reconciliation`
 */
export function shortPayouts(book: Book, matches: readonly Match[], deductions: readonly Deduction[]): Item[] {
  const ours = matches.filter(
    ({ payouts }) => payouts[0]?.account === book.account && payouts[0].currency === book.currency,
  );
  const whole = ours.filter(({ state }) => state === 'matched').length;
  const instant = readInstant(book.terms);
  const short = ours
    .filter((one) => isBelieved(one, whole))
    .map((match) => shortOf(match, instant))
    .filter(({ missing, sales }) => missing > 0 && (instant.length === 0 || missing > CENT * sales.length));
  if (short.length === 0) return [];
  const facts = { whole, short: short.length };
  const each = perSale(short);
  if (each !== null) {
    const [first] = short as [Short, ...Short[]];
    return [
      told(book, short, 'FAST_SETTLE', [
        fixedDeduction(
          short.flatMap(({ sales }) => sales),
          each,
          dayOf(first),
        ),
      ]),
    ];
  }
  const share = shareOf(short);
  if (share !== null)
    return [
      told(book, short, 'UNEXPLAINED', [
        shortPayout(rowsOf(short), { ...facts, missing: sum(short), day: firstDay(short), share }),
      ]),
    ];
  const sims = new Set([
    ...allTerminalTerms(book).flatMap(({ sim }) => sim?.amount ?? []),
    ...deductions.flatMap(({ code, amount }) => (code === 'SIM_FEE' ? [amount] : [])),
  ]);
  return short.map((one) => {
    const day = dayOf(one);
    if (sims.has(one.missing)) {
      const terminal = allTerminalTerms(book).find(({ sim }) => sim?.amount === one.missing)?.terminal ?? null;
      return told(book, [one], 'SIM_FEE', [simFee(rowsOf([one]), 'same-sum', { terminal, amount: one.missing, day })]);
    }
    return told(book, [one], 'UNEXPLAINED', [
      shortPayout(rowsOf([one]), { ...facts, missing: one.missing, day, share: null }),
    ]);
  });
}

/** By a number that one side names the other by; else where what came names the provider, and enough other batches have come whole. */
const isBelieved = ({ state, way, named }: Match, whole: number): boolean =>
  state === 'under' && (way === 'number' || (way !== null && named && whole >= PROVED));

/** @param instant what was agreed to be kept for settling at once is not missing */
function shortOf(match: Match, instant: ReturnType<typeof readInstant>): Short {
  const sales = match.payouts.flatMap(({ rows }) => rows.filter(({ kind }) => kind === 'sale'));
  const gross = sales.every(({ amount }) => amount !== null)
    ? sales.reduce((all, { amount }) => all + (amount ?? 0), 0)
    : null;
  return { match, missing: match.due - (match.came ?? 0) - agreedInstant(instant, sales), sales, gross };
}

/** The same whole cents for each sale of every short batch. */
function perSale(short: readonly Short[]): Units | null {
  const [first] = short;
  if (!first || short.length < HABIT || first.sales.length === 0) return null;
  const each = first.missing / first.sales.length;
  const fits = short.every(({ missing, sales }) => sales.length > 0 && Math.abs(missing - each * sales.length) < CENT);
  return fits && each >= CENT && each % CENT === 0 && new Set(short.map(({ sales }) => sales.length)).size > 1
    ? each
    : null;
}

/** The same share of the sales of every short batch, to the cent for each sale. In millionths. */
function shareOf(short: readonly Short[]): number | null {
  if (short.length < HABIT || short.some(({ gross }) => gross === null || gross <= 0)) return null;
  const largest = short.toSorted((a, b) => (b.gross ?? 0) - (a.gross ?? 0))[0] as Short;
  const share = Math.round((largest.missing * 1_000_000) / (largest.gross ?? 1) / SHARE_STEP) * SHARE_STEP;
  const fits = short.every(
    ({ missing, gross, sales }) =>
      Math.abs(missing - ((gross ?? 0) * share) / 1_000_000) <= CENT * (1 + sales.length / 2),
  );
  return fits && share > 0 && new Set(short.map(({ gross }) => gross)).size > 1 ? share : null;
}

const dayOf = ({ match }: Short) => match.arrived[0]?.day ?? (match.payouts[0] as Match['payouts'][number]).day;
const firstDay = (short: readonly Short[]) => short.map(dayOf).sort()[0] as ReturnType<typeof dayOf>;
const sum = (short: readonly Short[]): Units => short.reduce((all, { missing }) => all + missing, 0);
const rowsOf = (short: readonly Short[]): KeptEntry[] =>
  short.flatMap(({ match }) => [...match.arrived, ...match.payouts.flatMap(({ rows }) => rows)]);

function told(book: Book, short: readonly Short[], code: Code, causes: readonly Cause[]): Item {
  const day = firstDay(short);
  return item(book, {
    code,
    state: 'taken',
    basis: 'derived',
    terminal: null,
    min: sum(short),
    since: day,
    causes,
    mark: `short ${short[0]?.match.payouts[0]?.id ?? day}`,
  });
}
