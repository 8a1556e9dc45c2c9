import { type AmountError, parseAmount, type Units } from '#money/amount.ts';
import { fail, ok, type Result } from '#money/result.ts';
import type { Field } from '#records/provider.ts';
import type { Rejection } from '#records/reading.ts';
import type { Column } from '../columns/resolve.ts';
import { currencyNamed } from '../words/currency.ts';
import type { Plan } from './plan.ts';

/** Why a cell stops its row, with the cell. */
export interface Refusal {
  readonly reason: Rejection;
  readonly cell: { readonly header: string; readonly text: string } | null;
}

export const refuse = (reason: Rejection, column: Column | null, text: string): Result<never, Refusal> =>
  fail({ reason, cell: column ? { header: column.header, text } : null });

/** A long number that a spreadsheet turned into a measured one: `2.1E+17`, `4.20000612E27`. Its digits are lost. */
export const isScientific = (text: string): boolean => /^\s*-?\d(?:[.,]\d+)?[eE]\+?\d{1,3}\s*$/.test(text);

const NOTE_BEHIND = /^([^()（）]*\d[^()（）]*)[(（][^()（）]*\p{Script=Han}[^()（）]*[)）]$/u;

/** The figure of one cell in `Units`; null where the cell says that there is none. */
function figureOf(plan: Plan, column: Column, cells: readonly string[]): Result<Units | null, Refusal> {
  const cell = cells[column.index] ?? '';
  // A note in words behind the figure is no part of it: `131.77(已退款89.84)`.
  const text = cell.endsWith(')') || cell.endsWith('）') ? cell.replace(NOTE_BEHIND, '$1') : cell;
  const parsed = parseAmount(text, column.unit ?? plan.denomination, plan.decimal);
  if (parsed.ok) return parsed;
  if (parsed.error === 'none') return ok(null);
  return refuse(isScientific(text) ? 'damaged-number' : REASON[parsed.error], column, text);
}

const REASON: Record<Exclude<AmountError, 'none'>, Rejection> = {
  'not-a-number': 'bad-amount',
  ambiguous: 'ambiguous-amount',
  'too-precise': 'bad-amount',
  'too-large': 'bad-amount',
};

export type Figures = Partial<Record<Field, Units>>;

/** Every figure of a row by field; several columns of one field add up. The first cell that cannot be read refuses the row. */
export function figuresOf(plan: Plan, cells: readonly string[]): Result<Figures, Refusal> {
  const figures: Figures = {};
  for (const column of plan.money) {
    const figure = figureOf(plan, column, cells);
    if (!figure.ok) return figure;
    if (figure.value !== null) figures[column.field] = (figures[column.field] ?? 0) + figure.value;
  }
  return ok(figures);
}

/** Currencies without a smaller unit: what a source calls the smallest unit is the whole. */
const NO_MINOR = /^(?:BIF|CLP|DJF|GNF|JPY|KMF|KRW|MGA|PYG|RWF|UGX|VND|VUV|XAF|XOF|XPF)$/;
const THOUSANDTHS = /^(?:BHD|IQD|JOD|KWD|LYD|OMR|TND)$/;

/**
 * The figures of a row in its own currency. In smallest units, how many make a whole depends on the currency; and an amount that is printed in
 * another currency than the row's is not known in the row's.
 */
export function inCurrency(plan: Plan, cells: readonly string[], figures: Figures, currency: string): Figures {
  const factor =
    plan.format?.denomination !== 'minor' ? 1 : NO_MINOR.test(currency) ? 100 : THOUSANDTHS.test(currency) ? 0.1 : 1;
  const other = plan.amountCurrency === null ? null : currencyNamed(cells[plan.amountCurrency] ?? '');
  if (factor === 1 && (other === null || other === currency)) return figures;
  const foreign: readonly string[] =
    other === null || other === currency ? [] : ['amount', 'income', 'expense', 'refund-amount'];
  return Object.fromEntries(
    Object.entries(figures).flatMap(([field, units]) => (foreign.includes(field) ? [] : [[field, units * factor]])),
  );
}
