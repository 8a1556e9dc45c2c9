import { describe, expect, test } from 'vitest';
import { ask, credit, payoutLine, row, sale, told, yuan } from './testing.ts';

const READ = [{ from: '2026-10-01', to: '2026-11-26' }] as const;

describe('what the bank credited', () => {
  test('one credit of just the sum of the sales of a settlement day', () => {
    const rows = [sale('2026-11-02', '2026-11-03', 100, 0.6), sale('2026-11-02', '2026-11-03', 50, 0.3)];
    expect(told(ask([...rows, credit('2026-11-03', 149.1, '银联入账')]))).toEqual([
      'bank 11-03 matched amount 149.1 149.1 11-03',
    ]);
  });

  test('what was taken between the sales and the credit is the difference, and neither side is changed', () => {
    const [match] = ask([sale('2026-11-02', '2026-11-03', 1000, 6), credit('2026-11-03', 895, '拉卡拉支付 结算款')]);
    expect(match).toMatchObject({ state: 'under', way: 'nearest', named: true, due: yuan(994), came: yuan(895) });
    expect(match?.payouts[0]).toMatchObject({ gross: yuan(1000), fee: yuan(6) });
  });

  test('a number wins over an equal sum', () => {
    const paid = payoutLine('2026-11-03', 200, { reference: 'PO20261103777' });
    const rows = [
      paid,
      credit('2026-11-03', 200, '拉卡拉'),
      credit('2026-11-04', 180, '拉卡拉 PO20261103777 划款'),
      credit('2026-11-04', 20, '拉卡拉 PO202611037779 划款'),
    ];
    expect(told(ask(rows))).toEqual(['bank 11-03 under number 200 180 11-04']);
  });

  test('several credits of one day that add up to a payout', () => {
    const rows = [
      payoutLine('2026-11-03', 300),
      credit('2026-11-04', 120, '银联入账'),
      credit('2026-11-04', 180, '银联入账'),
      credit('2026-11-04', 44, '转账'),
    ];
    expect(told(ask(rows))).toEqual(['bank 11-03 matched parts 300 300 11-04+11-04']);
  });

  test('a weekend in one credit', () => {
    const rows = [
      payoutLine('2026-11-06', 100),
      payoutLine('2026-11-07', 20),
      payoutLine('2026-11-08', 3),
      credit('2026-11-09', 123, '拉卡拉'),
    ];
    expect(told(ask(rows))).toEqual(['bank 11-06+11-07+11-08 matched run 123 123 11-09']);
  });

  test('two merchant numbers of one provider, paid on one day in one credit', () => {
    const rows = [
      payoutLine('2026-11-06', 100),
      payoutLine('2026-11-06', 20, { account: 'lakala:2' }),
      credit('2026-11-06', 120, '拉卡拉'),
    ];
    expect(told(ask(rows))).toEqual(['bank 11-06+11-06 matched run 120 120 11-06']);
  });

  test('a day of refunds above sales is netted from the day after', () => {
    const rows = [
      sale('2026-11-05', '2026-11-06', -80, 0, { kind: 'refund' }),
      sale('2026-11-06', '2026-11-07', 100, 0),
      credit('2026-11-07', 20, '拉卡拉'),
    ];
    expect(told(ask(rows))).toEqual(['bank 11-06+11-07 matched run 20 20 11-07']);
  });

  test('equal payouts on days that follow each other get a credit each, in their order', () => {
    const rows = [
      payoutLine('2026-11-03', 100),
      payoutLine('2026-11-04', 100),
      credit('2026-11-05', 100, '拉卡拉'),
      credit('2026-11-04', 100, '拉卡拉'),
    ];
    expect(told(ask(rows))).toEqual([
      'bank 11-03 matched amount 100 100 11-04',
      'bank 11-04 matched amount 100 100 11-05',
    ]);
  });

  test('a credit that names another provider is none of this one', () => {
    const rows = [payoutLine('2026-11-03', 100), credit('2026-11-03', 100, '财付通')];
    expect(told(ask(rows))).toEqual(['bank 11-03 expected - 100 - ']);
  });

  test('a credit that names nobody is taken for an equal sum, and never for another', () => {
    expect(told(ask([payoutLine('2026-11-03', 100.37), credit('2026-11-04', 100.37, '转账')]))).toEqual([
      'bank 11-03 matched amount 100.37 100.37 11-04',
    ]);
    expect(told(ask([payoutLine('2026-11-03', 100.37), credit('2026-11-04', 99, '转账')]))).toEqual([
      'bank 11-03 expected - 100.37 - ',
    ]);
  });

  test('missing only where that bank was read whole for as long as it may take, and is where this provider pays', () => {
    const rows = [
      payoutLine('2026-11-02', 50),
      credit('2026-11-02', 50, '拉卡拉'),
      payoutLine('2026-11-03', 100),
      payoutLine('2026-11-20', 70),
    ];
    const lines = told(ask(rows, { bankRead: READ }));
    expect(lines).toContain('bank 11-03 missing - 100 - ');
    expect(lines).toContain('bank 11-20 expected - 70 - ');
    expect(told(ask(rows))).toContain('bank 11-03 expected - 100 - ');
    // Nothing shows that this bank is where the provider pays.
    const elsewhere = [...rows.slice(2), credit('2026-11-02', 50, '转账')];
    expect(told(ask(elsewhere, { bankRead: READ }))).toContain('bank 11-03 expected - 100 - ');
  });

  test('without any list of a bank nothing is asked of one', () => {
    expect(ask([sale('2026-11-02', '2026-11-03', 100, 0.6)])).toEqual([]);
  });

  test('sales of an account with a wallet go to the wallet, and what is drawn from it goes to the bank', () => {
    const drawn = row({
      day: '2026-11-05',
      account: 'wechatpay:1',
      ledger: 'funds',
      kind: 'settlement',
      amount: -yuan(500),
      fee: yuan(0.5),
      net: -yuan(499.5),
    });
    const rows = [
      sale('2026-11-02', '2026-11-03', 600, 3.6, { account: 'wechatpay:1' }),
      drawn,
      credit('2026-11-06', 499.5, '财付通支付科技有限公司 提现'),
    ];
    expect(told(ask(rows))).toEqual(['bank 11-05 matched amount 499.5 499.5 11-06']);
  });

  test('currencies are never joined', () => {
    const rows = [payoutLine('2026-11-03', 100), credit('2026-11-03', 100, '拉卡拉', { currency: 'USD' })];
    expect(told(ask(rows))).toEqual(['bank 11-03 expected - 100 - ']);
  });

  test('rows that failed or left the book, and rows after the day asked for, count on neither side', () => {
    const rows = [
      payoutLine('2026-11-03', 100, { state: 'failed' }),
      payoutLine('2026-11-04', 100, { supersededBy: 2 }),
      payoutLine('2026-11-29', 100),
      credit('2026-11-04', 100, '拉卡拉'),
    ];
    expect(ask(rows)).toEqual([]);
  });
});

describe('what the provider settles', () => {
  const line = (settleDay: '2026-11-03' | '2026-11-04', reference: string, amount: number, fee: number) =>
    sale('2026-11-02', settleDay, amount, fee, {
      ledger: 'settlement',
      kind: 'settlement',
      terminal: '10020001',
      reference,
    });

  test('line by line, by the numbers that both lists give', () => {
    const rows = [
      sale('2026-11-02', '2026-11-03', 100, 0.6, { reference: 'A1' }),
      sale('2026-11-02', '2026-11-03', 200, 1.2, { reference: 'A2' }),
      line('2026-11-03', 'A1', 100, 0.6),
      line('2026-11-03', 'A2', 200, 5),
    ];
    const [match, ...more] = ask(rows);
    expect(more).toEqual([]);
    expect(match).toMatchObject({
      leg: 'settlement',
      state: 'under',
      way: 'number',
      due: yuan(298.2),
      came: yuan(294.4),
    });
  });

  test('a sale that no line names is missing where that list was read whole', () => {
    const rows = [
      sale('2026-11-02', '2026-11-03', 100, 0.6, { reference: 'A1' }),
      sale('2026-11-02', '2026-11-03', 70, 0.4, { reference: 'A3' }),
      line('2026-11-03', 'A1', 100, 0.6),
    ];
    expect(told(ask(rows, { settlementsRead: READ })).sort()).toEqual([
      'settlement 11-03 matched number 99.4 99.4 11-02',
      'settlement 11-03 missing - 69.6 - ',
    ]);
  });

  test('one line a payout, by settlement day and sum', () => {
    const rows = [
      sale('2026-11-02', '2026-11-03', 100, 0.6),
      sale('2026-11-02', '2026-11-03', 200, 1.2),
      payoutLine('2026-11-03', 298.2),
    ];
    expect(told(ask(rows))).toEqual(['settlement 11-03 matched amount 298.2 298.2 11-03']);
  });
});

describe('the merchant refuses', () => {
  const paid = payoutLine('2026-11-03', 100);
  const [first, second] = [credit('2026-11-03', 100, '拉卡拉'), credit('2026-11-05', 100, '拉卡拉')];
  const [proposed] = ask([paid, first, second]);

  test('a refused pair is never proposed again, and the next best is', () => {
    expect(proposed?.arrived).toEqual([first]);
    const refused = [[proposed?.payouts[0]?.id ?? '', first.key]] as const;
    expect(ask([paid, first, second], { refused })[0]?.arrived).toEqual([second]);
  });

  test('nor as part of a run, of parts, by number, or as the nearest', () => {
    const rows = [payoutLine('2026-11-06', 60), payoutLine('2026-11-07', 40), credit('2026-11-08', 100, '拉卡拉')];
    const [run] = ask(rows);
    expect(run?.way).toBe('run');
    const refused = [[run?.payouts[0]?.id ?? '', rows[2]?.key ?? '']] as const;
    expect(ask(rows, { refused }).some(({ payouts }) => payouts.length > 1)).toBe(false);
  });
});
