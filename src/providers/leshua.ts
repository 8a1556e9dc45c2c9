import type { Provider } from '#records/provider.ts';
import { IN_PUBLIC_CODE, LINES_TABLE } from './sources.ts';

const TITLES = [
  '记录类型',
  '编号',
  '交易时间',
  '订单号',
  '商户号',
  '费率(万分之一)',
  '交易金额(分)',
  '手续费(分)',
  '结算金额(分)',
  '资金流向',
  '交易类型',
  '支付方式',
  '卡类型',
  '商户优惠类型',
  '参考号',
  '凭证号',
  '终端号',
  '第三方订单号',
  '第三方退款号',
  '支付时间',
  '上游订单号(网、银联)',
  '上游订单号(微信、支付宝)',
  '付款银行',
  '消费者标识',
  '扫码支付交易类型',
] as const;

/** 乐刷. The agents' text file, with or without its titles; `*` says that a field does not apply. */
export const leshua: Provider = {
  id: 'leshua',
  names: { zh: '乐刷', en: 'Leshua' },
  domains: ['leshuazf.com'],
  zone: 'Asia/Shanghai',
  currency: 'CNY',
  formats: [
    {
      id: 'leshua-trade',
      title: { zh: '乐刷 对账文件', en: 'Leshua reconciliation file' },
      ledger: 'trade',
      needs: ['记录类型', '交易时间', '订单号', '商户号', '交易金额', '手续费', '结算金额', '资金流向'],
      columns: {
        记录类型: 'ignore',
        编号: 'ignore',
        交易时间: 'at',
        订单号: 'reference',
        第三方订单号: 'order',
        第三方退款号: 'ignore',
        支付时间: 'ignore',
        资金流向: 'direction',
        交易类型: 'kind',
        支付方式: 'card-type',
        扫码支付交易类型: 'ignore',
        上游订单号: 'ignore',
        付款银行: 'ignore',
        商户优惠类型: 'ignore',
        参考号: 'rrn',
        凭证号: 'trace',
      },
      untitled: {
        columns: TITLES,
        where: {
          记录类型: /^B[A-Z]$/,
          交易时间: /^20\d{2}/,
          '交易金额(分)': /^-?\d+$/,
          '结算金额(分)': /^(?:-?\d+|\*|)$/,
          资金流向: /^(?:进账|出账|冻结|解冻|退款|\*|)$/,
        },
      },
      source:
        'https://www.kancloud.cn/leshuadocs/saas/1099895: 25 fields, amounts in 分; the stored page may end before the last field.',
    },
  ],
  retention: {
    publishedHour: {
      value: 9,
      source: {
        zh: 'https://www.kancloud.cn/leshuadocs/saas/1099895：某日的文件在次日 9 点生成',
        en: 'https://www.kancloud.cn/leshuadocs/saas/1099895: the file of a day is there at 9 o’clock of the next day',
      },
      dated: null,
      confidence: 'third-party',
    },
  },
  kind: 'payment-institution',
  domainsFrom: IN_PUBLIC_CODE,
  portals: [],
  serviceLines: [{ number: '400-777-9068', ...LINES_TABLE }],
  smsSenders: [],
  notShown: [],
  licence: null,
  support: 'documented-file',
  source:
    'https://www.kancloud.cn/leshuadocs/saas/1099895, the format page for agents; a merchant’s own page is not documented.',
};
