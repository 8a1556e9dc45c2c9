import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSightings } from '../read.ts';
import { entryLines, fileOf, tableOf } from '../testing.ts';
import { bankAccount, bankAccountIn } from './own-account.ts';

const FILE = { source: 'file', end: null, today: '2026-11-27' } as const;
const BANK = '交易日期|摘要|借方发生额|贷方发生额|余额';
const ROWS = ['2026-11-05|工本费|5.00||995.00', '2026-11-06|转账||100.00|1095.00'];

describe('one’s own account at a bank', () => {
  test.each([
    ['6222****1234', '*1234'],
    ['**** **** **** 1234', '*1234'],
    ['NL47BUNQ2025181418', '*1418'],
    ['666-666666-667', '*6667'],
    ['TRIODOSBANK/******3456', '*3456'],
    ['Main Checking', null],
    ['1234', null],
    ['', null],
  ])('%s is %s', (printed, name) => {
    expect(bankAccount(printed)).toBe(name);
  });

  test('has one name, whatever is printed of it', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{8,19}$/), fc.nat(12), (number, shown) => {
        const stars = number.slice(0, Math.min(shown, 6)) + '*'.repeat(8) + number.slice(-4);
        expect(bankAccount(stars)).toBe(bankAccount(number));
        expect(bankAccount(number)).toBe(`*${number.slice(-4)}`);
      }),
    );
  });

  test('is told by one line of a file, not by several nor by the other side’s', () => {
    expect(bankAccountIn(['卡号: 1234****5678,"卡别名: "', '起止日期：2026-11-01 ~ 2026-11-30'])).toBe('*5678');
    expect(bankAccountIn(['账号：*******7889', '账号：*******7889'])).toBe('*7889');
    expect(bankAccountIn(['账号：*******7889', '账号：*******9182'])).toBeNull();
    expect(bankAccountIn(['对方账号：*******7889', '收款账号：*******7889'])).toBeNull();
  });

  test('keeps statements of two accounts of one bank apart', () => {
    const read = (account: string) =>
      readSightings([fileOf([tableOf(BANK, ROWS)], { texts: [`账号：*******${account}`] })], FILE);
    expect(read('7889').accounts).toEqual(['other:*7889']);
    expect(read('9182').accounts).toEqual(['other:*9182']);
    expect(entryLines(read('7889'))).toEqual(entryLines(read('9182')));
  });

  test.each([
    [
      'a column of one’s own cards',
      tableOf(
        `账号|${BANK}`,
        ROWS.map((row) => `621483****1234|${row}`),
      ),
      [],
    ],
    ['a stretched label', tableOf(BANK, ROWS), ['账　　号:,6217****1234,,,']],
    ['a label of two words', tableOf(BANK, ROWS), ['卡号/账号：621700*********1234  客户名称：张三']],
    ['a label and its cell', tableOf(BANK, ROWS), ['账户账号,622908****1234']],
  ])('is named by %s', (_, table, texts) => {
    expect(readSightings([fileOf([table], { texts })], FILE).accounts).toEqual(['other:*1234']);
  });

  test('is not the card that paid into a wallet', () => {
    const flow = tableOf('交易时间|卡号|业务类型|收入金额|支出金额|余额', [
      '2026-10-01 09:00:00|622848******1234|收款|100.00||100.00',
      '2026-10-02 09:00:00|621700******5678|收款|50.00||150.00',
    ]);
    expect(readSightings([fileOf([flow])], FILE).accounts).toEqual(['other:?']);
  });

  test('is not taken from a list of sales, nor from a column of other words', () => {
    const sales = tableOf('Date|Type|Amount|Fee|Account', ['2026-11-05|Sale|100.00|0.60|********1234']);
    expect(readSightings([fileOf([sales])], FILE).accounts).toEqual(['other:?']);
    const words = tableOf('Date|Description|Amount|Balance|Account', ['2026-11-05|Coffee|-4.75|95.25|Main Checking']);
    expect(readSightings([fileOf([words])], FILE).accounts).toEqual(['other:?']);
  });
});
