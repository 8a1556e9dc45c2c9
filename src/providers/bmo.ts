import type { Provider } from '#records/provider.ts';

/** BMO (Canada), the holder's own statements. */
export const bmo: Provider = {
  id: 'bmo',
  names: { zh: '蒙特利尔银行', en: 'BMO' },
  domains: [],
  zone: 'America/Toronto',
  currency: 'CAD',
  formats: [
    {
      id: 'bmo-card',
      title: { zh: 'BMO 信用卡', en: 'BMO credit card' },
      ledger: 'bank',
      signs: 'owed',
      needs: ['Item #', 'Card #', 'Transaction Date', 'Posting Date', 'Transaction Amount', 'Description'],
      columns: {
        'Item #': 'ignore',
        'Card #': 'card-number',
        'Transaction Date': 'day',
        'Posting Date': 'ignore',
        'Transaction Amount': 'amount',
        Description: 'kind',
      },
      source: 'Sample of double-entry-generator with its result: what is printed is what the holder owes.',
    },
    {
      id: 'bmo-account',
      title: { zh: 'BMO 账户', en: 'BMO account' },
      ledger: 'bank',
      signs: 'printed',
      needs: ['First Bank Card', 'Transaction Type', 'Date Posted', 'Transaction Amount', 'Description'],
      columns: {
        'First Bank Card': 'card-number',
        'Transaction Type': 'ignore',
        'Date Posted': 'day',
        'Transaction Amount': 'amount',
        Description: 'kind',
      },
      source: 'Sample of double-entry-generator with its result: money out with a minus.',
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
