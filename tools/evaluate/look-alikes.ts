import { addDays } from '#money/day.ts';
import { giveBack, type Shop, sell, someDay } from './shop.ts';

/** What looks like a trouble and is none: nothing may be said of it. */
export const LOOK_ALIKES: Readonly<Record<string, (shop: Shop) => void>> = {
  'an ordinary year': () => undefined,
  'a holiday peak': (shop) => {
    const day = someDay(shop);
    for (let n = 0; n < 5; n += 1) for (let k = 0; k < 40; k += 1) sell(shop, addDays(day, n), 3000 + k * 411 + n * 17);
  },
  'a new store': (shop) => {
    const day = someDay(shop, 60);
    for (let n = 0; addDays(day, n) <= shop.to; n += 1)
      for (let k = 0; k < 6; k += 1)
        sell(
          shop,
          addDays(day, n),
          4000 + ((n * 7 + k * 911) % 9000),
          shop.style.hasTerminals ? { terminal: '10088001' } : {},
        );
  },
  'new prices': (shop) => {
    const day = someDay(shop, 60);
    for (const one of shop.trades) {
      if (one.day < day || one.type !== '消费') continue;
      one.amount = Math.round(one.amount * 1.3);
      one.fee = 0;
    }
    const { trades } = shop;
    shop.trades = trades.filter((one) => one.day < day || one.type !== '消费');
    for (const one of trades.filter((other) => other.day >= day && other.type === '消费'))
      sell(shop, one.day, one.amount, { second: one.second, terminal: one.terminal, card: one.card });
  },
  'refunds after a fair': (shop) => {
    const day = someDay(shop);
    const sold = Array.from({ length: 60 }, (_, k) => sell(shop, day, 9000 + k * 137));
    for (const one of sold.slice(0, 8)) giveBack(shop, one, addDays(day, 1));
    for (let k = 0; k < 30; k += 1) sell(shop, addDays(day, 1), 9000 + k * 211);
  },
  'a tariff change that was agreed': (shop) => {
    const day = someDay(shop, 60);
    shop.tariff = shop.tariff.flatMap((line) => [
      { ...line, to: addDays(day, -1) },
      { ...line, from: day, rate: line.rate + 8 },
    ]);
    const { trades } = shop;
    shop.trades = trades.filter((one) => one.type !== '消费' || one.day < day);
    for (const one of trades.filter((other) => other.type === '消费' && other.day >= day))
      sell(shop, one.day, one.amount, { second: one.second, terminal: one.terminal, card: one.card });
  },
  'a large sale now and then': (shop) => {
    for (let n = 0; n < 6; n += 1)
      sell(shop, someDay(shop), 200_000 + n * 51_000, {
        card: shop.style.cards.includes('credit') ? 'credit' : shop.style.cards[0],
      });
  },
  'a longer holiday without settlement': (shop) => {
    for (const one of shop.trades)
      if (one.day >= '2025-06-10' && one.day <= '2025-06-18') one.settled = shop.style.settled('2025-06-19');
  },
  'a shop that closes for two months': (shop) => {
    const from = addDays(shop.from, 40);
    const to = addDays(shop.from, 100);
    shop.trades = shop.trades.filter((one) => one.day < from || one.day > to);
  },
};
