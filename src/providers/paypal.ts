import type { Kind } from '#records/entry.ts';
import type { Field, Format, Provider } from '#records/provider.ts';

/** What the general words would take for something else. */
const KINDS: Readonly<Record<string, Kind>> = {
  'Hold on Balance for Dispute Investigation': 'hold',
  'Cancellation of Hold for Dispute Resolution': 'release',
  'Account Hold for Open Authorization': 'hold',
  'Reversal of General Account Hold': 'release',
  'Payment Hold': 'hold',
  'Payment Release': 'release',
  'Payment Review Hold': 'hold',
  'Payment Review Release': 'release',
  'Reserve Hold': 'hold',
  'Reserve Release': 'release',
  'General Currency Conversion': 'transfer',
  'Bank Deposit to PP Account': 'top-up',
  'Mass Pay Payment': 'transfer',
  'General Withdrawal': 'settlement',
  'General Withdrawal - Bank Account': 'settlement',
  'User Initiated Withdrawal': 'settlement',
};

const COMMON: Readonly<Record<string, Field>> = {
  Date: 'day',
  Time: 'time',
  TimeZone: 'ignore',
  'Time Zone': 'ignore',
  Currency: 'currency',
  Gross: 'amount',
  Fee: 'fee',
  Net: 'net',
  Balance: 'balance',
  'Transaction ID': 'reference',
  'Reference Txn ID': 'original',
  Name: 'ignore',
  'From Email Address': 'counterparty',
  'To Email Address': 'ignore',
  'Shipping and Handling Amount': 'ignore',
  'Sales Tax': 'ignore',
};

const moves = { kinds: KINDS, signs: 'printed', identity: 'Transaction ID' } as const satisfies Partial<Format>;

/** PayPal. Fees are printed with a minus; what moves nothing (Memo) is no row; dates and decimals follow the account's language. */
export const paypal: Provider = {
  id: 'paypal',
  names: { zh: 'PayPal', en: 'PayPal' },
  domains: [],
  zone: 'UTC',
  currency: 'USD',
  formats: [
    {
      ...moves,
      id: 'paypal-activity',
      title: { zh: 'PayPal 活动报告', en: 'PayPal activity report' },
      ledger: 'trade',
      needs: ['Date', 'Time', 'TimeZone', 'Type', 'Status', 'Currency', 'Gross', 'Fee', 'Net', 'Transaction ID'],
      columns: {
        ...COMMON,
        Type: 'kind',
        Status: 'state',
        'Balance Impact': 'ignore',
        'Shipping Address': 'ignore',
        'Address Status': 'ignore',
        'Item Title': 'ignore',
        'Item ID': 'ignore',
        'Insurance Amount': 'ignore',
        'Invoice Number': 'order',
        'Custom Number': 'ignore',
        Quantity: 'ignore',
        'Receipt ID': 'ignore',
        Subject: 'remark',
        Note: 'ignore',
        Country: 'ignore',
        'Country Code': 'ignore',
      },
      clock: 'TimeZone',
      leaveOut: { column: 'Balance Impact', is: /^memo$/ },
      source:
        'Header of the business activity download, 41 columns, in public files; Balance Impact is Credit, Debit or Memo.',
    },
    {
      ...moves,
      id: 'paypal-statement',
      title: { zh: 'PayPal 账单', en: 'PayPal statement' },
      ledger: 'funds',
      needs: [
        'Date',
        'Time',
        'Time Zone',
        'Description',
        'Currency',
        'Gross',
        'Fee',
        'Net',
        'Balance',
        'Transaction ID',
      ],
      columns: {
        ...COMMON,
        Description: 'kind',
        'Bank Name': 'ignore',
        'Bank Account': 'ignore',
        'Invoice ID': 'order',
      },
      clock: 'Time Zone',
      source: 'Header of the statement download, 18 columns, in public files.',
    },
  ],
  retention: {},
  support: 'documented-file',
  source: 'Headers of public files; nothing was checked against a live account.',
};
