import { CENT, UNITS_PER_MAJOR, type Units } from '#money/amount.ts';
import { addMonths, type Day, daysBetween } from '#money/day.ts';
import type { Code } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import type { ServiceProof } from './causes/service-fee.ts';
import type { SimProof } from './causes/sim-fee.ts';
import type { Shape as ShapeOfFees } from './causes/tariff-change.ts';
import { groupBy } from './group.ts';
import { joinLists, rowsOfTheirOwn } from './own-charges.ts';
import { type Book, compareInstants, saleRows } from './prepare.ts';
import { commonShape, excessOver, near } from './shapes.ts';
import type { Charged } from './tariff.ts';
import { type TerminalTerms, terminalTerms } from './terminals.ts';
import { deductionCode } from './words.ts';

/** Something taken beside the transaction fee: netted from a sale, or by a row of its own. */
export interface Deduction {
  readonly code: Code;
  readonly terminal: string | null;
  readonly day: Day;
  /** Positive. */
  readonly amount: Units;
  /** One row, or two where a trade list and the account's flow show the same charge. */
  readonly rows: readonly KeptEntry[];
  readonly proof: SimProof | ServiceProof | 'constant' | 'share' | 'monthly' | 'none';
}

/** Earlier first. */
export const byDay = (a: Deduction, b: Deduction): number => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0);

interface Shortfall {
  readonly entry: KeptEntry;
  readonly amount: Units;
}

/** What is attributed, and what is left to other rules. */
interface Split {
  readonly found: readonly Deduction[];
  readonly rest: readonly Shortfall[];
}

/** So many sales show that the same is missing from each. */
export const OFTEN = 10;
/** A yearly charge comes with the first swipe after its day. */
const YEAR_SLACK_DAYS = 7;
const MOST_YEARLY = 24;

/** Everything that was taken beside the transaction fee, each once, by the fee whose shape fits (docs/arrears.md). */
export function findDeductions(book: Book): Deduction[] {
  const sales = saleRows(book).filter((row) => row.kind === 'sale');
  const constant = constantPerSale(sales);
  const share = sharePerSale(sales, constant.rest);
  const netted = classify(book, sales, share.rest);
  return [...constant.found, ...share.found, ...joinLists(netted, rowsOfTheirOwn(book))];
}

/** What is missing from the net of each sale beyond its fee. Rounding is not a charge. */
export function shortfalls(sales: readonly KeptEntry[]): Shortfall[] {
  const found: Shortfall[] = [];
  for (const entry of sales) {
    if (entry.amount === null || entry.net === null || entry.amount <= 0) continue;
    const fee = entry.fee ?? 0;
    const amount = entry.amount - fee - entry.net;
    // A fee printed with the other sign: the row adds up, nothing is missing.
    if (fee < 0 && entry.amount + fee === entry.net) continue;
    if (amount > CENT) found.push({ entry, amount });
  }
  return found;
}

/** The same sum missing from at least 10 sales of a terminal, and from 9 in 10 since the first of them: an instant-settlement fee. */
function constantPerSale(sales: readonly KeptEntry[]): Split {
  const found: Deduction[] = [];
  const rest: Shortfall[] = [];
  for (const [terminal, ofTerminal] of groupBy(sales, (row) => row.terminal)) {
    const missing = shortfalls(ofTerminal);
    const bySum = groupBy(missing, (one) => one.amount);
    const [sum = 0, hits = []] = [...bySum].sort((a, b) => b[1].length - a[1].length || a[0] - b[0])[0] ?? [];
    const first = hits[0]?.entry;
    const since = first ? ofTerminal.slice(ofTerminal.indexOf(first)).filter((row) => row.net !== null).length : 0;
    if (!first || hits.length < OFTEN || hits.length * 10 < since * 9) {
      for (const one of missing) rest.push(one);
      continue;
    }
    const rows = hits.map((one) => one.entry);
    found.push({ code: 'FAST_SETTLE', terminal, day: first.day, amount: sum * rows.length, rows, proof: 'constant' });
    for (const one of missing) if (one.amount !== sum) rest.push(one);
  }
  return { found, rest };
}

/** The same share missing from at least 10 sales of a terminal, and from 9 in 10 since the first of them: an insurance, or a dearer settlement. */
function sharePerSale(sales: readonly KeptEntry[], missing: readonly Shortfall[]): Split {
  const found: Deduction[] = [];
  const rest: Shortfall[] = [];
  const byTerminal = groupBy(sales, (row) => row.terminal);
  for (const [terminal, ofTerminal] of groupBy(missing, ({ entry }) => entry.terminal)) {
    const shape = ofTerminal.length < OFTEN ? null : commonShape(ofTerminal.map(asCharge));
    const hits = ofTerminal.filter((one) => shape !== null && near(shape, asCharge(one)));
    const first = hits[0]?.entry;
    const all = first ? (byTerminal.get(terminal) ?? []) : [];
    // Of small sales the share is no cent.
    const since = all
      .slice(first ? all.indexOf(first) : 0)
      .filter(({ amount, net }) => net !== null && (amount ?? 0) * (shape?.rate ?? 0) > 2 * CENT * 1_000_000);
    if (!first || shape?.fixed !== 0 || hits.length < OFTEN || hits.length * 10 < since.length * 9) {
      for (const one of ofTerminal) rest.push(one);
      continue;
    }
    const kept = [...hits, ...centsOf(shape, all.slice(all.indexOf(first)))];
    const rows = kept.map((one) => one.entry).sort(compareInstants);
    const amount = kept.reduce((sum, one) => sum + one.amount, 0);
    found.push({ code: 'UNEXPLAINED', terminal, day: first.day, amount, rows, proof: 'share' });
    for (const one of ofTerminal) if (!near(shape, asCharge(one))) rest.push(one);
  }
  return { found, rest };
}

/** Once a share is proved, the single cents that are its share of small sales are no rounding. */
const centsOf = (share: ShapeOfFees, sales: readonly KeptEntry[]): Shortfall[] =>
  sales.flatMap((entry) => {
    if (entry.amount === null || entry.net === null || entry.amount <= 0) return [];
    const amount = entry.amount - (entry.fee ?? 0) - entry.net;
    return amount > 0 && amount <= CENT && excessOver(share, asCharge({ entry, amount })) === 0
      ? [{ entry, amount }]
      : [];
  });

/** What is missing, as if it were the fee. */
const asCharge = ({ entry, amount }: Shortfall): Charged => ({ entry, amount: entry.amount ?? 0, fee: amount });

function classify(book: Book, sales: readonly KeptEntry[], missing: readonly Shortfall[]): Deduction[] {
  const firstSale = new Map<string | null, KeptEntry>();
  for (const row of sales) if (!firstSale.has(row.terminal)) firstSale.set(row.terminal, row);
  const known: Deduction[] = [];
  const open: Shortfall[] = [];
  for (const one of missing) {
    const shape = byWords(one) ?? byTerms(book, one) ?? byFirstSwipe(book, one, firstSale);
    if (shape) known.push({ ...base(one), ...shape });
    else open.push(one);
  }
  const yearly = yearlyOnes(open);
  for (const one of yearly) known.push({ ...base(one), code: 'SIM_FEE', proof: 'yearly' });
  const simSums = new Set(known.filter((one) => one.code === 'SIM_FEE').map((one) => one.amount));
  for (const one of open) {
    if (yearly.has(one)) continue;
    if (simSums.has(one.amount) && isRound(one.amount))
      known.push({ ...base(one), code: 'SIM_FEE', proof: 'same-sum' });
    else known.push({ ...base(one), code: 'UNEXPLAINED', proof: 'none' });
  }
  return known;
}

const base = ({ entry, amount }: Shortfall): Omit<Deduction, 'code' | 'proof'> => ({
  terminal: entry.terminal,
  day: entry.day,
  amount,
  rows: [entry],
});

type Shape = Pick<Deduction, 'code' | 'proof'>;

function byWords({ entry }: Shortfall): Shape | null {
  const code = deductionCode(entry.words);
  return code && { code, proof: 'named' };
}

function byTerms(book: Book, { entry, amount }: Shortfall): Shape | null {
  const terms: TerminalTerms | null = terminalTerms(book, entry.terminal);
  if (!terms || entry.day < terms.activated) return null;
  // A swipe kept whole (全扣) for the agreed sum may print its transaction fee as well.
  const is = (agreed: Units | undefined): boolean =>
    agreed !== undefined && (agreed === amount || (entry.net === 0 && agreed === entry.amount));
  if (is(terms.sim?.amount)) return { code: 'SIM_FEE', proof: 'terms' };
  if (is(terms.deposit?.amount)) return { code: 'DEPOSIT', proof: 'terms' };
  return null;
}

/** The first swipe of a terminal that the book knows, kept whole. */
function byFirstSwipe(book: Book, one: Shortfall, firsts: ReadonlyMap<string | null, KeptEntry>): Shape | null {
  const { entry } = one;
  if (entry.terminal === null || firsts.get(entry.terminal) !== entry || entry.net !== 0) return null;
  if (one.amount < 10 * UNITS_PER_MAJOR || !(isWhole(entry.amount ?? 0) || isWhole(one.amount))) return null;
  const from = book.knowledge?.from;
  const newTerminal = book.knowledge?.whole === true && from && daysBetween(from, entry.day) >= 30;
  return { code: 'TERM_SERVICE_FEE', proof: newTerminal ? 'new-terminal' : 'first-row' };
}

const isWhole = (amount: Units): boolean => amount % UNITS_PER_MAJOR === 0;
/** Sums that SIM fees have: whole, from 10 to 200 (30–99 a year are reported, domain.md §2.1 [T]). */
const isRound = (amount: Units): boolean =>
  isWhole(amount) && amount >= 10 * UNITS_PER_MAJOR && amount <= 200 * UNITS_PER_MAJOR;

/** Shortfalls of one round sum at one terminal that lie whole years apart. A sum that is missing every few days is no yearly fee. */
function yearlyOnes(open: readonly Shortfall[]): Set<Shortfall> {
  const found = new Set<Shortfall>();
  for (const [, alike] of groupBy(open, (one) => `${one.amount} ${one.entry.terminal ?? ''}`)) {
    if (alike.length < 2 || alike.length > MOST_YEARLY || !isRound(alike[0]?.amount ?? 0)) continue;
    for (const one of alike) {
      if (alike.some((other) => one !== other && yearsApart(one.entry.day, other.entry.day))) found.add(one);
    }
  }
  return found;
}

function yearsApart(one: Day, other: Day): boolean {
  const [early, late] = one < other ? [one, other] : [other, one];
  const years = Math.round(daysBetween(early, late) / 365.25);
  return years >= 1 && Math.abs(daysBetween(addMonths(early, 12 * years), late)) <= YEAR_SLACK_DAYS;
}
