import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { alipayAccount, alipayZip, toGbk, wechatFundflow } from '../bills/make.ts';
import { makePdf } from '../bills/pdf.ts';
import { camt053, MT940, OFX_SGML } from '../bills/statements.ts';
import { yuan } from '../portals/chinaums/bill.ts';
import { type Lab, startLab } from '../portals/lab.ts';

interface Answer {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command as a person does, without the npm in front of it. */
function inspect(...args: string[]): Promise<Answer> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['tools/inspect.ts', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let err = '';
    child.stdout.on('data', (part: Buffer) => {
      out += part.toString();
    });
    child.stderr.on('data', (part: Buffer) => {
      err += part.toString();
    });
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

interface Document {
  readonly readings: readonly {
    readonly outcome: string;
    readonly error: { readonly code: string; readonly sentence: string } | null;
    readonly provider: string | null;
    readonly format: string | null;
    readonly accounts: readonly string[];
    readonly coverage: { readonly rows: number; readonly pages: number; readonly whole: boolean };
    readonly controls: readonly { readonly agrees: boolean }[];
    readonly entries: readonly Record<string, unknown>[];
    readonly tables?: readonly { readonly header: readonly string[]; readonly rows: readonly unknown[] }[];
  }[];
  readonly book: { readonly entries: number; readonly added: number; readonly existing: number };
  readonly arrears: {
    readonly asOf: string;
    readonly totals: readonly Record<string, unknown>[];
    readonly items: readonly {
      readonly code: string;
      readonly due: string | null;
      readonly causes: readonly unknown[];
    }[];
  };
}

/** Standard output must be one JSON document and nothing else. */
function documentOf(answer: Answer): Document {
  expect(answer.err).toBe('');
  expect(answer.code).toBe(0);
  return JSON.parse(answer.out) as Document;
}

describe('npm run inspect', () => {
  let folder: string;
  let lab: Lab;
  const write = (name: string, content: string | Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'arrears-inspect-'));
    lab = await startLab({ rows: 300 });
  });
  afterAll(async () => {
    await lab.close();
    rmSync(folder, { recursive: true });
  });

  test('reads a bill, checks its totals, and adds nothing when given twice', async () => {
    const bill = wechatFundflow({ seed: 5, sales: 20 });
    const file = write('资金账单.csv', bill.bytes);
    const { readings, book, arrears } = documentOf(await inspect(file, file, '--json', '--as-of', '2026-11-23'));
    expect(readings).toHaveLength(2);
    expect(readings[0]).toMatchObject({
      outcome: 'read',
      error: null,
      provider: 'wechatpay',
      format: 'wechatpay-fundflow',
      accounts: ['1900009231'],
      coverage: { rows: bill.rows.length, whole: true },
    });
    expect(readings[0]?.controls.every(({ agrees }) => agrees)).toBe(true);
    expect(readings[0]?.tables).toBeUndefined();
    expect(book).toEqual({ entries: bill.rows.length, added: bill.rows.length, existing: bill.rows.length });
    expect(arrears.asOf).toBe('2026-11-23');
  });

  test("prints WeChat's own sample as documented", async () => {
    const header =
      '记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额(元),账户结余(元),资金变更提交申请人,备注,业务凭证号';
    const row =
      '`2018-02-01 04:21:23,`50000305742018020103387128253,`1900009231201802015884652186,`退款,`退款,`支出,`0.02,`0.17,`system,`缺货,`REF4200000068201801293084726067';
    const trailer = '资金流水总笔数,收入笔数,收入金额,支出笔数,支出金额\n`1.0,`0.0,`0.00,`1.0,`0.02';
    const file = write('sample.csv', `${header}\n${row}\n${trailer}\n`);
    const { readings } = documentOf(await inspect(file, '--json', '--tables'));
    expect(readings[0]?.entries).toMatchObject([
      {
        kind: 'refund',
        day: '2018-02-01',
        at: '2018-02-01T04:21:23+08:00',
        amount: '-0.02',
        fee: null,
        net: '-0.02',
        balance: '0.17',
        currency: 'CNY',
        reference: '50000305742018020103387128253',
        id: '1900009231201802015884652186',
        terminal: null,
        account: 'wechatpay:1900009231',
      },
    ]);
    expect(readings[0]?.tables?.[0]?.header).toHaveLength(11);
  });

  test('reads statement formats and a PDF, and says so of a picture', async () => {
    const files = [
      write('a.sta', MT940),
      write('b.ofx', OFX_SGML),
      write('c.xml', camt053()),
      'tests/bills/files/china-bean-importers/boc_debit.pdf',
      write('scan.pdf', makePdf([[]])),
    ];
    const { readings } = documentOf(await inspect(...files, '--json', '--as-of', '2026-11-23'));
    expect(readings.map(({ outcome, error, coverage }) => [error?.code ?? outcome, coverage.rows])).toEqual([
      ['read', 4],
      ['read', 2],
      ['read', 2],
      ['read', 3],
      ['scanned-pdf', 0],
    ]);
  });

  test('a file of 2 GB is refused unread', async () => {
    const file = write('huge.csv', '日期,金额\n');
    truncateSync(file, 2 ** 31 + 10);
    const { readings } = documentOf(await inspect(file, '--json', '--as-of', '2026-11-23'));
    expect(readings[0]?.error?.code).toBe('too-large');
  });

  test('opens an archive of GBK names, and one with a password', async () => {
    const bill = alipayAccount({ seed: 7, sales: 10 });
    const plain = documentOf(await inspect(write('账单.zip', alipayZip(bill).bytes), '--json'));
    expect(plain.readings[0]).toMatchObject({ outcome: 'read', format: 'alipay-account', coverage: { whole: true } });
    expect(plain.book.added).toBe(bill.rows.length);

    const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
    await writer.add('明细.csv', new Uint8ArrayReader(bill.bytes), { password: '135790' });
    const locked = write('locked.zip', await writer.close());
    const [asked, wrong, opened] = [
      documentOf(await inspect(locked, '--json')),
      documentOf(await inspect(locked, '--json', '--password', '000000')),
      documentOf(await inspect(locked, '--json', '--password', '135790')),
    ];
    expect(asked.readings[0]).toMatchObject({ outcome: 'not-a-known-page', error: { code: 'needs-password' } });
    expect(wrong.readings[0]).toMatchObject({ outcome: 'not-a-known-page', error: { code: 'wrong-password' } });
    expect(opened.readings[0]).toMatchObject({ outcome: 'read', coverage: { rows: bill.rows.length } });
  });

  test.each([
    ['empty.csv', new Uint8Array(), 'empty'],
    ['half a character.csv', new Uint8Array([0xff, 0xfe, 0x00]), null],
    ['picture.csv', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'unknown-container'],
    ['letter.txt', new TextEncoder().encode('您好，本月账单已出，请登录查看。\n'), 'not-a-table'],
  ] as const)('answers %s with a reason, not with a failure', async (name, bytes, code) => {
    const { readings, book } = documentOf(await inspect(write(name, bytes), '--json', '--lang', 'zh'));
    expect(readings[0]?.outcome).toBe('not-a-known-page');
    if (code !== null) expect(readings[0]?.error?.code).toBe(code);
    expect(readings[0]?.error?.sentence).toMatch(/[一-鿿]/);
    expect(book).toEqual({ entries: 0, added: 0, existing: 0 });
  });

  test('walks an address on this machine to its last page, with what the merchant agreed', async () => {
    const { truth } = lab.chinaums.bill;
    const address = `${await lab.plain('service.chinaums.com')}/uisportal/accountCheckDetailQry/toDetail`;
    const terms = write(
      'terms.json',
      JSON.stringify({
        accounts: [
          {
            account: truth.account,
            terminals: [
              {
                terminal: '10020009',
                activated: '2026-11-01',
                sim: { amount: '48.00', delayDays: 30, cycleMonths: 12 },
              },
            ],
          },
        ],
      }),
    );
    const { readings, arrears } = documentOf(
      await inspect(address, '--json', '--terms', terms, '--as-of', lab.today, '--tables'),
    );
    expect(readings[0]).toMatchObject({
      outcome: 'read',
      provider: 'chinaums',
      format: 'chinaums-detail',
      accounts: [truth.merchant.number],
      coverage: { rows: truth.rows, pages: truth.pages, whole: true },
    });
    expect(arrears.totals).toMatchObject([{ currency: 'CNY', derived: yuan(truth.derived) }]);
    expect(arrears.items.find(({ due }) => due === '2026-12-01')).toMatchObject({ code: 'SIM_FEE', min: '48.00' });
    for (const item of arrears.items) expect(item.causes.length).toBeGreaterThan(0);
    expect(JSON.stringify(readings)).not.toContain(truth.cards[0]);
  });

  test('opens a saved page in a real browser', async () => {
    const page =
      '<!doctype html><meta charset="gbk"><title>交易</title><table><tr><th>交易日期<th>交易金额<th>手续费<tr><td>2026-11-05<td>100.00<td>0.60</table><p>共 1 条</p>';
    const file = write('saved.html', toGbk(page));
    const { readings } = documentOf(await inspect(file, '--json'));
    expect(readings[0]).toMatchObject({ outcome: 'read', coverage: { rows: 1, whole: true } });
    expect(readings[0]?.entries[0]).toMatchObject({ day: '2026-11-05', amount: '100.00', fee: '0.60' });
  });

  test.each([
    ['no source', [], /SOURCE/],
    ['no such file', ['nowhere.csv', '--json'], /no such file/],
    ['an address elsewhere', ['http://192.0.2.1/', '--json'], /not an address on this machine/],
    ['a day that is none', ['x.csv', '--as-of', '2026-02-30'], /--as-of/],
    ['an unknown option', ['x.csv', '--frobnicate'], /frobnicate/],
  ] as const)('fails with one reason and an empty standard output: %s', async (_, args, reason) => {
    const { code, out, err } = await inspect(...args);
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toMatch(reason);
  });
});
