import { parseAmount, type Units } from '#money/amount.ts';
import type { Field } from '#records/provider.ts';
import type { Column } from '../columns/resolve.ts';
import { kindOfWords } from '../words/kinds.ts';
import { cellText } from '../words/plain.ts';

/**
 * How this source writes signs, decided by all rows together: whether a cost stands in the fee column as a positive or a negative figure,
 * and whether the amount column prints money out, and payouts among it, with a minus.
 */
export function votesOf(
  columnsOf: (field: Field) => readonly Column[],
  rows: readonly (readonly string[])[],
  decimal: '.' | ',' | 'auto',
): { feeSign: 1 | -1; expenseSign: 1 | -1; signedAmounts: boolean; signedPayouts: boolean } {
  const figure = (field: Field, row: readonly string[]): Units | null => {
    let sum: Units | null = null;
    for (const { index } of columnsOf(field)) {
      const parsed = parseAmount(cellText(row[index]), 'major', decimal);
      if (parsed.ok) sum = (sum ?? 0) + parsed.value;
    }
    return sum;
  };
  let costs = 0;
  let [negative, payouts] = [false, false];
  let expenses = 0;
  // Some thousand rows from all over the list tell the source's habit as well as all of them.
  const step = Math.max(1, Math.floor(rows.length / 2000));
  for (let i = 0; i < rows.length; i += step) {
    const row = rows[i] ?? [];
    const amount = figure('amount', row);
    if (amount !== null && amount < 0) negative = true;
    expenses += Math.sign(figure('expense', row) ?? 0);
    const kind = columnsOf('kind')[0];
    const words = kind && amount !== null ? kindOfWords(cellText(row[kind.index])) : null;
    if (amount !== null && amount < 0 && words?.kind === 'settlement') payouts = true;
    const fee = figure('fee', row);
    if (amount === null || fee === null || fee === 0) continue;
    const net = figure('net', row);
    const sign = words?.sign ?? null;
    if (net !== null && amount - fee === net) costs += 1;
    else if (net !== null && amount + fee === net) costs -= 1;
    else if (amount > 0 && sign !== -1) costs += Math.sign(fee);
  }
  return {
    feeSign: costs < 0 ? -1 : 1,
    expenseSign: expenses < 0 ? -1 : 1,
    signedAmounts: negative,
    signedPayouts: payouts,
  };
}
