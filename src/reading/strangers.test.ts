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

describe('what was given back of a sale, told in the row of the sale', () => {
  const header = 'Created|Payment ID|Status|Amount|Amount refunded';

  test('is money of its own, which left', () => {
    const rows = [
      '2026-11-10 10:00|p1|Partially refunded|$40.00|$15.00',
      '2026-11-10 11:00|p2|Refunded|$9.00|$9.00',
      '2026-11-11 10:00|p3|Paid|$25.00|$0.00',
    ];
    const reading = read(header, rows);
    expect(lines(reading)).toEqual([
      'sale 2026-11-10 40.00 – – USD',
      'refund 2026-11-10 -15.00 – – USD',
      'sale 2026-11-10 9.00 – – USD',
      'refund 2026-11-10 -9.00 – – USD',
      'sale 2026-11-11 25.00 – – USD',
    ]);
    expect(reading.coverage.rows).toBe(3);
    expect(reading.rejected).toEqual([]);
  });

  test('in Chinese, with the fee of the sale', () => {
    const rows = [
      '2026-11-10 10:00:00|M1|100.00|40.00|0.38|部分退款',
      '2026-11-10 12:00:00|M2|60.00|0.00|0.23|支付成功',
    ];
    expect(lines(read('支付时间|商户订单号|订单金额|已退金额|手续费|订单状态', rows))).toEqual([
      'sale 2026-11-10 100.00 0.38 – CNY',
      'refund 2026-11-10 -40.00 – – CNY',
      'sale 2026-11-10 60.00 0.23 – CNY',
    ]);
  });

  test('is nothing where the payment failed, or where more came back than was paid', () => {
    expect(lines(read(header, ['2026-11-10 10:00|p1|Failed|$40.00|$40.00']))).toHaveLength(1);
    expect(lines(read(header, ['2026-11-10 10:00|p1|Paid|$40.00|$400.00']))).toHaveLength(1);
  });
});

test('payouts of a Japanese acquirer are what was settled', () => {
  const row = '2026/11/05|2026/10/16～2026/10/31|42件|￥315,200|￥10,243|￥304,957';
  const reading = read('振込日|売上対象期間|売上件数|売上金額|手数料|振込金額', [row], { title: 'お振込明細' });
  expect(lines(reading)).toEqual(['settlement 2026-11-05 315200.00 10243.00 304957.00 JPY']);
});

test('a dispute stands under the day on which it was opened', () => {
  const row = '2026-11-03|2026-10-01|D-1|Fraudulent|$120.00|2026-11-17|Needs response';
  const reading = read('Opened|Transaction date|Case|Reason|Disputed amount|Respond by|Status', [row], {
    title: 'Disputes',
  });
  expect(reading.entries).toMatchObject([{ kind: 'chargeback', day: '2026-11-03' }]);
});

test('a sign of a currency in a column of its own', () => {
  const rows = ['2026-11-03|Sale|€|12.00|€|0.24', '2026-11-05|Sale|€|1,045.90|€|20.92'];
  expect(lines(read('Date|Type|Amount|Amount|Fee|Fee', rows))).toEqual([
    'sale 2026-11-03 12.00 0.24 – EUR',
    'sale 2026-11-05 1045.90 20.92 – EUR',
  ]);
});

test('a $ in Spanish is of no currency that could be named, unless the page says of which country it is', () => {
  const currency = (lang: string) =>
    read('Fecha|Tipo|Monto', ['2026-11-03|Venta|$12.00'], { lang }).entries.map((entry) => entry.currency);
  expect(currency('es')).toEqual(['XXX']);
  expect(currency('es-MX')).toEqual(['MXN']);
  expect(currency('es-US')).toEqual(['USD']);
  expect(currency('en')).toEqual(['USD']);
});

describe('days', () => {
  test('of four digits take their year from the period that the page states', () => {
    const rows = ['1110|101112|消费|100.00|0.60', '1112|080000|退货|-35.00|0.00'];
    const header = '日期|时间|交易类型|金额|手续费';
    expect(lines(read(header, rows, { texts: ['起止日期：2026-11-01 至 2026-11-30'] }))).toEqual([
      'sale 2026-11-10 100.00 0.60 – CNY',
      'refund 2026-11-12 -35.00 0.00 – CNY',
    ]);
    expect(read(header, rows).entries).toEqual([]);
  });

  test('of the years of an emperor', () => {
    const rows = ['令和8年11月2日|振込|182,300円||632,300円', 'R8.11.05|振込手数料||220円|632,080円'];
    const reading = read('お取引日|お取引内容|お預り金額|お支払金額|残高', rows);
    expect(reading.entries.map(({ day, amount }) => [day, amount])).toEqual([
      ['2026-11-02', 18230000000],
      ['2026-11-05', -22000000],
    ]);
  });
});

test('a balance that opens a statement is what the first movement starts from', () => {
  const rows = [
    '2026-11-02|Opening balance||1,000.00',
    '2026-11-03|STRIPE TRANSFER|400.00|1,400.00',
    '2026-11-04|ACME SUPPLIES|250.00|1,150.00',
    '2026-11-05|POS LEASE|29.00|1,121.00',
  ];
  const reading = read('Date|Description|Amount|Balance', rows, { lang: 'en-GB' });
  expect(reading.outcome).toBe('read');
  expect(reading.entries.map(({ kind, amount }) => [kind, amount])).toEqual([
    ['balance', null],
    ['transfer', 40000000],
    ['unknown', -25000000],
    ['fee', -2900000],
  ]);
});

test('a pager across the list itself says that there is more', () => {
  const across = (text: string): string => Array(3).fill(text).join('|');
  const gaps = (text: string) =>
    read('Date|Type|Amount (USD)', ['2026-11-20|Sale|12.00', across(text)]).coverage.gaps.map(({ gap }) => gap);
  expect(gaps('1 2 3 23 items in 3 pages')).toEqual(['more-pages']);
  expect(gaps('1 1 items in 1 pages')).toEqual(['not-proved']);
});

test('a German bank writes the side behind the figure', () => {
  const rows = [
    '13.11.2026|Gutschrift Kartenzahlungen|1.250,00 H|5.250,00 H',
    '14.11.2026|Entgelt Terminal|19,90 S|5.230,10 H',
  ];
  const reading = read('Buchungstag|Vorgang|Betrag|Saldo', rows, { lang: 'de-DE' });
  expect(reading.entries.map(({ amount, balance }) => [amount, balance])).toEqual([
    [125000000, 525000000],
    [-1990000, 523010000],
  ]);
});
