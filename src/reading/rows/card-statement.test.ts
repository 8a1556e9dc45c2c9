import { describe, expect, test } from 'vitest';
import { readSightings } from '../read.ts';
import { entryLines, fileOf, tableOf } from '../testing.ts';

const read = (header: string, rows: readonly string[]) =>
  readSightings([fileOf([tableOf(header, rows)])], { source: 'file', end: null, today: '2026-11-27' });
const signs = (header: string, rows: readonly string[]): string[] =>
  read(header, rows).entries.map(
    ({ ledger, kind, amount }) => `${ledger} ${kind} ${amount === null ? '–' : Math.sign(amount)}`,
  );

describe('the statement of one’s own credit card', () => {
  const HEADER = '交易日期|入账日期|卡末四位|交易描述|交易币种|交易金额|入账币种|入账金额';
  const bought = '2026-03-01|2026-03-02|1234|支付宝-超市|人民币|12.50|人民币|12.50';

  test('prints what is owed: what was bought is no sale', () => {
    const rows = [bought, '2026-03-05|2026-03-06|1234|自扣还款|人民币|-500.00|人民币|-500.00'];
    expect(signs(HEADER, rows)).toEqual(['bank payment -1', 'bank unknown 1']);
  });

  test('moves what was posted, where the shop was paid in another currency', () => {
    const abroad = '2026-03-01|2026-03-02|1234|APPLE.COM|USD|10.00|CNY|72.31';
    expect(entryLines(read('交易日期|入账日期|卡末四位|交易描述|原币种|交易金额|币种|入账金额', [abroad]))).toEqual([
      'unknown 2026-03-01 -72.31 – -72.31 CNY',
    ]);
  });

  test('prints what moved, where repayments have a plus', () => {
    const rows = [
      bought.replaceAll('|12.50', '|-12.50'),
      '2026-03-05|2026-03-06|1234|还款|人民币|500.00|人民币|500.00',
    ];
    expect(signs(HEADER, rows)).toEqual(['bank payment -1', 'bank unknown 1']);
  });

  test('a till’s list with cards and days of settlement is none', () => {
    const rows = ['2026-03-01|2026-03-02|1234|消费|12.50|10020001|0.08'];
    expect(signs('交易日期|入账日期|卡末四位|交易类型|交易金额|终端号|手续费', rows)).toEqual(['trade sale 1']);
  });
});
