import { describe, expect, test } from 'vitest';
import { formatAmount } from '#money/amount.ts';
import type { Sighting, Table } from '#records/sighting.ts';
import { readSightings } from './read.ts';
import { pageOf, tableOf } from './testing.ts';

/** How lists are written elsewhere than in the directory: other languages, calendars, currencies, signs. */
const place = 'https://portal.example.com/list';
const context = { source: 'page', end: 'end', today: '2026-11-27' } as const;
const readTables = (tables: readonly Table[], more: Partial<Sighting> = {}) =>
  readSightings([pageOf(tables, { place, ...more })], context);
const read = (header: string, rows: readonly string[], more: Partial<Sighting> = {}) =>
  readTables([tableOf(header, rows)], more);
const money = (units: number | null): string => (units === null ? '–' : formatAmount(units));
/** `kind day amount fee net currency` of each entry. */
const lines = (reading: ReturnType<typeof read>) =>
  reading.entries.map(({ kind, day, amount, fee, net, currency }) =>
    [kind, day, money(amount), money(fee), money(net), currency].join(' '),
  );

describe('lists in other words', () => {
  test.each<[string, string, readonly string[], readonly string[]]>([
    [
      'Taiwan, by its calendar',
      '交易日期|交易類型|交易金額(新台幣)|手續費(新台幣)|撥款金額(新台幣)',
      ['114/11/05|一般交易|1,200|24|1,176', '114/11/06|退款|-300|-6|-294'],
      ['sale 2025-11-05 1200.00 24.00 1176.00 TWD', 'refund 2025-11-06 -300.00 -6.00 -294.00 TWD'],
    ],
    [
      'Japan',
      '取引日時|取引種別|取引金額|手数料|入金額',
      ['2026年11月5日 13:22|売上|1,200円|39円|1,161円', '2026年11月6日 09:00|返金|-300円|0円|-300円'],
      ['sale 2026-11-05 1200.00 39.00 1161.00 JPY', 'refund 2026-11-06 -300.00 0.00 -300.00 JPY'],
    ],
    [
      'Germany',
      'Datum|Art|Betrag|Gebühr|Netto',
      ['05.11.2026|Verkauf|1.234,56 €|12,35 €|1.222,21 €', '13.11.2026|Rückerstattung|-20,00 €|0,00 €|-20,00 €'],
      ['sale 2026-11-05 1234.56 12.35 1222.21 EUR', 'refund 2026-11-13 -20.00 0.00 -20.00 EUR'],
    ],
    [
      'India',
      'Date|Type|Amount (INR)|Fee (INR)|Net (INR)',
      ['2026-11-05|Sale|1,23,456.78|2,469.14|1,20,987.64', '2026-11-06|Refund|-1,500.00|0.00|-1,500.00'],
      ['sale 2026-11-05 123456.78 2469.14 120987.64 INR', 'refund 2026-11-06 -1500.00 0.00 -1500.00 INR'],
    ],
    [
      'an English acquirer',
      'Transaction date|Transaction type|Transaction amount (GBP)|Merchant service charge (GBP)|Settlement amount (GBP)',
      ['2026-11-05 10:00|Purchase|100.00|0.60|99.40', '2026-11-06 11:00|Refund|-60.00|-0.36|-59.64'],
      ['sale 2026-11-05 100.00 0.60 99.40 GBP', 'refund 2026-11-06 -60.00 -0.36 -59.64 GBP'],
    ],
    [
      'titles that keep the words of their tools',
      'Sort by: Date|Sort by: Type|交易金额arrow_upward|Sort by: Fee',
      ['2026-11-05|Sale|100.00|0.60'],
      ['sale 2026-11-05 100.00 0.60 – CNY'],
    ],
    [
      'fee and net figure under unknown titles',
      'Date|Type|Amount|Handling|You get',
      [
        '2026-11-05|Sale|100.00|1.50|98.50',
        '2026-11-06|Sale|50.00|0.75|49.25',
        '2026-11-07|Refund|-20.00|-0.30|-19.70',
      ],
      [
        'sale 2026-11-05 100.00 1.50 98.50 XXX',
        'sale 2026-11-06 50.00 0.75 49.25 XXX',
        'refund 2026-11-07 -20.00 -0.30 -19.70 XXX',
      ],
    ],
    [
      'an order and what was paid of it',
      '交易时间|订单金额|优惠金额|实收金额|手续费|结算金额|订单号',
      ['2026-11-05 10:00:00|100.00|5.00|95.00|0.36|94.64|O1', '2026-11-06 10:00:00|50.00|0.00|50.00|0.19|49.81|O2'],
      ['sale 2026-11-05 95.00 0.36 94.64 CNY', 'sale 2026-11-06 50.00 0.19 49.81 CNY'],
    ],
    [
      'a title in two languages',
      '交易日期 Transaction Date|交易類型 Type|交易金額 Amount (HKD)|手續費 Fee (HKD)|淨額 Net (HKD)',
      ['2026-11-05|銷售 Sale|100.00|1.50|98.50'],
      ['sale 2026-11-05 100.00 1.50 98.50 HKD'],
    ],
    [
      'a wallet, after each movement',
      '变动时间|变动类型|变动前余额|变动金额|变动后余额',
      ['2026-11-05 10:00:00|收入|1,000.00|100.00|1,100.00', '2026-11-06 10:00:00|支出|1,100.00|36.00|1,064.00'],
      ['unknown 2026-11-05 100.00 – 100.00 CNY', 'unknown 2026-11-06 -36.00 – -36.00 CNY'],
    ],
    [
      'withdrawals, by the title of their amount',
      '提现时间|提现金额|提现状态',
      ['2026-11-05 10:00:00|1,000.00|提现成功'],
      ['settlement 2026-11-05 -1000.00 – – CNY'],
    ],
    ['top-ups', '充值时间|充值金额|状态', ['2026-11-05 10:00:00|10.00|成功'], ['top-up 2026-11-05 10.00 – – CNY']],
    ['holds', '冻结时间|冻结金额|状态', ['2026-11-05 10:00:00|10.00|已冻结'], ['hold 2026-11-05 -10.00 – – CNY']],
    [
      'what was deducted',
      '扣款时间|扣款项目|扣款金额|扣款结果',
      ['2026-11-05 10:00:00|流量费|36.00|成功'],
      ['fee 2026-11-05 -36.00 – – CNY'],
    ],
    [
      'chargebacks, by the title of their day',
      'Chargeback date|Case|Amount',
      ['2026-11-05|C1|£100.00'],
      ['chargeback 2026-11-05 -100.00 – – GBP'],
    ],
    [
      'a thousand parts of a dinar',
      'Date|Type|Amount (KWD)',
      ['2026-11-05|Sale|12.345'],
      ['sale 2026-11-05 12.345 – – KWD'],
    ],
    [
      'thousands with points',
      'Date|Type|Amount|Fee',
      ['2026-11-05|Sale|1.200.000 ₫|12.000 ₫'],
      ['sale 2026-11-05 1200000.00 12000.00 – VND'],
    ],
    [
      'a column of fees that holds rates',
      'Date|Type|Amount|Fee|Net',
      ['2026-11-05|Sale|100.00|1.5%|98.50'],
      ['sale 2026-11-05 100.00 – 98.50 XXX'],
    ],
    [
      'payouts',
      'Payout date|Payout ID|Amount|Status',
      ['2026-11-05|PO1|$996.20|Paid', '2026-11-06|PO2|$498.10|In transit'],
      ['settlement 2026-11-05 996.20 – – USD', 'settlement 2026-11-06 498.10 – – USD'],
    ],
    [
      'invoices, which are no sales',
      'Invoice|Date|Due date|Amount|Status',
      ['INV-1|2026-11-01|2026-11-15|$120.00|Paid'],
      ['unknown 2026-11-01 120.00 – – USD'],
    ],
  ])('%s', (_, header, rows, expected) => {
    const reading = read(header, rows);
    expect([reading.outcome, lines(reading)]).toEqual(['read', expected]);
  });
});

test('a list is what its caption says, where no column does', () => {
  const rows = ['2026-11-05|$100.00|Fraud'];
  const captioned = (caption: string) => lines(readTables([tableOf('Date|Amount|Reason', rows, { caption })]));
  expect(captioned('Disputes')).toEqual(['chargeback 2026-11-05 -100.00 – – USD']);
  expect(captioned('提现记录')).toEqual(['settlement 2026-11-05 -100.00 – – USD']);
  expect(captioned('收款及退款明细')).toEqual(['sale 2026-11-05 100.00 – – USD']);
});

test('three digits behind a point alone are not guessed', () => {
  const reading = read('Date|Type|Amount (EUR)', ['05.11.2026|Sale|1.234', '16.11.2026|Sale|2.500']);
  expect(reading.rejected.map(({ reason }) => reason)).toEqual(['ambiguous-amount', 'ambiguous-amount']);
});

describe('money in and out', () => {
  const flow = ['100.00', '36.00', '64.00', '20.00'];
  const balances = ['1100.00', '1064.00', '1000.00', '1020.00'];
  const rows = (words: readonly string[]) =>
    flow.map((amount, i) => `2026-11-0${i + 1} 10:00:00|${words[i]}|${amount}|${balances[i]}`);
  const signed = ['100.00', '-36.00', '-64.00', '20.00'];

  test.each([
    ['a column of Dr and Cr', 'Date|Dr/Cr|Amount|Balance', ['CR', 'DR', 'DR', 'CR']],
    ['a type that is Deposit or Debit', 'Date|Type|Amount|Balance', ['Deposit', 'Debit', 'Withdrawal', 'Deposit']],
    ['the words of the flow', '时间|收付标志|发生额|余额', ['收入', '支出', '付款', '收款']],
  ])('by %s', (_, header, words) => {
    const reading = read(header, rows(words));
    expect(reading.entries.map(({ amount }) => money(amount))).toEqual(signed);
    expect(reading).toMatchObject({ outcome: 'read', controls: [{ what: 'balance-runs', agrees: true }] });
  });

  test('is the provider’s own account where merchants are numbered, whatever a bank calls its columns too', () => {
    const rows = [
      '898310148178067|2026-11-01 10:00:00|收款|日结|500.00|500.00',
      '898310148178067|2026-11-02 10:00:00|提现||-200.00|300.00',
    ];
    const ledgers = (header: string) => new Set(read(header, rows).entries.map(({ ledger }) => ledger));
    expect(ledgers('商户号|记账时间|业务类型|摘要|收支金额(元)|账户余额(元)')).toEqual(new Set(['funds']));
    expect(ledgers('账号|记账时间|业务类型|摘要|收支金额(元)|账户余额(元)')).toEqual(new Set(['bank']));
  });

  test('as printed beside a balance, whatever the name: what was kept comes back under it', () => {
    const reading = read('商户号|记账时间|流水号|业务类型|收支金额(元)|账户余额(元)|状态', [
      '898310148178067|2026-11-01 10:00:00|F1|收款|500.00|500.00|成功',
      '898310148178067|2026-11-02 10:00:00|F2|保证金|-200.00|300.00|成功',
      '898310148178067|2026-11-20 10:00:00|F3|保证金|200.00|500.00|成功',
    ]);
    expect(reading.entries.map(({ amount }) => money(amount))).toEqual(['500.00', '-200.00', '200.00']);
    expect(reading).toMatchObject({ outcome: 'read', controls: [{ what: 'balance-runs', agrees: true }] });
  });

  test.each([
    ['codes that nobody explains', '时间|收支标志|发生额|余额', ['1', '2', '2', '1']],
    [
      'unknown words without signs, the oldest among them',
      '时间|摘要|金额|余额',
      ['代理三', '代理一', '代理二', '收款'],
    ],
  ])('the balance betrays signs read wrongly from %s', (_, header, words) => {
    for (const order of [rows(words), rows(words).reverse()]) {
      const reading = read(header, order);
      expect(reading.outcome).toBe('part');
      expect(reading.controls).toMatchObject([{ what: 'balance-runs', agrees: false }]);
    }
  });

  test('the balance tells which way rows of unknown words without signs went', () => {
    const words = ['收款', '代理一', '代理二', '收款'];
    for (const order of [rows(words), rows(words).reverse()]) {
      const reading = read('时间|摘要|金额|余额', order);
      expect(reading.entries.map(({ amount }) => money(amount)).toSorted()).toEqual(signed.toSorted());
      expect(reading).toMatchObject({ outcome: 'read', controls: [{ what: 'balance-runs', agrees: true }] });
    }
  });

  test('an income taken back stays one, and is told from an expense printed with a minus', () => {
    const back = read('时间|摘要|收入|支出|余额', [
      '2026-11-05|收款|120.00||1120.00',
      '2026-11-06|收款冲正|-120.00||1000.00',
    ]);
    expect(back.entries.map(({ amount }) => money(amount))).toEqual(['120.00', '-120.00']);
    const minus = read('时间|摘要|收入|支出|余额', [
      '2026-11-05|收款|120.00||1120.00',
      '2026-11-06|提现||-20.00|1100.00',
    ]);
    expect(minus.entries.map(({ amount }) => money(amount))).toEqual(['120.00', '-20.00']);
  });

  test('a row missing from a short list breaks the balance', () => {
    const whole = rows(['收款', '代理', '代理', '收款']).map((row, i) =>
      row.replace(/\|(\d[\d.]*)\|/, `|${signed[i]}|`),
    );
    const longer = [...whole, '2026-11-05 10:00:00|收款|80.00|1100.00'];
    expect(read('时间|摘要|金额|余额', longer).outcome).toBe('read');
    expect(read('时间|摘要|金额|余额', longer.toSpliced(2, 1)).outcome).toBe('part');
  });

  test('two tables of one page each have a balance of their own', () => {
    const header = 'Date|Type|Amount|Balance';
    const one = tableOf(header, rows(['Deposit', 'Debit', 'Debit', 'Deposit']));
    const two = tableOf(header, [
      '2026-11-01|Deposit|5.00|25.00',
      '2026-11-02|Debit|5.00|20.00',
      '2026-11-03|Debit|1.00|19.00',
    ]);
    expect(readTables([one, two]).outcome).toBe('read');
  });
});

describe('a period in other places', () => {
  const header = '交易时间|交易类型|交易金额';
  test.each([
    ['the two fields of a range picker', ['2025-12-15', '~', '2026-01-15'], '12-31 23:59|消费|100.00', '2025-12-31'],
    ['fields without a ruler', ['2025-12-15', '2026-01-15'], '1月1日 00:01|消费|100.00', '2026-01-01'],
    ['a month', ['账单月份：2026年11月'], '11-05 13:22|消费|100.00', '2026-11-05'],
    ['Taiwan’s calendar', ['查詢期間：115/11/01 ~ 115/11/30'], '11-05 13:22|消费|100.00', '2026-11-05'],
  ])('%s gives the year', (_, texts, row, day) => {
    expect(read(header, [row], { texts }).entries.map((entry) => entry.day)).toEqual([day]);
  });
});

describe('units beside the list', () => {
  test.each(['注：以下金额均以分为单位', '单位：分', 'All amounts in cents'])('%s', (text) => {
    expect(lines(read('日期|交易类型|交易金额|手续费', ['2026-11-05|消费|120000|456'], { texts: [text] }))).toEqual([
      'sale 2026-11-05 1200.00 4.56 – CNY',
    ]);
  });

  test('whole figures at a rate that would leave fractions are no 元', () => {
    const rows = [13750, 19880, 26010, 32140, 38270, 44400].map(
      (a, i) => `2026-11-0${i + 1}|消费|${a}|${Math.round(a * 0.0038)}`,
    );
    expect(read('日期|交易类型|交易金额|手续费', rows).rejected).toHaveLength(6);
  });
});

test('a list without a state tells by the remark how a row came out of which nothing was settled', () => {
  const reading = read('清算日期|交易日期|交易类型|交易金额|手续费|清算金额|备注', [
    '|2026-11-05|流量费|-48.00|0.00||扣款失败',
    '|2026-11-05|消费|88.00|0.53||系统维护，交易处理中',
    '2026-11-06|2026-11-05|消费|88.00|0.53|87.47|首次交易失败',
    '|2026-11-05|流量费|-48.00|0.00||首次扣款失败，已补扣',
  ]);
  expect(reading.entries.map(({ state }) => state)).toEqual(['failed', 'pending', 'done', 'done']);
});

describe('what else a list says of itself', () => {
  const header = '交易时间|交易类型|交易金额|手续费|订单号';
  const rows = ['2026-11-05 10:00:00|消费|100.00|0.38|A1', '2026-11-06 10:00:00|退货|-20.00|-0.08|A2'];
  const outcome = (text: string) => read(header, rows, { texts: [text] }).outcome;

  test.each(['总笔数：2 总金额：80.00 元', '共 2 笔，金额 80.00 元', '手续费合计：0.30', '交易金额合计 100.00 元'])(
    '%s agrees',
    (text) => {
      expect(read(header, rows, { texts: [text] })).toMatchObject({ outcome: 'read', coverage: { whole: true } });
    },
  );

  test.each([
    '总金额：90.00 元',
    '手续费合计：0.40',
    '共 6 筆資料',
    '總筆數：60',
    '全97件中 1～2件を表示',
    '1 bis 2 von 97 Einträgen',
  ])('%s does not', (text) => {
    expect(outcome(text)).toBe('part');
  });

  test.each(['今日总金额：90.00 元', '累计交易总金额：9,000.00 元', '本页合计金额：90.00', '可提现总金额：12.00'])(
    '%s speaks of something else',
    (text) => {
      expect(outcome(text)).toBe('read');
    },
  );

  test.each([
    ['a date', '2026-11-05 小计||80.00|0.30|'],
    ['a count', '合计（2笔）||80.00|0.30|'],
    ['English words', 'Total (2 transactions)||80.00|0.30|'],
  ])('a total with %s in its label is a total', (_, total) => {
    const reading = read(header, [...rows, total]);
    expect([reading.entries.length, reading.rejected.length]).toEqual([2, 0]);
    expect(reading.controls.filter(({ agrees }) => agrees).length).toBeGreaterThanOrEqual(2);
  });

  test('a pager that stands in the table is no row', () => {
    expect(read(header, [...rows, '1 2 3 …|1 2 3 …|1 2 3 …|1 2 3 …|1 2 3 …'])).toMatchObject({
      outcome: 'read',
      rejected: [],
    });
  });
});

describe('titles drawn as a table of their own', () => {
  const titles = '交易时间|交易类型|交易金额';
  const rows = ['2026-11-05 10:00:00|消费|100.00', '2026-11-06 10:00:00|退货|-20.00'];
  test.each([
    ['a head without rows', tableOf(titles, [])],
    ['a table whose only row is titles', tableOf('||', [titles])],
  ])('%s', (_, head) => {
    expect(lines(readTables([head, tableOf('||', rows)]))).toHaveLength(2);
  });
  test('are not lent to a table of another width, or with titles of its own', () => {
    expect(
      readTables([
        tableOf(titles, []),
        tableOf(
          '|||',
          rows.map((row) => `${row}|x`),
        ),
      ]).entries,
    ).toEqual([]);
    expect(readTables([tableOf(titles, []), tableOf('甲|乙|丙', rows)]).entries).toEqual([]);
  });
});

describe('what the figures of one column leave open', () => {
  test('three decimals are read where a rate of exchange beside them shows which mark is the decimal one', () => {
    const header = 'Date|Amount|Currency|Details|Type|Exchange Rate';
    const rows = ['2025-05-05|12.900|CHF|WINDSURF|fee|0.848252', '2025-05-06|29.000|CHF|JSCHALP|fee|1.000000'];
    expect(read(header, rows).entries.map(({ amount }) => money(amount))).toEqual(['-12.90', '-29.00']);
    const comma = rows.map((row) => row.replaceAll('.', ','));
    expect(read(header, comma).entries.map(({ amount }) => money(amount))).toEqual(['-12.90', '-29.00']);
    const bare = rows.map((row) => row.replace(/[^|]*$/, ''));
    expect(read(header, bare).rejected.map(({ reason }) => reason)).toEqual(['ambiguous-amount', 'ambiguous-amount']);
  });

  test('types that are all debit or credit say which way the money went, where nothing of a till stands beside them', () => {
    const header = 'Date|Description|Amount|Transaction Type|Category';
    const rows = ['8/10/2026|Coffee|2.45|debit|Food', '11/27/2026|Payment|66.88|credit|Card'];
    expect(read(header, rows).entries.map(({ amount }) => money(amount))).toEqual(['-2.45', '66.88']);
    // Beside terminals they are the kinds of cards.
    const till = read(
      `${header}|Terminal`,
      rows.map((row) => `${row}|10020001`),
    );
    expect(till.entries.map(({ amount }) => money(amount))).toEqual(['2.45', '66.88']);
  });
});

describe('which columns are the fee, and of what', () => {
  test('the fees of two kinds of cards, of which a row bears one', () => {
    const header = '清算日期|交易日期时间|交易金额|参考号|终端号|借记手续费|贷记手续费';
    const rows = [
      '2026-11-06|20261105132201|1000.00|631013220101|10020001|5.00|0.00',
      '2026-11-06|20261105142201|500.00|631013220102|10020001|0.00|3.00',
    ];
    expect(read(header, rows).entries.map(({ fee }) => money(fee))).toEqual(['5.00', '3.00']);
    // A row that bears both says that they are something else.
    const both = read(header, [...rows, '2026-11-06|20261105152201|500.00|631013220103|10020001|1.00|3.00']);
    expect(both.entries.map(({ fee }) => money(fee))).not.toContain('4.00');
  });

  test('all fees that lie between what was sold and what was paid out; a page of payouts may list the orders', () => {
    const header = 'Shop|Order|Date|Subtotal|Commission|Processing Fee|Chargeback|Net Payout|Status';
    const rows = [
      'Tea|#1001|Nov 5, 2026|$100.00|-$10.00|-$3.20|$0.00|$86.80|Paid',
      'Tea|#1002|Nov 6, 2026|$50.00|-$5.00|-$1.75|$0.00|$43.25|Paid',
    ];
    const page = read(header, rows, { title: 'Payouts', texts: ['Payouts'] });
    expect(lines(page)).toEqual(['sale 2026-11-05 100.00 13.20 86.80 USD', 'sale 2026-11-06 50.00 6.75 43.25 USD']);
  });

  test('the fee for a chargeback comes on top of what was disputed', () => {
    const header = 'Dispute Date|PSP code|Amount|Chargeback Fee|Total amount|Card ending in';
    const rows = [
      '15/10/2026 04:15 AM|pi_1|157.30|50.00|207.30|4242',
      '28/10/2026 01:10 PM|pi_2|20.00|50.00|70.00|1111',
    ];
    expect(
      read(header, rows).entries.map(({ kind, amount, fee, net }) => [kind, ...[amount, fee, net].map(money)]),
    ).toEqual([
      ['chargeback', '-157.30', '50.00', '-207.30'],
      ['chargeback', '-20.00', '50.00', '-70.00'],
    ]);
  });
});

test('sales that say beside each whether it was settled are sales', () => {
  const header = '设备编号|交易时间|应付款时间|交易单号|收银渠道|交易卡种|交易金额|手续费|结算金额|结算状态';
  const rows = ['SN1|2026-11-05 10:00:00|2026-11-06|X1|微信||100.00元|0.38元|99.62元|已结算'];
  expect(read(header, rows).entries).toMatchObject([
    { ledger: 'trade', kind: 'sale', amount: 10_000_000, fee: 38_000 },
  ]);
});

test('what was sold may be called by any word, and is no type of transaction', () => {
  const header = '完成时间|订单编号|商品名称|收入|结算付款';
  const kinds = read(header, ['2026-11-05 10:00:00|O1|房费|300.00|270.00']).entries.map(({ kind }) => kind);
  expect(kinds).not.toContain('fee');
});
