import { addDays, type Day } from '#money/day.ts';
import { type Account, move, openAccount } from './account.ts';
import type { Label, Labelled } from './labels.ts';
import { printAccount } from './print.ts';
import type { Random } from './random.ts';

type Trouble = (account: Account) => readonly Label[];

export function labelledAccount(random: Random, trouble: Trouble): Labelled {
  const account = openAccount(random);
  const labels = trouble(account);
  return { files: [printAccount(account)], terms: null, asOf: addDays(account.to, 2), labels };
}

const label = (cause: Label['cause'], code: Label['code'], state: Label['state'], since: Day, sum = 0): Label => ({
  cause,
  code,
  state,
  since,
  sum,
});

const dayIn = (account: Account, margin = 60): Day => {
  const days = Math.round((Date.parse(account.to) - Date.parse(account.from)) / 86_400_000);
  return addDays(account.from, account.random.whole(margin, days - 20));
};

/** Withdrawals of the last days are themselves a cause. */
function longAfterWithdrawal(account: Account, day: Day): Day {
  const near = (one: Day): boolean =>
    account.movements.some(({ type, day: of }) => type === '提现' && of <= one && of >= addDays(one, -3));
  let free = day;
  while (near(free)) free = addDays(free, 1);
  return free;
}

/** What the account holds when a moment has passed. */
const balanceAt = (account: Account, day: Day, second: number): number =>
  account.movements
    .filter((one) => one.state === '成功' && (one.day < day || (one.day === day && one.second <= second)))
    .reduce((sum, one) => sum + one.amount, account.opening);

/** A failed fee of so much more than the account holds then. */
function failing(account: Account, day: Day, type: string, remark = ''): number {
  const sum = Math.ceil((balanceAt(account, day, 30_000) + 20_000) / 100) * 100;
  move(account, day, type, -sum, { second: 30_000, state: '失败', remark });
  return sum;
}

export const ACCOUNTS: Readonly<Record<string, Trouble>> = {
  'an ordinary account': () => [],
  'balance-too-low': (account) => {
    const day = longAfterWithdrawal(account, dayIn(account));
    const sum = failing(account, day, '服务费');
    return [label('balance-too-low', 'MDR', 'open', day, sum)];
  },
  'auto-withdrawal': (account) => {
    const day = dayIn(account);
    const held = balanceAt(account, addDays(day, -1), 80_000);
    move(account, addDays(day, -1), '自动提现', -(held - 1200), { second: 80_500 });
    const sum = 5000 + account.random.whole(1, 90) * 100;
    move(account, day, '服务费', -sum, { second: 30_000, state: '失败' });
    return [label('balance-too-low', 'MDR', 'open', day, sum), label('auto-withdrawal', 'MDR', 'open', day, sum)];
  },
  'top-up-forgotten': (account) => {
    const day = longAfterWithdrawal(account, dayIn(account, 120));
    for (let n = 5; n >= 2; n -= 1) move(account, addDays(day, -n * 30), '充值', 30_000, { second: 35_000 });
    const sum = failing(account, day, '服务费');
    return [label('balance-too-low', 'MDR', 'open', day, sum), label('top-up-forgotten', 'MDR', 'open', day, sum)];
  },
  'direct-debit-failed': (account) => {
    const day = dayIn(account);
    move(account, day, '代扣', -6600, { second: 30_000, state: '失败', remark: '银行卡状态异常' });
    return [label('direct-debit-failed', 'DD_FAILED', 'open', day, 6600)];
  },
  'wrong-transfer': (account) => {
    const day = dayIn(account);
    move(account, day, '服务费', -12_600, { second: 30_000, state: '处理中' });
    move(account, addDays(day, 2), '缴费', -16_200, { second: 38_000 });
    return [label('wrong-transfer', 'MDR', 'claimable', addDays(day, 2), 3600)];
  },
  'idle-terminal': (account) => {
    const day = dayIn(account);
    for (let n = 0; n < 10; n += 1) move(account, addDays(account.from, n), '消费', 5000, { terminal: 'T9' });
    for (let n = 0; n < 2; n += 1) move(account, addDays(day, n * 5), '休眠费', -1500 - n, { terminal: 'T9' });
    return [label('idle-terminal', 'DORMANCY', 'taken', day, 3001)];
  },
  maintenance: (account) => {
    const day = dayIn(account);
    move(account, day, '提现', -40_000, { state: '失败', remark: '系统维护，请稍后再试' });
    return [label('maintenance', 'WARNING', 'open', day)];
  },
  'charged twice': (account) => {
    const day = dayIn(account);
    move(account, day, '流量费', -3600, { terminal: 'T1' });
    move(account, addDays(day, 2), '流量费', -3600, { terminal: 'T1' });
    return [
      label('sim-fee', 'SIM_FEE', 'taken', day, 3600),
      label('duplicate-charge', 'SIM_FEE', 'claimable', addDays(day, 2), 3600),
    ];
  },
  'a terminal’s rent by direct debit': (account) => {
    const day = dayIn(account);
    move(account, day, '代扣', -3000, { remark: 'POS机租金' });
    return [label('undisclosed-fee', 'RENTAL', 'taken', day, 3000)];
  },
  'a chargeback with a fee in a row of its own': (account) => {
    const day = dayIn(account);
    move(account, day, '拒付', -6200, { second: 30_000 });
    move(account, day, '拒付手续费', -2000, { second: 30_000 });
    return [label('chargeback', 'CHARGEBACK', 'taken', day, 8200)];
  },
  'reserve kept and given back under one name': (account) => {
    const day = dayIn(account);
    move(account, day, '保证金', -20_000, { remark: '保证金' });
    move(account, addDays(day, 18), '保证金', 20_000, { remark: '保证金' });
    return [];
  },
  'retrieval-unanswered': (account) => {
    const day = dayIn(account);
    move(account, day, '调单', 0, { state: '处理中', remark: '调单，请提供签购单' });
    return [label('retrieval-unanswered', 'CHARGEBACK', 'open', day)];
  },
};
