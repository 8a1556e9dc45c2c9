import { addDays, addMonths, type Day } from '#money/day.ts';
import type { Label, Labelled } from './labels.ts';
import { termsOf } from './of-sales.ts';
import { csv, FLOW, printShop, yuan } from './print.ts';
import type { Random } from './random.ts';
import { feeOf, openShop, planOf, type Shop, type Trade } from './shop.ts';

/** The day of the next month on which a month's fees are taken. */
const DAY = 10;

interface Month {
  readonly due: Day;
  readonly sales: readonly Trade[];
  /** In fen. */
  readonly fees: number;
}

interface Debit {
  readonly day: Day;
  readonly sum: number;
}

/** What the debits of two months, well inside the book, are in the place of those that were agreed; and what must be said of them. */
type Change = (
  month: Month,
  next: Month,
  shop: Shop,
) => { readonly debits: readonly Debit[]; readonly labels: readonly Label[] };

const label = (cause: Label['cause'], code: Label['code'], state: Label['state'], since: Day, sum: number): Label => ({
  cause,
  code,
  state,
  since,
  sum,
});

const asAgreed = ({ due, fees }: Month): Debit => ({ day: due, sum: fees });

const once = (month: Month, next: Month, sum: number, ...labels: readonly Label[]) => ({
  debits: [{ day: month.due, sum }, asAgreed(next)],
  labels,
});

const CHANGES: Readonly<Record<string, Change>> = {
  'monthly: as agreed': (month, next) => once(month, next, month.fees),
  'monthly: a week late': (month, next) => ({
    debits: [{ day: addDays(month.due, 7), sum: month.fees }, asAgreed(next)],
    labels: [],
  }),
  'monthly: a rate that rose': (month, next, shop) => {
    const by = shop.random.pick([5, 8, 12, 20]);
    const tariff = shop.tariff.map((line) => (line.card === 'qr' ? { ...line, rate: line.rate + by } : line));
    const dearer = [month, next].map((one) => ({
      ...one,
      sum: one.sales.reduce((all, sale) => all + feeOf({ ...shop, tariff }, sale), 0),
    }));
    return {
      debits: dearer.map(({ due: day, sum }) => ({ day, sum })),
      labels: dearer.map(({ due, sum, fees }) => label('rate-rise', 'MDR_DELTA', 'claimable', due, sum - fees)),
    };
  },
  'monthly: a fixed sum on each sale': (month, next) => {
    const more = 100 * month.sales.length;
    return once(month, next, month.fees + more, label('fixed-add-on', 'MDR_DELTA', 'claimable', month.due, more));
  },
  'monthly: a sum that nothing gives': (month, next) =>
    once(month, next, month.fees + 1737, label('unexplained', 'MDR_DELTA', 'claimable', month.due, 1737)),
  'monthly: taken twice': (month, next) => ({
    debits: [...[month.due, addDays(month.due, 3)].map((day) => ({ day, sum: month.fees })), asAgreed(next)],
    labels: [label('duplicate-charge', 'MDR', 'claimable', addDays(month.due, 3), month.fees)],
  }),
  'monthly: not taken': (month, next) => ({
    debits: [asAgreed(next)],
    labels: [label('monthly-fee', 'MDR', 'open', month.due, month.fees)],
  }),
};

export const MONTHLY_BOOKS: Readonly<Record<string, (random: Random) => Labelled>> = Object.fromEntries(
  Object.entries(CHANGES).map(([name, change]) => [name, (random: Random) => labelled(random, change)]),
);

function labelled(random: Random, change: Change): Labelled {
  const shop = openShop(random, { ...planOf(random), days: random.whole(200, 400) });
  const asOf = addDays(shop.to, 2);
  const months = monthsOf(shop);
  const at = random.whole(1, months.length - 5);
  const [changed, next] = months.slice(at, at + 2) as [Month, Month];
  const told = change(changed, next, shop);
  const debits = months
    .filter(({ due }) => due < asOf)
    .flatMap((one) => (one === changed ? told.debits : one === next ? [] : [asAgreed(one)]));
  const ahead = months.filter(({ due }) => due >= asOf);
  // Settled whole: the fee is taken later.
  const whole = { ...shop, trades: shop.trades.map((one) => ({ ...one, fee: 0 })) };
  const account = termsOf(shop).accounts.map((one) => ({
    ...one,
    monthly: [{ from: '2025-01-01' as Day, to: null, day: DAY }],
  }));
  return {
    files: [printShop(whole), printDebits(shop, debits)],
    terms: { accounts: account },
    asOf,
    labels: [...told.labels, ...ahead.map(({ due, fees }) => label('monthly-fee', 'MDR', 'due', due, fees))],
  };
}

function monthsOf(shop: Shop): Month[] {
  const sold = shop.trades.filter(({ type, day }) => type === '消费' && day >= shop.from && day <= shop.to);
  const names = [...new Set(sold.map(({ day }) => day.slice(0, 7)))].sort();
  return names.map((name) => {
    const sales = sold.filter(({ day }) => day.startsWith(name));
    const due = addDays(addMonths(`${name}-01` as Day, 1), DAY - 1);
    return { due, sales, fees: sales.reduce((sum, { fee }) => sum + fee, 0) };
  });
}

/** The flow of the account from which the fees are taken: a top-up before each. */
function printDebits(shop: Shop, debits: readonly Debit[]) {
  let balance = 0;
  const line = (day: Day, type: string, amount: number, n: number): string[] => {
    balance += amount;
    return [
      shop.merchant,
      `${day} 09:0${n % 2}:00`,
      `M${String(n).padStart(8, '0')}`,
      type,
      '',
      yuan(amount),
      yuan(balance),
      '成功',
      '',
    ];
  };
  const rows = debits.flatMap(({ day, sum }, n) => [
    line(addDays(day, -1), '充值', sum, n * 2),
    line(day, '手续费', -sum, n * 2 + 1),
  ]);
  return { provider: 'chinaums', name: `${shop.merchant}_flow.csv`, text: `${FLOW}\r\n${csv(rows)}\r\n` };
}
