/** The columns of the 对账明细 bill, in the documented order (README.md beside this file). */
export const COLUMNS = [
  '清算日期',
  '交易日期',
  '交易时间',
  '交易金额',
  '终端号',
  '分店简称',
  '清算金额',
  '手续费',
  '流水号',
  '交易类型',
  '参考号',
  '卡号',
  '商户号',
  '商户名称',
  '发卡行',
  '卡类型',
  '商户订单号',
  '退货订单号',
  '支付类型',
  '实际支付金额',
  '备注',
  '付款附言',
  '钱包优惠金额',
  '商户优惠金额',
  '支付产品',
] as const;
export type Column = (typeof COLUMNS)[number];
export type Row = Readonly<Record<Column, string>>;

export const PAGE_SIZE = 100;

export interface Merchant {
  readonly number: string;
  readonly name: string;
  readonly branch: string;
  readonly terminals: readonly [string, ...string[]];
}

export const MERCHANT: Merchant = {
  number: '898310148160568',
  name: '沪上鲜果店',
  branch: '静安店',
  terminals: ['10020001', '10020002'],
};
export const SECOND_MERCHANT: Merchant = {
  number: '89831014816A002',
  name: '沪上鲜果二店',
  branch: '徐汇店',
  terminals: ['10020003'],
};
