import { CENT, type Units } from '#money/amount.ts';
import type { Shape } from '../causes/tariff-change.ts';
import { groupBy } from '../group.ts';
import { fixedParts, RATE_STEP } from '../shapes.ts';
import { type Agreed, feeOf } from '../tariff.ts';
import { type FeeMonth, feesBy, type Priced } from './months.ts';

/** A share is raised by five percent at the most. In millionths. */
const LARGEST_RISE = 50_000;
/** So many steps beside the one that the sum suggests are tried: a cap hides some of the sales. */
const TRIED = 20;
/** Where a step of the share is worth less than this over the month, some share gives nearly any sum. */
const TELLING = 100 * CENT;

/** What gives a month's sum that is too much, to the cent. */
export interface Explained {
  /** The cap that was not kept; null where the share or the fixed part is another. */
  readonly cap: Units | null;
  readonly line: Agreed;
  readonly after: Shape;
  readonly sales: readonly Priced[];
  /** False: the sums are so small that some share would give nearly any; another month must show the same. */
  readonly isSure: boolean;
}

type OfLine = readonly [Agreed, readonly Priced[]];

/** Every change of one line, or of all in one, that gives the sum. */
function waysToGive(month: FeeMonth, charged: Units): Explained[] {
  const excess = charged - month.expected;
  const byLine: readonly OfLine[] = [...groupBy(month.sales.filter(isAgreed), ({ line }) => line)];
  return [...addedToAll(byLine, excess), ...byLine.flatMap(([line, sales]) => waysOf(line, sales, excess))];
}

/**
 * The change that gives the sum: the one that another month shows too, else the one that is sure; a lost cap or a fixed sum, which are few, before a
 * share. Null where none does, or more than one.
 * @param others months that were too dear as well, with what was charged for them
 */
export function explained(
  month: FeeMonth,
  charged: Units,
  others: readonly { readonly month: FeeMonth; readonly charged: Units }[] = [],
): Explained | null {
  const ways = waysToGive(month, charged);
  if (ways.length === 0) return null;
  const elsewhere = others.flatMap((one) => waysToGive(one.month, one.charged));
  const sure = ways.filter(({ isSure }) => isSure);
  const few = sure.filter(({ cap, line, after }) => cap !== null || after.fixed !== line.fixed);
  const shared = ways.filter((way) => elsewhere.some((other) => isSame(way, other)));
  return [shared, few, sure].find((some) => some.length === 1)?.[0] ?? null;
}

const isSame = (one: Explained, other: Explained): boolean =>
  one.line === other.line &&
  one.cap === other.cap &&
  one.after.rate === other.after.rate &&
  one.after.fixed === other.after.fixed;

const isAgreed = (sale: Priced): sale is Priced & { readonly line: Agreed } => sale.line !== null;

function waysOf(line: Agreed, sales: readonly Priced[], excess: Units): Explained[] {
  const { cap, rate, fixed } = line;
  if (cap !== null) {
    const above = sales.filter((sale) => feeOf(line, sale) > sale.fee);
    const lost = above.reduce((sum, sale) => sum + feeOf(line, sale) - sale.fee, 0);
    if (above.length > 0 && lost === excess) return [{ cap, line, after: { rate, fixed }, sales: above, isSure: true }];
  }
  const added = addedTo(sales, excess);
  if (added !== null) return [shape(line, sales, { rate, fixed: fixed + added }, true)];
  const raised = raisedRate(line, sales, excess);
  if (raised === null) return [];
  const step = feesBy({ ...line, rate: raised + RATE_STEP }, sales) - feesBy({ ...line, rate: raised }, sales);
  return [shape(line, sales, { rate: raised, fixed }, step >= TELLING)];
}

const shape = (line: Agreed, sales: readonly Priced[], after: Shape, isSure: boolean): Explained => ({
  cap: null,
  line,
  after,
  sales,
  isSure,
});

/** The same sum on each sale, whatever its card. */
function addedToAll(byLine: readonly OfLine[], excess: Units): Explained[] {
  const sales = byLine.flatMap(([, of]) => of);
  const [line] = byLine[0] ?? [];
  const added = byLine.length > 1 ? addedTo(sales, excess) : null;
  return line && added !== null ? [shape(line, sales, { rate: line.rate, fixed: line.fixed + added }, true)] : [];
}

const addedTo = (sales: readonly Priced[], excess: Units): Units | null =>
  fixedParts(0).find((fixed) => fixed > 0 && fixed * sales.length === excess) ?? null;

function raisedRate(line: Agreed, sales: readonly Priced[], excess: Units): number | null {
  const amount = sales.reduce((sum, sale) => sum + (feeOf(line, sale) > sale.fee ? 0 : sale.amount), 0);
  const before = feesBy(line, sales);
  const first = Math.round((line.rate + (excess * 1_000_000) / Math.max(amount, 1)) / RATE_STEP) * RATE_STEP;
  for (let away = 0; away <= TRIED * RATE_STEP; away += RATE_STEP) {
    for (const rate of [first + away, first - away]) {
      if (rate <= line.rate || rate > line.rate + LARGEST_RISE) continue;
      if (feesBy({ ...line, rate }, sales) - before === excess) return rate;
    }
  }
  return null;
}
