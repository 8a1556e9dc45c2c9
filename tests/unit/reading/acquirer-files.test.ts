import { describe, expect, test } from 'vitest';
import { formatAmount } from '#money/amount.ts';
import { readText } from './read.ts';

/**
 * Title lines of acquirers' files in public code, letter for letter, with rows whose figures are known. No format is declared for any of them:
 * their words give the same fields in either order of columns.
 */
const FILES: readonly (readonly [name: string, titles: string, row: string, ledger: string])[] = [
  [
    'clearing institution',
    '商户号,交易日期,交易时间,清算日期,终端编号,交易类型,交易流水号,交易卡号,卡类型,交易本金,交易手续费,交易结算资金,应收差错费用,应付差错费用,系统流水号,机构基准收入,机构实际收入,机构营销返佣,代理编码,会员号,应付费用,产品码,交易码,业务码,第三方订单号',
    'M1,20260601,091502,20260602,T1,消费,X1,622848******1234,借记卡,100.00,0.60,99.40,0.00,0.00,Y1,0.10,0.10,0.00,D1,U1,0.00,P1,C1,B1,O1',
    'trade',
  ],
  [
    'agent settle CSV',
    '清算日期,交易类型,交易时间,支付时间,客户代码,商户编号,终端编号,交易金额,订单号,渠道订单号,收单币种,收单交易金额,收单手续费,商户币种,商户交易金额,商户手续费,商户清算金额,交易渠道',
    '20260602,消费,2026-06-01 09:15:02,2026-06-01 09:15:05,K1,M1,T1,100.00,O1,Q1,CNY,100.00,0.38,CNY,100.00,0.60,99.40,微信',
    'trade',
  ],
  [
    '支付集 orders',
    '交易日期,支付集订单号,支付方式,商品名称,商户订单号,交易状态,交易金额,费率%,手续费,结算金额,应用名称',
    '2026-06-01,O1,微信扫码,货,S1,交易成功,100.00,0.6,0.60,99.40,店',
    'trade',
  ],
  [
    'SaaS acquirer',
    '交易订单号,原交易订单号,通道参考号,清算主键,交易商户名称,交易商户编号,交易类型,系统交易日期,系统交易时间,卡号,业务结算方式,金额,卡类型,卡组织,所属银行,交易状态,银行通道名称,通道商户编号,系统错误码,系统错误描述,银行错误码,代理商名称,交易来源,代理商交易商户编号,手续费,结算金额,商家实收金额,优惠券金额,是否手续费后付,是否手工退款,通道交易状态',
    'O1,,R1,K1,店,M1,消费,20260601,091502,622848******1234,T1,100.00,借记卡,银联,农行,成功,通道,CM1,,,,代理,POS,AM1,0.60,99.40,100.00,0.00,否,否,成功',
    'trade',
  ],
  [
    '光大',
    '交易代码|清算日期|交易发生时间|订单号|网关流水号|商户号|终端号|交易金额|手续费(始终为 0)|净清算金额(交易金额减去手续费金额)|响应码|商户保留1|商户保留2',
    '消费|20260602|20260601091502|O1|G1|M1|T1|100.00|0.00|100.00|00||',
    'trade',
  ],
  [
    'QPAY/NPS/ZFB',
    '交易日期|交易时间|交易代码|卡号|交易金额|手续费|净收金额|交易流水号|原交易流水号|POS终端号|商户号|订单号',
    '20260601|091502|消费|622848******1234|100.00|0.60|99.40|X1||T1|M1|O1',
    'trade',
  ],
  [
    '银联商务 push',
    '序号|商户号|商户名|终端号|清算日期|交易日期|交易时间|订单号|交易类型|交易金额|手续费|入账金额|卡号|卡域|卡种|交易参考号|原交易参考号|原交易时间|支付方式|银行代码',
    '1|M1|店|T1|20260602|20260601|091502|O1|消费|100.00|0.60|99.40|622848******1234|境内|借记卡|R1|||刷卡|0103',
    'trade',
  ],
  [
    'pooul',
    '创建时间,付款完成时间,支付单号,商户单号,原始单号,支付类型,商户编号,支付状态,结算状态,付款总金额,代金券金额,结算手续费率,结算手续费,应结算金额,退款单号,退款金额,代金券退款金额,退款状态,退款完成时间,订单标题(兼容支付宝),商品描述,商家数据包,设备编号,操作员编号,公众号APPID,付款人信息,付款银行,货币种类',
    '2026-06-01 09:15:00,2026-06-01 09:15:02,O1,S1,,微信扫码,M1,支付成功,已结算,100.00,0.00,0.6%,0.60,99.40,,0.00,0.00,,,货,货,,T1,,wx1,U1,OTHERS,CNY',
    'trade',
  ],
  [
    '商户应付款报表',
    '序号|商户号|商户名称|划账日期|总笔数|总金额|币种|手续费|结算金额|结算批次号|付款方账户名|是否已结算|划款状态|是否已勾兑',
    '1|M1|店|20260601|3|100.00|人民币|0.60|99.40|B1|银行|是|划款成功|是',
    'settlement',
  ],
];

describe('files of acquirers by their words', () => {
  test.each(FILES.flatMap((file) => [['as published', ...file] as const, ['the other way round', ...file] as const]))(
    '%s: %s',
    async (order, _name, titles, row, ledger) => {
      const between = titles.includes('|') ? '|' : ',';
      const turn = (line: string): string =>
        order === 'as published' ? line : line.split(between).reverse().join(between);
      const reading = await readText('file.txt', [titles, row, row.replace('O1', 'O2')].map(turn).join('\n'));
      expect(reading).toMatchObject({ format: 'generic', rejected: [] });
      const fee = titles.includes('始终为 0') ? '0.00' : '0.60';
      const net = titles.includes('始终为 0') ? '100.00' : '99.40';
      for (const entry of reading.entries) {
        expect(entry.ledger).toBe(ledger);
        expect([entry.amount, entry.fee, entry.net].map((value) => formatAmount(value ?? -1))).toEqual([
          '100.00',
          fee,
          net,
        ]);
        expect(entry.day).toBe('2026-06-01');
      }
      expect(reading.entries).toHaveLength(2);
    },
  );
});
