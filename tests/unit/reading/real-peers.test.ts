import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formatAmount, parseAmount } from '#money/amount.ts';
import { BILLS, readBill } from './read.ts';

/** What a peer booked on the holder's own account: day and signed amount. */
function booked(path: string, own: RegExp, section?: string): string[] {
  const whole = readFileSync(new URL(path, BILLS), 'utf8');
  const text =
    section === undefined ? whole : (whole.split(/^\*\*\*\* /m).find((part) => part.startsWith(section)) ?? '');
  return text
    .split(/\n(?=\d{4}-\d\d-\d\d \*)/)
    .filter((block) => /^\d{4}-\d\d-\d\d \*/.test(block))
    .flatMap((block) => {
      const postings = [...block.matchAll(/^\s+((?:Assets|Liabilities|Equity)\S*) +(-?[\d.]+) [A-Z]{3}/gm)];
      const posting = postings.find(([, account]) => own.test(account ?? ''));
      const amount = parseAmount(posting?.[2] ?? '');
      return amount.ok ? [`${block.slice(0, 10)} ${formatAmount(amount.value)}`] : [];
    });
}

const DEG: readonly (readonly [string, string, RegExp])[] = [
  ['abc_debit/example-abc_debit-records.csv', 'abc_debit/example-abc_debit-output.beancount', /ABC/],
  ['bmo/credit/example-bmo-records.csv', 'bmo/credit/example-bmo-credit-output.beancount', /BMO/],
  ['bmo/debit/example-bmo-records.csv', 'bmo/debit/example-bmo-debit-output.beancount', /BMO/],
  ['boc/debit/example-boc-records.csv', 'boc/debit/example-boc-debit-output.beancount', /BoC/],
  ['cmb/credit/example-cmb-records.csv', 'cmb/credit/example-cmb-credit-output.beancount', /CMB/],
  ['cmb/debit/example-cmb-records.csv', 'cmb/debit/example-cmb-debit-output.beancount', /CMB/],
  [
    'hsbchk/credit/example-hsbchk-credit-records.csv',
    'hsbchk/credit/example-hsbchk-credit-output.beancount',
    /CreditCard:HSBC/,
  ],
  [
    'hsbchk/debit/example-hsbchk-debit-records.csv',
    'hsbchk/debit/example-hsbchk-debit-output.beancount',
    /HSBC:Savings/,
  ],
  ['icbc/credit/example-icbc-credit-records.csv', 'icbc/credit/example-icbc-credit-output.beancount', /ICBC/],
  ['icbc/debit-v1/example-icbc-debit-v1-records.csv', 'icbc/debit-v1/example-icbc-debit-v1-output.beancount', /ICBC/],
];

const rowsOf = async (bill: string): Promise<string[]> =>
  (await readBill(bill)).entries.map(({ day, amount }) => `${day} ${formatAmount(amount ?? 0)}`);

/** What the peer has and we have not, each row of ours answering for one of theirs. */
function missing(theirs: readonly string[], ours: readonly string[]): string[] {
  const left = [...ours];
  return theirs.filter((row) => {
    const at = left.indexOf(row);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

describe('other readers book the same days, amounts and signs on the holder’s account', () => {
  test.each(DEG)('%s', async (bill, output, own) => {
    const theirs = booked(`deg/example/${output}`, own);
    expect(theirs.length).toBeGreaterThan(2);
    expect(missing(theirs, await rowsOf(`deg/example/${bill}`))).toEqual([]);
  });

  test.each(['美团账单(20250201-20250228).csv', '京东交易流水(申请时间2025年01月01日11时32分42秒)_138.csv'])(
    '%s',
    async (file) => {
      const theirs = booked('daoru/examples/import_only/ledger/imported.beancount', /./, file.slice(0, 12));
      expect(theirs.length).toBeGreaterThan(5);
      expect(missing(theirs, await rowsOf(`daoru/examples/import_only/downloads/${file}`))).toEqual([]);
    },
  );
});
