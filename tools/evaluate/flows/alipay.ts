import { clock, compact, type File, yuan } from '../print.ts';
import { type Flow, type Move, running } from './flow.ts';

const TITLES =
  '账务流水号,业务流水号,商户订单号,商品名称,发生时间,对方账号,收入金额（+元）,支出金额（-元）,账户余额（元）,交易渠道,业务类型,备注';
const TYPES: Readonly<Record<Move, string>> = {
  sale: '在线支付',
  fee: '收费',
  refund: '交易退款',
  'fee-back': '退费',
  withdrawal: '提现',
  'top-up': '充值',
  transfer: '转账',
  freeze: '冻结',
  unfreeze: '解冻',
  'software-fee': '收费',
};

/** 支付宝 账务明细, with the sums below it. */
export function printAlipay(flow: Flow): File {
  const moves = running(flow);
  const rows = moves.map(({ moved, balance }, n) =>
    [
      `${compact(moved.day)}${String(n + 1).padStart(12, '0')}\t`,
      `2025${moved.order}\t`,
      `D${moved.order}\t`,
      '测试商品',
      `${moved.day} ${clock(moved.second)}`,
      '',
      moved.amount > 0 ? yuan(moved.amount) : '0.00',
      moved.amount < 0 ? yuan(moved.amount) : '0.00',
      yuan(balance),
      '支付宝',
      TYPES[moved.move],
      remarkOf(moved.move, moved.order, moved.remark),
    ].join(','),
  );
  const out = moves.filter(({ moved }) => moved.amount < 0);
  const inward = moves.filter(({ moved }) => moved.amount > 0);
  const sum = (of: typeof moves): string => yuan(of.reduce((all, { moved }) => all + moved.amount, 0));
  const text = [
    '#支付宝账务明细查询',
    `#账号：[${flow.merchant}0156]`,
    `#起始日期：[${day(flow.from)} 00:00:00]   终止日期：[${day(flow.to)} 23:59:59]`,
    '#-----------------------------------------账务明细列表----------------------------------------',
    TITLES,
    ...rows,
    '#-----------------------------------------账务明细列表结束------------------------------------',
    `#支出合计：${out.length}笔，共${sum(out)}元`,
    `#收入合计：${inward.length}笔，共${sum(inward)}元`,
  ].join('\r\n');
  return { name: `${flow.merchant}0156_账务明细.csv`, text: `${text}\r\n` };
}

const day = (text: string): string => text.replace(/(\d+)-(\d+)-(\d+)/, '$1年$2月$3日');
const remarkOf = (move: Move, order: string, remark: string): string =>
  remark || (move === 'fee' ? `支付服务费[2025${order}]` : move === 'fee-back' ? `退还支付服务费[2025${order}]` : '');
