import { parseAmount } from '#money/amount.ts';
import type { Field } from '#records/provider.ts';
import { cellText, plain } from '../words/plain.ts';

type Chosen = Map<number, { field: Field; score: number }>;
type Bid = { readonly index: number; readonly field: Field; readonly score: number };
type Rows = readonly (readonly string[])[];

/** What a fee is for, where a row bears one of several: the card, or the channel. */
const OF_ONE_KIND =
  /^(?:借记卡?|贷记卡?|准?贷记|信用卡|借贷|银行卡|境[内外]卡?|[内外]卡|微信|支付宝|云闪付|扫码|刷卡|debit|credit|foreign|domestic)/;

/**
 * Further columns of fees: those with which `amount − fees = net` in every row where the fee chosen by its words alone does not give it; and, without a net
 * figure, those of other cards (借记手续费, 贷记手续费), of which no row bears two. Changes `chosen`.
 */
export function addFees(chosen: Chosen, bids: readonly Bid[], header: readonly string[], rows: Rows): void {
  const at = (field: Field): number | undefined => [...chosen].find(([, one]) => one.field === field)?.[0];
  const [amount, fee, net] = [at('amount'), at('fee'), at('net')];
  if (fee === undefined || rows.length === 0) return;
  const more = bids.filter(({ field, index }) => field === 'fee' && index !== fee && !chosen.has(index));
  if (more.length === 0) return;
  const figure = (row: readonly string[], index: number): number => {
    const read = parseAmount(cellText(row[index]), 'major', 'auto');
    return read.ok ? Math.abs(read.value) : 0;
  };
  const taken = (row: readonly string[], fees: readonly number[]): number =>
    fees.reduce((sum, index) => sum + figure(row, index), 0);
  const take = (fees: readonly Bid[]): void => {
    for (const { index, score } of fees) chosen.set(index, { field: 'fee', score });
  };
  if (amount !== undefined && net !== undefined) {
    const adds = (fees: readonly number[]): boolean =>
      rows.every((row) => figure(row, amount) - taken(row, fees) === figure(row, net));
    if (adds([fee])) return;
    const found = [more, ...more.map((one) => [one])].find((some) => adds([fee, ...some.map(({ index }) => index)]));
    if (found) take(found);
    return;
  }
  const others = [fee, ...more.map(({ index }) => index)];
  const isEach = others.every((index) => OF_ONE_KIND.test(plain(header[index] ?? '')));
  if (isEach && rows.every((row) => others.filter((index) => figure(row, index) !== 0).length <= 1)) take(more);
}
