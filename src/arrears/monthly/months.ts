import { CENT, roundToCent, type Units } from '#money/amount.ts';
import { addDays, addMonths, type Day } from '#money/day.ts';
import type { KeptEntry } from '#records/entry.ts';
import type { AccountTerms } from '#records/terms.ts';
import { groupBy } from '../group.ts';
import { type Book, saleRows } from '../prepare.ts';
import { type Agreed, agreedFee, type Charged, dearest, exactFee, isOfDay, linesFor, readTariff } from '../tariff.ts';

/** A sale with what it is to cost: the fee that its source prints, else the agreed one. */
export interface Priced extends Charged {
  /** The line that gives the fee; null where the source prints it. */
  readonly line: Agreed | null;
}

/** What the sales of one month are to cost, of an account whose fees are taken in one debit a month. */
export interface FeeMonth {
  /** `YYYY-MM`. */
  readonly month: string;
  /** The day on which the fees are to be taken. */
  readonly due: Day;
  readonly sales: readonly Priced[];
  /** Sales that no line of the terms governs, and whose fee the source does not print. */
  readonly unpriced: number;
  readonly expected: Units;
  /** Sums that are as agreed too: other rules of rounding, and less what was taken back. */
  readonly also: readonly { readonly sum: Units; readonly why: 'rounded' | 'refunds' }[];
}

/** Whether the fees of that day are taken monthly. */
export const isMonthly = (terms: AccountTerms | null, day: Day): boolean =>
  (terms?.monthly ?? []).some((span) => isOfDay(span, day));

/** The day on which the fees of a day's sales are taken; null where they are netted. */
export function collectedOn(terms: AccountTerms | null, day: Day): Day | null {
  const span = terms?.monthly?.find((one) => isOfDay(one, day));
  if (!span) return null;
  const next = addMonths(`${day.slice(0, 7)}-01` as Day, 1);
  const last = addDays(addMonths(next, 1), -1);
  return span.day > Number(last.slice(8)) ? last : addDays(next, span.day - 1);
}

/** The months whose fees are taken by one debit each, in order; none where the terms say nothing of it. */
export function feeMonths(book: Book): FeeMonth[] {
  const { terms } = book;
  if (!terms?.monthly?.length) return [];
  const tariff = readTariff(terms);
  const rows = saleRows(book).filter(({ day }) => isMonthly(terms, day));
  return [...groupBy(rows, ({ day }) => day.slice(0, 7))].map(([month, ofMonth]): FeeMonth => {
    const sold = ofMonth.filter(({ kind, amount }) => kind === 'sale' && (amount ?? 0) > 0);
    const sales = sold.flatMap((entry) => priced(tariff, entry) ?? []);
    const expected = sumOf(sales);
    const voided = sumOf(backIn(tariff, ofMonth, 'reversal'));
    const refunded = sumOf(backIn(tariff, ofMonth, 'refund'));
    const roundings = [exactly, down, up].map((rule) => sales.reduce((sum, sale) => sum + rule(sale), 0));
    return {
      month,
      due: collectedOn(terms, ofMonth[0]?.day ?? book.asOf) ?? book.asOf,
      sales,
      unpriced: sold.length - sales.length,
      expected,
      also: [
        ...roundings.map((sum) => ({ sum: roundToCent(sum), why: 'rounded' as const })),
        ...[voided, refunded, voided + refunded].map((back) => ({ sum: expected - back, why: 'refunds' as const })),
      ],
    };
  });
}

const sumOf = (sales: readonly Priced[]): Units => sales.reduce((sum, { fee }) => sum + fee, 0);

/** A fee of 0 beside a sale says that it is not taken from it. */
export function priced(tariff: readonly Agreed[], entry: KeptEntry): Priced | null {
  const amount = Math.abs(entry.amount ?? 0);
  const printed = Math.abs(entry.fee ?? 0);
  if (printed > 0) return { entry, amount, fee: printed, line: null };
  const sale = { entry, amount, fee: 0 };
  const most = dearest(linesFor(tariff, entry), sale);
  return most && { ...sale, fee: most.fee, line: most.line };
}

/** What was taken back in the month, with the fees that it may have given back. */
const backIn = (tariff: readonly Agreed[], rows: readonly KeptEntry[], kind: 'reversal' | 'refund'): Priced[] =>
  rows.filter((row) => row.kind === kind).flatMap((row) => priced(tariff, row) ?? []);

const exactly = ({ line, fee, amount }: Priced): Units => (line ? exactFee(line, amount) : fee);
const down = (sale: Priced): Units => Math.floor(exactly(sale) / CENT) * CENT;
const up = (sale: Priced): Units => Math.ceil(exactly(sale) / CENT) * CENT;

/** What a line gives for these sales, each to the cent. */
export const feesBy = (line: Agreed, sales: readonly Charged[]): Units =>
  sales.reduce((sum, sale) => sum + agreedFee(line, sale), 0);
