import { expect, test } from 'vitest';
import { openFile } from '#tables/files/open.ts';

/** Header lines as acquirers and payment companies print them (domain.md §4.3–4.11). */
const HEADERS = [
  '清算日期,交易日期,交易时间,交易金额,终端号,分店简称,清算金额,手续费,流水号,交易类型,参考号,卡号,商户号,商户名称,发卡行,卡类型,商户订单号,退货订单号,支付类型,实际支付金额,备注,付款附言,钱包优惠金额,商户优惠金额,支付产品',
  '商户编号|交易日期|交易时间|终端号|分支机构|交易类型|拉卡拉流水号|原拉卡拉流水号|卡号|支付渠道|银行名称|交易金额(分)|手续费(分)|结算金额(分)|商户订单号|支付订单号|外部流水号|系统参考号|备注|支付方式',
  '商户编号|交易日期|交易时间|终端号|拉卡拉流水号|交易金额(分)|手续费(分)|结算金额(分)|结算日期|结算状态',
  '商户编号|交易日期|拉卡拉流水号|交易金额(分)|手续费(分)|D0手续费(分)',
  '商户编号|交易日期|拉卡拉流水号|交易金额(分)|分期数|每期金额(分)',
  '商户号,门店名,终端号,交易时间,交易类型,交易批次号,凭证号,参考号,卡号,卡类别,发卡行机构代码,发卡行名称,交易金额,手续费,交易日期,交易单号,订单号,商户备注,对接应用号,原始金额,结算金额,产品类型,交易日期时间',
  '商户号,交易日期,交易时间,清算日期,终端编号,交易类型,交易流水号,交易卡号,卡类型,交易本金,交易手续费,交易结算资金,应收差错费用,应付差错费用,系统流水号,机构基准收入,机构实际收入,机构营销返佣,代理编码,会员号,应付费用,产品码,交易码,业务码,第三方订单号',
  '机构代码,清算日期,交易总笔数,清算金额,清算手续费,结算总金额',
  '交易键值,商户编码,商户名称,交易日期,清算日期,交易时间,交易类型,收单机构代码,交易金额,交易卡号,发卡机构代码,终端编码,产品码,卡类型,交易状态,应答码',
  '交易日期,支付集订单号,支付方式,商品名称,商户订单号,交易状态,交易金额,费率%,手续费,结算金额,应用名称',
  '应用号,商户应用号,应用名称,交易笔数,交易金额,退款笔数,退款金额,商户优惠,支付集优惠,收款通道优惠,实收金额,手续费,结算金额,支付宝结算金额,微信结算金额',
  '序号|商户号|商户名称|划账日期|总笔数|总金额|币种|手续费|结算金额|结算批次号|付款方账户名|是否已结算|划款状态|是否已勾兑',
  '交易代码|清算日期|交易发生时间|订单号|网关流水号|商户号|终端号|交易金额|手续费(始终为 0)|净清算金额(交易金额减去手续费金额)|响应码|商户保留1|商户保留2',
  '交易日期|交易时间|交易代码|卡号|交易金额|手续费|净收金额|交易流水号|原交易流水号|POS终端号|商户号|订单号',
  '清分日期,交易日期,交易时间,商户号,终端号,交易金额,清分金额,流水号,交易类型,交易卡号,发卡银行,卡类型',
  '商户号,终端号,银联参考号,交易日期,交易时间,账户号,交易金额,手续费,交易类型,王府井交易流水,中怡交易流水,交易状态',
  '创建时间,付款完成时间,支付单号,商户单号,原始单号,支付类型,商户编号,支付状态,结算状态,付款总金额,代金券金额,结算手续费率,结算手续费,应结算金额,退款单号,退款金额,代金券退款金额,退款状态,退款完成时间,订单标题(兼容支付宝),商品描述,商家数据包,设备编号,操作员编号,公众号APPID,付款人信息,付款银行,货币种类',
  'automatic_payout_id,automatic_payout_effective_at_utc,balance_transaction_id,created_utc,currency,gross,fee,net,reporting_category,source_id,payment_intent_id,charge_id',
  'id,Type,Source,Amount,Fee,Net,Currency,Created (UTC),Available On (UTC),Status,Description',
  'Company Account,Merchant Account,Psp Reference,Merchant Reference,Payment Method,Creation Date,TimeZone,Type,Modification Reference,Gross Currency,Gross Debit (GC),Gross Credit (GC),Exchange Rate,Net Currency,Net Debit (NC),Net Credit (NC),Commission (NC),Markup (NC),Scheme Fees (NC),Interchange (NC),Batch Number',
  '"Date","Time","Time Zone","Description","Currency","Gross","Fee","Net","Balance","Transaction ID","From Email Address","Name","Bank Name","Bank Account","Shipping and Handling Amount","Sales Tax","Invoice ID","Reference Txn ID"',
  'Date,Time,Time Zone,Gross Sales,Discounts,Service Charges,Net Sales,Gift Card Sales,Tax,Tip,Partial Refunds,Total Collected,Source,Card,Card Entry Methods,Cash,Square Gift Card,Other Tender,Other Tender Type,Tender Note,Fees,Net Total,Transaction ID,Payment ID,Card Brand,PAN Suffix',
] as const;

const value = (title: string) =>
  /日期|时间|date|created|time$/i.test(title)
    ? '2026-01-02'
    : /额|费|金$|gross|net|amount|fee/i.test(title)
      ? '12.34'
      : 'x';

test.each(HEADERS)('%s', async (line) => {
  const delimiter = line.includes('|') ? '|' : ',';
  const header = line.replaceAll('"', '').split(delimiter);
  const row = header.map(value);
  for (const before of [[], ['查询结果', '商户名称：沪上鲜果店', '']]) {
    const text = [...before, line, ...Array.from({ length: 3 }, () => row.join(delimiter)), ''].join('\r\n');
    const opened = await openFile('bill.txt', new TextEncoder().encode(text), { at: '' });
    expect(opened).toMatchObject({ ok: true, value: [{ tables: [{ header, rows: [row, row, row] }] }] });
  }
});

test('a file of values without titles is a table with empty titles, all columns', async () => {
  const row = ['898310148160568', '10020001', '20260102101112', ...Array.from({ length: 25 }, (_, i) => String(i))];
  const opened = await openFile('bill.csv', new TextEncoder().encode(`${row.join()}\n${row.join()}\n`), { at: '' });
  expect(opened).toMatchObject({ ok: true, value: [{ tables: [{ header: row.map(() => ''), rows: [row, row] }] }] });
});

test('a report with a filter of two lines above its header (Adyen), and an end mark below (Antom)', async () => {
  const text = [
    'Merchant/Company,Start date,End date,Aggregation,Country codes',
    'ShopCN,2026-01-01,2026-01-31,,CN',
    'Company Account,Merchant Account,Psp Reference,Type,Net Currency,Net Debit (NC),Net Credit (NC)',
    'Shop,ShopCN,8816,Fee,EUR,1.00,',
    '<END>',
  ].join('\n');
  const opened = await openFile('settlement.csv', new TextEncoder().encode(`\ufeff${text}`), { at: '' });
  expect(opened).toMatchObject({
    ok: true,
    value: [
      {
        tables: [
          { rows: [['ShopCN', '2026-01-01', '2026-01-31', '', 'CN']] },
          { rows: [['Shop', 'ShopCN', '8816', 'Fee', 'EUR', '1.00', '']] },
        ],
        texts: ['<END>'],
      },
    ],
  });
});
