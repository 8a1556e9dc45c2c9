import { luhn } from '../../src/tables/mask.ts';

/** One line of a merchant's trade list, as text. The card number is whole: what may be read of it is `cardAsRead`. */
export interface Trade {
  readonly id: string;
  readonly time: string;
  readonly settle: string;
  readonly merchant: string;
  readonly terminal: string;
  readonly order: string;
  readonly refer: string;
  readonly type: string;
  readonly card: string;
  readonly status: string;
  /** Cents, the merchant's sign. */
  readonly cents: { readonly amount: number; readonly fee: number; readonly net: number };
}

/** Numbers from 0 up to, not including, `below`; the same for the same seed. */
export type Dice = (below: number) => number;

/** Park and Miller's minimal standard generator, seeded by a name. */
export function diceOf(seed: string): Dice {
  let state = 1;
  for (const letter of seed) state = (state * 31 + (letter.codePointAt(0) ?? 0)) % 2_147_483_647;
  state = Math.max(1, state);
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return Math.floor((state / 2_147_483_647) * below);
  };
}

const digits = (value: number, width: number): string => String(value).padStart(width, '0');
const BINS = ['622202', '621483', '621700', '622848', '625965'];

/** A number of no real card: an issuer's first digits, zeros, a counter, and a right check digit. */
function testCard(dice: Dice): string {
  const long = dice(2) === 0 ? 19 : 16;
  const start = BINS[dice(BINS.length)] ?? '622202';
  const body = start + digits(dice(9000) + 1000, long - 1 - start.length);
  for (let check = 0; check < 10; check += 1) if (luhn(body + String(check))) return body + String(check);
  throw new Error('no check digit');
}

/** PCI DSS 3.4.1: at most the first six and the last four. */
export const cardAsRead = (card: string): string => card.slice(0, 6) + '*'.repeat(card.length - 10) + card.slice(-4);

/** `-1,234.50` from −123450 cents. */
export function money(cents: number): string {
  const whole = String(Math.floor(Math.abs(cents) / 100)).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${cents < 0 ? '-' : ''}${whole}.${digits(Math.abs(cents) % 100, 2)}`;
}

const STATUS = { 消费: '交易成功', 扫码支付: '交易成功', 预授权完成: '交易成功', 退货: '已退款' } as const;
const TYPES = ['消费', '扫码支付', '消费', '扫码支付', '消费', '预授权完成', '退货'] as const;

/** `count` trades, newest first. Fees are 0.60 % (QR 0.38 %) of a sale, rounded half up to the cent; a refund gives no fee back. */
export function trades(seed: string, count: number): Trade[] {
  const dice = diceOf(seed);
  const out: Trade[] = [];
  let minute = 20 * 60 + dice(90);
  let day = 28;
  for (let at = 0; at < count; at += 1) {
    minute -= 11 + dice(140);
    if (minute < 8 * 60) {
      day -= 1;
      minute += 12 * 60;
    }
    const date = `2026-10-${digits(day, 2)}`;
    const type = TYPES[dice(TYPES.length)] ?? '消费';
    const size = dice(4) === 0 ? 100_000 + dice(900_000) : 800 + dice(60_000);
    const amount = type === '退货' ? -size : size;
    const fee = amount < 0 ? 0 : Math.round((amount * (type === '扫码支付' ? 38 : 60)) / 10_000);
    const terminal = dice(2) === 0 ? '10020001' : '10020002';
    const order = `${date.replaceAll('-', '')}${terminal}${digits(880_000 + count - at, 8)}${digits(dice(1_000_000), 6)}`;
    out.push({
      id: String(count - at),
      time: `${date} ${digits(Math.floor(minute / 60), 2)}:${digits(minute % 60, 2)}:${digits(dice(60), 2)}`,
      settle: `2026-10-${digits(day + 1, 2)}`,
      merchant: '898310148160568',
      terminal,
      order,
      refer: digits(100_000_000_000 + dice(1_000_000_000), 12),
      type,
      card: testCard(dice),
      status: dice(12) === 0 && amount > 0 ? '处理中' : STATUS[type],
      cents: { amount, fee, net: amount - fee },
    });
  }
  return out;
}
