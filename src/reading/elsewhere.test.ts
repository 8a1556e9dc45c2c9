import { describe, expect, test } from 'vitest';
import { formatAmount } from '#money/amount.ts';
import type { Sighting } from '#records/sighting.ts';
import { readSightings } from './read.ts';
import { pageOf, tableOf } from './testing.ts';

/** Lists whose titles are in other languages, say little, or say nothing: what their values and figures tell. */
const context = { source: 'page', end: 'end', today: '2026-11-27' } as const;
const read = (header: string, rows: readonly string[], more: Partial<Sighting> = {}) =>
  readSightings([pageOf([tableOf(header, rows)], { place: 'https://portal.example.com/list', ...more })], context);
const money = (units: number | null): string => (units === null ? '–' : formatAmount(units));
/** `kind day amount fee net currency` of each entry. */
const lines = (reading: ReturnType<typeof read>) =>
  reading.entries.map(({ kind, day, amount, fee, net, currency }) =>
    [kind, day, money(amount), money(fee), money(net), currency].join(' '),
  );

describe('lists in other languages', () => {
  test.each<[string, string, readonly string[], readonly string[]]>([
    [
      'Korea',
      '거래일시|거래구분|결제금액|수수료|정산금액|상태',
      [
        '2026-11-05 10:00:00|결제|15,000원|420원|14,580원|완료',
        '2026년 11월 6일 10:00|환불|-15,000원|-420원|-14,580원|완료',
      ],
      ['sale 2026-11-05 15000.00 420.00 14580.00 KRW', 'refund 2026-11-06 -15000.00 -420.00 -14580.00 KRW'],
    ],
    [
      'Italy, money out and in',
      'Data contabile|Descrizione|Dare|Avere|Saldo',
      ['05/11/2026|Accredito POS||€ 400,00|€ 1.400,00', '16/11/2026|Canone mensile POS|€ 12,00||€ 1.388,00'],
      ['unknown 2026-11-05 400.00 – 400.00 EUR', 'fee 2026-11-16 -12.00 – -12.00 EUR'],
    ],
    [
      'Russia',
      'Дата операции|Тип операции|Сумма операции|Комиссия|К зачислению',
      ['05.11.2026|Оплата|1 200,00 ₽|24,00 ₽|1 176,00 ₽', '16.11.2026|Возврат|-200,00 ₽|0,00 ₽|-200,00 ₽'],
      ['sale 2026-11-05 1200.00 24.00 1176.00 RUB', 'refund 2026-11-16 -200.00 0.00 -200.00 RUB'],
    ],
    [
      'Viet Nam, thousands with points',
      'Thời gian giao dịch|Loại giao dịch|Số tiền|Phí|Thực nhận',
      [
        '05/11/2026 10:00:00|Thanh toán|200.000 ₫|2.000 ₫|198.000 ₫',
        '16/11/2026 10:00:00|Hoàn tiền|-50.000 ₫|0 ₫|-50.000 ₫',
      ],
      ['sale 2026-11-05 200000.00 2000.00 198000.00 VND', 'refund 2026-11-16 -50000.00 0.00 -50000.00 VND'],
    ],
    [
      'France, months by name',
      'Date|Opération|Montant brut|Frais|Versement',
      ['5 novembre 2026|Encaissement|100,00 €|1,75 €|98,25 €', '6 déc. 2026|Remboursement|-20,00 €|0,00 €|-20,00 €'],
      ['sale 2026-11-05 100.00 1.75 98.25 EUR', 'refund 2026-12-06 -20.00 0.00 -20.00 EUR'],
    ],
    [
      'Thailand, by its calendar',
      'วันที่ทำรายการ|ประเภทรายการ|จำนวนเงิน|ค่าธรรมเนียม|ยอดสุทธิ',
      ['05/11/2569|ชำระเงิน|1,000.00|25.00|975.00', '16/11/2569|คืนเงิน|-100.00|0.00|-100.00'],
      ['sale 2026-11-05 1000.00 25.00 975.00 THB', 'refund 2026-11-16 -100.00 0.00 -100.00 THB'],
    ],
  ])('%s', (_name, header, rows, expected) => {
    const reading = read(header, rows);
    expect(lines(reading)).toEqual(expected);
    expect(reading.outcome).toBe('read');
  });

  test('totals in their words are proof, with their own decimals', () => {
    const reading = read('Buchungsdatum|Buchungstext|Umsatz|Gebühren', [
      '05.11.2026|Kartenzahlung|100,00|1,20',
      '16.11.2026|Kartenzahlung|50,00|0,60',
      'Summe||150,00|1,90',
    ]);
    expect(reading.controls.map(({ what, agrees }) => [what, agrees])).toEqual([
      ['amount', true],
      ['fee', false],
    ]);
    expect(reading.outcome).toBe('part');
  });

  test('English titles that begin like foreign ones keep their meaning', () => {
    const reading = read('Date|Statement date|Turnover region|Tip|Type|Amount|Fee', [
      '2026-11-05|2026-11-30|North|0.50|Sale|10.00|0.10',
    ]);
    expect(lines(reading)).toEqual(['sale 2026-11-05 10.00 0.10 – CNY']);
  });
});

describe('what values tell where titles do not', () => {
  test('in and out, and the type of a row', () => {
    const reading = read('交易时间|交易方式|借贷状态|交易金额|余额', [
      '2026-11-05|网银入账|贷|100.00|300.00',
      '2026-11-06|手续费|借|5.00|295.00',
      '2026-11-07|POS消费|借|95.00|200.00',
    ]);
    expect(reading.entries.map(({ kind, amount }) => [kind, money(amount)])).toEqual([
      ['unknown', '100.00'],
      ['fee', '-5.00'],
      ['payment', '-95.00'],
    ]);
    expect(reading.controls).toMatchObject([{ what: 'balance-runs', agrees: true }]);
  });

  test('the third of amount, fee and net figure, whatever it is called', () => {
    expect(
      lines(
        read('Date|Event|Gross Sales|Total Collected|Fees|Net Total', [
          '2026-11-05|Payment|20.00|24.80|-0.74|24.06',
          '2026-11-06|Refund|-10.00|-10.90|0.00|-10.90',
        ]),
      ),
    ).toEqual(['sale 2026-11-05 24.80 0.74 24.06 CNY', 'refund 2026-11-06 -10.90 0.00 -10.90 CNY']);
    expect(
      lines(
        read('Date|Type|Product charges|Fees|Total', [
          '2026-11-05|Payment|20.00|-3.00|17.00',
          '2026-11-06|Refund|-20.00|2.40|-17.60',
        ]),
      ),
    ).toEqual(['sale 2026-11-05 20.00 3.00 17.00 CNY', 'refund 2026-11-06 -20.00 -2.40 -17.60 CNY']);
  });

  test('a list of which only the fees are understood is not read as one of fees', () => {
    expect(read('Date|Reading|Fees', ['2026-11-05|120.00|1.20', '2026-11-06|80.00|0.80'])).toMatchObject({
      outcome: 'not-a-known-page',
      entries: [],
    });
    expect(read('Date|Symbol|Quantity|Price|Commission', ['2026-11-05|ACME|10|12.50|1.00'])).toMatchObject({
      entries: [],
    });
  });

  test('an amount that cannot be read refuses its row, whatever else the row says', () => {
    expect(read('交易时间|交易类型|交易金额|手续费', ['2026-11-05|消费|12.3.4|0.06']).outcome).toBe('part');
  });

  test('a cell in 元 under a title in 分 is a conflict', () => {
    expect(read('交易时间|交易类型|交易金额(分)', ['2026-11-05|消费|100.00元']).rejected).toMatchObject([
      { reason: 'unit-conflict' },
    ]);
  });
});

describe('payouts', () => {
  test('have a fee that costs, taken out of what was asked for, and the day of the request where they failed', () => {
    const reading = read('申请时间|提现金额|手续费|到账金额|状态|完成时间', [
      '2026-11-05 10:00:00|1,000.00|1.00|999.00|已到账|2026-11-05 10:05:00',
      '2026-11-06 10:00:00|500.00|1.00|499.00|提现失败|',
    ]);
    expect(lines(reading)).toEqual([
      'settlement 2026-11-05 -1000.00 1.00 -999.00 CNY',
      'settlement 2026-11-06 -500.00 1.00 -499.00 CNY',
    ]);
  });

  test('are told by the number in front', () => {
    expect(lines(read('Payout ID|Arrival date|Amount|Status', ['po_1|Nov 5, 2026|$12.00|Paid']))).toEqual([
      'settlement 2026-11-05 -12.00 – – USD',
    ]);
  });

  test('that stand for several trades are proved by the sum of their counts', () => {
    const reading = read('清算日期|交易笔数|交易金额|手续费|清算金额', [
      '20261105|12|300.00|1.80|298.20',
      '20261106|8|150.00|0.90|149.10',
      '合计|20|450.00|2.70|447.30',
    ]);
    expect(reading.controls).toContainEqual({
      what: 'transactions',
      words: '合计',
      stated: '20',
      computed: '20',
      agrees: true,
    });
    expect(reading.outcome).toBe('read');
  });

  test('gross and net, each in two columns', () => {
    const reading = read(
      'Date|Type|Gross Debit (GC)|Gross Credit (GC)|Net Debit (NC)|Net Credit (NC)|Commission (NC)',
      ['2026-11-05|Settled||100.00||99.00|1.00', '2026-11-06|Refunded|20.00||20.10||0.10'],
    );
    expect(lines(reading)).toEqual([
      'sale 2026-11-05 100.00 1.00 99.00 CNY',
      'refund 2026-11-06 -20.00 0.10 -20.10 CNY',
    ]);
  });
});

describe('a list with one line of words', () => {
  test('that says there is nothing is empty', () => {
    const line = '您还没有提现记录哦~';
    expect(read('申请日期|提现金额|手续费|状态', [[line, line, line, line].join('|')]).outcome).toBe('empty');
  });
});
