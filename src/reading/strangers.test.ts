import { describe, expect, test } from 'vitest';
import { entryLines as lines, readList as read } from './testing.ts';

/** What pages of strangers taught: each of these was read wrongly, or not at all, when it was first seen. */
describe('totals', () => {
  test('of charges are no charge', () => {
    const reading = read('Date|Description|Amount', [
      '31 Oct 2026|Terminal rental fee|€19.90',
      '31 Oct 2026|Authorisation fees (212 × €0.03)|€6.36',
      'Total charges|Total charges|€26.26',
    ]);
    expect(lines(reading)).toEqual(['fee 2026-10-31 -19.90 – – EUR', 'fee 2026-10-31 -6.36 – – EUR']);
    expect(reading.rejected).toEqual([]);
    expect(reading.controls).toMatchObject([{ what: 'amount', agrees: true }]);
  });

  test('of a payout are what is left of the parts before them', () => {
    const header = 'Payout date|Status|Charges|Refunds|Adjustments|Fees|Total';
    const rows = [
      'Nov 5, 2026|Deposited|$1,250.00|-$80.00|$0.00|-$36.55|$1,133.45',
      'Nov 4, 2026|Deposited|$230.10|$0.00|$0.00|-$7.00|$223.10',
    ];
    expect(lines(read(header, rows))).toEqual([
      'settlement 2026-11-05 1170.00 36.55 1133.45 USD',
      'settlement 2026-11-04 230.10 7.00 223.10 USD',
    ]);
  });
});

test('a Japanese bank prints what was paid, what came in, and what is left', () => {
  const reading = read('日付|お取引内容|お支払金額|お預り金額|差引残高', [
    '2026年11月5日|スクエア 入金||125,300円|1,325,300円',
    '2026年11月6日|決済手数料|3,240円||1,322,060円',
  ]);
  expect(reading.entries.map(({ amount, balance }) => [amount, balance])).toEqual([
    [12530000000, 132530000000],
    [-324000000, 132206000000],
  ]);
});

test('a heading counts the list under it, whatever the page is called', () => {
  const counted = (texts: string[], title: string) =>
    read('Date|Type|Amount (USD)', ['2026-11-20|Sale|12.00'], { title, texts }).coverage.statedRows;
  expect(counted(['Transactions (97)'], 'Dashboard')).toBe(97);
  expect(counted(['交易记录（97）'], '')).toBe(97);
  expect(counted(['Messages (97)'], 'Dashboard')).toBeNull();
  expect(counted(['แสดง 1 ถึง 1 จาก 2 รายการ'], '')).toBe(2);
});

describe('what is about no money that moves', () => {
  const outcome = (header: string, rows: readonly string[], more = {}) => read(header, rows, more).outcome;

  test('a list of prices and of the days from which they hold', () => {
    const prices = ['EU cards|1.5%|€0.25|2026-01-01', 'Chargeback fee|–|€20.00|2026-01-01'];
    expect(outcome('Payment type|Rate|Fixed fee|Effective from', prices)).toBe('not-a-known-page');
  });

  test('a total of whole pieces', () => {
    expect(outcome('Athlete|Date|Gold|Total', ['Ann|24/08/2008|8|8', 'Bob|29/08/2008|6|8'])).toBe('not-a-known-page');
    expect(outcome('Date|Total', ['24/08/2008|€8.00', '29/08/2008|€6.00'])).toBe('read');
  });

  test('invoices with their taxes', () => {
    const rows = ['1|2026-10-01|Ann|200.00|10.00|210.00', '2|2026-10-02|Bob|300.00|20.00|320.00'];
    expect(outcome('Inv No|Date|Client|Amount|Tax|Total', rows)).toBe('not-a-known-page');
  });
});

test.each([
  ['nl', 'Datum|Omschrijving|Bedrag|Af/Bij', '16-11-2026|Uitbetaling|1.250,00|Bij', 'settlement 2026-11-16 1250.00'],
  ['de-DE', 'Datum|Text|Betrag|S/H', '16.11.2026|Kontoführung|4,90|S', 'unknown 2026-11-16 -4.90'],
  ['it', 'Data|Causale|Importo|Dare/Avere', '16/11/2026|Incasso POS|80,00 €|Avere', 'sale 2026-11-16 80.00'],
])('directions in the words of %s', (lang, header, row, line) => {
  const [entry] = lines(read(header, [row], { lang }));
  expect(entry?.split(' ').slice(0, 3).join(' ')).toBe(line);
  expect(entry?.endsWith('EUR')).toBe(true);
});

test('charges of a rate are fees', () => {
  const rows = [
    '05-Nov-2026|UPI settlement|12,500.00 CR|22,500.00 CR',
    '06-Nov-2026|MDR charges|225.00 DR|22,275.00 CR',
  ];
  expect(read('Date|Particulars|Amount|Balance', rows).entries.map(({ kind }) => kind)).toEqual(['settlement', 'fee']);
});

test('what was settled is the amount, beside one in the currency of the payer', () => {
  const rows = ['2026-11-05|Sale|USD 110.00|100.00|1.50|98.50', '2026-11-06|Refund|USD -22.00|-20.00|0.00|-20.00'];
  const header = 'Date|Type|Presentment amount|Settlement amount (EUR)|Fee (EUR)|Net (EUR)';
  expect(lines(read(header, rows))).toEqual([
    'sale 2026-11-05 100.00 1.50 98.50 EUR',
    'refund 2026-11-06 -20.00 0.00 -20.00 EUR',
  ]);
});

test('a refund column tells the currency of its figures', () => {
  expect(lines(read('Refund date|Order|Refund amount', ['5 Nov 2026|#1001|$20.00']))).toEqual([
    'refund 2026-11-05 -20.00 – – USD',
  ]);
});

test('a heading says what a list is of, unless a menu names other lists beside it', () => {
  const kinds = (texts: string[]) =>
    read('Case number|Received|Amount|Fee', ['CB-1|03.11.2026|€320.00|€15.00'], { texts }).entries.map(
      ({ kind }) => kind,
    );
  expect(kinds(['Chargebacks'])).toEqual(['chargeback']);
  expect(kinds(['Transactions', 'Chargebacks', 'Payouts'])).toEqual(['sale']);
});

test('what a customer subscribed to is a sale, and a subscription is a fee', () => {
  const rows = ['2026-11-05|100.00|Subscription creation', '2026-11-06|-9.00|Subscription'];
  expect(read('Date|Amount (USD)|Description', rows).entries.map(({ kind }) => kind)).toEqual(['sale', 'fee']);
});

test('a card may name what is to be paid by what it is for', () => {
  const reading = read('账户余额|待缴流量费|缴费截止日期', ['1,286.40 元|36.00 元|2026-12-05']);
  expect(reading.entries).toMatchObject([
    { kind: 'balance', balance: 128640000 },
    { kind: 'stated-arrears', amount: -3600000, due: '2026-12-05' },
  ]);
});

test('a pager of which nothing was recognised says that there is more', () => {
  const rows = ['2026-11-20|Sale|12.00', '2026-11-21|Sale|30.00'];
  const gaps = (texts: string[]) => read('Date|Type|Amount (USD)', rows, { texts }).coverage.gaps.map(({ gap }) => gap);
  expect(gaps(['1', '2', '3'])).toEqual(['more-pages']);
  expect(gaps(['Sonraki'])).toEqual(['more-pages']);
  expect(gaps(['[1] 2 Weiter'])).toEqual(['more-pages']);
  expect(gaps(['Next steps', '1'])).toEqual(['not-proved']);
});

test('a settlement without a minus came in, where payouts are printed with one', () => {
  const rows = ['5 Oct 2026|Card settlement|1 250.00 SEK', '7 Oct 2026|Payout to bank|-1 000.00 SEK'];
  expect(lines(read('Booked|Text|Amount', rows))).toEqual([
    'settlement 2026-10-05 1250.00 – – SEK',
    'settlement 2026-10-07 -1000.00 – – SEK',
  ]);
  expect(
    lines(read('Booked|Text|Amount', ['7 Oct 2026|Payout to bank|1 000.00 SEK', '8 Oct 2026|Refund|-1.00 SEK']))[0],
  ).toBe('settlement 2026-10-07 -1000.00 – – SEK');
});

test('Mexico, what was deposited of what was sold', () => {
  const row = '16/10/2026|$800.00|$28.00|$4.48|$767.52';
  expect(lines(read('Fecha de depósito|Ventas|Comisiones|IVA|Depósito', [row], { lang: 'es-MX' }))).toEqual([
    'settlement 2026-10-16 800.00 28.00 767.52 MXN',
  ]);
});
