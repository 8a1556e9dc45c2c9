import { applyRate, CENT, parseAmount, parseRate, roundToCent, type Units } from '#money/amount.ts';
import type { Day } from '#money/day.ts';
import type { KeptEntry } from '#records/entry.ts';
import type { AccountTerms } from '#records/terms.ts';
import type { Shape } from './causes/tariff-change.ts';

/** One agreed line, read from the terms. */
export interface Agreed extends Shape {
  readonly from: Day;
  readonly to: Day | null;
  readonly applies: AccountTerms['tariff'][number]['applies'];
  readonly cap: Units | null;
  readonly minimum: Units | null;
  /** Only sales above this sum, and up to that one. */
  readonly above: Units | null;
  readonly upTo: Units | null;
}

/**
 * `rate × amount`, rounded once, half away from zero, as the row's own fee is: one printed in whole cents to the cent, one printed finer (微信支付:
 * 1e-5 元) to that. By plain numbers where they are exact, because a book has a million rows.
 */
function share({ amount, fee }: Fee, rate: number): Units {
  const step = fee % CENT === 0 ? CENT : 1;
  const product = amount * rate;
  if (!Number.isSafeInteger(product))
    return step === 1 ? applyRate(amount, rate) : roundToCent(applyRate(amount, rate));
  const unit = step * 1_000_000;
  return Math.sign(product) * Math.floor((Math.abs(product) + unit / 2) / unit) * step;
}

/** What a shape gives for a sale, rounded as the row's own fee is. Without cap and minimum. */
export const feeOf = (shape: Shape, row: Fee): Units => share(row, shape.rate) + shape.fixed;

/** What the agreement gives: the share, at most the cap, plus the fixed part, at least the minimum. */
export const agreedFee = (agreed: Agreed, row: Fee): Units => bounded(agreed, share(row, agreed.rate));

/** What the agreement gives for an amount, to 1e-5 and not rounded to anything else. */
export const exactFee = (agreed: Agreed, amount: Units): Units => bounded(agreed, applyRate(amount, agreed.rate));

function bounded({ cap, fixed, minimum }: Agreed, part: Units): Units {
  const capped = cap !== null && part > cap ? cap : part;
  return Math.max(capped + fixed, minimum ?? 0);
}

/** Amount and fee of a sale. */
export interface Fee {
  readonly amount: Units;
  readonly fee: Units;
}

/** A sale whose amount and fee the source gives. */
export interface Charged extends Fee {
  readonly entry: KeptEntry;
}

export function chargedSales(rows: readonly KeptEntry[]): Charged[] {
  const charged: Charged[] = [];
  for (const entry of rows) {
    const { amount, fee } = entry;
    if (entry.kind === 'sale' && amount !== null && amount > 0 && fee !== null) charged.push({ entry, amount, fee });
  }
  return charged;
}

/** The lines that can be read. One whose rate or sum cannot be read is left out, never guessed. */
export function readTariff(terms: AccountTerms): Agreed[] {
  return terms.tariff.flatMap((line): Agreed[] => {
    const rate = parseRate(line.rate);
    const cap = money(line.cap);
    const fixed = money(line.fixed);
    const minimum = money(line.minimum);
    const above = money(line.above);
    const upTo = money(line.upTo);
    const isReadable = cap !== undefined && fixed !== undefined && minimum !== undefined;
    if (!rate.ok || !isReadable || above === undefined || upTo === undefined) return [];
    const { from, to, applies } = line;
    return [{ from, to, applies, rate: rate.value, cap, fixed: fixed ?? 0, minimum, above, upTo }];
  });
}

/** Whether the line is valid on that day. */
export const isOfDay = ({ from, to }: Pick<Agreed, 'from' | 'to'>, day: Day): boolean =>
  from <= day && (to === null || day <= to);

const isOfSum = ({ above, upTo }: Agreed, amount: Units): boolean =>
  (above === null || amount > above) && (upTo === null || amount <= upTo);

/** As acquirers write it; every other sale is none, whatever else its row leaves out. */
const INSTALMENT = /分期|instal/i;

/**
 * The lines of its day and sum that may govern a sale: those for instalments where it says that it is paid in them; those of its card type, else those
 * for all; each line where the row does not say its card.
 */
export function linesFor(
  tariff: readonly Agreed[],
  entry: Pick<KeptEntry, 'day' | 'amount' | 'card' | 'words'>,
): Agreed[] {
  const amount = entry.amount ?? 0;
  const fitting = tariff.filter((line) => isOfDay(line, entry.day) && isOfSum(line, amount));
  const isInstalment = fitting.some(isForInstalments) && INSTALMENT.test(entry.words);
  const lines = fitting.filter((line) => isForInstalments(line) === isInstalment);
  if (isInstalment || entry.card === null) return lines;
  const exact = lines.filter((line) => line.applies === entry.card);
  return exact.length > 0 ? exact : lines.filter((line) => line.applies === 'all');
}

const isForInstalments = ({ applies }: Agreed): boolean => applies === 'instalment';

/** Of lines that may govern a sale, the dearest for it, and its fee: what is above that is too much under any. Null where there is none. */
export function dearest(lines: readonly Agreed[], sale: Fee): { readonly line: Agreed; readonly fee: Units } | null {
  let found: { line: Agreed; fee: Units } | null = null;
  for (const line of lines) {
    const fee = agreedFee(line, sale);
    if (!found || fee > found.fee) found = { line, fee };
  }
  return found;
}

/** A sum of the terms: null where none was agreed, undefined where it cannot be read. */
export function money(text: string | null | undefined): Units | null | undefined {
  if (text === null || text === undefined) return null;
  const read = parseAmount(text);
  return read.ok ? read.value : undefined;
}
