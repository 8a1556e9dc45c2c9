import { CENT, type Units } from '#money/amount.ts';
import type { LearnedLine } from '#records/learned-line.ts';
import { percent, type Shape } from './causes/tariff-change.ts';
import { groupBy } from './group.ts';
import { type Book, saleRows } from './prepare.ts';
import { commonShape } from './shapes.ts';
import { type Charged, chargedSales, type Fee, feeOf } from './tariff.ts';

/** The newest sales say what is charged now. */
const NEWEST = 200;
const ENOUGH = 10;
/** A cap shows in so many sales of one fee whose sums differ. */
const CAPPED = 3;

/** The tariff that an account's newest sales follow, by card type; nothing for a type with fewer than 10 sales, or without one tariff. */
export function learnTariff(book: Book): LearnedLine[] {
  const byCard = groupBy(chargedSales(saleRows(book)), ({ entry }) => entry.card);
  return [...byCard].flatMap(([card, all]): LearnedLine[] => {
    const rows = all.slice(-NEWEST);
    const first = rows[0];
    if (!first || rows.length < ENOUGH) return [];
    const cap = capIn(rows);
    const shape = commonShape(rows.filter((row) => cap === null || row.fee < cap));
    if (!shape) return [];
    const support = rows.filter((row) => Math.abs(chargedBy(shape, cap, row) - row.fee) <= CENT / 10).length;
    return [
      { card, rate: percent(shape.rate), fixed: shape.fixed, cap, from: first.entry.day, support, of: rows.length },
    ];
  });
}

/** What a shape gives, at most the cap. */
export const chargedBy = (shape: Shape, cap: Units | null, row: Fee): Units => {
  const fee = feeOf(shape, row);
  return cap === null ? fee : Math.min(fee, cap);
};

/** The largest fee, where several sales of different sums cost just that. */
export function capIn(rows: readonly Charged[]): Units | null {
  const most = rows.reduce((max, { fee }) => Math.max(max, fee), 0);
  const sums = new Set(rows.filter(({ fee }) => fee === most).map(({ amount }) => amount));
  const [least, largest] = [Math.min(...sums), Math.max(...sums)];
  // Sums that lie close together cost the same by rounding alone.
  return most > 0 && sums.size >= CAPPED && largest > least * 1.05 ? most : null;
}
