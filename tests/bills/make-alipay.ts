import { toGbk } from './gbk.ts';
import { clock, randomOf, yuan } from './random.ts';
import { makeZip } from './zip-made.ts';

export interface AlipayTruth {
  /** As the preamble prints it: the merchant's number (PID, 16 digits) and four digits of the account type. */
  readonly account: string;
  readonly merchantNumber: string;
  readonly rows: number;
  readonly incomeCount: number;
  readonly incomeCents: number;
  readonly expenseCount: number;
  readonly expenseCents: number;
  /** 服务费 of all rows. */
  readonly feeCents: number;
  readonly closingCents: number | null;
}

export interface AlipayMade {
  readonly name: string;
  /** GBK. */
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly truth: AlipayTruth;
}

const MERCHANT = '2088101234560156';
const ACCOUNT = `${MERCHANT}0156`;
const rule = '-----------------------------------------';

function preamble(title: string, list: string): string[] {
  return [
    `#支付宝${title}查询`,
    `#账号：[${ACCOUNT}]`,
    '#起始日期：[2026年06月05日 00:00:00]   终止日期：[2026年06月06日 00:00:00]',
    `#${rule}${list}列表${rule}`,
  ];
}

/** 账务明细 (bill_type=signcustomer, domain.md §4.2): 12 columns, GBK, cells padded with TAB, income and expense lines after the list. */
export function alipayAccount({ seed = 1, sales = 20 } = {}): AlipayMade {
  const random = randomOf(seed);
  const header =
    '账务流水号,业务流水号,商户订单号,商品名称,发生时间,对方账号,收入金额（+元）,支出金额（-元）,账户余额（元）,交易渠道,业务类型,备注'.split(
      ',',
    );
  const rows: string[][] = [];
  const sums = { incomeCount: 0, incomeCents: 0, expenseCount: 0, expenseCents: 0, feeCents: 0 };
  let balance = 120_000;
  const add = (order: string, goods: string, cents: number, type: string, note: string) => {
    balance += cents;
    if (cents >= 0) {
      sums.incomeCount++;
      sums.incomeCents += cents;
    } else {
      sums.expenseCount++;
      sums.expenseCents -= cents;
    }
    rows.push([
      random.digits(15),
      `2026060522001${random.digits(15)}`,
      order,
      goods,
      clock('2026-06-05', 32_000 + rows.length * 41),
      '**博(156******89)',
      cents >= 0 ? yuan(cents) : '',
      cents < 0 ? yuan(cents) : '',
      yuan(balance),
      '支付宝',
      type,
      note,
    ]);
  };
  for (let i = 0; i < sales; i++) {
    const cents = random.int(100, 50_000);
    const fee = Math.floor((cents * 6 + 500) / 1000);
    const order = `T200P${random.digits(19)}`;
    add(order, '水果礼盒', cents, '在线支付', '');
    add(order, '', -fee, '收费', `服务费[${random.digits(20)}];交易号[${order}]`);
    sums.feeCents += fee;
    if (i % 8 === 3) add(order, '水果礼盒', -cents, '交易退款', '退款');
  }
  const lines = [
    ...preamble('账务明细', '账务明细'),
    header.join(','),
    ...rows.map((row) =>
      row.map((cell, i) => (i === 4 || i === 6 || i === 7 || i === 8 ? cell : `${cell}\t`)).join(','),
    ),
    `#${rule.slice(1)}账务明细列表结束${rule.slice(1)}`,
    `#支出合计：${sums.expenseCount}笔，共${yuan(-sums.expenseCents)}元`,
    `#收入合计：${sums.incomeCount}笔，共${yuan(sums.incomeCents)}元`,
    '#导出时间：[2026年06月06日 13:19:01]',
  ];
  const text = `${lines.join('\r\n')}\r\n`;
  return {
    name: `${ACCOUNT}_20260605_账务明细.csv`,
    bytes: toGbk(text),
    text,
    header,
    rows,
    truth: { account: ACCOUNT, merchantNumber: MERCHANT, rows: rows.length, ...sums, closingCents: balance },
  };
}

/** 业务明细 (bill_type=trade, domain.md §4.2): 25 columns; a refund is a row of its own with negative amounts. */
export function alipayBusiness({ seed = 1, count = 24 } = {}): AlipayMade {
  const random = randomOf(seed);
  const header =
    '支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,对方账户,订单金额（元）,商家实收（元）,支付宝红包（元）,集分宝（元）,支付宝优惠（元）,商家优惠（元）,券核销金额（元）,券名称,商家红包消费金额（元）,卡消费金额（元）,退款批次号/请求号,服务费（元）,分润（元）,备注'.split(
      ',',
    );
  const rows: string[][] = [];
  const sums = { incomeCount: 0, incomeCents: 0, expenseCount: 0, expenseCents: 0, feeCents: 0 };
  for (let i = 0; i < count; i++) {
    const back = i % 7 === 6;
    const cents = random.int(1, 40_000) * (back ? -1 : 1);
    const fee = back ? 0 : -Math.floor((cents * 6 + 500) / 1000);
    if (back) {
      sums.expenseCount++;
      sums.expenseCents -= cents;
    } else {
      sums.incomeCount++;
      sums.incomeCents += cents;
    }
    sums.feeCents -= fee;
    rows.push([
      `2026060522001419931441${random.digits(6)}`,
      `USR1${random.digits(12)}`,
      back ? '退款' : '交易',
      'TUC1',
      clock('2026-06-05', 40_000 + i * 53),
      clock('2026-06-05', 40_004 + i * 53),
      ...['', '', '', ''],
      '**博(156******89)',
      yuan(cents),
      yuan(cents),
      ...['0.00', '0.00', '0.00', '0.00', '0.00', '', '0.00', '0.00'],
      back ? `RB${random.digits(10)}` : '',
      yuan(fee),
      '0.00',
      '',
    ]);
  }
  const padded = new Set([0, 1, 2, 6, 7, 8, 9, 10, 19, 21]);
  const lines = [
    ...preamble('业务明细', '业务明细'),
    header.join(','),
    ...rows.map((row) => row.map((cell, i) => (padded.has(i) ? `${cell}\t` : cell)).join(',')),
    `#${rule}业务明细列表结束------------------------`,
  ];
  const text = `${lines.join('\r\n')}\r\n`;
  return {
    name: `${ACCOUNT}_20260605_业务明细.csv`,
    bytes: toGbk(text),
    text,
    header,
    rows,
    truth: { account: ACCOUNT, merchantNumber: MERCHANT, rows: rows.length, ...sums, closingCents: null },
  };
}

/** The 汇总 member that stands first in the archive: the same money once more, by type. */
export function alipaySummary(of: AlipayMade): { name: string; bytes: Uint8Array } {
  const { incomeCount, incomeCents, expenseCount, expenseCents } = of.truth;
  const figures = [incomeCount, yuan(incomeCents), expenseCount, yuan(-expenseCents), yuan(incomeCents - expenseCents)];
  const lines = [
    ...preamble('账务汇总', '账务汇总'),
    '类型,收入笔数,收入金额（+元）,支出笔数,支出金额（-元）,总金额（元）',
    `在线支付\t,${figures.join(',')}`,
    `合计\t,${figures.join(',')}`,
    `#${rule}账务汇总列表结束${rule}`,
    '#导出时间：[2026年06月06日 13:19:01]',
  ];
  return { name: of.name.replace('明细', '明细(汇总)'), bytes: toGbk(`${lines.join('\r\n')}\r\n`) };
}

/** The download itself: a ZIP with the summary first and the details second, GBK names, UTF-8 flag unset. */
export function alipayZip(details: AlipayMade): { name: string; bytes: Uint8Array } {
  const summary = alipaySummary(details);
  const bytes = makeZip([
    { name: toGbk(summary.name), data: summary.bytes },
    { name: toGbk(details.name), data: details.bytes },
  ]);
  return { name: `${ACCOUNT}_20260605.zip`, bytes };
}
