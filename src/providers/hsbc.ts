import type { Format, Provider } from '#records/provider.ts';

const SOURCE =
  'Exports of double-entry-generator and china-bean-importers (HSBC HK): days as dd/mm/yyyy, money out with a minus.';
const statement = {
  ledger: 'bank',
  signs: 'printed',
  dayOrder: 'dmy',
  source: SOURCE,
} as const satisfies Partial<Format>;

/** HSBC Hong Kong, the holder's own statements. */
export const hsbc: Provider = {
  id: 'hsbc',
  names: { zh: '汇丰（香港）', en: 'HSBC Hong Kong' },
  domains: [],
  zone: 'Asia/Hong_Kong',
  currency: 'HKD',
  formats: [
    {
      ...statement,
      id: 'hsbc-card',
      title: { zh: '汇丰 信用卡', en: 'HSBC credit card' },
      needs: ['Transaction date', 'Post date', 'Description', 'Billing amount', 'Billing currency', 'Merchant name'],
      columns: {
        'Transaction date': 'day',
        'Post date': 'ignore',
        Description: 'kind',
        'Billing amount': 'amount',
        'Billing currency': 'currency',
        'Transaction status': 'state',
        'Merchant name': 'counterparty',
        'Country / region': 'ignore',
        'Area / district': 'ignore',
        'Credit / Debit': 'direction',
      },
    },
    {
      ...statement,
      id: 'hsbc-account',
      title: { zh: '汇丰 账户', en: 'HSBC account' },
      needs: ['Date', 'Description', 'Billing amount', 'Billing currency', 'Balance'],
      columns: {
        Date: 'day',
        'Value date': 'ignore',
        Description: 'kind',
        'Billing amount': 'amount',
        'Billing currency': 'currency',
        Balance: 'balance',
        'Balance currency': 'ignore',
      },
    },
  ],
  retention: {},
  kind: 'bank',
  domainsFrom: null,
  portals: [],
  serviceLines: [],
  smsSenders: [],
  notShown: [],
  licence: null,
  support: 'documented-file',
  source: 'Sample exports of public projects.',
};
