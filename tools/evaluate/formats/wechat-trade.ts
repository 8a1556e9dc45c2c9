import { clock, type File, inOrder, yuan } from '../print.ts';
import type { Shop, Style, Trade } from '../shop.ts';

export const WECHAT: Style = {
  provider: 'wechatpay',
  merchant: '19000',
  cards: ['qr'],
  tariff: [{ from: '2024-01-01', to: null, card: 'qr', rate: 60, cap: 0 }],
  settled: (day) => day,
  hasTerminals: false,
};

const TITLES =
  '交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注';
const SUMS = '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额';

/** 交易账单, all trades, 27 columns: a refund stands under the order of its sale, with 0.00 as what is settled. One file for each month. */
export function printTrades(shop: Shop): File[] {
  const trades = shop.trades.filter(({ day }) => day >= shop.from && day <= shop.to).sort(inOrder);
  const months = [...new Set(trades.map(({ day }) => day.slice(0, 7)))];
  return months.map((month) =>
    printed(
      shop,
      month,
      trades.filter(({ day }) => day.startsWith(month)),
    ),
  );
}

function printed(shop: Shop, month: string, trades: readonly Trade[]): File {
  const lines = trades.map((one) => ticked(cells(shop, one)));
  const sold = trades.filter(({ amount }) => amount > 0).reduce((sum, one) => sum + one.amount, 0);
  const back = -trades.filter(({ amount }) => amount < 0).reduce((sum, one) => sum + one.amount, 0);
  const fees = trades.reduce((sum, one) => sum + one.fee, 0);
  const sums = [String(trades.length), yuan(sold), yuan(back), '0.00', five(fees), yuan(sold), yuan(back)];
  const text = [TITLES, ...lines, SUMS, ticked(sums)].join('\r\n');
  return { name: `${shop.merchant}All${month}.csv`, text: `\uFEFF${text}\r\n` };
}

const ticked = (cells: readonly string[]): string => cells.map((cell) => `\`${cell}`).join(',');
const five = (fen: number): string => `${yuan(fen)}000`;

function cells(shop: Shop, one: Trade): string[] {
  const isBack = one.amount < 0;
  const rate = shop.tariff.find((line) => line.from <= one.day && (line.to === null || one.day <= line.to))?.rate ?? 60;
  return [
    `${one.day} ${clock(one.second)}`,
    'wxfdc955f7104ad557',
    shop.merchant,
    '0',
    one.terminal,
    `4200001234${one.original || one.reference}`,
    `D${one.original || one.reference}`,
    'oZWaCKXip5njeEiloC4oeOV1TTsk',
    'JSAPI',
    isBack ? (one.type === '冲正' ? 'REVOKED' : 'REFUND') : 'SUCCESS',
    'OTHERS',
    'CNY',
    isBack ? '0.00' : yuan(one.amount),
    '0.00',
    isBack ? `5030${one.reference}` : '0',
    isBack ? `T${one.reference}` : '0',
    isBack ? yuan(-one.amount) : '0.00',
    '0.00',
    isBack ? 'ORIGINAL' : '',
    isBack ? one.remark || 'SUCCESS' : '',
    '测试商品',
    '',
    five(one.fee),
    `${(rate / 100).toFixed(2)}%`,
    isBack ? '0.00' : yuan(one.amount),
    isBack ? yuan(-one.amount) : '0.00',
    '',
  ];
}
