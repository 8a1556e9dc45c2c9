import { clock, compact, type File, inOrder } from '../print.ts';
import { CHINAUMS, feeOf, type Shop, type Style } from '../shop.ts';

export const LESHUA: Style = { ...CHINAUMS, provider: 'leshua', merchant: '10012', settled: (day) => day };

const TITLES =
  '记录类型|编号|交易时间|订单号|商户号|费率(万分之一)|交易金额(分)|手续费(分)|结算金额(分)|资金流向|交易类型|支付方式|卡类型|商户优惠类型|参考号|凭证号|终端号|第三方订单号|第三方退款号|支付时间|上游订单号(网、银联)|上游订单号(微信、支付宝)|付款银行|消费者标识|扫码支付交易类型';
const PAID = {
  debit: ['刷卡', '银行卡', '借记卡'],
  credit: ['刷卡', '银行卡', '贷记卡'],
  qr: ['扫码', '微信', '*'],
  all: ['*', '*', '*'],
} as const;

/** 25 fields in 分, `*` where one does not apply; by every second seed without titles. */
export function printLeshua(shop: Shop): File {
  const trades = shop.trades.filter(({ day }) => day >= shop.from && day <= shop.to).sort(inOrder);
  const rows = trades.map((one, n) => {
    const isSale = one.amount > 0;
    const sign = isSale ? 1 : -1;
    const at = `${compact(one.day)}${clock(one.second).replaceAll(':', '')}`;
    const [type, way, card] = PAID[one.card];
    const rate =
      one.amount === 0 ? '*' : String(Math.round((feeOf(shop, { ...one, amount: 1_000_000 }) / 1_000_000) * 10_000));
    return [
      'BT',
      n + 1,
      at,
      one.reference,
      shop.merchant,
      rate,
      one.amount * sign,
      one.fee * sign + 0,
      (one.amount - one.fee - one.kept) * sign,
      FLOW[one.type] ?? (isSale ? '进账' : '退款'),
      one.type === '消费' || one.type === '退货' ? type : one.type,
      way,
      card,
      '*',
      one.reference,
      '*',
      one.terminal,
      `O${one.original || one.reference}`,
      isSale ? '*' : `R${one.reference}`,
      at,
      '*',
      '*',
      '*',
      '*',
      '*',
    ].join('|');
  });
  const titled = Number(shop.merchant) % 2 === 0;
  return { name: `leshua_${shop.merchant}.txt`, text: `${titled ? `${TITLES}\n` : ''}${rows.join('\n')}\n` };
}

const FLOW: Readonly<Record<string, string>> = { 冻结: '冻结', 解冻: '解冻', 拒付: '出账', 流量费: '出账' };
