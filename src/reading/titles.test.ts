import { describe, expect, test } from 'vitest';
import { readSightings } from './read.ts';
import { UNKNOWN_PAGE as context, entryLines as lines, pageOf, readList as read, tableOf } from './testing.ts';

/** What titles, headings and lines beside and among the rows say of a list. */
describe('what the page calls its list', () => {
  test('makes rows without a type what it says, wherever it stands in the title of the page', () => {
    const rows = ['$1,234.56 USD|Paid|Nov 5, 2026|Nov 7, 2026'];
    const titled = (title: string) => lines(read('Amount|Status|Initiated|Arrive by', rows, { title }));
    expect(titled('Payouts – Stripe')).toEqual(['settlement 2026-11-05 1234.56 – – USD']);
    expect(titled('Dashboard | Shop')).toEqual(['sale 2026-11-05 1234.56 – – USD']);
  });

  test('counts it, behind the name; a count behind another name is that of another list', () => {
    const rows = ['2026-11-20|Sale|12.00', '2026-11-21|Sale|30.00'];
    const counted = (texts: string[]) =>
      read('Date|Type|Amount (USD)', rows, { title: 'Transactions', texts }).coverage.statedRows;
    expect(counted(['Transactions (97)'])).toBe(97);
    expect(counted(['Disputes (4)'])).toBeNull();
  });
});

test('a credit on a till is a refund, in a bank it is money that comes in', () => {
  expect(lines(read('Datum|Art|Betrag|Gebühr', ['17.11.2026|Gutschrift|-80,00 €|0,00 €']))).toEqual([
    'refund 2026-11-17 -80.00 0.00 – EUR',
  ]);
  const bank = lines(read('Datum|Buchungstext|Betrag|Saldo', ['17.11.2026|Gutschrift|80,00 €|180,00 €']));
  expect(bank).toEqual(['unknown 2026-11-17 80.00 – 80.00 EUR']);
});

test('sales are their sum where they are sums', () => {
  expect(lines(read('Date|Terminal|Sales ($)|Fee ($)', ['2026-11-01|T1|100.00|1.50']))).toEqual([
    'sale 2026-11-01 100.00 1.50 – USD',
  ]);
});

test('subtotals are told by the number of what they add up', () => {
  const rows = [
    'T1|20261110|消费|100.00',
    'T1 小计|||100.00',
    '终端10020001小计|||100.00',
    '11月10日小计|||100.00',
    '总计|||100.00',
  ];
  const reading = read('终端号|交易日期|交易类型|交易金额', [rows[0] ?? '', rows[1] ?? '', rows[4] ?? '']);
  expect([reading.outcome, reading.entries.length, reading.rejected]).toEqual(['read', 1, []]);
  expect(read('终端号|交易日期|交易类型|交易金额', [rows[0] ?? '', rows[2] ?? '', rows[4] ?? '']).outcome).toBe('read');
  expect(read('终端号|交易日期|交易类型|交易金额', [rows[0] ?? '', rows[3] ?? '', rows[4] ?? '']).outcome).toBe('read');
});

test('a day on a line of its own is that of the rows below it', () => {
  const rows = [
    ...['Friday, November 20, 2026', '10:12 AM|Card sale|$12.00', '11:40 AM|Refund|-$2.00'],
    ...['Saturday, November 21, 2026', '9:02 AM|Card sale|$30.00'],
  ].map((row) => (row.includes('|') ? row : [row, row, row].join('|')));
  const reading = read('Time|Details|Total', rows);
  expect([reading.outcome, ...lines(reading)]).toEqual([
    'read',
    'sale 2026-11-20 12.00 – – USD',
    'refund 2026-11-20 -2.00 – – USD',
    'sale 2026-11-21 30.00 – – USD',
  ]);
  expect(reading.entries.map(({ row }) => row[2])).toEqual([1, 2, 4]);
  const chinese = read(
    '时间|类型|金额',
    ['2026年11月20日 星期五||', '10:12|收款|12.00'].map((row) => row.replace(/^(2.*五)\|\|/, '$1|$1|$1')),
  );
  expect(lines(chinese)).toEqual(['sale 2026-11-20 12.00 – – CNY']);
});

test('Spain, what is owed and what one has', () => {
  const rows = ['15/11/2026|ABONO TPV||1.250,40|3.250,40', '16/11/2026|COMISIÓN TPV|12,50||3.237,90'];
  expect(lines(read('Fecha|Concepto|Debe|Haber|Saldo', rows, { texts: ['Importes en EUR'] }))).toEqual([
    'unknown 2026-11-15 1250.40 – 1250.40 EUR',
    'fee 2026-11-16 -12.50 – -12.50 EUR',
  ]);
});

test('requests for sales slips are no sales, and have their day to answer by', () => {
  const header = '调单日期|原交易日期|参考号|交易金额|调单原因|状态|回复截止日';
  const { entries } = read(header, ['2026-11-10|2026-10-01|103500001|880.00|持卡人否认交易|待回复|2026-11-20']);
  expect(entries.map(({ kind, state, words, due }) => [kind, state, words, due])).toEqual([
    ['unknown', 'pending', '调单 · 待回复', '2026-11-20'],
  ]);
});

test('sales in thousands are no figures, and their fees are then none of a list of fees', () => {
  expect(read('Date|Sales|Fees', ['2026-11-01|1.2K|14.5', '2026-11-02|3.4K|40.1']).outcome).not.toBe('read');
});

test('page numbers that are no links say that there is more', () => {
  const list = tableOf('交易时间|交易类型|交易金额', ['2026-11-05 10:00:00|消费|10.00']);
  const withPager = (cells: string) => {
    const { outcome, coverage } = readSightings([pageOf([list, tableOf('', [cells])])], context);
    return [outcome, ...coverage.gaps.map(({ gap }) => gap)];
  };
  expect(withPager('««|1|2|3|»»')).toEqual(['part', 'more-pages']);
  expect(withPager('1|5|9')).not.toContain('more-pages');
});

test('where nobody knows the source, its day is the one on the clock that it states', () => {
  const rows = ['2026-11-20T23:30:00-05:00|sale|10.00|USD', '2026-11-21T00:30:00-05:00|sale|12.00|USD'];
  expect(read('Timestamp|Type|Amount|Currency', rows).entries.map(({ day, at }) => [day, at])).toEqual([
    ['2026-11-20', '2026-11-20T23:30:00-05:00'],
    ['2026-11-21', '2026-11-21T00:30:00-05:00'],
  ]);
});

test('what a title says to screen readers is no part of it', () => {
  const header = ['Payment Date', 'Type', 'Amount']
    .map((title) => `Sort by: ${title} Show ${title} column actions`)
    .join('|');
  expect(lines(read(header, ['2026-11-14|Sale|$25.00']))).toEqual(['sale 2026-11-14 25.00 – – USD']);
});

describe('lists whose titles have a second meaning', () => {
  test.each<[string, string, readonly string[], readonly string[]]>([
    [
      'of chargebacks: their day is not that of the sale',
      'Case ID|Chargeback date|Transaction date|Card|Amount|Due date|Status',
      ['C1|2026-11-10|2026-10-02|4111 **** 1111|$88.00|2026-11-25|Open'],
      ['chargeback 2026-11-10 -88.00 – – USD'],
    ],
    [
      'of yearly charges: the next day is none of theirs',
      '终端SN|扣费日期|扣费金额|下次扣费日期|状态',
      ['SN001|2025-11-15|36.00|2026-11-15|已扣费'],
      ['fee 2025-11-15 -36.00 – – CNY'],
    ],
    [
      'of settlements: what is left of sales and refunds is no refund',
      '结算批次号|结算周期|交易总额|退款总额|手续费|应结金额|结算状态|打款时间',
      ['B1|2026-11-10|1,000.00|-50.00|5.70|944.30|已打款|2026-11-11 09:00:00'],
      ['settlement 2026-11-10 1000.00 5.70 944.30 CNY'],
    ],
    [
      'of deposits',
      'Deposit date|Batch|Sales|Refunds|Fees|Deposit amount',
      ['2026-11-10|B1|$500.00|-$20.00|-$9.60|$470.40', '2026-11-11|B2|$300.00|$0.00|-$6.00|$294.00'],
      ['settlement 2026-11-10 500.00 9.60 470.40 USD', 'settlement 2026-11-11 300.00 6.00 294.00 USD'],
    ],
    [
      'of a bank in Germany, where Valuta is a day',
      'Buchungstag|Valuta|Buchungstext|Verwendungszweck|Betrag|Währung',
      ['13.11.26|13.11.26|GUTSCHRIFT|SUMUP PAYOUT|1.000,00|EUR', '14.11.26|14.11.26|LASTSCHRIFT|MIETE|-19,90|EUR'],
      ['settlement 2026-11-13 1000.00 – 1000.00 EUR', 'fee 2026-11-14 -19.90 – -19.90 EUR'],
    ],
    [
      'of sales with what was charged for each',
      'Date (GMT)|Reference|Gross £|Charge £|Net £',
      ['10 Nov 2026 10:00|R1|£10.00|£0.17|£9.83'],
      ['sale 2026-11-10 10.00 0.17 9.83 GBP'],
    ],
  ])('%s', (_, header, rows, expected) => expect(lines(read(header, rows))).toEqual(expected));

  test.each<[string, string, readonly string[], readonly string[]]>([
    [
      'what was settled, where the list says nothing else',
      '入账日期|入账类型|入账金额(元)|对应交易日',
      ['2026-11-11|T+1结算|994.00|2026-11-10'],
      ['settlement 2026-11-11 994.00 – 994.00 CNY'],
    ],
    [
      'errors that are made good, no sales',
      '登记日期|差错类型|原交易日期|金额',
      ['2026-11-10|长款|2026-11-08|20.00'],
      ['adjustment 2026-11-10 20.00 – – CNY'],
    ],
    [
      'a text in front of a figure with its sign behind',
      'Buchungsdatum|Text|Betrag EUR|Saldo EUR',
      ['11.11.2026|Terminalmiete|19,90-|2.980,10'],
      ['fee 2026-11-11 -19.90 – -19.90 EUR'],
    ],
  ])('%s', (_, header, rows, expected) => {
    const more = header.includes('差错') ? { title: '差错处理' } : {};
    expect(lines(read(header, rows, more))).toEqual(expected);
  });

  test('of several sums that are none by their title, none is taken for the whole', () => {
    expect(read('日期|刷卡金额|扫码金额|手续费|到账', ['2026-11-10|600.00|400.00|5.20|994.80']).entries).toEqual([]);
  });

  test('days with a count of their sales are a summary', () => {
    const rows = ['2026-11-10|12|$500.00|$14.00', '2026-11-11|8|$300.00|$8.40'];
    expect(read('Day|Transactions|Gross sales|Fees', rows).entries).toEqual([]);
  });

  test('invoices and loans are none', () => {
    expect(read('申请日期|手续费总额|开票金额|状态', ['2026-11-01|60.00|60.00|已开票']).entries).toEqual([]);
    const loan = read('Due date|Principal|Interest|Payment|Balance', ['2026-12-01|100.00|5.00|105.00|900.00']);
    expect(loan.entries).toEqual([]);
  });
});
