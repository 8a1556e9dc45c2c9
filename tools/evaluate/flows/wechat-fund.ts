import { clock, compact, type File, yuan } from '../print.ts';
import { type Flow, type Move, running } from './flow.ts';

const TITLES =
  '记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额(元),账户结余(元),资金变更提交申请人,备注,业务凭证号';
const NAMES: Readonly<Record<Move, readonly [string, string]>> = {
  sale: ['交易', '交易'],
  fee: ['交易', '扣除交易手续费'],
  refund: ['退款', '退款'],
  'fee-back': ['退款', '退还交易手续费'],
  withdrawal: ['充值/提现', '提现'],
  'top-up': ['充值/提现', '充值'],
  transfer: ['企业付款', '企业付款'],
  freeze: ['冻结', '冻结'],
  unfreeze: ['解冻', '解冻'],
  'software-fee': ['服务费', '扣除技术服务费'],
};

export const WECHAT_MERCHANT = '1900009231';

/** 微信支付 资金账单, with its counts and sums. */
export function printFund(flow: Flow): File {
  const moves = running(flow);
  const rows = moves.map(({ moved, balance }, n) => [
    `${moved.day} ${clock(moved.second)}`,
    `4200001234${moved.order}`,
    `${WECHAT_MERCHANT}${compact(moved.day)}${String(5_000_000_000 + n)}`,
    ...NAMES[moved.move],
    moved.amount > 0 ? '收入' : '支出',
    yuan(Math.abs(moved.amount)),
    yuan(balance),
    'system',
    moved.remark,
    `${moved.move === 'refund' ? 'REF' : ''}4200001234${moved.order}`,
  ]);
  const inward = moves.filter(({ moved }) => moved.amount > 0);
  const out = moves.filter(({ moved }) => moved.amount < 0);
  const sum = (of: typeof moves): string => yuan(Math.abs(of.reduce((all, { moved }) => all + moved.amount, 0)));
  const sums = [String(moves.length), String(inward.length), sum(inward), String(out.length), sum(out)];
  const ticked = (cells: readonly string[]): string => cells.map((cell) => `\`${cell}`).join(',');
  const text = [TITLES, ...rows.map(ticked), '资金流水总笔数,收入笔数,收入金额,支出笔数,支出金额', ticked(sums)];
  return { name: `${WECHAT_MERCHANT}基本账户.csv`, text: `${text.join('\r\n')}\r\n` };
}
