import { formatAmount } from '#money/amount.ts';
import type { Reading } from '#records/reading.ts';
import type { Pager, Sighting, Table } from '#records/sighting.ts';
import { readSightings } from './read.ts';

/** A table for a test: header and rows as lines of `|`-separated cells. */
export function tableOf(header: string, rows: readonly string[], more: Partial<Table> = {}): Table {
  return {
    where: 'test',
    way: 'plain-table',
    caption: null,
    header: header === '' ? [] : header.split('|'),
    rows: rows.map((row) => row.split('|')),
    hiddenRows: 0,
    stated: null,
    ...more,
  };
}

/** One look at a page, as the reader would report it. */
export function pageOf(tables: readonly Table[], more: Partial<Sighting> = {}): Sighting {
  return {
    place: 'https://service.chinaums.com/uisportal/accountCheckDetailQry/toDetail',
    frame: 'top',
    title: '',
    at: '2026-11-23T02:00:00Z',
    tables: [...tables],
    texts: [],
    cues: [],
    pager: null,
    ...more,
  };
}

export function fileOf(tables: readonly Table[], more: Partial<Sighting> = {}): Sighting {
  return pageOf(tables, { place: 'bill.csv', frame: 'file', ...more });
}

export const pagerOf = (page: number, pages: number, hasNext = page < pages): Pager => ({ page, pages, hasNext });

/** The columns of the 对账明细 of 银联商务 (domain.md §4.3), and one row of it. */
export const CHINAUMS_HEADER =
  '清算日期|交易日期|交易时间|交易金额|终端号|分店简称|清算金额|手续费|流水号|交易类型|参考号|卡号|商户号|商户名称|发卡行|卡类型|商户订单号|退货订单号|支付类型|实际支付金额|备注|付款附言|钱包优惠金额|商户优惠金额|支付产品';

export interface Swipe {
  readonly settle?: string;
  readonly day?: string;
  readonly time?: string;
  readonly amount: string;
  readonly net: string;
  readonly fee: string;
  readonly terminal?: string;
  readonly trace?: string;
  readonly kind?: string;
  readonly rrn?: string;
  readonly merchant?: string;
  readonly card?: string;
  readonly pay?: string;
  readonly remark?: string;
}

export function swipe(row: Swipe): string {
  return [
    row.settle ?? '2026-11-06',
    row.day ?? '2026-11-05',
    row.time ?? '13:22:01',
    row.amount,
    row.terminal ?? '10020001',
    '沪上鲜果店',
    row.net,
    row.fee,
    row.trace ?? '000123',
    row.kind ?? '消费',
    row.rrn ?? '631013220101',
    '621226******1234',
    row.merchant ?? '898310148160568',
    '沪上鲜果店',
    '工商银行',
    row.card ?? '借记卡',
    '',
    '',
    row.pay ?? '银行卡',
    row.amount,
    row.remark ?? '',
    '',
    '0.00',
    '0.00',
    row.pay === undefined ? 'POS刷卡' : row.pay,
  ].join('|');
}

/** Who and when, for a list that stands on a page of which nothing is known. */
export const UNKNOWN_PAGE = { source: 'page', end: 'end', today: '2026-11-27' } as const;

/** What is read of one list on a page of which nothing is known. */
export const readList = (header: string, rows: readonly string[], more: Partial<Sighting> = {}): Reading =>
  readSightings([pageOf([tableOf(header, rows)], { place: 'https://portal.example.com/list', ...more })], UNKNOWN_PAGE);

/** In major units; – for none. */
export const money = (units: number | null): string => (units === null ? '–' : formatAmount(units));

/** `kind day amount fee net currency` of each entry. */
export const entryLines = (reading: Reading): string[] =>
  reading.entries.map(({ kind, day, amount, fee, net, currency }) =>
    [kind, day, money(amount), money(fee), money(net), currency].join(' '),
  );
