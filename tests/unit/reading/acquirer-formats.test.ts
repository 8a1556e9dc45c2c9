import { describe, expect, test } from 'vitest';
import { lines } from './lines.ts';
import { readText } from './read.ts';

describe('拉卡拉', () => {
  const JY =
    '商户编号|交易日期|交易时间|终端号|分支机构|交易类型|拉卡拉流水号|原拉卡拉流水号|卡号|支付渠道|银行名称|交易金额(分)|手续费(分)|结算金额(分)|商户订单号|支付订单号|外部流水号|系统参考号|备注|支付方式';
  test('JY: 分 by its titles, refunds by their kind, the id of its own', async () => {
    const reading = await readText(
      'JY_20260601.txt',
      [
        JY,
        '822290054110X1|20260601|091502|A1B2C3D4|北京|消费|66210312345601||622848******1234|银联|农业银行|10000|60|9940|S1|P1|E1|R1||刷卡',
        '822290054110X1|20260601|101502|A1B2C3D4|北京|退货|66210312345602|66210312345601|622848******1234|银联|农业银行|2000|12|1988|S2|P2|E2|R2||刷卡',
      ].join('\n'),
    );
    expect(reading).toMatchObject({ provider: 'lakala', format: 'lakala-trade', stableIds: true, rejected: [] });
    expect(reading.accounts).toEqual(['lakala:822290054110X1']);
    expect(lines(reading.entries)).toEqual([
      '2026-06-01 sale 100.00 0.60 99.40',
      '2026-06-01 refund -20.00 -0.12 -19.88',
    ]);
  });
  test('JY with decimals under 分: refused, never read as either', async () => {
    const row =
      '822290054110X1|20260601|091502|A1|北京|消费|66210312345601||6228|银联|农行|100.00|0.50|99.50|S1|P1|E1|R1||刷卡';
    const reading = await readText('JY_20260601.txt', `${JY}\n${row}`);
    expect(reading).toMatchObject({ outcome: 'changed', format: 'lakala-trade', entries: [] });
    expect(reading.rejected.map(({ reason }) => reason)).toEqual(['unit-conflict']);
  });
  test.each([
    [
      'JS',
      'lakala-settlement',
      '商户编号|交易日期|交易时间|终端号|拉卡拉流水号|交易金额(分)|手续费(分)|结算金额(分)|结算日期|结算状态',
      '8222|20260601|091502|A1|662103|10000|60|9940|20260602|已结算',
      '2026-06-01 settlement 100.00 0.60 99.40',
    ],
    [
      'D0',
      'lakala-same-day',
      '商户编号|交易日期|拉卡拉流水号|交易金额(分)|手续费(分)|D0手续费(分)',
      '8222|20260601|662103|10000|60|300',
      '2026-06-01 sale 100.00 0.60 96.40',
    ],
    [
      'SEP',
      'lakala-split',
      '商户编号|交易日期|拉卡拉流水号|交易金额(分)|分账金额(分)|分账比例',
      '8222|20260601|662103|10000|3000|30%',
      '2026-06-01 transfer -30.00 - -',
    ],
    [
      'JY-FQ',
      'lakala-instalments',
      '商户编号|交易日期|拉卡拉流水号|交易金额(分)|分期数|每期金额(分)',
      '8222|20260601|662103|120000|12|10000',
      '2026-06-01 sale 1200.00 - -',
    ],
  ])('%s', async (type, format, titles, row, line) => {
    const reading = await readText(`${type}_20260601.txt`, `${titles}\n${row}\n${row.replace('662103', '662104')}`);
    expect(reading).toMatchObject({ provider: 'lakala', format, rejected: [] });
    expect(lines(reading.entries)).toEqual([line, line]);
  });
});

describe('files without titles', () => {
  const LESHUA = [
    'BT|1|20260601091502|L1|M1|38|10000|38|9962|进账|扫码|微信|*|*|*|*|T1|O1|*|20260601091505|*|W1|零钱|U1|主扫',
    'BT|2|20260601101502|L2|M1|38|2000|8|1992|退款|扫码|微信|*|*|*|*|T1|O2|R2|20260601101505|*|W2|零钱|U1|主扫',
  ];
  test('乐刷: 25 fields in their order, in 分', async () => {
    const reading = await readText('leshua.txt', LESHUA.join('\n'));
    expect(reading).toMatchObject({ provider: 'leshua', format: 'leshua-trade', rejected: [] });
    expect(lines(reading.entries)).toEqual([
      '2026-06-01 sale 100.00 0.38 99.62',
      '2026-06-01 refund -20.00 -0.08 -19.92',
    ]);
    expect(reading.entries[0]?.rate).toBe(3800);
  });
  test('利楚: 28 fields in their order, in 分', async () => {
    const row = (id: string, amount: string, fee: string, refund: string, type: string): string =>
      `M1,T1,20260601091502,,${amount},${fee},${refund},0,微信,${type},支付成功,${id},,TR1,C1,20260601,U1,,,0,${amount},${amount},0,,,OTHERS,总店,1`;
    const reading = await readText(
      'lcsw.csv',
      [row('1', '10000', '38', '0', '支付'), row('2', '0', '0', '2000', '退款')].join('\n'),
    );
    expect(reading).toMatchObject({ provider: 'lcsw', format: 'lcsw-trade', rejected: [] });
    expect(lines(reading.entries).map((line) => line.split(' ').slice(1, 4).join(' '))).toEqual([
      'sale 100.00 0.38',
      'refund -20.00 0.00',
    ]);
  });
  test('of another width, or with other values: unknown', async () => {
    const short = LESHUA.map((line) => line.split('|').slice(0, 20).join('|')).join('\n');
    expect(await readText('x.txt', short)).toMatchObject({ outcome: 'not-a-known-page', entries: [] });
    const decimals = LESHUA.join('\n').replaceAll('|10000|', '|100.00|');
    expect(await readText('x.txt', decimals)).toMatchObject({ outcome: 'not-a-known-page', entries: [] });
  });
});

test('通联: the instant, the amounts, and not what stood before the discount', async () => {
  const titles =
    '商户号,门店名,终端号,交易时间,交易类型,交易批次号,凭证号,参考号,卡号,卡类别,发卡行机构代码,发卡行名称,交易金额,手续费,交易日期,交易单号,订单号,商户备注,对接应用号,原始金额,结算金额,产品类型,交易日期时间';
  const reading = await readText(
    'allinpay.csv',
    `${titles}\n990290048160001,总店,T1,091502,消费,1,000001,R1,6228****1234,贷记卡,0103,农业银行,100.00,0.60,20260601,Z1,O1,,A1,105.00,99.40,收银宝,2026-06-01 09:15:02\n`,
  );
  expect(reading).toMatchObject({ provider: 'allinpay', format: 'allinpay-trade', rejected: [] });
  expect(lines(reading.entries)).toEqual(['2026-06-01 sale 100.00 0.60 99.40']);
  expect(reading.entries[0]).toMatchObject({ at: '2026-06-01T09:15:02+08:00', card: 'credit', reference: 'Z1' });
});

test('微信支付 资金账单: a fee given back in the refund itself stands in its remark', async () => {
  const reading = await readText(
    '资金账单.csv',
    [
      '记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额(元),账户结余(元),资金变更提交申请人,备注,业务凭证号',
      '`2026-06-01 04:21:23,`5000030574,`1900009231202606011588465218601,`退款,`退款,`支出,`99.40,`100.60,`system,`退款总金额100.00元;含手续费0.60元,`REF1',
      '`2026-06-01 04:22:23,`5000030575,`1900009231202606011588465218602,`退款,`退款,`支出,`0.01,`100.59,`system,`退款总金额0.01元;含手续费0.00元,`REF2',
      '资金流水总笔数,收入笔数,收入金额,支出笔数,支出金额',
      '`2.0,`0.0,`0.00,`2.0,`99.41',
    ].join('\n'),
  );
  expect(reading).toMatchObject({ outcome: 'read', format: 'wechatpay-fundflow', coverage: { whole: true } });
  expect(lines(reading.entries)).toEqual(['2026-06-01 refund -100.00 -0.60 -99.40', '2026-06-01 refund -0.01 - -0.01']);
});

test('银联商务: the pipe-separated file, whose last row adds it up', async () => {
  const reading = await readText(
    'ums.txt',
    [
      '清算日期|交易日期|交易时间|商户号|终端号|交易类型|交易金额|手续费|清算金额|参考号|流水号|卡号|卡类型',
      '20260602|20260601|091502|89813015722APT1|12345678|消费|100.00|0.60|99.40|R1|000001|622848******1234|借记卡',
      '20260602|20260601|101502|89813015722APT1|12345678|退货|-20.00|-0.12|-19.88|R2|000002|622848******1234|借记卡',
      '合计||||||80.00|0.48|79.52||||',
    ].join('\n'),
  );
  expect(reading).toMatchObject({
    format: 'chinaums-detail',
    accounts: ['chinaums:89813015722APT1'],
    coverage: { whole: true },
  });
  expect(reading.controls.map(({ what, agrees }) => [what, agrees])).toEqual([
    ['amount', true],
    ['fee', true],
    ['net', true],
  ]);
});

test('a list of what is to be paid keeps the words that say which of it was', async () => {
  const titles = '商户号,账单日期,费用类型,应缴金额(元),缴费状态,截止日期';
  const bill = (month: string, state: string): string =>
    `898310148160999,2026-${month}-01,手续费,120.00,${state},2026-${month}-15`;
  const reading = await readText('bills.csv', [titles, bill('03', '已缴'), bill('04', '未缴')].join('\n'));
  expect(reading.entries.map(({ kind, state, words }) => [kind, state, words])).toEqual([
    ['stated-arrears', 'done', '手续费 · 已缴'],
    ['stated-arrears', 'pending', '手续费 · 未缴'],
  ]);
});
