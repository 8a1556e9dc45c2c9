import { parseAmount, type Units } from '#money/amount.ts';
import type { Field } from '#records/provider.ts';
import { cellText, plain } from '../words/plain.ts';

type Chosen = Map<number, { field: Field; score: number }>;
type Rows = readonly (readonly string[])[];

const TOTAL = /^(?:net|payout)?total$|^total(?:payout|paid)?$|^(?:合计|总额|总计)$/;
/** Fields that a part of a total may have been taken for. */
const PARTS: ReadonlySet<Field> = new Set(['amount', 'fee', 'refund-amount', 'other-deduction']);
const SCORE = 57;

/**
 * A total whose parts stand before it (`Charges`, `Refunds`, `Adjustments`, `Fees`, `Total`): in every row they add up to it, with the signs that are printed
 * and the fees taken off. Then it is what was left, and the parts together are what it was left of. Changes `chosen`.
 */
export function findParts(chosen: Chosen, header: readonly string[], rows: Rows): void {
  const at = (field: Field): number | undefined => [...chosen].find(([, one]) => one.field === field)?.[0];
  const total = [...header.keys()].findLast((index) => TOTAL.test(plain(header[index] ?? '')));
  if (total === undefined || chosen.get(total)?.field !== 'amount' || at('net') !== undefined) return;
  const fee = [...chosen].findLast(([index, { field }]) => field === 'fee' && index < total)?.[0];
  if (fee === undefined || rows.length === 0) return;
  const figures = (index: number): (Units | null)[] => rows.map((row) => figure(row[index]));
  const parts = [...header.keys()].filter((index) => {
    const field = chosen.get(index)?.field;
    const open = field === undefined || PARTS.has(field);
    return index < total && index !== fee && open && figures(index).every((units) => units !== null);
  });
  if (parts.length < 2) return;
  const [sums, fees, lists] = [figures(total), figures(fee), parts.map(figures)];
  const addsUp = [1, -1].some((sign) =>
    sums.every((sum, row) => {
      const gross = lists.reduce((held, list) => held + (list[row] ?? 0), 0);
      return sum !== null && sum === gross + sign * (fees[row] ?? 0);
    }),
  );
  if (!addsUp) return;
  for (const index of parts) chosen.set(index, { field: 'amount', score: SCORE });
  chosen.set(total, { field: 'net', score: chosen.get(total)?.score ?? SCORE });
}

function figure(cell: string | undefined): Units | null {
  const parsed = parseAmount(cellText(cell), 'major', 'auto');
  return parsed.ok ? parsed.value : null;
}
