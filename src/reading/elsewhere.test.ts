import { describe, expect, test } from 'vitest';
import { readSightings } from './read.ts';
import { UNKNOWN_PAGE as context, entryLines as lines, money, pageOf, readList as read, tableOf } from './testing.ts';

/** Lists whose titles are in other languages, say little, or say nothing: what their values and figures tell. */
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
      'Arabia, in its own digits',
      'التاريخ|نوع العملية|المبلغ|الرسوم|الصافي',
      ['٢٠٢٦/١١/٠٥|بيع|١٬٢٥٠٫٠٠ ر.س|١٨٫٧٥ ر.س|١٬٢٣١٫٢٥ ر.س', '٢٠٢٦/١١/٠٦|استرداد|-٨٠٫٠٠ ر.س|٠٫٠٠ ر.س|-٨٠٫٠٠ ر.س'],
      ['sale 2026-11-05 1250.00 18.75 1231.25 SAR', 'refund 2026-11-06 -80.00 0.00 -80.00 SAR'],
    ],
    [
      'Greece',
      'Ημερομηνία|Τύπος|Ποσό|Προμήθεια|Καθαρό ποσό',
      ['5/11/2026|Πώληση|1.250,00 €|17,50 €|1.232,50 €', '16/11/2026|Επιστροφή|-80,00 €|0,00 €|-80,00 €'],
      ['sale 2026-11-05 1250.00 17.50 1232.50 EUR', 'refund 2026-11-16 -80.00 0.00 -80.00 EUR'],
    ],
    [
      'Israel, with marks of direction',
      'תאריך|סוג עסקה|סכום|עמלה|נטו',
      ['5.11.2026|מכירה|₪1,250.00|₪15.00|₪1,235.00', '16.11.2026|החזר|\u200e-₪80.00|₪0.00|\u200e-₪80.00'],
      ['sale 2026-11-05 1250.00 15.00 1235.00 ILS', 'refund 2026-11-16 -80.00 0.00 -80.00 ILS'],
    ],
    [
      'Turkey, the day of value beside the day',
      'İşlem Tarihi|İşlem Tipi|Brüt Tutar|Komisyon|Net Tutar|Valör Tarihi',
      ['05.11.2026|Satış|₺1.250,00|₺31,25|₺1.218,75|06.11.2026'],
      ['sale 2026-11-05 1250.00 31.25 1218.75 TRY'],
    ],
    [
      'Korea, a bank, with noughts for nothing',
      '거래일시|적요|출금액|입금액|잔액',
      [
        '2026-11-05 10:00:21|카드매출대금|0|1,250,000|3,250,000',
        '2026-11-06 09:00:00|단말기 이용료|11,000|0|3,239,000',
      ],
      ['sale 2026-11-05 1250000.00 – 1250000.00 KRW', 'fee 2026-11-06 -11000.00 – -11000.00 KRW'],
    ],
    [
      'Switzerland, the currency behind the titles',
      'Datum|Transaktionsart|Bruttobetrag CHF|Kommission CHF|Nettobetrag CHF',
      ["05.11.2026|Verkauf|1'250.00|16.25|1'233.75"],
      ['sale 2026-11-05 1250.00 16.25 1233.75 CHF'],
    ],
    [
      'Thailand, months by their short names',
      'วันที่|ประเภท|จำนวนเงิน|ค่าธรรมเนียม',
      ['5 พ.ย. 2569|ชำระเงิน|1,000.00|25.00', '16 ธ.ค. 69|คืนเงิน|-100.00|0.00'],
      ['sale 2026-11-05 1000.00 25.00 – THB', 'refund 2026-12-16 -100.00 0.00 – THB'],
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
    expect(lines(reading)).toEqual(['sale 2026-11-05 10.00 0.10 – XXX']);
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
    ).toEqual(['sale 2026-11-05 24.80 0.74 24.06 XXX', 'refund 2026-11-06 -10.90 0.00 -10.90 XXX']);
    expect(
      lines(
        read('Date|Type|Product charges|Fees|Total', [
          '2026-11-05|Payment|20.00|-3.00|17.00',
          '2026-11-06|Refund|-20.00|2.40|-17.60',
        ]),
      ),
    ).toEqual(['sale 2026-11-05 20.00 3.00 17.00 XXX', 'refund 2026-11-06 -20.00 -2.40 -17.60 XXX']);
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
      'settlement 2026-11-05 12.00 – – USD',
    ]);
  });

  test('that the provider makes by itself arrive; what the merchant takes out leaves', () => {
    const header = 'Amount|Status|Description|Initiated|Arrive by';
    const row = '$950.60 USD|Paid|STRIPE PAYOUT|Nov 10, 2026|Nov 12, 2026';
    const ledgers = (title: string, rows: readonly string[]) =>
      read(header, rows, { title }).entries.map(({ ledger, kind, amount }) => [ledger, kind, money(amount)]);
    expect(ledgers('Payouts', [row])).toEqual([['settlement', 'settlement', '950.60']]);
    // A list of movements prints a payout as money out.
    expect(ledgers('Payouts', [row.replace('$', '-$')])).toEqual([['trade', 'settlement', '-950.60']]);
    expect(ledgers('Withdrawals', [row.replace('STRIPE PAYOUT', 'Withdrawal')])).toEqual([
      ['trade', 'settlement', '-950.60'],
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
      'sale 2026-11-05 100.00 1.00 99.00 XXX',
      'refund 2026-11-06 -20.00 0.10 -20.10 XXX',
    ]);
  });
});

describe('a list with one line of words', () => {
  test('that says there is nothing is empty', () => {
    const line = '您还没有提现记录哦~';
    expect(read('申请日期|提现金额|手续费|状态', [[line, line, line, line].join('|')]).outcome).toBe('empty');
  });
});

describe('the language of a page', () => {
  const sale = (day: string, lang: string, amount = '10.00'): string[] => {
    const reading = read('Date|Type|Amount', [`${day}|Sale|${amount}`], { lang });
    return reading.entries.map(({ day, currency }) => `${day} ${currency}`);
  };

  test.each([
    ['05/11/2026', 'en-GB', '2026-11-05 GBP'],
    ['11/05/2026', 'en-US', '2026-11-05 USD'],
    ['05/11/2026', 'pt-BR', '2026-11-05 BRL'],
    ['05/11/2026', 'de', '2026-11-05 XXX'],
    ['05/11/2026', 'es-CL', '2026-11-05 CLP'],
  ])('%s in %s', (day, lang, expected) => expect(sale(day, lang)).toEqual([expected]));

  test('English alone tells neither the order of days nor a currency', () => {
    expect(sale('05/11/2026', 'en')).toEqual([]);
    expect(sale('2026-11-05', 'en')).toEqual(['2026-11-05 XXX']);
  });

  test('a currency that nothing tells is said, and speaks against nothing', () => {
    const reading = read('Date|Type|Amount', ['2026-11-05|Sale|10.00'], { lang: 'en', texts: ['1-1 of 1'] });
    expect(reading).toMatchObject({ outcome: 'read', coverage: { whole: true, gaps: [{ gap: 'currency-unknown' }] } });
  });

  test('what a list proves is stronger', () => expect(sale('11/16/2026', 'de-CH')).toEqual(['2026-11-16 CHF']));

  test('a dollar is the dollar of the place', () => {
    expect(sale('05/11/2026', 'en-AU', '$10.00')).toEqual(['2026-11-05 AUD']);
    expect(sale('05/11/2026', 'en-AU', 'US$10.00')).toEqual(['2026-11-05 USD']);
    expect(sale('2026-11-05', 'en', '$10.00')).toEqual(['2026-11-05 USD']);
  });

  test('a list in Chinese is in 元', () => {
    const reading = read('交易日期|交易类型|交易金额', ['2026-11-05|消费|10.00'], { lang: '' });
    expect(reading.entries.map(({ currency }) => currency)).toEqual(['CNY']);
  });

  test('what has happened does not lie far ahead', () => {
    expect(lines(read('Date|Type|Amount', ['05/11/2027|Sale|$1.00', '05/01/2026|Sale|$1.00']))).toEqual([]);
    const reading = read('Date|Type|Amount', [
      '03/12/2026|Sale|$1.00',
      '12/03/2026|Sale|$1.00',
      '02/09/2027|Sale|$1.00',
    ]);
    expect(reading.entries).toEqual([]);
    expect(lines(read('Date|Type|Amount', ['03/11/2026|Sale|$1.00', '01/04/2027|Sale|$1.00']))).toEqual([
      'sale 2026-03-11 1.00 – – USD',
      'sale 2027-01-04 1.00 – – USD',
    ]);
  });
});

describe('a count beside a list', () => {
  test.each([
    'Showing 1 to 2 of 97 entries',
    '1–2 of 97',
    'Page 1 of 49 (97 items)',
    '全９７件中 1～2件を表示',
    '97 kayıttan 1 - 2 arası gösteriliyor',
    'Menampilkan 1 sampai 2 dari 97 entri',
    'Hiển thị 1 - 2 trong tổng số 97 giao dịch',
    'Viser 1 til 2 af 97 linjer',
    'Affichage de 1 à 2 sur 97 éléments',
    'Wyniki 1–2 z 97',
    '1-2 de 97',
    '총 97건',
    '第 1-2 条/总共 97 条',
  ])('%s', (text) => {
    const reading = read('Date|Type|Amount', ['2026-11-05|Sale|$1.00', '2026-11-06|Sale|$2.00'], { texts: [text] });
    expect(reading.coverage.statedRows).toBe(97);
    expect(reading.outcome).toBe('part');
  });

  test.each(['05-11-2026', '1 - 2 of November 2026', 'Call 1 800 555', '12:00 - 14:00', 'Page 1 of 2, 97 per page'])(
    'is none: %s',
    (text) => {
      const reading = read('Date|Type|Amount', ['2026-11-05|Sale|$1.00', '2026-11-06|Sale|$2.00'], { texts: [text] });
      expect(reading.coverage.statedRows).toBe(null);
    },
  );

  test('words beside a list without rows prove that it is empty', () => {
    expect(read('取引日|取引区分|金額', [], { texts: ['該当するデータがありません'] }).outcome).toBe('empty');
  });
});

test('what a chargeback costs is a cost', () => {
  expect(
    lines(read('Dispute date|Case ID|Disputed amount|Dispute fee|Status', ['Nov 3, 2026|CB-1|$320.00|$15.00|Lost'])),
  ).toEqual(['chargeback 2026-11-03 -320.00 15.00 – USD']);
});

test('of two figures after fees the larger is the one before them', () => {
  expect(
    lines(read('划款日期|划款金额|手续费|到账金额|划款状态', ['2026-11-05|1,000.00|3.80|996.20|划款成功'])),
  ).toEqual(['settlement 2026-11-05 1000.00 3.80 996.20 CNY']);
});

test('rows that are tables of their own stand below the titles before them', () => {
  const row = (cells: string) => tableOf('|||', [cells]);
  const tables = [
    tableOf('Charge date|Invoice|Fee type|Amount (USD)', []),
    row('2026/11/05|I-1|Recurring charge|150.00'),
    row('2026/11/06|I-2|Late payment penalty|12.50'),
  ];
  const reading = readSightings([pageOf(tables, { place: 'https://portal.example.com/list' })], context);
  expect(lines(reading)).toEqual(['fee 2026-11-05 -150.00 – – USD', 'fee 2026-11-06 -12.50 – – USD']);
});

test('a card with one figure and a day to pay by is no sale', () => {
  const card = (header: string, row: string) =>
    readSightings(
      [pageOf([tableOf(header, [row], { way: 'key-value' })], { place: 'https://portal.example.com/home' })],
      context,
    );
  expect(card('Total facture|Date', '148,50 €|15/12/2026').entries).toEqual([]);
  expect(card('Montant dû|Date d’échéance', '148,50 €|15/12/2026').entries).toMatchObject([
    { kind: 'stated-arrears', amount: -14_850_000, due: '2026-12-15', currency: 'EUR' },
  ]);
});

test.each([
  ['signed-out', 'セッションの有効期限が切れました'],
  ['signed-out', '請先登入'],
  ['part', '您的操作過於頻繁，請稍後再試。'],
  ['maintenance', 'ただいまメンテナンス中です'],
])('a page without a list that says %s in its own words', (outcome, text) => {
  const page = pageOf([], { place: 'https://portal.example.com/', texts: [text] });
  expect(readSightings([page], context).outcome).toBe(outcome);
});

test('a tax on the fee is a deduction of its own', () => {
  expect(
    lines(
      read('Settlement Date|UTR Number|Gross Amount (₹)|MDR (₹)|GST on MDR (₹)|Net Amount (₹)', [
        '16-11-2026|UTR2|1,05,500.50|949.50|170.91|1,04,380.09',
      ]),
    ),
  ).toEqual(['settlement 2026-11-16 105500.50 949.50 104380.09 INR']);
});

test('a button for more, in words that are not pressed, says that there is more', () => {
  const texts = ['Показать ещё'];
  expect(read('Дата|Тип операции|Сумма', ['05.11.2026|Оплата|10,00 ₽'], { texts })).toMatchObject({
    outcome: 'part',
    coverage: { gaps: [{ gap: 'more-pages' }] },
  });
});
