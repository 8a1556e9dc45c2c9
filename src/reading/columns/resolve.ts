import type { Denomination } from '#money/amount.ts';
import type { Field, Format } from '#records/provider.ts';
import { type Candidate, candidatesOf } from '../words/headers.ts';
import { cellText, plain, withoutBrackets } from '../words/plain.ts';
import { bareRateOfHeader, unitOfHeader } from '../words/units.ts';
import { fitTriple } from './arithmetic.ts';
import { findByValues } from './by-values.ts';
import { addFees } from './fees.ts';
import { findParts } from './parts.ts';
import { type Shape, shapeOf } from './shape.ts';
import { findUnnamed } from './unnamed.ts';

/** One column with its meaning. */
export interface Column {
  readonly index: number;
  readonly header: string;
  readonly field: Field;
  readonly score: number;
  /** The unit that the header states; null if it states none. */
  readonly unit: Denomination | null;
  readonly bareRate: 'percent' | 'per-10000' | null;
}

/** Columns by field; within a field the surest first, ties by header text, so that the order of columns in the source never matters. */
export type Columns = ReadonlyMap<Field, readonly Column[]>;

/** Fields that several columns of one table may share. */
const SHARED: ReadonlySet<Field> = new Set([
  'day',
  'remark',
  'kind',
  'card-type',
  'other-deduction',
  'counterparty',
  'card-number',
  'ignore',
]);

const MONEY: ReadonlySet<Field> = new Set([
  'amount',
  'income',
  'expense',
  'fee',
  'net',
  'net-income',
  'net-expense',
  'balance',
  'refund-amount',
  'other-deduction',
  'arrears',
]);

/** How the look of the values changes the score of a meaning; null: these values cannot have this meaning. */
function suits(field: Field, shape: Shape, score: number): number | null {
  if (shape.filled === 0) return MONEY.has(field) || field === 'at' || field === 'day' ? -20 : 0;
  if (MONEY.has(field)) {
    // Unreadable figures under a plain name stay what they are: rows are then refused, not read without them.
    const named = score >= 90 && shape.words < 0.5 && shape.percent < 0.5;
    if (shape.amount < 0.2 && shape.date < 0.2 && (shape.figures > 0.5 || named)) return -40;
    if (shape.amount < 0.2 || shape.date > 0.8) return null;
    return shape.amount > 0.8 ? 5 : -10;
  }
  switch (field) {
    case 'day':
    case 'settle-day':
    case 'due':
      if (shape.date < 0.3 && shape.monthDay < 1) return null;
      return shape.moment > 0.5 && field === 'day' ? -30 : 5;
    case 'at':
      return shape.date < 0.3 ? null : shape.moment > 0.5 ? 5 : -10;
    case 'time':
      return shape.clock < 0.5 || shape.moment > 0.5 ? null : 60;
    case 'kind':
    case 'direction':
      return shape.words > 0.3 ? 5 : -30;
    case 'terminal':
    case 'account':
      return shape.date > 0.8 && shape.code < 0.5 ? null : 0;
    default:
      return 0;
  }
}

/** The key under which a column map of a format stands: plain, without brackets. */
export const headerKey = (header: string): string => withoutBrackets(plain(header));

/** Whether the format's own headers are all there, and none that it excludes. */
export function formatFits(format: Format, keys: ReadonlySet<string>): boolean {
  return (
    format.needs.every((need) => keys.has(headerKey(need))) &&
    !(format.without ?? []).some((header) => keys.has(headerKey(header)))
  );
}

/**
 * Gives every column its meaning, from its header words, the look of its values, and the facts of a format if one fits.
 * @param rows a sample of data rows, as they stand.
 */
export function resolveColumns(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  format: Format | null,
): Columns {
  const facts = new Map(Object.entries(format?.columns ?? {}).map(([name, field]) => [headerKey(name), field]));
  const bids: { index: number; field: Field; score: number }[] = [];
  const silent: number[] = [];
  for (const [index, text] of header.entries()) {
    const declared = facts.get(headerKey(text));
    if (declared) {
      bids.push({ index, field: declared, score: 1000 });
      continue;
    }
    const candidates: readonly Candidate[] = candidatesOf(text);
    if (candidates.length === 0) {
      if (text !== '') silent.push(index);
      continue;
    }
    const shape = shapeOf(rows.map((row) => row[index] ?? ''));
    // A column called fee that holds rates is one of rates.
    if (candidates[0]?.field === 'fee' && shape.percent > 0.8) bids.push({ index, field: 'rate', score: 50 });
    for (const { field, score } of candidates) {
      const change = suits(field, shape, score);
      if (change !== null) bids.push({ index, field, score: score + change });
    }
  }
  const chosen = assign(bids, header, format?.adds ?? []);
  if (!format?.columns) {
    spareInstant(chosen, bids, rows);
    fitTriple(chosen, bids, rows);
    addFees(chosen, bids, header, rows);
    findParts(chosen, header, rows);
    const unchosen = (): number[] => [...header.keys()].filter((index) => !chosen.has(index) && header[index] !== '');
    findUnnamed(chosen, unchosen(), rows, header);
    findByValues(chosen, unchosen(), rows, header);
    flowsByPair(chosen, header);
  }
  return grouped(chosen, header);
}

/** Surest first; a column has one meaning, a field one column unless it may be shared. */
function assign(
  bids: readonly { index: number; field: Field; score: number }[],
  header: readonly string[],
  adds: readonly Field[],
): Map<number, { field: Field; score: number }> {
  const sorted = [...bids].sort(
    (a, b) => b.score - a.score || compare(header[a.index] ?? '', header[b.index] ?? '') || a.index - b.index,
  );
  const byColumn = new Map<number, { field: Field; score: number }>();
  const taken = new Set<Field>();
  for (const { index, field, score } of sorted) {
    if (byColumn.has(index) || (taken.has(field) && !SHARED.has(field) && !adds.includes(field))) continue;
    // A day beside an instant that has its own day, or a clock beside an instant, adds nothing.
    if ((field === 'at' && taken.has('time')) || (field === 'time' && taken.has('at'))) continue;
    byColumn.set(index, { field, score });
    taken.add(field);
  }
  return byColumn;
}

/** An instant that is blank in some rows (完成时间 of what failed) has another one beside it that says when those were. */
function spareInstant(
  chosen: Map<number, { field: Field; score: number }>,
  bids: readonly { index: number; field: Field; score: number }[],
  rows: readonly (readonly string[])[],
): void {
  const first = [...chosen].find(([, { field }]) => field === 'at')?.[0];
  if (first === undefined || rows.every((row) => cellText(row[first]) !== '')) return;
  const spare = bids
    .filter(({ field, index, score }) => field === 'at' && !chosen.has(index) && score >= 20)
    .sort((a, b) => b.score - a.score || a.index - b.index)[0];
  const own = spare && chosen.get(first);
  if (spare && own) chosen.set(spare.index, { field: 'at', score: Math.min(spare.score, own.score - 1) });
}

/**
 * Money in and money out make a pair. A column of money in without its other half, beside an amount, is what was paid out of it (`입금액`); a net
 * figure beside money out is the other half (`入金額`, `出金額`). A figure that may be received, and is the only one, is the amount.
 */
function flowsByPair(chosen: Map<number, { field: Field; score: number }>, header: readonly string[]): void {
  const at = (field: Field): number | undefined => [...chosen].find(([, one]) => one.field === field)?.[0];
  const turn = (index: number, field: Field): void => {
    chosen.set(index, { field, score: chosen.get(index)?.score ?? 0 });
  };
  const paid = at('amount');
  // On a statement of a Japanese bank, beside what came in.
  if (paid !== undefined && at('income') !== undefined && /^お?支払/.test(header[paid] ?? '')) turn(paid, 'expense');
  const [amount, income, expense, net] = [at('amount'), at('income'), at('expense'), at('net')];
  if (income !== undefined && expense === undefined && amount !== undefined && net === undefined) turn(income, 'net');
  if (expense !== undefined && income === undefined && net !== undefined && /^[入입]/.test(header[net] ?? ''))
    turn(net, 'income');
  const weak = net !== undefined && (chosen.get(net)?.score ?? 0) <= 65;
  if (weak && net !== undefined && [amount, income, expense, at('fee')].every((index) => index === undefined))
    turn(net, 'amount');
}

function grouped(chosen: ReadonlyMap<number, { field: Field; score: number }>, header: readonly string[]): Columns {
  const columns = new Map<Field, Column[]>();
  for (const [index, { field, score }] of chosen) {
    if (field === 'ignore') continue;
    const text = header[index] ?? '';
    const column = { index, header: text, field, score, unit: unitOfHeader(text), bareRate: bareRateOfHeader(text) };
    columns.set(field, [...(columns.get(field) ?? []), column]);
  }
  for (const list of columns.values()) {
    list.sort((a, b) => b.score - a.score || compare(a.header, b.header) || a.index - b.index);
  }
  return columns;
}

/** Code-unit order: the same on every machine. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
