import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formatAmount, parseAmount } from '#money/amount.ts';
import { BILLS, readBill } from './read.ts';

/** One transaction of another reader's result: instant and amount. */
interface Booked {
  readonly at: string;
  readonly amount: string;
}

const units = (text: string): number => {
  const parsed = parseAmount(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
};

/** double-entry-generator's output: `payTime`, and what was booked in (all positive postings together). */
function bookedByDeg(path: string): Booked[] {
  const blocks = readFileSync(new URL(path, BILLS), 'utf8')
    .split(/\n(?=\d{4}-\d\d-\d\d \*)/)
    .slice(1);
  return blocks.map((block) => {
    const time = /payTime: "(\S+) (\S+) \+0800/.exec(block);
    const positive = [...block.matchAll(/^\t[A-Z]\S+ (\d[\d.]*) CNY/gm)].map(([, figure]) => units(figure ?? ''));
    return { at: `${time?.[1]}T${time?.[2]}+08:00`, amount: formatAmount(positive.reduce((a, b) => a + b, 0)) };
  });
}

/** daoru's output for one file: day, time and the signed change of the first account. */
function bookedByDaoru(path: string, file: string): Booked[] {
  const section = readFileSync(new URL(path, BILLS), 'utf8')
    .split(/^\*\*\*\* /m)
    .find((part) => part.startsWith(file));
  const blocks = (section ?? '').split(/\n(?=\d{4}-\d\d-\d\d \*)/).slice(1);
  return blocks.flatMap((block) => {
    const figure = /^ {2}[A-Z]\S+ +(-?[\d.]+) CNY/m.exec(block)?.[1];
    const at = `${block.slice(0, 10)}T${/time: "([^"]+)"/.exec(block)?.[1]}+08:00`;
    return figure === undefined ? [] : [{ at, amount: formatAmount(units(figure)) }];
  });
}

const sorted = (list: readonly Booked[]) => list.map(({ at, amount }) => `${at} ${amount}`).sort();

describe('other readers find the same rows in the same files', () => {
  test.each([
    ['deg/example/alipay/example-alipay-records.csv', 'deg/example/alipay/example-alipay-output.beancount'],
    ['deg/example/wechat/example-wechat-records.csv', 'deg/example/wechat/example-wechat-output.beancount'],
  ])('%s', async (bill, output) => {
    const reading = await readBill(bill);
    const ours = new Set(reading.entries.map(({ at, amount }) => `${at} ${formatAmount(Math.abs(amount ?? 0))}`));
    const theirs = bookedByDeg(output);
    expect(theirs.length).toBeGreaterThan(5);
    expect(sorted(theirs).filter((row) => !ours.has(row))).toEqual([]);
  });

  test.each([
    ['支付宝交易明细(20230210-20230213).csv'],
    ['微信支付账单流水文件(20190801-20190930)——【解压密码可在微信支付公众号查看】.xlsx'],
  ])('%s, with its sign', async (file) => {
    const reading = await readBill(`daoru/examples/import_only/downloads/${file}`);
    const theirs = bookedByDaoru('daoru/examples/import_only/ledger/imported.beancount', file.slice(0, 20));
    const ours = new Map(reading.entries.map((entry) => [entry.at, entry]));
    expect(theirs.length).toBeGreaterThan(5);
    const different = theirs.filter(({ at, amount }) => {
      const entry = ours.get(at);
      // What neither earns nor spends moves between the holder's own accounts; its side is a matter of book-keeping.
      return (
        entry === undefined ||
        (!['transfer', 'top-up', 'settlement'].includes(entry.kind) && formatAmount(entry.amount ?? 0) !== amount)
      );
    });
    expect(different).toEqual([]);
  });
});

describe('what consumer bills state of themselves', () => {
  test('all of it agrees in a file that was not shortened', async () => {
    const reading = await readBill('preciouss/tests/fixtures/wechat_sample.csv');
    expect(reading).toMatchObject({
      outcome: 'read',
      format: 'wechat-personal',
      coverage: { from: '2024-01-01', to: '2024-01-31', rows: 8, statedRows: 8, whole: true },
    });
    expect(reading.controls.map(({ what, stated }) => [what, stated])).toEqual([
      ['rows', '8'],
      ['income-count', '2'],
      ['income', '250.00'],
      ['expense-count', '5'],
      ['expense', '289.50'],
      ['neutral-count', '1'],
      ['neutral', '88.00'],
    ]);
  });

  test('a shortened file says how many rows are missing', async () => {
    const reading = await readBill('deg/example/alipay/example-alipay-records.csv');
    expect(reading).toMatchObject({ outcome: 'part', format: 'alipay-personal' });
    expect(reading.coverage.gaps).toContainEqual({ gap: 'rows-missing', params: { stated: '66', seen: '10' } });
  });

  test('kinds and states are those of the one who pays', async () => {
    const { entries } = await readBill('china-bean-importers/alipay_mobile.csv');
    expect(entries.map(({ kind, state, amount }) => [kind, state, formatAmount(amount ?? 0)])).toEqual([
      ['payment', 'done', '-25.00'],
      ['payment', 'done', '-30.00'],
      ['transfer', 'done', '88.88'],
      ['transfer', 'done', '1.23'],
      ['refund', 'done', '59.90'],
      ['payment', 'failed', '-20.00'],
    ]);
  });

  test("another platform's bill is never taken for 支付宝", async () => {
    const reading = await readBill('deg/example/jd/example-jd-records.csv');
    expect(reading).toMatchObject({ provider: 'jd', format: 'jd-personal', coverage: { rows: 26 }, rejected: [] });
  });
});
