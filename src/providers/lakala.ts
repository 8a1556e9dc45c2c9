import type { Provider } from '#records/provider.ts';
import { IN_PUBLIC_CODE, LINES_TABLE } from './sources.ts';

const SOURCE =
  'Header line of one downstream project’s view of the files; its own sample rows print decimals under （分）, so the unit is checked against the figures.';

/** 拉卡拉. Files with `|`, the name's beginning is the type (JY, JS, D0, SEP, JY-FQ). Its web portal is not documented. */
export const lakala: Provider = {
  id: 'lakala',
  names: { zh: '拉卡拉', en: 'Lakala' },
  domains: ['lakala.com'],
  zone: 'Asia/Shanghai',
  currency: 'CNY',
  formats: [
    {
      id: 'lakala-trade',
      title: { zh: '拉卡拉 JY 交易', en: 'Lakala JY transactions' },
      ledger: 'trade',
      needs: ['商户编号', '交易日期', '交易时间', '拉卡拉流水号', '交易类型', '交易金额', '手续费', '结算金额'],
      columns: {
        拉卡拉流水号: 'reference',
        原拉卡拉流水号: 'original',
        支付渠道: 'card-type',
        支付方式: 'card-type',
        银行名称: 'ignore',
        分支机构: 'ignore',
        商户订单号: 'order',
        支付订单号: 'ignore',
        外部流水号: 'ignore',
        系统参考号: 'rrn',
      },
      identity: '拉卡拉流水号',
      source: SOURCE,
    },
    {
      id: 'lakala-settlement',
      title: { zh: '拉卡拉 JS 结算', en: 'Lakala JS settlements' },
      ledger: 'settlement',
      needs: ['商户编号', '交易日期', '拉卡拉流水号', '交易金额', '手续费', '结算金额', '结算日期', '结算状态'],
      columns: { 拉卡拉流水号: 'reference', 结算状态: 'state' },
      identity: '拉卡拉流水号',
      source: SOURCE,
    },
    {
      id: 'lakala-same-day',
      title: { zh: '拉卡拉 D0', en: 'Lakala D0' },
      ledger: 'trade',
      needs: ['商户编号', '交易日期', '拉卡拉流水号', '交易金额', '手续费', 'D0手续费'],
      columns: { 拉卡拉流水号: 'reference', D0手续费: 'other-deduction' },
      netIsRest: true,
      source: SOURCE,
    },
    {
      id: 'lakala-split',
      title: { zh: '拉卡拉 SEP 分账', en: 'Lakala SEP profit sharing' },
      // What was passed on of a payment; the payment itself stands in the JY file.
      ledger: 'settlement',
      about: 'transfer',
      signs: 'owed',
      needs: ['商户编号', '交易日期', '拉卡拉流水号', '交易金额', '分账金额', '分账比例'],
      columns: { 拉卡拉流水号: 'reference', 交易金额: 'ignore', 分账金额: 'amount', 分账比例: 'ignore' },
      source: SOURCE,
    },
    {
      id: 'lakala-instalments',
      title: { zh: '拉卡拉 JY-FQ 分期', en: 'Lakala JY-FQ instalments' },
      ledger: 'trade',
      needs: ['商户编号', '交易日期', '拉卡拉流水号', '交易金额', '分期数', '每期金额'],
      columns: { 拉卡拉流水号: 'reference', 交易金额: 'amount', 分期数: 'ignore', 每期金额: 'ignore' },
      source: SOURCE,
    },
  ],
  signedOut: [],
  merchantLabels: ['商户编号', '商户号', '当前商户'],
  retention: {},
  kind: 'payment-institution',
  domainsFrom: IN_PUBLIC_CODE,
  portals: [
    {
      address: 'https://customer.lakala.com/',
      what: { zh: '商户查询', en: 'Merchant enquiries' },
      source: {
        zh: '公开代码打开过这个地址（年份不详）；商户通是 App',
        en: 'Opened by public code of unknown year; its merchant service is an app',
      },
      dated: null,
      confidence: 'public-code',
    },
  ],
  serviceLines: [{ number: '95016', ...LINES_TABLE }],
  smsSenders: [],
  notShown: [],
  licence: null,
  support: 'documented-file',
  source: 'Public code that reads the files; no page is documented, and no official file format was found.',
};
