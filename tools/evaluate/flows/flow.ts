import { addDays, type Day } from '#money/day.ts';
import type { Random } from '../random.ts';

/** What moves in an account's own flow. */
export type Move =
  | 'sale'
  | 'fee'
  | 'refund'
  | 'fee-back'
  | 'withdrawal'
  | 'top-up'
  | 'transfer'
  | 'freeze'
  | 'unfreeze'
  | 'software-fee';

/** One movement, signed as the merchant sees it. Sums in fen. */
export interface Moved {
  readonly day: Day;
  readonly second: number;
  readonly move: Move;
  amount: number;
  /** The order to which it belongs: a sale and its fee share it. */
  readonly order: string;
  readonly remark: string;
}

/** The account of a merchant at a payment platform: each sale and its fee are lines of their own, and the balance follows. */
export interface Flow {
  readonly random: Random;
  readonly merchant: string;
  readonly from: Day;
  readonly to: Day;
  readonly opening: number;
  /** In hundredths of a percent. */
  readonly rate: number;
  moves: Moved[];
}

const FIRST: Day = '2025-03-03';

/** Sales every day, each with its fee; a refund now and then, whose fee comes back; a withdrawal of most of it every week. */
export function openFlow(random: Random): Flow {
  const days = random.whole(100, 200);
  const flow: Flow = {
    random,
    merchant: `2088${random.whole(100_000, 999_999)}${random.whole(100_000, 999_999)}`,
    from: FIRST,
    to: addDays(FIRST, days - 1),
    opening: 80_000,
    rate: 60,
    moves: [],
  };
  let held = flow.opening;
  for (let n = 0; n < days; n += 1) {
    const day = addDays(FIRST, n);
    for (let count = random.whole(3, 8); count > 0; count -= 1) {
      const amount = Math.round(6000 * Math.exp(random.bell() * 0.6));
      sellIn(flow, day, amount);
      held += amount - feeIn(flow, amount);
      if (!random.chance(0.02)) continue;
      giveBackIn(flow, day, amount);
      held -= amount - feeIn(flow, amount);
    }
    if (n % 7 !== 6 || held < 150_000) continue;
    put(flow, day, 'withdrawal', -(held - 60_000), { second: 82_000 });
    held = 60_000;
  }
  return flow;
}

export const feeIn = ({ rate }: Flow, amount: number): number => Math.round((amount * rate) / 10_000);

export function sellIn(flow: Flow, day: Day, amount: number, fee = feeIn(flow, amount)): void {
  const order = number(flow);
  const second = flow.random.whole(9 * 3600, 21 * 3600);
  put(flow, day, 'sale', amount, { order, second });
  if (fee > 0) put(flow, day, 'fee', -fee, { order, second });
}

export function giveBackIn(flow: Flow, day: Day, amount: number, second = 78_000): void {
  const order = number(flow);
  const fee = feeIn(flow, amount);
  put(flow, day, 'refund', -amount, { order, second: second + flow.random.whole(0, 999) });
  if (fee > 0) put(flow, day, 'fee-back', fee, { order, second: second + 1000 });
}

export function put(flow: Flow, day: Day, move: Move, amount: number, given: Partial<Moved> = {}): void {
  flow.moves.push({
    day,
    second: 50_000 + flow.random.whole(0, 9000),
    move,
    amount,
    order: number(flow),
    remark: '',
    ...given,
  });
}

const number = ({ random }: Flow): string => `${random.whole(100_000, 999_999)}${random.whole(100_000, 999_999)}`;

/** In the order in which the account saw them, with the balance after each. */
export function running(flow: Flow): { readonly moved: Moved; readonly balance: number }[] {
  let balance = flow.opening;
  const inOrder = flow.moves
    .filter(({ day }) => day >= flow.from && day <= flow.to)
    .sort((a, b) => (a.day === b.day ? a.second - b.second : a.day < b.day ? -1 : 1));
  return inOrder.map((moved) => {
    balance += moved.amount;
    return { moved, balance };
  });
}

export const balanceOf = (flow: Flow): number => running(flow).at(-1)?.balance ?? flow.opening;
