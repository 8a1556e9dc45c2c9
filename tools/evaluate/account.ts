import { addDays, type Day } from '#money/day.ts';
import type { Random } from './random.ts';

/** One line of an account's own flow: fees taken, top-ups, withdrawals, with the balance after it. Sums in fen. */
export interface Movement {
  readonly day: Day;
  readonly second: number;
  readonly type: string;
  readonly amount: number;
  readonly state: '成功' | '失败' | '处理中';
  readonly remark: string;
  readonly terminal: string;
}

/** A prepaid account from which an acquirer takes a monthly fee. */
export interface Account {
  readonly random: Random;
  readonly merchant: string;
  readonly from: Day;
  readonly to: Day;
  /** In fen, before the first movement. */
  readonly opening: number;
  /** In any order; the printer puts them in order and works out the balances. */
  movements: Movement[];
}

const FIRST: Day = '2025-03-03';

/** Sales come in daily, a withdrawal empties most of it weekly, and a fee leaves monthly. */
export function openAccount(random: Random): Account {
  const days = random.whole(150, 330);
  const account: Account = {
    random,
    merchant: `8983101481${random.whole(10_000, 99_999)}`,
    from: FIRST,
    to: addDays(FIRST, days - 1),
    opening: 50_000,
    movements: [],
  };
  for (let n = 0; n < days; n += 1) {
    const day = addDays(FIRST, n);
    move(account, day, '收款', random.whole(20_000, 90_000), { second: 72_000 });
    if (n % 7 === 6) move(account, day, '提现', -random.whole(120_000, 135_000), { second: 79_000 });
    if (n % 30 === 14) move(account, day, '手续费', -8800, { second: 36_000 });
  }
  return account;
}

export function move(
  account: Account,
  day: Day,
  type: string,
  amount: number,
  given: Partial<Movement> = {},
): Movement {
  const movement: Movement = {
    day,
    second: 40_000 + account.random.whole(0, 20_000),
    type,
    amount,
    state: '成功',
    remark: '',
    terminal: '',
    ...given,
  };
  account.movements.push(movement);
  return movement;
}
