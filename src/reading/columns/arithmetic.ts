import { parseAmount } from '#money/amount.ts';
import type { Field } from '#records/provider.ts';
import { cellText } from '../words/plain.ts';

type Bid = { readonly index: number; readonly field: Field; readonly score: number };

const LOOSE = 30;

/**
 * Where several columns could be the amount, the fee or the net figure, takes the three that add up (`amount − fee = net`) in most rows,
 * if the first choice by words does not. Changes `chosen`.
 */
export function fitTriple(
  chosen: Map<number, { field: Field; score: number }>,
  bids: readonly Bid[],
  rows: readonly (readonly string[])[],
): void {
  const current = { amount: indexOf(chosen, 'amount'), fee: indexOf(chosen, 'fee'), net: indexOf(chosen, 'net') };
  if (current.fee === null || current.net === null || rows.length === 0) return;
  const options = (field: 'amount' | 'fee' | 'net'): Bid[] =>
    bids.filter((bid) => bid.field === field && bid.score >= LOOSE).sort((a, b) => b.score - a.score);
  const [fees, nets] = [options('fee'), options('net')];
  // What was settled may be what there was before the fees, beside an amount in the payer's own currency.
  const amounts = [...options('amount'), ...nets];
  if (amounts.length + fees.length <= 3) return;
  const figures = new Map<number, (number | null)[]>();
  const column = (index: number): (number | null)[] => {
    const known = figures.get(index);
    if (known) return known;
    const made = rows.map((row) => {
      const parsed = parseAmount(cellText(row[index]));
      return parsed.ok ? parsed.value : null;
    });
    figures.set(index, made);
    return made;
  };
  const fits = (amount: number, fee: number, net: number, isNamed = true): number => {
    const [a, f, n] = [column(amount), column(fee), column(net)];
    let good = 0;
    for (let i = 0; i < rows.length; i += 1) {
      const [x, y, z] = [a[i], f[i], n[i]];
      if (x == null || y == null || z == null) continue;
      if (x - Math.abs(y) === z || (isNamed && x + Math.abs(y) === z)) good += 1;
    }
    return good;
  };
  const first = current.amount === null ? -1 : fits(current.amount, current.fee, current.net);
  if (first === rows.length) return;
  let best = { good: Math.max(first, Math.floor(rows.length / 2)), triple: null as null | readonly [Bid, Bid, Bid] };
  for (const amount of amounts.slice(0, 6)) {
    for (const fee of fees.slice(0, 4)) {
      for (const net of nets.slice(0, 4)) {
        if (new Set([amount.index, fee.index, net.index]).size < 3) continue;
        const good = fits(amount.index, fee.index, net.index, amount.field === 'amount');
        if (good > best.good) best = { good, triple: [amount, fee, net] };
      }
    }
  }
  if (!best.triple) return;
  for (const index of [current.amount, current.fee, current.net]) if (index !== null) chosen.delete(index);
  for (const [at, field] of (['amount', 'fee', 'net'] as const).entries()) {
    const bid = best.triple[at];
    if (bid) chosen.set(bid.index, { field, score: bid.score });
  }
}

function indexOf(chosen: ReadonlyMap<number, { field: Field }>, field: Field): number | null {
  for (const [index, choice] of chosen) if (choice.field === field) return index;
  return null;
}
