import type { File } from '../print.ts';
import type { Shop, Style } from '../shop.ts';
import { ENGLISH, printEnglish } from './english.ts';
import { LAKALA, LAKALA_SETTLED, printJs, printJy } from './lakala.ts';
import { LESHUA, printLeshua } from './leshua.ts';
import { printBalance, STRIPE } from './stripe.ts';
import { printTrades, WECHAT } from './wechat-trade.ts';

/** How a shop's sales come out of one provider, and which troubles its lists cannot show. */
export interface Way {
  readonly style: Style;
  readonly print: (shop: Shop) => readonly File[];
  readonly hides: ReadonlySet<string>;
}

const BY_CARD = ['cap-not-applied', 'type-mismatch'];
const BY_TERMINAL = ['sim-fee', 'service-fee', 'deposit-not-released', 'target-missed', 'undisclosed-fee'];
const BY_NET = [...BY_TERMINAL, 'instant-settlement'];
/** Where no list names the types of rows, a sale is what is positive. */
const BY_TYPE = ['chargeback', 'double-posting-reversed'];

export const WAYS: readonly Way[] = [
  { style: LAKALA, print: (shop) => [printJy(shop)], hides: new Set(['late-batch']) },
  { style: LAKALA_SETTLED, print: (shop) => [printJy(shop), printJs(shop)], hides: new Set() },
  {
    style: LAKALA_SETTLED,
    print: (shop) => [printJs(shop)],
    hides: new Set([...BY_CARD, ...BY_TYPE, 'rate-rise', 'fixed-add-on']),
  },
  { style: LESHUA, print: (shop) => [printLeshua(shop)], hides: new Set(['late-batch']) },
  {
    style: WECHAT,
    print: printTrades,
    hides: new Set([...BY_CARD, ...BY_NET, 'late-batch', 'chargeback', 'refund-exceeds-sales']),
  },
  { style: STRIPE, print: (shop) => [printBalance(shop)], hides: new Set([...BY_CARD, ...BY_NET, 'late-batch']) },
  { style: ENGLISH, print: (shop) => [printEnglish(shop)], hides: new Set([...BY_CARD, 'fixed-add-on']) },
];
