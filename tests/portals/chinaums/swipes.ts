import { addDays, type Day } from '../../../src/money/day.ts';
import type { Random } from '../random.ts';
import type { Merchant } from './columns.ts';

/** One booked transaction; money in cents. */
export interface Swipe {
  readonly settled: Day;
  readonly day: Day;
  readonly time: string;
  readonly terminal: string;
  readonly type: '消费' | '退货';
  readonly means: 'debit' | 'credit' | 'qr';
  readonly amount: number;
  readonly fee: number;
  /** Taken from this swipe beside the fee, and what the row says about it. */
  readonly sim: number;
  readonly remark: string;
}

export interface SimFee {
  readonly terminal: string;
  readonly cents: number;
  readonly taken: readonly [Day, Day];
  readonly next: Day;
  readonly remark: string;
}

/** Hundredths of a percent, as agreed with the acquirer. */
const RATE = { debit: 50, credit: 60, qr: 38 } as const;
const DEBIT_CAP = 2000;

export const netOf = (swipe: Swipe): number => swipe.amount - swipe.fee - swipe.sim;
export const netOfAll = (swipes: readonly Swipe[]): number => swipes.reduce((sum, swipe) => sum + netOf(swipe), 0);

function feeOf(means: Swipe['means'], cents: number): number {
  const fee = Math.floor((cents * RATE[means] + 5000) / 10_000);
  return means === 'debit' ? Math.min(fee, DEBIT_CAP) : fee;
}

/** A sale on `day`; where `mayBeLate`, some are after 23:00 and belong to the next clearing day. */
export function sale(random: Random, merchant: Merchant, day: Day, mayBeLate: boolean): Swipe {
  const means = random.pick(['debit', 'credit', 'credit', 'qr', 'qr', 'qr']);
  const large = means === 'debit' && random.next() < 0.04;
  const amount = large ? random.between(410_000, 960_000) : random.between(800, means === 'qr' ? 18_000 : 90_000);
  const late = mayBeLate && random.next() < 0.02;
  return {
    settled: late ? addDays(day, 1) : day,
    day,
    time: clock(random, late ? 23 : random.between(8, 21)),
    terminal: random.pick(merchant.terminals),
    type: '消费',
    means,
    amount,
    fee: feeOf(means, amount),
    sim: 0,
    remark: '',
  };
}

/** Money back to a customer; no fee is returned. */
export function refund(random: Random, terminal: string, day: Day, cents: number): Swipe {
  return {
    settled: day,
    day,
    time: clock(random, 20),
    terminal,
    type: '退货',
    means: 'credit',
    amount: -cents,
    fee: 0,
    sim: 0,
    remark: '',
  };
}

/** Nets the SIM fee from the first sale of the day, which is made large enough to bear it. */
export function withSimFee(day: readonly Swipe[], sim: SimFee): Swipe[] {
  return day.map((swipe, index) => {
    if (index > 0) return swipe;
    const amount = Math.max(swipe.amount, 8800);
    const fee = feeOf(swipe.means, amount);
    return { ...swipe, terminal: sim.terminal, amount, fee, sim: sim.cents, remark: sim.remark };
  });
}

function clock(random: Random, hour: number): string {
  return [hour, random.between(0, 59), random.between(0, 59)].map((part) => String(part).padStart(2, '0')).join(':');
}
