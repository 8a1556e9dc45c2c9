import { describe, expect, test } from 'vitest';
import { formatAmount } from '#money/amount.ts';
import { openFile } from '#tables/files/open.ts';
import { disagreeing, readText } from './read.ts';

/** One movement, of which each bank prints what its columns have. Two bank fees of one moment are two rows. */
interface Movement {
  readonly day: string;
  readonly clock: string;
  readonly in: string;
  readonly out: string;
  readonly balance: string;
  readonly words: string;
  readonly who: string;
  readonly number: string;
}

const MOVEMENTS: readonly Movement[] = [
  '2026-10-08|09:12:31|1234.50||6234.50|银联入账|银联商务股份有限公司|31001550400050010001',
  '2026-10-08|17:00:02||35.00|6199.50|账户维护费||',
  '2026-10-10|10:30:15||2000.00|4199.50|货款|上海某某贸易有限公司|1001234509024567890',
  '2026-10-12|12:00:00||0.60|4198.90|汇款手续费||',
  '2026-10-12|12:00:00||0.60|4198.30|汇款手续费||',
  '2026-10-13|00:00:05|300.25||4498.55|退款|上海某某贸易有限公司|1001234509024567890',
].map((line) => {
  const [day = '', clock = '', into = '', out = '', balance = '', words = '', who = '', number = ''] = line.split('|');
  return { day, clock, in: into, out, balance, words, who, number };
});
const SIGNED = ['1234.50', '-35.00', '-2000.00', '-0.60', '-0.60', '300.25'];
const OWN = '4402012309000056789';
const compact = (day: string): string => day.replaceAll('-', '');
const grouped = (figure: string): string => figure.replace(/\B(?=(\d{3})+\.)/g, ',');
const signedOf = (row: Movement): string => (row.in === '' ? `-${row.out}` : row.in);

interface Statement {
  readonly before?: readonly string[];
  readonly titles: string;
  readonly row: (row: Movement, at: number) => readonly string[];
  readonly after?: readonly string[];
  readonly account: string;
  /** Stated figures that must be found and agree, beside the running balance. */
  readonly stated?: readonly string[];
}

const SIDES = ['expense', 'expense-count', 'income', 'income-count'];

const STATEMENTS: Readonly<Record<string, Statement>> = {
  工商银行: {
    titles: '凭证号,本方账号,对方账号,交易时间,借/贷,借方发生额,贷方发生额,对方行号,摘要,用途,对方单位名称,余额',
    row: (r, at) => [
      `${at}`,
      OWN,
      r.number,
      `${r.day} ${r.clock}`,
      r.in ? '贷' : '借',
      r.out || '0.00',
      r.in || '0.00',
      '',
      r.words,
      '',
      r.who,
      r.balance,
    ],
    account: '*6789',
  },
  建设银行: {
    titles: '账号,账户名称,交易时间,借方发生额（支取）,贷方发生额（收入）,余额,币种,对方户名,对方账号,记账日期,摘要',
    row: (r) => [
      OWN,
      '某某商行',
      `${compact(r.day)} ${r.clock}`,
      r.out || '0',
      r.in || '0',
      r.balance,
      '人民币元',
      r.who,
      r.number,
      compact(r.day),
      r.words,
    ],
    account: '*6789',
  },
  招商银行: {
    before: ['# 招商银行交易记录', '# 账    户: [一卡通:622588******6789]'],
    titles: '交易日期,交易时间,收入,支出,余额,交易类型,交易备注',
    row: (r) => [`\t${compact(r.day)}`, `\t${r.clock}`, r.in, r.out, r.balance, `\t${r.words}`, `\t${r.who}`],
    account: '*6789',
  },
  '招商银行 企业': {
    titles: '账号,账号名称,币种,交易日,交易时间,起息日,交易类型,借方金额,贷方金额,余额,摘要,收(付)方名称,收(付)方帐号',
    row: (r) => [
      OWN,
      '某某商行',
      '人民币',
      compact(r.day),
      r.clock,
      compact(r.day),
      '转账',
      r.out,
      r.in,
      r.balance,
      r.words,
      r.who,
      r.number,
    ],
    account: '*6789',
  },
  农业银行: {
    before: ['账户明细', `账号：,${OWN},户名：,某某商行`],
    titles: '交易时间,收入金额,支出金额,账户余额,交易行名,对方省市,对方账号,对方户名,交易用途',
    row: (r) => [`${r.day} ${r.clock}`, r.in, r.out, r.balance, '农行某支行', '', r.number, r.who, r.words],
    after: ['收入金额合计,1534.75,支出金额合计,2036.20', '汇总收入笔数,2,汇总支出笔数,4'],
    account: '*6789',
    stated: SIDES,
  },
  中国银行: {
    before: [`查询账号[ Inquirer account number ],${OWN}`],
    titles:
      "交易类型[ Transaction Type ],业务类型[ Business type ],付款人账号[ Debit Account No. ],收款人账号[ Payee's Account Number ],交易日期[ Transaction Date ],交易时间[ Transaction time ],交易货币[ Trade Currency ],交易金额[ Trade Amount ],交易后余额[ After-transaction balance ],起息日期[ Value Date ],摘要[ Reference ]",
    row: (r) => [
      r.in ? '来账' : '往账',
      '转账',
      r.in ? r.number : OWN,
      r.in ? OWN : r.number,
      compact(r.day),
      r.clock,
      'CNY',
      signedOf(r),
      r.balance,
      compact(r.day),
      r.words,
    ],
    account: '*6789',
  },
  交通银行: {
    titles: '交易日期,交易时间,交易类型,借贷,交易金额,余额,对方账号,对方户名,交易地点,摘要',
    row: (r) => [r.day, r.clock, r.words, r.in ? '贷 Cr' : '借 Dr', r.in || r.out, r.balance, r.number, r.who, '', ''],
    account: '?',
  },
  中信银行: {
    before: [`账号:${OWN},账户名称:某某商行`],
    titles: '交易日期,交易时间,柜员交易号,借方发生额,贷方发生额,账户余额,对方账号,对方账户名称,摘要',
    row: (r, at) => [
      compact(r.day),
      r.clock.replaceAll(':', ''),
      `EB${at}`,
      r.out || '0.00',
      r.in || '0.00',
      r.balance,
      r.number,
      r.who,
      r.words,
    ],
    after: ['借方合计笔数,4,借方合计金额,"2,036.20",贷方合计笔数,2,贷方合计金额,"1,534.75"'],
    account: '*6789',
    stated: SIDES,
  },
  民生银行: {
    before: ['账户明细查询', `账号：${OWN}`],
    titles: '交易日期,主机交易流水号,借方发生额,贷方发生额,账户余额,凭证号,摘要,对方账号,对方账号名称,交易时间',
    row: (r, at) => [
      r.day.replaceAll('-', '/'),
      `7710${at}`,
      `"${grouped(r.out)}"`,
      `"${grouped(r.in)}"`,
      `"${grouped(r.balance)}"`,
      '',
      r.words,
      r.number,
      r.who,
      `${r.day} ${r.clock}`,
    ],
    account: '*6789',
  },
  平安银行: {
    titles: '交易日期,账号,借,贷,账户余额,对方账户,对方账户名称,交易流水号,摘要,用途',
    row: (r, at) => [
      compact(r.day),
      OWN,
      r.out || '0.00',
      r.in || '0.00',
      r.balance,
      r.number,
      r.who,
      `7710${at}`,
      r.words,
      '',
    ],
    account: '*6789',
  },
  邮储银行: {
    before: ['账号/卡号：621799******6789'],
    titles: '交易日期,交易时间,转入金额,转出金额,账户余额,对方户名,对方账号,摘要,附言',
    row: (r) => [r.day, r.clock, r.in || '--', r.out || '--', r.balance, r.who, r.number, r.words, ''],
    account: '*6789',
  },
  华夏银行: {
    before: ['[HISTORYDETAIL]'],
    titles: '交易日期,交易时间,转入金额,转出金额,余额,对方账号,对方户名,摘要',
    row: (r) => [`${compact(r.day)}.0`, r.clock, r.in || '0.00', r.out || '0.00', r.balance, r.number, r.who, r.words],
    account: '?',
  },
};

describe('statements of Chinese banks, in the words of each', () => {
  test.each(Object.entries(STATEMENTS))(
    '%s',
    async (_, { before = [], titles, row, after = [], account, stated = [] }) => {
      const text = [...before, titles, ...MOVEMENTS.map((movement, at) => row(movement, at).join(',')), ...after];
      const reading = await readText('明细.csv', text.join('\r\n'));
      expect(reading.rejected).toEqual([]);
      expect(disagreeing(reading)).toEqual([]);
      expect(reading.controls.map(({ what }) => what)).toEqual(expect.arrayContaining([...stated, 'balance-runs']));
      expect(reading.entries.map(({ day }) => day)).toEqual(MOVEMENTS.map(({ day }) => day));
      expect(reading.entries.map(({ amount }) => formatAmount(amount ?? 0))).toEqual(SIGNED);
      expect(reading.entries.map(({ kind }) => kind).filter((_kind, at) => at !== 2)).toEqual([
        'settlement',
        'fee',
        'fee',
        'fee',
        'refund',
      ]);
      expect([...new Set(reading.entries.map(({ ledger }) => ledger))]).toEqual(['bank']);
      expect([...new Set(reading.entries.map((entry) => entry.account))]).toEqual([`other:${account}`]);
    },
  );
});

test.each([
  ['账号：,4402012309000056789,户名：,某某商行', '账号：,***************6789,户名：,某某商行'],
  [
    '查询账号[ Inquirer account number ],4402012309000056789',
    '查询账号[ Inquirer account number ],***************6789',
  ],
  ['卡号,6217001210001234567', '卡号,***************4567'],
  ['商户号,898310148160568', '商户号,898310148160568'],
  ['账户明细,20261008', '账户明细,20261008'],
])('a number whose label stands in the cell before it: %s', async (line, masked) => {
  const file = new TextEncoder().encode(`${line}\n交易日期,摘要,收入,支出,余额\n2026-10-01,银联入账,1.00,,1.00`);
  const opened = await openFile('明细.csv', file, { at: '2026-11-23T02:00:00Z' });
  expect(opened.ok && opened.value[0]?.texts).toEqual([masked]);
});

test('statements of two accounts one below the other are never put under the first', async () => {
  const part = (account: string, amount: string) => [
    `账号：${account}`,
    '交易日期,摘要,收入,支出,余额',
    `2026-10-01,银联入账,${amount},,${amount}`,
    `2026-10-02,货款,,${amount},0.00`,
  ];
  const lines = [...part(OWN, '100.00'), '', ...part('4402012309000051111', '70.00')];
  const reading = await readText('明细.csv', lines.join('\n'));
  expect(reading.rejected).toEqual([]);
  expect(reading.entries).toHaveLength(4);
  expect(reading.accounts).not.toContain('other:*6789');
});
