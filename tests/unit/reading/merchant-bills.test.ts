import { describe, expect, test } from 'vitest';
import { formatAmount } from '#money/amount.ts';
import {
  ALIPAY_ACCOUNT_SAMPLE,
  ALIPAY_BUSINESS_SAMPLE,
  alipayAccount,
  alipayBusiness,
  alipaySummary,
  alipayZip,
  makeZip,
  WECHAT_FUNDFLOW_SAMPLE,
  WECHAT_TRADE_SAMPLE,
  wechatFundflow,
  wechatTrade,
} from '../../bills/make.ts';
import { disagreeing, readBytes, readText, sum } from './read.ts';

const CENT = 1000;

describe("the providers' own sample rows", () => {
  test('资金账单: the row is read, and the trailer says that nineteen are not here', async () => {
    const reading = await readText('fund.csv', WECHAT_FUNDFLOW_SAMPLE);
    expect(reading).toMatchObject({
      outcome: 'part',
      provider: 'wechatpay',
      format: 'wechatpay-fundflow',
      accounts: ['wechatpay:1900009231'],
      stableIds: true,
      coverage: {
        from: '2018-02-01',
        to: '2018-02-01',
        rows: 1,
        statedRows: 20,
        whole: false,
        gaps: [{ gap: 'rows-missing', params: { stated: '20', seen: '1' } }],
      },
    });
    expect(reading.entries).toEqual([
      expect.objectContaining({
        account: 'wechatpay:1900009231',
        ledger: 'funds',
        kind: 'refund',
        state: 'done',
        day: '2018-02-01',
        at: '2018-02-01T04:21:23+08:00',
        amount: -2000,
        fee: null,
        net: -2000,
        balance: 17_000,
        reference: '1900009231201802015884652186',
        words: '退款 · 缺货',
      }),
    ]);
    expect(reading.controls.map(({ what, stated, computed }) => [what, stated, computed])).toEqual([
      ['rows', '20', '1'],
      ['income-count', '17', '0'],
      ['income', '0.35', '0.00'],
      ['expense-count', '3', '1'],
      ['expense', '0.18', '0.02'],
    ]);
  });

  test('交易账单: the special merchant owns the row, five decimals are kept', async () => {
    const reading = await readText('trade.csv', WECHAT_TRADE_SAMPLE);
    expect(reading).toMatchObject({
      format: 'wechatpay-trade-all',
      outcome: 'part',
      accounts: ['wechatpay:176531292'],
    });
    expect(reading.entries[0]).toMatchObject({
      kind: 'sale',
      amount: 1000,
      fee: 0,
      net: null,
      card: 'qr',
      rate: 9000,
      reference: '420000612032130748613220688',
    });
  });

  test('业务明细: account, period without its end, fee', async () => {
    const reading = await readText('业务明细.csv', ALIPAY_BUSINESS_SAMPLE);
    expect(reading).toMatchObject({
      outcome: 'read',
      format: 'alipay-trade',
      coverage: { from: '2026-06-05', to: '2026-06-05', rows: 1, whole: false, gaps: [{ gap: 'not-proved' }] },
    });
    expect(reading.entries[0]).toMatchObject({ kind: 'sale', amount: 1000, fee: 0, at: '2026-06-05T16:01:38+08:00' });
  });

  test('账务明细 without rows, whose trailer counts eighteen', async () => {
    const reading = await readText('账务明细.csv', ALIPAY_ACCOUNT_SAMPLE);
    expect(reading).toMatchObject({ outcome: 'part', format: 'alipay-account', entries: [] });
    expect(reading.coverage.gaps[0]).toEqual({ gap: 'rows-missing', params: { stated: '18', seen: '0' } });
  });
});

describe('资金账单', () => {
  test.each([false, true])('made with full-width brackets: %s', async (fullWidth) => {
    const bill = wechatFundflow({ seed: 5, sales: 60, fullWidth });
    const reading = await readBytes(bill.name, bill.bytes);
    const { truth } = bill;
    expect(reading).toMatchObject({ outcome: 'read', format: 'wechatpay-fundflow', rejected: [], stableIds: true });
    expect(reading.coverage).toMatchObject({ whole: true, rows: truth.rows, statedRows: truth.rows, gaps: [] });
    expect(disagreeing(reading)).toEqual([]);
    expect(reading.controls.map(({ what }) => what)).toContain('balance-runs');
    expect(sum(reading.entries, 'amount')).toBe((truth.incomeCents - truth.expenseCents) * CENT);
    const fees = reading.entries.filter(({ kind }) => kind === 'fee');
    expect(sum(fees, 'amount')).toBe((truth.feeBackCents - truth.feeCents) * CENT);
    expect(reading.entries.every(({ kind }) => kind !== 'unknown')).toBe(true);
    expect(reading.accounts).toEqual(['wechatpay:1900009231']);
  });

  test('without its trailer it is cut', async () => {
    const bill = wechatFundflow({ seed: 5 });
    const lines = new TextDecoder().decode(bill.bytes).trimEnd().split('\r\n').slice(0, -2);
    const reading = await readText('cut.csv', lines.join('\r\n'));
    expect(reading.outcome).toBe('part');
    expect(reading.coverage.gaps.map(({ gap }) => gap)).toEqual(['file-truncated']);
  });

  test('a row taken from the middle is missed by count, sums and running balance', async () => {
    const bill = wechatFundflow({ seed: 5 });
    const lines = new TextDecoder().decode(bill.bytes).trimEnd().split('\r\n');
    lines.splice(10, 1);
    const reading = await readText('holed.csv', lines.join('\r\n'));
    expect(reading.outcome).toBe('part');
    expect(disagreeing(reading).map(({ what }) => what)).toEqual(expect.arrayContaining(['rows', 'balance-runs']));
    expect(reading.coverage.gaps[0]?.gap).toBe('rows-missing');
  });

  test('a figure changed by hand is no missing row: the file is not what it says', async () => {
    const bill = wechatFundflow({ seed: 5 });
    const lines = new TextDecoder().decode(bill.bytes).trimEnd().split('\r\n');
    lines[3] = (lines[3] ?? '').replace(/(`收入|`支出),`[\d.]+/, '$1,`7.77');
    const reading = await readText('changed.csv', lines.join('\r\n'));
    expect(reading.outcome).toBe('changed');
    expect(reading.coverage.gaps.map(({ gap }) => gap)).toEqual(['totals-differ']);
  });
});

describe('交易账单', () => {
  test.each([
    ['ALL', 'wechatpay-trade-all'],
    ['SUCCESS', 'wechatpay-trade-success'],
    ['REFUND', 'wechatpay-trade-refund'],
    ['LEGACY', 'wechatpay-trade-legacy'],
  ] as const)('%s', async (kind, format) => {
    const bill = wechatTrade(kind, { seed: 9, count: 50 });
    const reading = await readBytes(bill.name, bill.bytes);
    const { truth } = bill;
    expect(reading).toMatchObject({
      outcome: 'read',
      format,
      rejected: [],
      coverage: { whole: true, rows: truth.rows },
    });
    expect(disagreeing(reading)).toEqual([]);
    const of = (name: string) => reading.entries.filter((entry) => entry.kind === name);
    expect([of('sale').length, of('refund').length]).toEqual([truth.sales, truth.refunds]);
    expect(sum(of('sale'), 'amount')).toBe(truth.settleCents * CENT);
    expect(sum(of('refund'), 'amount')).toBe(0 - truth.refundCents * CENT);
    expect(sum(reading.entries, 'fee')).toBe(truth.feeUnits);
  });
});

describe('支付宝', () => {
  test('账务明细', async () => {
    const bill = alipayAccount({ seed: 3, sales: 40 });
    const reading = await readBytes(bill.name, bill.bytes);
    const { truth } = bill;
    expect(reading).toMatchObject({
      outcome: 'read',
      format: 'alipay-account',
      accounts: [`alipay:${truth.merchantNumber}`],
      stableIds: true,
      rejected: [],
      coverage: { whole: true, rows: truth.rows, statedRows: truth.rows },
    });
    expect(sum(reading.entries, 'amount')).toBe((truth.incomeCents - truth.expenseCents) * CENT);
    expect(
      sum(
        reading.entries.filter(({ kind }) => kind === 'fee'),
        'amount',
      ),
    ).toBe(0 - truth.feeCents * CENT);
    expect(formatAmount(reading.entries.at(-1)?.balance ?? 0)).toBe(formatAmount((truth.closingCents ?? 0) * CENT));
  });

  test('业务明细: a negative 服务费 costs the merchant', async () => {
    const bill = alipayBusiness({ seed: 3, count: 40 });
    const reading = await readBytes(bill.name, bill.bytes);
    const { truth } = bill;
    expect(reading).toMatchObject({ outcome: 'read', format: 'alipay-trade', coverage: { rows: truth.rows } });
    expect(sum(reading.entries, 'fee')).toBe(truth.feeCents * CENT);
    expect(
      sum(
        reading.entries.filter(({ kind }) => kind === 'refund'),
        'amount',
      ),
    ).toBe(0 - truth.expenseCents * CENT);
    expect(
      sum(
        reading.entries.filter(({ kind }) => kind === 'sale'),
        'amount',
      ),
    ).toBe(truth.incomeCents * CENT);
  });

  test('the ZIP: details are rows, the summary is proof', async () => {
    const bill = alipayAccount({ seed: 4 });
    const zip = alipayZip(bill);
    const reading = await readBytes(zip.name, zip.bytes);
    expect(reading).toMatchObject({
      outcome: 'read',
      format: 'alipay-account',
      coverage: { whole: true, rows: bill.truth.rows },
    });
    expect(reading.controls.filter(({ what }) => what === 'income').length).toBeGreaterThan(1);
  });

  test('a summary that does not fit its details is said', async () => {
    const [bill, other] = [alipayAccount({ seed: 4 }), alipayAccount({ seed: 5, sales: 3 })];
    const zip = makeZip([
      { name: 'details.csv', data: bill.bytes },
      { name: 'summary.csv', data: alipaySummary(other).bytes },
    ]);
    const reading = await readBytes('mixed.zip', zip);
    expect(reading.outcome).toBe('changed');
  });

  test('a summary alone has no rows: they are missing', async () => {
    const bill = alipayAccount({ seed: 4 });
    const summary = alipaySummary(bill);
    const reading = await readBytes(summary.name, summary.bytes);
    expect(reading).toMatchObject({ outcome: 'part', format: 'alipay-summary', entries: [] });
    expect(reading.coverage.gaps).toEqual([
      { gap: 'rows-missing', params: { stated: String(bill.truth.rows), seen: '0' } },
    ]);
  });
});
