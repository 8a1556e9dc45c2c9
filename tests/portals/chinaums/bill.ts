import { addDays, addMonths, type Day, daysOf } from '../../../src/money/day.ts';
import { luhnNumber, type Random, seeded } from '../random.ts';
import { type Merchant, PAGE_SIZE, type Row } from './columns.ts';
import { netOf, netOfAll, refund, type SimFee, type Swipe, sale, withSimFee } from './swipes.ts';

/** What a reader of all rows must find. Money in cents. */
export interface Truth {
  readonly account: string;
  readonly merchant: Merchant;
  readonly rows: number;
  readonly pages: number;
  readonly from: Day;
  readonly to: Day;
  readonly amount: number;
  readonly fee: number;
  readonly net: number;
  readonly sims: readonly SimFee[];
  /** The last clearing day, on which a refund exceeded the sales. */
  readonly refundDay: Day;
  /** An earlier such day, which the following day's sales made good. */
  readonly healedDay: Day;
  /** What the account home states. */
  readonly balance: number;
  readonly observed: number;
  readonly derived: number;
  readonly predicted: number;
  /** Full card numbers that the page shows and nobody else may ever hold. */
  readonly cards: readonly string[];
}

export interface Bill {
  /** Newest first, as the page lists them. */
  readonly rows: readonly Row[];
  readonly truth: Truth;
}

const MONTHS = 14;
const SIM_CENTS = 3600;
const BALANCE_CENTS = -128_640;
const STILL_SHORT_CENTS = 64_035;

/** A quiet bill: `count` rows over 14 months that end yesterday, nothing owed. The same `today` and `seed` give the same bill. */
export function quietBill(options: { today: Day; seed: number; merchant: Merchant; count: number }): Bill {
  const random = seeded(options.seed);
  const { from, to, days } = span(options.today);
  const swipes = Array.from({ length: options.count }, () => {
    const day = days[random.between(0, days.length - 1)] ?? to;
    return sale(random, options.merchant, day, false);
  });
  return billOf(random, options.merchant, swipes, { from, to, healedDay: from, sims: [], balance: 0 });
}

/**
 * The bill with a story: SIM fees netted twice from each terminal, a refund beyond the day's sales that healed, and one on the last day that did not.
 * `count` is at least 300, so that every day of the story can hold it.
 */
export function storyBill(options: { today: Day; seed: number; merchant: Merchant; count: number }): Bill {
  const { merchant, count } = options;
  const random = seeded(options.seed);
  const { from, to, days } = span(options.today);
  const healedDay = addDays(to, -100);
  const sims = simFees(merchant, from);
  const story = [to, healedDay, addDays(healedDay, 1), ...sims.flatMap((sim) => sim.taken)];
  const told = story.flatMap((day) => Array.from({ length: 6 }, () => day));
  const smallRefunds = days.filter((day, index) => index % 40 === 17 && !story.includes(day));
  const rest = count - told.length - smallRefunds.length - 2;
  const spread = Array.from({ length: rest }, () => days[random.between(0, days.length - 2)] ?? from);

  const byDay = new Map<Day, Swipe[]>(days.map((day) => [day, []]));
  const near = new Set(story.flatMap((day) => [day, addDays(day, -1)]));
  for (const day of [...told, ...spread]) byDay.get(day)?.push(sale(random, merchant, day, day < to && !near.has(day)));
  for (const sim of sims) for (const day of sim.taken) byDay.set(day, withSimFee(byDay.get(day) ?? [], sim));
  for (const day of smallRefunds) add(byDay, day, refund(random, merchant.terminals[0], day, random.between(500, 900)));
  const netOn = (day: Day): number => netOfAll(byDay.get(day) ?? []);
  const healed = Math.floor(netOn(addDays(healedDay, 1)) / 2);
  add(byDay, healedDay, refund(random, merchant.terminals[0], healedDay, netOn(healedDay) + healed));
  add(byDay, to, refund(random, merchant.terminals[0], to, netOn(to) + STILL_SHORT_CENTS));
  return billOf(random, merchant, [...byDay.values()].flat(), { from, to, healedDay, sims, balance: BALANCE_CENTS });
}

function span(today: Day): { from: Day; to: Day; days: Day[] } {
  const to = addDays(today, -1);
  const from = addMonths(to, -MONTHS);
  return { from, to, days: daysOf({ from, to }) };
}

function add(byDay: Map<Day, Swipe[]>, day: Day, swipe: Swipe): void {
  byDay.set(day, [...(byDay.get(day) ?? []), swipe]);
}

function simFees(merchant: Merchant, from: Day): SimFee[] {
  return merchant.terminals.map((terminal, index) => {
    const first = addDays(from, 20 + 9 * index);
    const second = addMonths(first, 12);
    const remark = index === 0 ? '流量费' : '';
    return { terminal, cents: SIM_CENTS, taken: [first, second], next: addMonths(second, 12), remark };
  });
}

const compact = (day: Day): string => day.replaceAll('-', '');

/** Cents as the portal prints them: `-12.30`. */
export function yuan(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

const ISSUERS: readonly [Issuer, ...Issuer[]] = [
  ['中国农业银行', '622848'],
  ['中国工商银行', '622202'],
  ['中国建设银行', '621700'],
  ['招商银行', '622588'],
];
type Issuer = readonly [name: string, prefix: string];

function printed(random: Random, merchant: Merchant, swipe: Swipe): Row {
  const [issuer, prefix] = random.pick(ISSUERS);
  const scanned = swipe.means === 'qr';
  const wallet = random.pick(['微信', '支付宝', '云闪付']);
  const order = `${compact(swipe.day)}${swipe.time.replaceAll(':', '')}${random.digits(8)}`;
  return {
    清算日期: compact(swipe.settled),
    交易日期: compact(swipe.day),
    交易时间: swipe.time,
    交易金额: yuan(swipe.amount),
    终端号: swipe.terminal,
    分店简称: merchant.branch,
    清算金额: yuan(netOf(swipe)),
    手续费: yuan(swipe.fee),
    流水号: random.digits(6),
    交易类型: swipe.type,
    参考号: random.digits(12),
    卡号: scanned ? '' : luhnNumber(random, prefix, swipe.means === 'debit' ? 19 : 16),
    商户号: merchant.number,
    商户名称: merchant.name,
    发卡行: scanned ? '' : issuer,
    卡类型: scanned ? '' : swipe.means === 'debit' ? '借记卡' : '贷记卡',
    商户订单号: order,
    退货订单号: swipe.type === '退货' ? `R${order}` : '',
    支付类型: scanned ? `${wallet}扫码` : '银行卡',
    实际支付金额: yuan(swipe.amount),
    备注: swipe.remark,
    付款附言: '',
    钱包优惠金额: '0.00',
    商户优惠金额: '0.00',
    支付产品: scanned ? '扫码付' : 'POS收单',
  };
}

function billOf(
  random: Random,
  merchant: Merchant,
  swipes: readonly Swipe[],
  story: { from: Day; to: Day; healedDay: Day; sims: readonly SimFee[]; balance: number },
): Bill {
  const when = (swipe: Swipe): string => `${swipe.settled} ${swipe.day} ${swipe.time}`;
  const sorted = swipes.toSorted((a, b) => (when(a) < when(b) ? 1 : when(a) > when(b) ? -1 : 0));
  const rows = sorted.map((swipe) => printed(random, merchant, swipe));
  const lastDay = netOfAll(swipes.filter((swipe) => swipe.settled === story.to));
  const truth: Truth = {
    account: `chinaums:${merchant.number}`,
    merchant,
    rows: rows.length,
    pages: Math.ceil(rows.length / PAGE_SIZE),
    from: story.from,
    to: story.to,
    amount: swipes.reduce((sum, swipe) => sum + swipe.amount, 0),
    fee: swipes.reduce((sum, swipe) => sum + swipe.fee, 0),
    net: netOfAll(swipes),
    sims: story.sims,
    refundDay: story.to,
    healedDay: story.healedDay,
    balance: story.balance,
    observed: Math.max(0, -story.balance),
    derived: Math.max(0, -lastDay),
    predicted: story.sims.reduce((sum, sim) => sum + sim.cents, 0),
    cards: rows.map((row) => row.卡号).filter((card) => card !== ''),
  };
  return { rows, truth };
}
