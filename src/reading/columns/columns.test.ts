import { describe, expect, test } from 'vitest';
import type { Field } from '#records/provider.ts';
import { resolveColumns } from './resolve.ts';

/** `field` → header(s) joined with `+`, resolved from the header words alone. */
function meaning(line: string): Partial<Record<Field, string>> {
  const columns = resolveColumns(line.split(/[,|]/), [], null);
  return Object.fromEntries([...columns].map(([field, list]) => [field, list.map(({ header }) => header).join('+')]));
}

// Header lines of acquirers, institutions and platforms, verbatim (domain.md §4.3–4.5, §4.9, §4.11). None has a special case in the code.
const CASES: readonly (readonly [string, string, Partial<Record<Field, string>>])[] = [
  [
    'an account statement in English',
    'Date,Time,Transaction ID,Order ID,Type,Description,Amount,Balance,Currency',
    { reference: 'Transaction ID', order: 'Order ID', amount: 'Amount', balance: 'Balance' },
  ],
  [
    'clearing institution',
    '商户号,交易日期,交易时间,清算日期,终端编号,交易类型,交易流水号,交易卡号,卡类型,交易本金,交易手续费,交易结算资金,应收差错费用,应付差错费用,系统流水号,机构基准收入,机构实际收入,机构营销返佣,代理编码,会员号,应付费用,产品码,交易码,业务码,第三方订单号',
    {
      account: '商户号',
      day: '交易日期',
      'settle-day': '清算日期',
      terminal: '终端编号',
      reference: '交易流水号',
      'card-number': '交易卡号',
      'card-type': '卡类型',
      amount: '交易本金',
      fee: '交易手续费',
      net: '交易结算资金',
      order: '第三方订单号',
    },
  ],
  [
    'clearing institution, totals line',
    '机构代码,清算日期,交易总笔数,清算金额,清算手续费,结算总金额',
    { 'settle-day': '清算日期', amount: '清算金额', fee: '清算手续费', net: '结算总金额' },
  ],
  [
    'institution trade log',
    '交易键值,商户编码,商户名称,交易日期,清算日期,交易时间,交易类型,收单机构代码,交易金额,交易卡号,发卡机构代码,终端编码,产品码,卡类型,交易状态,应答码',
    {
      account: '商户编码',
      'account-name': '商户名称',
      day: '交易日期',
      'settle-day': '清算日期',
      amount: '交易金额',
      terminal: '终端编码',
      'card-type': '卡类型',
      state: '交易状态',
      kind: '交易类型',
    },
  ],
  [
    'agent settlement',
    '清算日期,交易类型,交易时间,支付时间,客户代码,商户编号,终端编号,交易金额,订单号,渠道订单号,收单币种,收单交易金额,收单手续费,商户币种,商户交易金额,商户手续费,商户清算金额,交易渠道',
    {
      'settle-day': '清算日期',
      kind: '交易类型',
      at: '交易时间',
      account: '商户编号',
      terminal: '终端编号',
      order: '订单号',
      currency: '商户币种',
      amount: '商户交易金额',
      fee: '商户手续费',
      net: '商户清算金额',
    },
  ],
  [
    '支付集 orders',
    '交易日期,支付集订单号,支付方式,商品名称,商户订单号,交易状态,交易金额,费率%,手续费,结算金额,应用名称',
    {
      day: '交易日期',
      reference: '支付集订单号',
      'card-type': '支付方式',
      order: '商户订单号',
      state: '交易状态',
      amount: '交易金额',
      rate: '费率%',
      fee: '手续费',
      net: '结算金额',
    },
  ],
  [
    '支付集 refunds',
    '退款时间,交易时间,退款订单号,支付集订单号,商户订单号,支付平台,商品名称,交易状态,订单金额（原交易金额）,退款金额,费率,手续费,结算金额,应用名称',
    { at: '退款时间', reference: '退款订单号', 'refund-amount': '退款金额', fee: '手续费', net: '结算金额' },
  ],
  [
    'SaaS acquirer',
    '交易订单号,原交易订单号,通道参考号,清算主键,交易商户名称,交易商户编号,交易类型,系统交易日期,系统交易时间,卡号,业务结算方式,金额,卡类型,卡组织,所属银行,交易状态,银行通道名称,通道商户编号,系统错误码,系统错误描述,银行错误码,代理商名称,交易来源,代理商交易商户编号,手续费,结算金额,商家实收金额,优惠券金额,是否手续费后付,是否手工退款,通道交易状态',
    {
      reference: '交易订单号',
      original: '原交易订单号',
      rrn: '通道参考号',
      'account-name': '交易商户名称',
      account: '交易商户编号',
      kind: '交易类型',
      day: '系统交易日期',
      amount: '金额',
      state: '交易状态',
      fee: '手续费',
      net: '结算金额',
    },
  ],
  [
    '商户应付款报表',
    '序号|商户号|商户名称|划账日期|总笔数|总金额|币种|手续费|结算金额|结算批次号|付款方账户名|是否已结算|划款状态|是否已勾兑',
    {
      account: '商户号',
      'settle-day': '划账日期',
      amount: '总金额',
      currency: '币种',
      fee: '手续费',
      net: '结算金额',
      batch: '结算批次号',
      state: '划款状态',
    },
  ],
  [
    '光大',
    '交易代码|清算日期|交易发生时间|订单号|网关流水号|商户号|终端号|交易金额|手续费(始终为 0)|净清算金额(交易金额减去手续费金额)|响应码|商户保留1|商户保留2',
    {
      'settle-day': '清算日期',
      at: '交易发生时间',
      order: '订单号',
      account: '商户号',
      terminal: '终端号',
      amount: '交易金额',
      fee: '手续费(始终为 0)',
      net: '净清算金额(交易金额减去手续费金额)',
      state: '响应码',
    },
  ],
  [
    'QPAY, NPS, ZFB',
    '交易日期|交易时间|交易代码|卡号|交易金额|手续费|净收金额|交易流水号|原交易流水号|POS终端号|商户号|订单号',
    {
      day: '交易日期',
      amount: '交易金额',
      fee: '手续费',
      net: '净收金额',
      reference: '交易流水号',
      original: '原交易流水号',
      terminal: 'POS终端号',
      account: '商户号',
      order: '订单号',
    },
  ],
  [
    '银联商务 push',
    '序号|商户号|商户名|终端号|清算日期|交易日期|交易时间|订单号|交易类型|交易金额|手续费|入账金额|卡号|卡域|卡种|交易参考号|原交易参考号|原交易时间|支付方式|银行代码',
    {
      account: '商户号',
      'account-name': '商户名',
      terminal: '终端号',
      'settle-day': '清算日期',
      day: '交易日期',
      order: '订单号',
      kind: '交易类型',
      amount: '交易金额',
      fee: '手续费',
      net: '入账金额',
      rrn: '交易参考号',
      original: '原交易参考号',
    },
  ],
  [
    'UnionPay, two dates',
    '清分日期,交易日期,交易时间,商户号,终端号,交易金额,清分金额,流水号,交易类型,交易卡号,发卡银行,卡类型',
    {
      'settle-day': '清分日期',
      day: '交易日期',
      account: '商户号',
      terminal: '终端号',
      amount: '交易金额',
      net: '清分金额',
      trace: '流水号',
      kind: '交易类型',
    },
  ],
  [
    'private label',
    '商户号,终端号,银联参考号,交易日期,交易时间,账户号,交易金额,手续费,交易类型,王府井交易流水,中怡交易流水,交易状态',
    {
      account: '商户号',
      terminal: '终端号',
      rrn: '银联参考号',
      day: '交易日期',
      amount: '交易金额',
      fee: '手续费',
      kind: '交易类型',
      state: '交易状态',
    },
  ],
  [
    'pooul',
    '创建时间,付款完成时间,支付单号,商户单号,原始单号,支付类型,商户编号,支付状态,结算状态,付款总金额,代金券金额,结算手续费率,结算手续费,应结算金额,退款单号,退款金额,代金券退款金额,退款状态,退款完成时间,订单标题(兼容支付宝),商品描述,商家数据包,设备编号,操作员编号,公众号APPID,付款人信息,付款银行,货币种类',
    {
      at: '付款完成时间',
      reference: '支付单号',
      order: '商户单号',
      original: '原始单号',
      account: '商户编号',
      state: '支付状态',
      amount: '付款总金额',
      rate: '结算手续费率',
      fee: '结算手续费',
      net: '应结算金额',
      'refund-amount': '退款金额',
      currency: '货币种类',
    },
  ],
  [
    '银联 demo',
    '交易日期,交易时间,交易类型,交易状态,商户号,终端号,商户订单号,银联交易流水号,清算金额,手续费,发卡行,收单行',
    {
      day: '交易日期',
      kind: '交易类型',
      state: '交易状态',
      account: '商户号',
      net: '清算金额',
      fee: '手续费',
      reference: '银联交易流水号',
    },
  ],
  [
    '拉卡拉 JY',
    '商户编号|交易日期|交易时间|终端号|分支机构|交易类型|拉卡拉流水号|原拉卡拉流水号|卡号|支付渠道|银行名称|交易金额(分)|手续费(分)|结算金额(分)|商户订单号|支付订单号|外部流水号|系统参考号|备注|支付方式',
    {
      account: '商户编号',
      day: '交易日期',
      terminal: '终端号',
      kind: '交易类型',
      reference: '拉卡拉流水号',
      original: '原拉卡拉流水号',
      amount: '交易金额(分)',
      fee: '手续费(分)',
      net: '结算金额(分)',
      order: '商户订单号',
      rrn: '系统参考号',
      remark: '备注',
    },
  ],
  [
    '拉卡拉 JS',
    '商户编号|交易日期|交易时间|终端号|拉卡拉流水号|交易金额(分)|手续费(分)|结算金额(分)|结算日期|结算状态',
    {
      day: '交易日期',
      'settle-day': '结算日期',
      amount: '交易金额(分)',
      fee: '手续费(分)',
      net: '结算金额(分)',
      state: '结算状态',
    },
  ],
  [
    '拉卡拉 D0',
    '商户编号|交易日期|拉卡拉流水号|交易金额(分)|手续费(分)|D0手续费(分)',
    { day: '交易日期', amount: '交易金额(分)', fee: '手续费(分)', 'other-deduction': 'D0手续费(分)' },
  ],
  [
    '拉卡拉 SEP',
    '商户编号|交易日期|拉卡拉流水号|交易金额(分)|分账金额(分)|分账比例',
    { day: '交易日期', amount: '交易金额(分)' },
  ],
  ['拉卡拉 JY-FQ', '商户编号|交易日期|拉卡拉流水号|交易金额(分)|分期数|每期金额(分)', { amount: '交易金额(分)' }],
  [
    '乐刷',
    '记录类型(BT/BV),编号,交易时间,订单号,商户号,费率(万分之一),交易金额(分),手续费(分),结算金额(分),资金流向(进账/出账/冻结/解冻/退款),交易类型,支付方式,卡类型,商户优惠类型,参考号,凭证号,终端号,第三方订单号,第三方退款号,支付时间,付款银行,消费者标识,扫码支付交易类型',
    {
      at: '交易时间',
      order: '订单号',
      account: '商户号',
      rate: '费率(万分之一)',
      amount: '交易金额(分)',
      fee: '手续费(分)',
      net: '结算金额(分)',
      direction: '资金流向(进账/出账/冻结/解冻/退款)',
      rrn: '参考号',
      trace: '凭证号',
      terminal: '终端号',
    },
  ],
  [
    'like 通联',
    '商户号,门店名,终端号,交易时间,交易类型,交易批次号,凭证号,参考号,卡号,卡类别,发卡行机构代码,发卡行名称,交易金额,手续费,交易日期,交易单号,订单号,商户备注,对接应用号,原始金额,结算金额,产品类型,交易日期时间',
    {
      account: '商户号',
      terminal: '终端号',
      kind: '交易类型',
      batch: '交易批次号',
      trace: '凭证号',
      rrn: '参考号',
      amount: '交易金额',
      fee: '手续费',
      net: '结算金额',
      day: '交易日期',
      reference: '交易单号',
      order: '订单号',
    },
  ],
  [
    '利楚',
    '商户号,终端号,交易时间,退款完成时间,交易金额(分),手续费金额(分),退款金额(分),结余金额(分),支付方式,支付类型,交易状态,交易单号,退款原单号,终端流水号,渠道订单号,交易日期,用户标识,银行卡类型,附加数据,商家优惠金额(分),商家实收金额(分),用户实付金额(分),平台优惠金额(分),订单备注,自定义设备编号,支付银行标识,门店名称,通道类型',
    {
      account: '商户号',
      terminal: '终端号',
      amount: '交易金额(分)',
      fee: '手续费金额(分)',
      'refund-amount': '退款金额(分)',
      state: '交易状态',
      reference: '交易单号',
      original: '退款原单号',
      trace: '终端流水号',
      day: '交易日期',
    },
  ],
  [
    'ICBC',
    '交易日期,摘要,交易详情,交易场所,交易国家或地区简称,钞/汇,交易金额(收入),交易金额(支出),交易币种,记账金额(收入),记账金额(支出),记账币种,余额,对方户名,对方账户',
    {
      day: '交易日期',
      kind: '摘要',
      income: '记账金额(收入)',
      expense: '记账金额(支出)',
      currency: '记账币种',
      balance: '余额',
    },
  ],
  [
    'CMB',
    '交易日期,交易时间,收入,支出,余额,交易类型,交易备注',
    { day: '交易日期', income: '收入', expense: '支出', balance: '余额', kind: '交易类型' },
  ],
  [
    'traditional',
    '交易日期,交易時間,終端號,交易金額,手續費,結算金額,餘額,備註',
    {
      day: '交易日期',
      terminal: '終端號',
      amount: '交易金額',
      fee: '手續費',
      net: '結算金額',
      balance: '餘額',
      remark: '備註',
    },
  ],
  [
    'English',
    'Date,Terminal ID,Type,Gross,Fee,Net,Balance,Transaction ID',
    {
      day: 'Date',
      terminal: 'Terminal ID',
      kind: 'Type',
      amount: 'Gross',
      fee: 'Fee',
      net: 'Net',
      balance: 'Balance',
      reference: 'Transaction ID',
    },
  ],
  [
    'two header levels',
    '交易时间,金额 / 收入,金额 / 支出,余额',
    { at: '交易时间', income: '金额 / 收入', expense: '金额 / 支出', balance: '余额' },
  ],
];

describe('headers are read by their words', () => {
  test.each(CASES)('%s', (_name, line, expected) => expect(meaning(line)).toMatchObject(expected));

  test.each(CASES)('%s, in the other order', (_name, line, expected) => {
    const backwards = line.split(/[,|]/).reverse().join('|');
    expect(meaning(backwards)).toMatchObject(expected);
  });
});

describe('the look of the values decides where words allow several meanings', () => {
  const fields = (header: string, rows: readonly string[]) => {
    const columns = resolveColumns(
      header.split('|'),
      rows.map((row) => row.split('|')),
      null,
    );
    return Object.fromEntries([...columns].map(([field, list]) => [field, list[0]?.header]));
  };

  test('交易时间 is a clock beside a date, and an instant alone', () => {
    expect(fields('交易日期|交易时间|金额', ['20261105|091502|1.00'])).toMatchObject({
      day: '交易日期',
      time: '交易时间',
    });
    expect(fields('交易时间|金额', ['2026-11-05 09:15|1.00'])).toMatchObject({ at: '交易时间' });
  });

  test('a column of words is no amount, whatever it is called', () => {
    expect(fields('交易日期|金额|交易金额', ['20261105|大额|1.00', '20261105|小额|2.00'])).toMatchObject({
      amount: '交易金额',
    });
  });

  test('of several amounts, fees and nets the three that add up are taken', () => {
    const rows = ['20261105|100.00|90.00|0.50|89.50', '20261105|50.00|45.00|0.25|44.75'];
    expect(fields('交易日期|交易金额|实收金额|手续费|结算金额', rows)).toMatchObject({ amount: '实收金额' });
  });
});
