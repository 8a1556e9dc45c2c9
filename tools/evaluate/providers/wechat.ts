import { balanceOf, type Flow, openFlow, put } from '../flows/flow.ts';
import { printFund, WECHAT_MERCHANT } from '../flows/wechat-fund.ts';
import { printTrades, WECHAT } from '../formats/wechat-trade.ts';
import type { Random } from '../random.ts';
import { giveBack, openShop, planOf, type Shop, type Trade } from '../shop.ts';
import { book, type Make } from './making.ts';

export const WECHAT_BOOKS: Readonly<Record<string, Make>> = {
  'wechat: refunds fail after a withdrawal emptied the account': (random) => {
    const flow = openFlow(random);
    const shop = asTrades(random, flow);
    const day = flow.to;
    flow.moves = flow.moves.filter((one) => one.day < day);
    shop.trades = shop.trades.filter((one) => one.day < day);
    put(flow, day, 'withdrawal', -(balanceOf(flow) - 150), { second: 30_000, remark: '自动提现' });
    const sale = shop.trades.filter((one) => one.amount > 2000).at(-20) as Trade;
    const refund = giveBack(shop, sale, day);
    refund.remark = 'FAIL';
    refund.second = 40_000;
    return book(
      shop,
      [...printTrades(shop), printFund(flow)],
      [
        { cause: 'balance-too-low', code: 'REFUND_ADVANCE', state: 'open', since: day, sum: sale.amount },
        { cause: 'auto-withdrawal', code: 'REFUND_ADVANCE', state: 'open', since: day, sum: sale.amount },
      ],
    );
  },
  'wechat: trades and funds of one account': (random) => {
    const flow = openFlow(random);
    const shop = asTrades(random, flow);
    return book(shop, [...printTrades(shop), printFund(flow)], [], true);
  },
};

/** The trades of which an account's flow is the other side. */
function asTrades(random: Random, flow: Flow): Shop {
  const shop = openShop(random, { ...planOf(random), days: 1 }, WECHAT);
  const fees = new Map(
    flow.moves.filter(({ move }) => move === 'fee' || move === 'fee-back').map((one) => [one.order, -one.amount]),
  );
  const trades = flow.moves
    .filter(({ move }) => move === 'sale' || move === 'refund')
    .map(
      (one): Trade => ({
        day: one.day,
        second: one.second,
        terminal: '',
        type: one.move === 'sale' ? '消费' : '退货',
        card: 'qr',
        amount: one.amount,
        fee: fees.get(one.order) ?? 0,
        kept: 0,
        settled: one.day,
        reference: one.order,
        original: '',
        remark: '',
      }),
    );
  return { ...shop, merchant: WECHAT_MERCHANT, from: flow.from, to: flow.to, trades };
}
