import { parseAmount } from '#money/amount.ts';
import type { Field } from '#records/provider.ts';
import { cellText, plain } from '../words/plain.ts';

type Chosen = Map<number, { field: Field; score: number }>;
type Rows = readonly (readonly string[])[];

const ENOUGH = 3;
/** No rate is higher; a discount beside the price paid usually is. */
const HIGHEST_SHARE = 0.06;
const SCORE = 25;
const ON_TOP = /chargeback|dispute|retrieval|拒付|退单|调单/;

/**
 * Amount, fee or net figure under titles that no word list knows, told by what they do: `amount − fee = net` in every row. A column is only asked where its
 * title says nothing, and a pair of unknown ones only if the fee is a merchant's rate. Changes `chosen`.
 */
export function findUnnamed(chosen: Chosen, unnamed: readonly number[], rows: Rows, header: readonly string[]): void {
  const at = (field: Field): number | null => [...chosen].find(([, choice]) => choice.field === field)?.[0] ?? null;
  const [amount, fee, net] = [at('amount'), at('fee'), at('net')];
  const missing = [amount, fee, net].filter((index) => index === null).length;
  if (unnamed.length === 0 || missing === 0 || (amount === null && fee === null)) return;
  const columns = new Map<number, readonly (number | null)[]>();
  const column = (index: number): readonly (number | null)[] => {
    const known = columns.get(index) ?? rows.map((row) => figure(row[index]));
    columns.set(index, known);
    return known;
  };
  // Beside two that are known, one row shows what the third is; a discount beside the price paid looks like a fee, and needs more.
  const enough = missing === 1 && fee !== null ? 1 : ENOUGH;
  const open = unnamed.filter((index) => column(index).filter((value) => value !== null).length >= enough).slice(0, 8);
  const options = (index: number | null): readonly number[] => (index === null ? open : [index]);
  for (const a of options(amount)) {
    for (const f of options(fee)) {
      for (const n of options(net)) {
        if (a === f || f === n || n === a || !addsUp(column(a), column(f), column(n), missing > 1, enough)) continue;
        // What is left is never more than what there was: a total after fees may be called by the plain name of an amount.
        // But the fee for a chargeback comes on top of it.
        const isOnTop = ON_TOP.test(plain(header[f] ?? ''));
        const isTurned = !isOnTop && larger(column(a), column(n)) > 0 && (net === null || amount === null);
        const [gross, left] = isTurned ? [n, a] : [a, n];
        chosen.set(gross, { field: 'amount', score: chosen.get(gross)?.score ?? SCORE });
        chosen.set(f, chosen.get(f) ?? { field: 'fee', score: SCORE });
        chosen.set(left, { field: 'net', score: chosen.get(left)?.score ?? SCORE });
        return;
      }
    }
  }
}

/** Rows in which the second figure is the larger, less those in which the first is. */
const larger = (first: readonly (number | null)[], second: readonly (number | null)[]): number =>
  first.reduce((sum: number, figure, i) => sum + Math.sign(Math.abs(second[i] ?? 0) - Math.abs(figure ?? 0)), 0);

function addsUp(
  amounts: readonly (number | null)[],
  fees: readonly (number | null)[],
  nets: readonly (number | null)[],
  isRate: boolean,
  enough: number,
): boolean {
  let [sums, charged, low] = [0, 0, 0];
  for (const [i, amount] of amounts.entries()) {
    const [fee, net] = [fees[i] ?? null, nets[i] ?? null];
    if (amount === null || fee === null || net === null) continue;
    // What failed or is open shows an amount, and nothing that came of it.
    if (fee === 0 && net === 0) continue;
    if (amount - fee !== net && amount + fee !== net) return false;
    sums += 1;
    if (fee === 0 || amount === 0) continue;
    charged += 1;
    if (Math.abs(fee / amount) <= HIGHEST_SHARE) low += 1;
  }
  return sums >= enough && charged >= enough && (!isRate || low === charged);
}

function figure(cell: string | undefined): number | null {
  const parsed = parseAmount(cellText(cell), 'major', 'auto');
  return parsed.ok ? parsed.value : null;
}
