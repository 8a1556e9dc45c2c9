import { addDays, addMonths } from '#money/day.ts';
import { balanceOf, type Flow, feeIn, giveBackIn, put, sellIn } from './flows/flow.ts';
import type { Label } from './labels.ts';

/** Puts one trouble, or what looks like one, into an account's flow, and says what must be found. */
type Change = (flow: Flow) => readonly Label[];

export const FLOWS: Readonly<Record<string, Change>> = {
  'an ordinary account': () => [],
  'refunds beyond the balance': (flow) => {
    while (balanceOf(flow) >= 0) giveBackIn(flow, flow.to, 9000, 84_000);
    const owed = -balanceOf(flow);
    return [{ cause: 'refund-exceeds-sales', code: 'NEG_BALANCE', state: 'open', since: flow.to, sum: owed }];
  },
  'a rate that rose': (flow) => {
    const day = addDays(flow.from, flow.random.whole(40, 60));
    const raised: Flow = { ...flow, rate: 100 };
    let sum = 0;
    let since = flow.to;
    const sales = new Map(flow.moves.filter(({ move }) => move === 'sale').map((one) => [one.order, one]));
    for (const one of flow.moves) {
      const sale = sales.get(one.order);
      if (one.move !== 'fee' || one.day < day || !sale) continue;
      const fee = feeIn(raised, sale.amount);
      if (fee + one.amount > 0) {
        sum += fee + one.amount;
        if (one.day < since) since = one.day;
      }
      one.amount = -fee;
    }
    return [{ cause: 'rate-rise', code: 'MDR_DELTA', state: 'taken', since, sum }];
  },
  'a software fee every month': (flow) => {
    const days = [0, 1, 2].map((n) => addMonths(addDays(flow.from, 5), n));
    for (const day of days) put(flow, day, 'software-fee', -3000, { remark: '软件服务费' });
    const since = addDays(flow.from, 5);
    const one = { cause: 'undisclosed-fee', code: 'SUBSCRIPTION' } as const;
    const asOf = addDays(flow.to, 2);
    const due = addMonths(since, 3);
    const late = (Date.parse(asOf) - Date.parse(due)) / 86_400_000 > 30;
    return [
      { ...one, state: 'taken', since, sum: 9000 },
      ...(late ? [] : [{ ...one, state: 'due', since: due, sum: 3000 } as const]),
    ];
  },
  'money frozen and freed': (flow) => {
    put(flow, addDays(flow.from, 20), 'freeze', -12_345, { order: 'F1', remark: '风控冻结' });
    put(flow, addDays(flow.from, 26), 'unfreeze', 12_345, { order: 'F1', remark: '解冻' });
    return [];
  },
  'a holiday peak and a transfer to a supplier': (flow) => {
    const day = addDays(flow.from, 45);
    for (let n = 0; n < 5; n += 1) for (let k = 0; k < 30; k += 1) sellIn(flow, addDays(day, n), 4000 + k * 311);
    put(flow, addDays(day, 5), 'transfer', -90_000, { second: 75_000 });
    for (let k = 0; k < 6; k += 1) giveBackIn(flow, addDays(day, 6), 8000 + k * 77);
    return [];
  },
};
