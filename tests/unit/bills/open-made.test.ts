import { describe, expect, test } from 'vitest';
import type { Sighting } from '#records/sighting.ts';
import { Sighting as SightingShape } from '#records/sighting.ts';
import { openFile } from '#tables/files/open.ts';
import {
  ALIPAY_ACCOUNT_SAMPLE,
  ALIPAY_BUSINESS_SAMPLE,
  alipayAccount,
  alipayBusiness,
  alipayZip,
  toGbk,
  WECHAT_FUNDFLOW_SAMPLE,
  WECHAT_TRADE_SAMPLE,
  wechatFundflow,
  wechatTrade,
} from '../../bills/make.ts';

const at = '2026-06-07T00:00:00Z';

async function open(name: string, bytes: Uint8Array): Promise<Sighting[]> {
  const opened = await openFile(name, bytes, { at });
  if (!opened.ok) throw new Error(opened.error);
  for (const sighting of opened.value) SightingShape.parse(sighting);
  return opened.value;
}

const text = (content: string) => new TextEncoder().encode(content);

describe('WeChat Pay, merchant side', () => {
  test.each([false, true])(
    '资金账单: every row once, the trailer as a table of its own (full-width unit: %s)',
    async (fullWidth) => {
      const made = wechatFundflow({ seed: 7, fullWidth });
      const [sighting, ...more] = await open(made.name, made.bytes);
      expect(more).toEqual([]);
      expect(sighting).toMatchObject({ place: made.name, frame: 'file', at, cues: [], pager: null });
      const [data, trailer] = sighting?.tables ?? [];
      expect(data).toMatchObject({ way: 'delimited', header: made.header, rows: made.rows, stated: made.truth.rows });
      expect(trailer).toMatchObject({ way: 'trailer', header: made.trailerHeader, rows: [made.trailer], stated: null });
    },
  );

  test.each(['ALL', 'SUCCESS', 'REFUND', 'LEGACY'] as const)('交易账单 %s', async (kind) => {
    const made = wechatTrade(kind, { seed: 3 });
    expect(made.header).toHaveLength({ ALL: 27, SUCCESS: 20, REFUND: 29, LEGACY: 24 }[kind]);
    const [sighting] = await open(made.name, made.bytes);
    const [data, trailer] = sighting?.tables ?? [];
    expect(data).toMatchObject({ way: 'delimited', header: made.header, rows: made.rows, stated: made.truth.rows });
    expect(trailer).toMatchObject({ way: 'trailer', header: made.trailerHeader, rows: [made.trailer] });
  });

  test('the published sample rows: what is stated stands beside what is there', async () => {
    const [funds] = await open('funds.csv', text(WECHAT_FUNDFLOW_SAMPLE));
    expect(funds?.tables[0]?.stated).toBe(20);
    expect(funds?.tables[0]?.rows).toEqual([
      [
        ...['2018-02-01 04:21:23', '50000305742018020103387128253', '1900009231201802015884652186', '退款', '退款'],
        ...['支出', '0.02', '0.17', 'system', '缺货', 'REF4200000068201801293084726067'],
      ],
    ]);
    expect(funds?.tables[1]?.rows).toEqual([['20.0', '17.0', '0.35', '3.0', '0.18']]);
    const [trade] = await open('trade.csv', text(WECHAT_TRADE_SAMPLE));
    expect(trade?.tables[0]?.stated).toBe(12);
    expect(trade?.tables[0]?.rows[0]?.slice(-7)).toEqual([
      '微信云托管支付测试',
      '',
      '0.00000',
      '0.90%',
      '0.01',
      '0.00',
      '',
    ]);
  });

  test('a file cut in the middle of a row has no trailer, and its last row is short', async () => {
    const made = wechatFundflow({ seed: 7 });
    const [sighting] = await open(made.name, made.bytes.subarray(0, made.bytes.length - 400));
    expect(sighting?.tables).toHaveLength(1);
    expect(sighting?.tables[0]?.stated).toBeNull();
    expect(sighting?.tables[0]?.rows.at(-1)?.length).toBeLessThan(made.header.length);
  });
});

describe('Alipay, merchant side', () => {
  test('账务明细: GBK, preamble and totals as lines, the count of both sides', async () => {
    const made = alipayAccount({ seed: 5 });
    const [sighting] = await open(made.name, made.bytes);
    expect(sighting?.tables).toHaveLength(1);
    expect(sighting?.tables[0]).toMatchObject({ header: made.header, rows: made.rows, stated: made.truth.rows });
    expect(sighting?.texts[0]).toBe('#支付宝账务明细查询');
    expect(sighting?.texts[1]).toContain(made.truth.account);
    expect(sighting?.texts).toContain('#起始日期：[2026年06月05日 00:00:00]   终止日期：[2026年06月06日 00:00:00]');
    expect(sighting?.texts.some((line) => line.startsWith('#支出合计：'))).toBe(true);
    expect(sighting?.texts.at(-1)).toBe('#导出时间：[2026年06月06日 13:19:01]');
  });

  test('业务明细: 25 columns, TAB-padded cells without their TABs', async () => {
    const made = alipayBusiness({ seed: 5 });
    expect(made.header).toHaveLength(25);
    const [sighting] = await open(made.name, made.bytes);
    expect(sighting?.tables[0]).toMatchObject({ header: made.header, rows: made.rows });
    expect(sighting?.texts.at(-1)).toContain('业务明细列表结束');
  });

  test('without its last lines it cannot be taken for whole: the end mark is missing', async () => {
    const made = alipayBusiness({ seed: 5 });
    const cut = toGbk(
      made.text.slice(0, made.text.indexOf('#-----------------------------------------业务明细列表结束')),
    );
    const [sighting] = await open(made.name, cut);
    expect(sighting?.tables[0]?.rows).toEqual(made.rows);
    expect(sighting?.texts.some((line) => line.includes('结束'))).toBe(false);
  });

  test('the download: GBK names without the UTF-8 flag, the summary first', async () => {
    const made = alipayAccount({ seed: 9 });
    const zip = alipayZip(made);
    const [summary, details, ...more] = await open(zip.name, zip.bytes);
    expect(more).toEqual([]);
    expect(summary?.place).toMatch(/zip › .*账务明细\(汇总\)\.csv$/);
    expect(details?.place).toMatch(/zip › .*_账务明细\.csv$/);
    expect(summary?.tables[0]?.header.slice(0, 3)).toEqual(['类型', '收入笔数', '收入金额（+元）']);
    expect(summary?.tables.at(-1)).toMatchObject({ way: 'trailer' });
    expect(details?.tables[0]).toMatchObject({ rows: made.rows, stated: made.truth.rows });
  });

  test('the published samples', async () => {
    const [business] = await open('a.csv', text(ALIPAY_BUSINESS_SAMPLE));
    expect(business?.tables[0]?.rows).toHaveLength(1);
    expect(business?.tables[0]?.rows[0]?.[0]).toBe('2026060522001419931441932972');
    expect(business?.tables[0]?.rows[0]?.[10]).toBe('**博(156******89)');
    const [account] = await open('b.csv', toGbk(ALIPAY_ACCOUNT_SAMPLE));
    expect(account?.tables[0]).toMatchObject({ rows: [], stated: 18 });
    expect(account?.texts).toContain('#收入合计：18笔，共14989.00元');
  });
});
