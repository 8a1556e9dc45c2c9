import { addDays, type Day } from '#money/day.ts';
import type { TermsFile } from '#records/terms.ts';
import type { Random } from './random.ts';

export type Card = 'debit' | 'credit' | 'qr' | 'all';

/** One line of an acquirer's list of trades. Sums in fen, signed as the merchant sees them. */
export interface Trade {
  day: Day;
  /** Seconds from midnight. */
  second: number;
  terminal: string;
  /** What the list calls it. */
  type: string;
  card: Card;
  amount: number;
  fee: number;
  /** Taken beside the fee. */
  kept: number;
  settled: Day;
  reference: string;
  /** The reference of the sale that a refund gives back. */
  original: string;
  remark: string;
}

export interface Line {
  readonly from: Day;
  readonly to: Day | null;
  readonly card: Card;
  /** In hundredths of a percent. */
  readonly rate: number;
  /** In fen; 0: none. */
  readonly cap: number;
  /** In fen, added to each sale. */
  readonly fixed?: number;
}

/** What a provider's lists show of a shop, and how it charges. */
export interface Style {
  readonly provider: string;
  /** The merchant number without its last five digits; `?` where lists do not name it. */
  readonly merchant: string;
  readonly cards: readonly [Card, ...Card[]];
  readonly tariff: readonly Line[];
  /** The day on which its lists say that a sale is settled; the day of the sale where they say none. */
  readonly settled: (day: Day) => Day;
  /** Its lists say at which terminal a sale was made. */
  readonly hasTerminals: boolean;
}

const LONG_AGO: Day = '2024-01-01';

/** 银联商务: three kinds of cards, settled on the next working day. */
export const CHINAUMS: Style = {
  provider: 'chinaums',
  merchant: '8983101481',
  cards: ['debit', 'credit', 'credit', 'qr', 'qr', 'qr'],
  tariff: [
    { from: LONG_AGO, to: null, card: 'debit', rate: 50, cap: 2000 },
    { from: LONG_AGO, to: null, card: 'credit', rate: 60, cap: 0 },
    { from: LONG_AGO, to: null, card: 'qr', rate: 38, cap: 0 },
  ],
  settled: (day) => settleDay(day),
  hasTerminals: true,
};

/** A merchant with one acquirer: what it sold, and what was agreed. */
export interface Shop {
  readonly random: Random;
  readonly style: Style;
  readonly merchant: string;
  readonly terminals: string[];
  readonly from: Day;
  /** The last day that was read. */
  readonly to: Day;
  trades: Trade[];
  tariff: Line[];
  terms: TermsFile['accounts'][number]['terminals'];
}

/** What of a shop may differ. */
export interface Plan {
  readonly days: number;
  readonly aDay: number;
  readonly terminals: number;
  /** Median sale in yuan. */
  readonly usual: number;
  /** How far sums lie apart; 0: a price list of few sums. */
  readonly spread: number;
}

export const planOf = (random: Random): Plan => ({
  days: random.whole(120, 400),
  aDay: random.whole(4, 25),
  terminals: random.whole(1, 3),
  usual: random.pick([18, 36, 65, 128, 260]),
  spread: random.pick([0, 0.4, 0.7, 1]),
});

const FIRST: Day = '2025-03-03';
/** Days on which nothing is settled, beside Saturdays and Sundays: what falls on them is settled on the next working day. */
const HOLIDAYS: readonly (readonly [Day, Day])[] = [
  ['2025-04-04', '2025-04-06'],
  ['2025-05-01', '2025-05-05'],
  ['2025-05-31', '2025-06-02'],
  ['2025-10-01', '2025-10-08'],
  ['2026-01-01', '2026-01-03'],
  ['2026-02-16', '2026-02-22'],
  ['2026-04-04', '2026-04-06'],
];

export function openShop(random: Random, plan: Plan, style: Style = CHINAUMS): Shop {
  const terminals = style.hasTerminals
    ? Array.from({ length: plan.terminals }, (_, n) => String(10_020_001 + random.whole(0, 900) * 10 + n))
    : [''];
  const shop: Shop = {
    random,
    style,
    merchant: style.merchant === '?' ? '?' : `${style.merchant}${random.whole(10_000, 99_999)}`,
    terminals,
    from: FIRST,
    to: addDays(FIRST, plan.days - 1),
    trades: [],
    tariff: [...style.tariff],
    terms: [],
  };
  const prices = Array.from(
    { length: 8 },
    () => Math.round(plan.usual * random.pick([0.5, 0.8, 1, 1, 1.2, 1.5, 2, 3])) * 100,
  );
  for (let n = 0; n < plan.days; n += 1) {
    const day = addDays(FIRST, n);
    const busy = plan.aDay * (isWeekend(day) ? 1.4 : 1) * (0.7 + random.next() * 0.6);
    for (let count = Math.round(busy); count > 0; count -= 1) {
      const amount =
        plan.spread === 0
          ? random.pick(prices as [number, ...number[]])
          : Math.max(100, Math.round(plan.usual * 100 * Math.exp(random.bell() * plan.spread)));
      sell(shop, day, amount);
    }
  }
  for (let count = Math.floor(shop.trades.length / 150); count > 0; count -= 1) refundSome(shop);
  return shop;
}

/** One more sale on this day, at an hour at which the shop is open, charged as agreed. */
export function sell(shop: Shop, day: Day, amount: number, given: Partial<Trade> = {}): Trade {
  const { random } = shop;
  const peak = random.pick([11.5, 12.5, 15, 18, 19]);
  const hour = Math.min(21.6, Math.max(9, peak + random.bell()));
  const trade: Trade = {
    day,
    second: Math.floor(hour * 3600) + random.whole(0, 59),
    terminal: random.pick(shop.terminals as [string, ...string[]]),
    type: '消费',
    card: random.pick(shop.style.cards),
    amount,
    fee: 0,
    kept: 0,
    settled: shop.style.settled(day),
    reference: referenceOf(shop),
    original: '',
    remark: '',
    ...given,
  };
  trade.fee = given.fee ?? feeOf(shop, trade);
  shop.trades.push(trade);
  return trade;
}

export const referenceOf = ({ random }: Shop): string =>
  `${random.whole(100_000, 999_999)}${random.whole(100_000, 999_999)}`;

/** What is agreed for a sale, in fen, half up. */
export function feeOf({ tariff }: Shop, { day, card, amount }: Pick<Trade, 'day' | 'card' | 'amount'>): number {
  const line = tariff.find((one) => one.card === card && one.from <= day && (one.to === null || day <= one.to));
  if (!line) return 0;
  const fee = Math.round((amount * line.rate) / 10_000);
  return (line.cap > 0 ? Math.min(fee, line.cap) : fee) + (line.fixed ?? 0);
}

/** A customer's refund of a sale of some days before; its fee is not given back. */
function refundSome(shop: Shop): void {
  const { random } = shop;
  const sale = shop.trades[random.whole(0, shop.trades.length - 1)];
  if (sale?.type !== '消费') return;
  const day = addDays(sale.day, random.whole(1, 6));
  if (day > shop.to) return;
  giveBack(shop, sale, day);
}

export function giveBack(shop: Shop, sale: Trade, day: Day, type = '退货'): Trade {
  const refund: Trade = {
    ...sale,
    day,
    second: 50_000 + shop.random.whole(0, 9000),
    type,
    amount: -sale.amount,
    fee: 0,
    settled: shop.style.settled(day),
    reference: referenceOf(shop),
    original: sale.reference,
  };
  shop.trades.push(refund);
  return refund;
}

const isWeekend = (day: Day): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
const rests = (day: Day): boolean => isWeekend(day) || HOLIDAYS.some(([from, to]) => from <= day && day <= to);

/** The next working day. */
export function settleDay(day: Day): Day {
  let next = addDays(day, 1);
  while (rests(next)) next = addDays(next, 1);
  return next;
}

/** A day well inside what was read. */
export const someDay = (shop: Shop, margin = 40): Day => {
  const days = Math.round((Date.parse(shop.to) - Date.parse(shop.from)) / 86_400_000);
  return addDays(shop.from, shop.random.whole(margin, Math.max(margin, days - margin)));
};
