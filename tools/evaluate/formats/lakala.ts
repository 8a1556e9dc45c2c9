import { clock, compact, type File, inOrder } from '../print.ts';
import { CHINAUMS, type Shop, type Style, settleDay, type Trade } from '../shop.ts';

/** 拉卡拉: the JY list does not say when a sale is settled. */
export const LAKALA: Style = { ...CHINAUMS, provider: 'lakala', merchant: '822290054', settled: (day) => day };
/** The JS list beside it does. */
export const LAKALA_SETTLED: Style = { ...LAKALA, settled: settleDay };

const JY =
  '商户编号|交易日期|交易时间|终端号|分支机构|交易类型|拉卡拉流水号|原拉卡拉流水号|卡号|支付渠道|银行名称|交易金额(分)|手续费(分)|结算金额(分)|商户订单号|支付订单号|外部流水号|系统参考号|备注|支付方式';
const JS = '商户编号|交易日期|交易时间|终端号|拉卡拉流水号|交易金额(分)|手续费(分)|结算金额(分)|结算日期|结算状态';
const PAID = {
  debit: ['银联', '借记卡'],
  credit: ['银联', '贷记卡'],
  qr: ['微信', '扫码'],
  all: ['银联', ''],
} as const;

const hhmmss = (second: number): string => clock(second).replaceAll(':', '');
const listed = (shop: Shop): Trade[] =>
  shop.trades.filter(({ day }) => day >= shop.from && day <= shop.to).sort(inOrder);

/** `|` between fields, in 分; a refund is positive and says what it is. */
export function printJy(shop: Shop): File {
  const rows = listed(shop).map((one) => {
    const sign = one.type === '消费' ? 1 : -1;
    const money = [one.amount, one.fee, one.amount - one.fee - one.kept].map((fen) => String(fen * sign + 0));
    const [way, card] = PAID[one.card];
    return [
      shop.merchant,
      compact(one.day),
      hhmmss(one.second),
      one.terminal,
      '北京',
      one.type,
      `66${one.reference}`,
      one.original && `66${one.original}`,
      way === '银联' ? '622848******1234' : '',
      way,
      '',
      ...money,
      `S${one.reference}`,
      `P${one.reference}`,
      '',
      one.reference,
      one.remark,
      card,
    ].join('|');
  });
  return { name: `JY_${compact(shop.to)}_${shop.merchant}.txt`, text: `${JY}\n${rows.join('\n')}\n` };
}

/** One line to each sale, with the day on which it was settled; what is given back has a minus. */
export function printJs(shop: Shop): File {
  const rows = listed(shop).map((one) =>
    [
      shop.merchant,
      compact(one.day),
      hhmmss(one.second),
      one.terminal,
      `66${one.reference}`,
      one.amount,
      one.fee,
      one.amount - one.fee - one.kept,
      compact(one.settled),
      one.remark || '已结算',
    ].join('|'),
  );
  return { name: `JS_${compact(shop.to)}_${shop.merchant}.txt`, text: `${JS}\n${rows.join('\n')}\n` };
}

/** The sales that were settled on the same day, and what that cost beside the fee. */
export function printD0(shop: Shop, trades: readonly Trade[], each: number): File {
  const rows = [...trades]
    .sort(inOrder)
    .map((one) => [shop.merchant, compact(one.day), `66${one.reference}`, one.amount, one.fee, each].join('|'));
  const titles = '商户编号|交易日期|拉卡拉流水号|交易金额(分)|手续费(分)|D0手续费(分)';
  return { name: `D0_${compact(shop.to)}_${shop.merchant}.txt`, text: `${titles}\n${rows.join('\n')}\n` };
}
