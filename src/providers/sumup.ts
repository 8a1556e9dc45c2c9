import type { Provider } from '#records/provider.ts';
import { COMMON } from './sources.ts';

/** SumUp. In its report Net is the price without tax; what reaches the merchant is Payout. */
export const sumup: Provider = {
  id: 'sumup',
  names: { zh: 'SumUp', en: 'SumUp' },
  domains: ['sumup.com'],
  zone: 'UTC',
  currency: 'EUR',
  formats: [
    {
      id: 'sumup-transactions',
      title: { zh: 'SumUp 交易报告', en: 'SumUp transactions report' },
      ledger: 'trade',
      needs: ['Transaction ID', 'Transaction Type', 'Status', 'Total', 'Net', 'Fee', 'Payout'],
      columns: {
        Date: 'at',
        'Transaction Date': 'at',
        'Transaction ID': 'reference',
        'Transaction Type': 'kind',
        Status: 'state',
        'Card Type': 'card-type',
        'Last 4 digits': 'ignore',
        'Process as': 'card-type',
        'Payment Method': 'ignore',
        'Entry Mode': 'ignore',
        'Auth code': 'ignore',
        Description: 'remark',
        Total: 'amount',
        Net: 'ignore',
        'Tax amount': 'ignore',
        Tax: 'ignore',
        'Tip Amount': 'ignore',
        Tip: 'ignore',
        Fee: 'fee',
        Payout: 'net',
        'Payout Date': 'settle-day',
        'Payout ID': 'batch',
        Reference: 'ignore',
        Currency: 'currency',
      },
      kinds: { Sale: 'sale', Payment: 'sale', Refund: 'refund', Chargeback: 'chargeback' },
      clock: 'unknown',
      source:
        'Column names as they are generally known of the transactions report. Unverified: no file of it was seen, and which clock it tells is not known.',
    },
  ],
  retention: {},
  kind: 'platform',
  domainsFrom: COMMON,
  portals: [
    {
      address: 'https://me.sumup.com/',
      what: { zh: '商户后台', en: 'Merchant area' },
      source: { zh: '一般所知，没有查到出处', en: 'Generally known; no source was found' },
      dated: null,
      confidence: 'unconfirmed',
    },
  ],
  serviceLines: [],
  smsSenders: [],
  notShown: [
    {
      what: {
        zh: '账户余额为负时，网页仍显示 £0，只有 App 显示负数',
        en: 'A negative balance: the web page shows £0 and only the app shows the minus',
      },
      source: {
        zh: 'SumUp 帮助文章的镜像，讲的是商业账户',
        en: 'A mirror of SumUp’s help article about its business account',
      },
      dated: null,
      confidence: 'third-party',
    },
  ],
  licence: null,
  support: 'documented-file',
  source: 'General knowledge; unverified, nothing was checked against a file or a live account.',
};
