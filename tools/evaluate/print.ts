import type { Account, Movement } from './account.ts';
import type { Shop, Trade } from './shop.ts';

/** A file as a provider gives it. */
export interface File {
  readonly name: string;
  readonly text: string;
  /** Whose it is, where it does not say so itself. */
  readonly provider?: string;
}

const CARDS = { debit: '借记卡', credit: '贷记卡', qr: '扫码', all: '' } as const;
export const yuan = (fen: number): string => (fen / 100).toFixed(2);
export const two = (n: number): string => String(n).padStart(2, '0');
export const clock = (second: number): string =>
  `${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`;
export const compact = (day: string): string => day.replaceAll('-', '');
export const inOrder = (a: { day: string; second: number }, b: { day: string; second: number }): number =>
  a.day < b.day ? -1 : a.day > b.day ? 1 : a.second - b.second;
export const csv = (rows: readonly (readonly string[])[]): string => rows.map((row) => row.join(',')).join('\r\n');

const TRADES =
  '商户号,商户名称,清算日期,交易日期,交易时间,终端号,交易类型,卡类型,交易金额,手续费,清算金额,流水号,参考号,商户订单号,退货订单号,备注';

/** 银联商务 对账明细 (domain facts in src/providers/chinaums.ts), with the count that the portal states above it. */
export function printShop(shop: Shop): File {
  const trades = shop.trades.filter(({ day }) => day >= shop.from && day <= shop.to).sort(inOrder);
  const line = (one: Trade, n: number): string[] => [
    shop.merchant,
    '测试商户',
    compact(one.settled),
    compact(one.day),
    clock(one.second),
    one.terminal,
    one.type,
    CARDS[one.card],
    yuan(one.amount),
    yuan(one.fee),
    yuan(one.amount - one.fee - one.kept),
    String(n + 1).padStart(6, '0'),
    one.reference,
    '',
    one.original,
    one.remark,
  ];
  const head = `根据查询条件共查询到 ${trades.length} 条记录`;
  return {
    provider: 'chinaums',
    name: `${shop.merchant}_MX.csv`,
    text: `${head}\r\n${TRADES}\r\n${csv(trades.map(line))}\r\n`,
  };
}

export const FLOW = '商户号,记账时间,流水号,业务类型,终端号,收支金额(元),账户余额(元),状态,备注';

/** An account's flow as portals export it; the header words alone say what it is. */
export function printAccount(account: Account): File {
  let balance = account.opening;
  const rows = account.movements
    .filter(({ day }) => day >= account.from && day <= account.to)
    .sort(inOrder)
    .map((one: Movement, n) => {
      if (one.state === '成功') balance += one.amount;
      return [
        account.merchant,
        `${one.day} ${clock(one.second)}`,
        `F${String(n + 1).padStart(8, '0')}`,
        one.type,
        one.terminal,
        yuan(one.amount),
        one.state === '成功' ? yuan(balance) : '',
        one.state,
        one.remark,
      ];
    });
  return { provider: 'chinaums', name: `${account.merchant}_flow.csv`, text: `${FLOW}\r\n${csv(rows)}\r\n` };
}
