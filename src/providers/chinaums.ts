import type { Provider } from '#records/provider.ts';
import { IN_PUBLIC_CODE } from './sources.ts';

/** 银联商务. The 对账明细 page and its export are documented in public code; nothing here was checked against the live portal. */
export const chinaums: Provider = {
  id: 'chinaums',
  names: { zh: '银联商务', en: 'ChinaUMS' },
  domains: ['chinaums.com'],
  zone: 'Asia/Shanghai',
  currency: 'CNY',
  formats: [
    {
      id: 'chinaums-detail',
      title: { zh: '银联商务 对账明细', en: 'ChinaUMS reconciliation details' },
      ledger: 'trade',
      needs: ['清算日期', '交易日期', '交易金额', '清算金额', '手续费', '终端号', '参考号'],
      columns: {
        清算日期: 'settle-day',
        交易日期: 'day',
        交易时间: 'time',
        交易金额: 'amount',
        清算金额: 'net',
        手续费: 'fee',
        终端号: 'terminal',
        流水号: 'trace',
        参考号: 'rrn',
        交易类型: 'kind',
        卡号: 'card-number',
        卡类型: 'card-type',
        支付类型: 'card-type',
        支付产品: 'card-type',
        商户号: 'account',
        商户编号: 'account',
        商户名称: 'account-name',
        商户订单号: 'order',
        退货订单号: 'original',
        备注: 'remark',
        付款附言: 'remark',
        分店简称: 'ignore',
        发卡行: 'ignore',
        实际支付金额: 'ignore',
        钱包优惠金额: 'ignore',
        商户优惠金额: 'ignore',
      },
      source:
        'Column names of the 对账明细 bill as used by pinume/chinaums (service.chinaums.com, 2026). No column is known to be a unique id: 参考号 and 流水号 repeat between terminals and days.',
    },
  ],
  signedOut: ['用户登录', '欢迎登录', '请登录', '登录超时'],
  merchantLabels: ['当前商户', '商户编号', '商户号', '商户名称', '我的商户'],
  // Nothing public says how long its pages go back.
  retention: {},
  kind: 'payment-institution',
  domainsFrom: IN_PUBLIC_CODE,
  portals: [
    {
      address: 'https://service.chinaums.com/uisportal/',
      what: { zh: '商户服务平台', en: 'Service platform for merchants' },
      source: {
        zh: '公开项目 pinume/chinaums 在用的地址',
        en: 'The address that the public project pinume/chinaums uses',
      },
      dated: '2026',
      confidence: 'public-code',
    },
  ],
  serviceLines: [
    {
      number: '95534',
      source: {
        zh: '公开代码里的小票样张，印在 service.chinaums.com 旁边',
        en: 'A receipt template in public code, beside service.chinaums.com',
      },
      dated: null,
      confidence: 'public-code',
    },
  ],
  smsSenders: [],
  notShown: [],
  licence: null,
  support: 'documented-page',
  source: 'pinume/chinaums: site-config.js, content.js, account-detail.js, trade-audit.js (2026).',
};
