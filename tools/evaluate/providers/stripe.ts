import { addDays, laterOf } from '#money/day.ts';
import { printBalance, STRIPE } from '../formats/stripe.ts';
import { openShop, planOf } from '../shop.ts';
import { addRow, aSale, book, type Make, open } from './making.ts';

export const STRIPE_BOOKS: Readonly<Record<string, Make>> = {
  'stripe: a dispute with its fee': (random) => {
    const shop = open(random, STRIPE);
    const sale = aSale(shop);
    const day = addDays(sale.day, 12);
    addRow(shop, { day, type: 'dispute', amount: -sale.amount, fee: 1500, remark: 'Chargeback withdrawal for ch_1' });
    return book(
      shop,
      [printBalance(shop)],
      [{ cause: 'chargeback', code: 'CHARGEBACK', state: 'taken', since: day, sum: sale.amount + 1500 }],
    );
  },
  'stripe: a dispute in the older export': (random) => {
    const shop = open(random, STRIPE);
    const sale = aSale(shop);
    const day = addDays(sale.day, 12);
    addRow(shop, {
      day,
      type: 'adjustment',
      amount: -sale.amount,
      fee: 1500,
      remark: 'Chargeback withdrawal for ch_1',
    });
    return book(
      shop,
      [printBalance(shop)],
      [{ cause: 'chargeback', code: 'CHARGEBACK', state: 'taken', since: day, sum: sale.amount + 1500 }],
    );
  },
  'stripe: a dispute that was won, its fee kept': (random) => {
    const shop = open(random, STRIPE);
    const sale = aSale(shop);
    const day = addDays(sale.day, 12);
    addRow(shop, { day, type: 'dispute', amount: -sale.amount, fee: 1500 });
    addRow(shop, { day: addDays(day, 30), type: 'dispute_reversal', amount: sale.amount });
    return book(
      shop,
      [printBalance(shop)],
      [{ cause: 'chargeback', code: 'CHARGEBACK', state: 'taken', since: day, sum: 1500 }],
    );
  },
  'stripe: a dispute that was won with its fee': (random) => {
    const shop = open(random, STRIPE);
    const sale = aSale(shop);
    const day = addDays(sale.day, 12);
    addRow(shop, { day, type: 'dispute', amount: -sale.amount, fee: 1500 });
    addRow(shop, { day: addDays(day, 30), type: 'dispute_reversal', amount: sale.amount, fee: -1500 });
    return book(shop, [printBalance(shop)], []);
  },
  'stripe: payouts, a reserve held and released, billing fees': (random) => {
    const shop = open(random, STRIPE);
    for (let n = 7; addDays(shop.from, n) < shop.to; n += 7) {
      addRow(shop, { day: addDays(shop.from, n), type: 'payout', amount: -20_000 - n, remark: 'STRIPE PAYOUT' });
      addRow(shop, { day: addDays(shop.from, n), type: 'risk_reserved_funds', amount: -5000 - n, second: 100 });
      addRow(shop, { day: addDays(shop.from, n + 1), type: 'risk_reserved_funds', amount: 5000 + n, second: 100 });
    }
    for (let n = 0; n < 3; n += 1)
      addRow(shop, {
        day: addDays(shop.from, 1 + n * 30),
        type: 'stripe_fee',
        amount: -700 - n * 31,
        remark: 'Billing - Usage Fee',
      });
    return book(shop, [printBalance(shop)], []);
  },
  'stripe: two currencies': (random) => {
    const dollars = open(random, STRIPE);
    const euros = openShop(random, { ...planOf(random), days: 150 }, STRIPE);
    const sale = aSale(euros);
    addRow(euros, { day: addDays(sale.day, 9), type: 'dispute', amount: -sale.amount, fee: 2000 });
    return book(
      { ...dollars, to: laterOf(dollars.to, euros.to) },
      [printBalance(dollars), printBalance(euros, 'eur')],
      [
        {
          cause: 'chargeback',
          code: 'CHARGEBACK',
          state: 'taken',
          since: addDays(sale.day, 9),
          sum: sale.amount + 2000,
        },
      ],
    );
  },
};
