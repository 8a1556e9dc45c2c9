import type { Provider } from '#records/provider.ts';

/** 京东, the buyer's own bill. */
export const jd: Provider = {
  id: 'jd',
  names: { zh: '京东', en: 'JD' },
  domains: [],
  zone: 'Asia/Shanghai',
  currency: 'CNY',
  formats: [
    {
      id: 'jd-personal',
      title: { zh: '京东 交易流水', en: 'JD transactions' },
      ledger: 'funds',
      holder: 'buyer',
      needs: ['交易时间', '商户名称', '交易说明', '金额', '收/付款方式', '交易状态', '收/支', '交易分类', '交易订单号'],
      columns: {
        交易时间: 'at',
        商户名称: 'counterparty',
        交易说明: 'remark',
        金额: 'amount',
        '收/付款方式': 'ignore',
        交易状态: 'state',
        '收/支': 'direction',
        交易分类: 'kind',
        交易订单号: 'reference',
        商家订单号: 'order',
        备注: 'remark',
      },
      controls: [{ what: 'rows', pattern: /^共\s*(\d+)\s*笔/, compute: { how: 'count' } }],
      source: 'Samples of double-entry-generator, daoru and preciouss.',
    },
  ],
  retention: {},
  kind: 'platform',
  domainsFrom: null,
  portals: [],
  serviceLines: [],
  smsSenders: [],
  notShown: [],
  licence: null,
  support: 'documented-file',
  source: 'Sample exports of public projects.',
};
