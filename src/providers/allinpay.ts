import type { Provider } from '#records/provider.ts';
import { IN_PUBLIC_CODE, LINES_TABLE } from './sources.ts';

/** 通联支付. An export whose columns are known from one project's code; its portal is not documented. */
export const allinpay: Provider = {
  id: 'allinpay',
  names: { zh: '通联支付', en: 'Allinpay' },
  domains: ['allinpay.com'],
  zone: 'Asia/Shanghai',
  currency: 'CNY',
  formats: [
    {
      id: 'allinpay-trade',
      title: { zh: '通联支付 交易明细', en: 'Allinpay transactions' },
      ledger: 'trade',
      needs: ['商户号', '门店名', '终端号', '交易批次号', '凭证号', '交易金额', '手续费', '结算金额', '对接应用号'],
      columns: {
        交易日期时间: 'at',
        交易日期: 'ignore',
        交易时间: 'ignore',
        交易金额: 'amount',
        原始金额: 'ignore',
        门店名: 'ignore',
        卡类别: 'card-type',
        产品类型: 'card-type',
        发卡行机构代码: 'ignore',
        发卡行名称: 'ignore',
        交易单号: 'reference',
        订单号: 'order',
        商户备注: 'remark',
        对接应用号: 'ignore',
      },
      source: 'ycj24k/wxq-crm-ui, DownHeader.tsx: 商户号 is called cusid there, which is 通联’s name for it.',
    },
  ],
  merchantLabels: ['商户号', '当前商户'],
  retention: {},
  kind: 'payment-institution',
  domainsFrom: IN_PUBLIC_CODE,
  portals: [],
  serviceLines: [{ number: '95193', ...LINES_TABLE }],
  smsSenders: [],
  notShown: [],
  licence: null,
  support: 'documented-file',
  source: 'One public project; no page is documented, and the file was never seen.',
};
