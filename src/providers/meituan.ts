import type { Provider } from '#records/provider.ts';

/** 美团, the buyer's own bill. */
export const meituan: Provider = {
  id: 'meituan',
  names: { zh: '美团', en: 'Meituan' },
  domains: [],
  zone: 'Asia/Shanghai',
  currency: 'CNY',
  formats: [
    {
      id: 'meituan-personal',
      title: { zh: '美团 账单', en: 'Meituan bill' },
      ledger: 'funds',
      holder: 'buyer',
      needs: [
        '交易创建时间',
        '交易成功时间',
        '交易类型',
        '订单标题',
        '收/支',
        '支付方式',
        '订单金额',
        '实付金额',
        '交易单号',
      ],
      columns: {
        交易创建时间: 'at',
        交易成功时间: 'ignore',
        交易类型: 'kind',
        订单标题: 'remark',
        '收/支': 'direction',
        支付方式: 'ignore',
        订单金额: 'ignore',
        实付金额: 'amount',
        交易单号: 'reference',
        商家单号: 'order',
        备注: 'remark',
      },
      source: 'Sample of daoru with its ledger: what was paid is what moves.',
    },
  ],
  retention: {},
  support: 'documented-file',
  source: 'Sample exports of public projects.',
};
