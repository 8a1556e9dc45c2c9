import { addDays, addMonths, type Day, earlierOf } from '#money/day.ts';
import type { Label, Labelled } from './labels.ts';
import { type File, printShop } from './print.ts';
import type { Random } from './random.ts';
import {
  type Card,
  CHINAUMS,
  feeOf,
  giveBack,
  openShop,
  planOf,
  referenceOf,
  type Shop,
  type Style,
  sell,
  someDay,
} from './shop.ts';

/** Puts one trouble into a shop, and says what must be found. */
type Trouble = (shop: Shop) => readonly Label[];

const percent = (rate: number): string => `${(rate / 100).toFixed(2)}%`;

/** The merchant's terms for `--terms`; the lines of the tariff as they were agreed. */
export function termsOf(shop: Shop): NonNullable<Labelled['terms']> {
  const tariff = shop.tariff.map(({ from, to, card, rate, cap, fixed = 0 }) => ({
    from,
    to,
    applies: card,
    rate: percent(rate),
    ...(cap > 0 ? { cap: (cap / 100).toFixed(2) } : {}),
    ...(fixed > 0 ? { fixed: (fixed / 100).toFixed(2) } : {}),
  }));
  return { accounts: [{ account: `${shop.style.provider}:${shop.merchant}`, tariff, terminals: shop.terms }] };
}

export function labelledShop(
  random: Random,
  trouble: Trouble,
  withTerms: boolean,
  style: Style = CHINAUMS,
  print: (shop: Shop) => readonly File[] = (shop) => [printShop(shop)],
): Labelled {
  const shop = openShop(random, planOf(random), style);
  const labels = trouble(shop);
  return { files: print(shop), terms: withTerms ? termsOf(shop) : null, asOf: addDays(shop.to, 2), labels };
}

const label = (cause: Label['cause'], code: Label['code'], state: Label['state'], since: Day, sum = 0): Label => ({
  cause,
  code,
  state,
  since,
  sum,
});

const largest = (shop: Shop): number => Math.max(...shop.trades.map(({ amount }) => amount));

/** Sales that are charged another tariff from a day on; the excess is what is owed back. */
function charged(
  shop: Shop,
  from: Day,
  cards: readonly Card[],
  fee: (amount: number) => number,
): { sum: number; first: Day } {
  let sum = 0;
  let first = shop.to;
  for (const one of shop.trades) {
    if (one.type !== '消费' || one.day < from || !cards.includes(one.card)) continue;
    const now = fee(one.amount);
    if (now > one.fee) {
      sum += now - one.fee;
      if (one.day < first) first = one.day;
    }
    one.fee = now;
  }
  return { sum, first };
}

/** The line for a card, or for whatever this provider tells apart. */
const lineFor = (shop: Shop, card: Card) =>
  (shop.tariff.find((line) => line.card === card) ?? shop.tariff[0]) as Shop['tariff'][number];

export const SALES: Readonly<Record<string, Trouble>> = {
  'amount-outlier': (shop) => {
    const day = someDay(shop);
    sell(shop, day, largest(shop) * shop.random.whole(6, 30));
    return [label('amount-outlier', 'WARNING', 'open', day)];
  },
  'time-outlier': (shop) => {
    const day = someDay(shop);
    sell(shop, day, 4200, { second: shop.random.whole(2 * 3600, 5 * 3600) });
    return [label('time-outlier', 'WARNING', 'open', day)];
  },
  'duplicate-charge': (shop) => {
    const day = someDay(shop);
    const sale = sell(shop, day, 10_000 + shop.random.whole(1, 4999) * 2 + 1);
    sell(shop, day, sale.amount, {
      ...sale,
      second: sale.second + shop.random.whole(2, 25),
      reference: referenceOf(shop),
    });
    return [label('duplicate-charge', 'WARNING', 'open', day)];
  },
  'double-posting-reversed': (shop) => {
    const day = someDay(shop);
    const sale = sell(shop, day, 10_000 + shop.random.whole(1, 4999) * 2 + 1);
    const twin = sell(shop, day, sale.amount, { ...sale, second: sale.second + 9, reference: referenceOf(shop) });
    Object.assign(giveBack(shop, twin, addDays(day, 1), '冲正'), { fee: -twin.fee });
    return [label('double-posting-reversed', 'WARNING', 'taken', day)];
  },
  'rate-rise': (shop) => {
    const { card, fixed } = lineFor(shop, 'credit');
    const raised = card === 'credit' ? 299 : 340;
    const { sum, first } = charged(
      shop,
      someDay(shop, 60),
      [card],
      (amount) => Math.round((amount * raised) / 10_000) + (fixed ?? 0),
    );
    return [label('rate-rise', 'MDR_DELTA', 'claimable', first, sum)];
  },
  'fixed-add-on': (shop) => {
    const { card, rate, fixed } = lineFor(shop, 'qr');
    const { sum, first } = charged(
      shop,
      someDay(shop, 60),
      [card],
      (amount) => Math.round((amount * rate) / 10_000) + (fixed ?? 0) + 300,
    );
    return [label('fixed-add-on', 'MDR_DELTA', 'claimable', first, sum)];
  },
  'cap-not-applied': (shop) => {
    const day = someDay(shop);
    let sum = 0;
    for (let n = 0; n < 5; n += 1) {
      const sale = sell(shop, addDays(day, n), 500_000 + n * 1000, { card: 'debit' });
      sale.fee = Math.round((sale.amount * 50) / 10_000);
      sum += sale.fee - 2000;
    }
    for (let n = 0; n < 9; n += 1) sell(shop, addDays(day, -n - 1), 480_000 + n * 700, { card: 'credit' });
    return [label('cap-not-applied', 'MDR_DELTA', 'claimable', day, sum)];
  },
  'type-mismatch': (shop) => {
    const debits = shop.trades.filter((one) => one.type === '消费' && one.card === 'debit' && one.amount > 3000);
    const wrong = debits.filter((_, n) => n % 9 === 4);
    for (const one of wrong) one.fee = Math.round((one.amount * 60) / 10_000);
    const told = wrong.filter((one) => one.fee - feeOf(shop, one) > 1).sort((a, b) => (a.day < b.day ? -1 : 1));
    const sum = told.reduce((all, one) => all + one.fee - feeOf(shop, one), 0);
    return told[0] ? [label('type-mismatch', 'MDR_DELTA', 'claimable', told[0].day, sum)] : [];
  },
  'sim-fee': (shop) => {
    const terminal = shop.terminals[0] ?? '';
    const activated = addDays(shop.from, -20);
    shop.terms.push({ terminal, activated, sim: { amount: '36.00', delayDays: 30, cycleMonths: 12 } });
    const due = addDays(activated, 30);
    const sale = firstSale(shop, terminal, due, 3700);
    sale.kept = 3600;
    return [label('sim-fee', 'SIM_FEE', 'taken', sale.day, 3600), ...nextSim(shop, due, sale.day)];
  },
  'service-fee': (shop) => {
    const terminal = '10099001';
    const day = someDay(shop);
    const sale = sell(shop, day, 29_800, { terminal, second: 33_000 });
    sale.kept = sale.amount - sale.fee;
    for (let n = 1; n < 20; n += 1) sell(shop, addDays(day, n), 5000 + n * 13, { terminal });
    return [label('service-fee', 'TERM_SERVICE_FEE', 'taken', day, sale.kept)];
  },
  'deposit-not-released': (shop) => {
    const { terminal, activated } = deposit(shop, '20000.00');
    for (let n = 0; n < 6; n += 1) sell(shop, addDays(activated, 5 + n * 3), 400_000 + n, { terminal, card: 'credit' });
    const reachedOn = reached(shop, terminal, 2_000_000);
    return [label('deposit-not-released', 'DEPOSIT', 'claimable', reachedOn, 9900)];
  },
  'target-missed': (shop) => {
    const { day } = deposit(shop, '900000.00');
    return [label('service-fee', 'DEPOSIT', 'taken', day, 9900), label('target-missed', 'DEPOSIT', 'taken', day, 9900)];
  },
  'undisclosed-fee': (shop) => {
    const day = someDay(shop);
    const sales = shop.trades.filter((one) => one.type === '消费' && one.day >= day && one.amount > 3000).slice(0, 3);
    for (const [n, one] of sales.entries()) one.kept = 711 + n * 100;
    return sales.map((one, n) => label('undisclosed-fee', 'UNEXPLAINED', 'taken', one.day, 711 + n * 100));
  },
  'instant-settlement': (shop) => {
    const day = someDay(shop, 60);
    const terminal = shop.terminals[0] ?? '';
    const sales = shop.trades.filter((one) => one.type === '消费' && one.terminal === terminal && one.day >= day);
    for (const one of sales) one.kept = 200;
    const first = sales.map((one) => one.day).sort()[0] ?? day;
    return [label('fixed-add-on', 'FAST_SETTLE', 'taken', first, sales.length * 200)];
  },
  'late-batch': (shop) => {
    const day = someDay(shop, 45);
    for (const one of shop.trades) if (one.day === day && one.type === '消费') one.settled = addDays(one.settled, 9);
    return [label('late-batch', 'HOLD', 'taken', day)];
  },
  chargeback: (shop) => {
    const sale = shop.random.pick(shop.trades.filter((one) => one.type === '消费') as [Shop['trades'][number]]);
    const day = earlierOf(addDays(sale.day, 20), shop.to);
    giveBack(shop, sale, day, '拒付');
    return [label('chargeback', 'CHARGEBACK', 'taken', day, sale.amount)];
  },
  'refund-exceeds-sales': (shop) => {
    const settled = shop.style.settled(shop.to);
    const ofDay = (): number =>
      shop.trades.filter((one) => one.settled >= settled).reduce((sum, one) => sum + one.amount - one.fee, 0);
    const sold = shop.trades.filter(
      (one) => one.type === '消费' && one.day < addDays(shop.to, -8) && one.settled < settled,
    );
    while (ofDay() >= 0) giveBack(shop, sold.pop() ?? (shop.trades[0] as Shop['trades'][number]), shop.to);
    return [label('refund-exceeds-sales', 'REFUND_ADVANCE', 'open', settled, -ofDay())];
  },
};

function firstSale(shop: Shop, terminal: string, from: Day, least: number): Shop['trades'][number] {
  const after = shop.trades
    .filter((one) => one.type === '消费' && one.terminal === terminal && one.day >= from && one.amount >= least)
    .sort((a, b) => (a.day === b.day ? a.second - b.second : a.day < b.day ? -1 : 1));
  return after[0] ?? sell(shop, addDays(from, 1), least + 1000, { terminal });
}

/** The next fee that the terms foretell. */
function nextSim(shop: Shop, first: Day, taken: Day): readonly Label[] {
  const asOf = addDays(shop.to, 2);
  let k = 0;
  while (addMonths(first, 12 * k) < asOf || taken >= addDays(addMonths(first, 12 * k), -7)) k += 1;
  return [{ cause: 'sim-fee', code: 'SIM_FEE', state: 'due', since: addMonths(first, 12 * k), sum: 3600 }];
}

function deposit(shop: Shop, target: string): { terminal: string; activated: Day; day: Day } {
  const terminal = '10099001';
  const activated = addDays(shop.from, 10);
  shop.terms.push({ terminal, activated, deposit: { amount: '99.00', target, withinDays: 90 } });
  const sale = sell(shop, activated, 12_000, { terminal, second: 40_000, card: 'credit' });
  sale.kept = 9900;
  return { terminal, activated, day: activated };
}

function reached(shop: Shop, terminal: string, target: number): Day {
  let sum = 0;
  const sales = shop.trades.filter((one) => one.terminal === terminal).sort((a, b) => (a.day < b.day ? -1 : 1));
  for (const one of sales) {
    sum += one.amount;
    if (sum >= target) return one.day;
  }
  return shop.to;
}
