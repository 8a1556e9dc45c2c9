import { addDays } from '#money/day.ts';
import type { Label, Labelled } from '../labels.ts';
import { termsOf } from '../of-sales.ts';
import type { Random } from '../random.ts';
import { openShop, planOf, referenceOf, type Shop, type Style, type Trade } from '../shop.ts';

/** Makes a book of one provider, with what its lists alone can show. */
export type Make = (random: Random) => Labelled;

export const open = (random: Random, style: Style): Shop => openShop(random, planOf(random), style);

export const book = (shop: Shop, files: Labelled['files'], labels: readonly Label[], terms = false): Labelled => ({
  files,
  terms: terms ? termsOf(shop) : null,
  asOf: addDays(shop.to, 2),
  labels,
});

/** One more row that is no sale. */
export function addRow(shop: Shop, given: Partial<Trade> & Pick<Trade, 'day' | 'type' | 'amount'>): Trade {
  const trade: Trade = {
    second: 40_000,
    terminal: shop.terminals[0] ?? '',
    card: shop.style.cards[0],
    fee: 0,
    kept: 0,
    settled: given.day,
    reference: referenceOf(shop),
    original: '',
    remark: '',
    ...given,
  };
  shop.trades.push(trade);
  return trade;
}

export const aSale = (shop: Shop): Trade =>
  shop.trades.filter((one) => one.type === '消费' && one.amount > 3000)[shop.random.whole(20, 60)] as Trade;
