import type { Field, Format, Provider } from '#records/provider.ts';

const COLUMNS: Readonly<Record<string, Field>> = {
  'Company Account': 'ignore',
  'Merchant Account': 'account',
  'Psp Reference': 'order',
  'Merchant Reference': 'ignore',
  'Payment Method': 'card-type',
  'Creation Date': 'at',
  'Booking Date': 'ignore',
  TimeZone: 'ignore',
  'Booking Date TimeZone': 'ignore',
  Type: 'kind',
  'Journal Type': 'kind',
  'Modification Reference': 'reference',
  'Gross Currency': 'ignore',
  'Gross Debit (GC)': 'expense',
  'Gross Credit (GC)': 'income',
  'Exchange Rate': 'ignore',
  'Net Currency': 'currency',
  'Net Debit (NC)': 'net-expense',
  'Net Credit (NC)': 'net-income',
  'Commission (NC)': 'fee',
  'Markup (NC)': 'fee',
  'Scheme Fees (NC)': 'fee',
  'Interchange (NC)': 'fee',
  'Payment Method Variant': 'ignore',
  'Modification Merchant Reference': 'remark',
  'Batch Number': 'batch',
  'Shopper Reference': 'ignore',
};

const settlement = {
  title: { zh: 'Adyen 结算明细', en: 'Adyen settlement details' },
  ledger: 'trade',
  columns: COLUMNS,
  kinds: {
    Settled: 'sale',
    SettledBulk: 'sale',
    SettledInInstallments: 'sale',
    Refunded: 'refund',
    RefundedBulk: 'refund',
    RefundedReversed: 'reversal',
    Chargeback: 'chargeback',
    SecondChargeback: 'chargeback',
    ChargebackReversed: 'chargeback',
    Fee: 'fee',
    MiscCosts: 'fee',
    InvoiceDeduction: 'fee',
    MerchantPayout: 'settlement',
    DepositCorrection: 'deposit',
    Balancetransfer: 'transfer',
    BalanceTransfer: 'transfer',
    ReserveAdjustment: 'adjustment',
    ManualCorrected: 'adjustment',
  },
  adds: ['fee'],
  amountCurrency: 'Gross Currency',
  clock: 'TimeZone',
} as const satisfies Partial<Format>;

const NEEDS = [
  'Psp Reference',
  'Merchant Account',
  'Creation Date',
  'Net Debit (NC)',
  'Net Credit (NC)',
  'Batch Number',
];
const SOURCE =
  'Header of settlement detail reports in public files; the order of columns is the merchant’s to choose, and Type is called Journal Type in some.';

/** Adyen. Gross in the shopper's currency, net and fees in the payout's: an amount in another currency than the row's is left open. */
export const adyen: Provider = {
  id: 'adyen',
  names: { zh: 'Adyen', en: 'Adyen' },
  domains: ['adyen.com'],
  zone: 'Europe/Amsterdam',
  currency: 'EUR',
  formats: [
    { ...settlement, id: 'adyen-settlement', needs: [...NEEDS, 'Type'], source: SOURCE },
    { ...settlement, id: 'adyen-settlement', needs: [...NEEDS, 'Journal Type'], source: SOURCE },
  ],
  retention: {},
  kind: 'platform',
  domainsFrom: {
    source: { zh: 'Adyen 自己的文档（docs.adyen.com）', en: 'Adyen’s own documents (docs.adyen.com)' },
    dated: null,
    confidence: 'official',
  },
  portals: [
    {
      address: 'https://ca-live.adyen.com/',
      what: { zh: 'Customer Area', en: 'Customer Area' },
      source: { zh: '一般所知，没有查到出处', en: 'Generally known; no source was found' },
      dated: null,
      confidence: 'unconfirmed',
    },
  ],
  serviceLines: [],
  smsSenders: [],
  notShown: [],
  licence: null,
  support: 'documented-file',
  source: 'Public files and https://docs.adyen.com/reporting; nothing was checked against a live account.',
};
