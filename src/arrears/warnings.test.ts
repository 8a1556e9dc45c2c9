import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '#money/day.ts';
import type { KeptEntry } from '#records/entry.ts';
import type { TermsFile } from '#records/terms.ts';
import { computeArrears } from './compute.ts';
import { knowing, refund, row, sale, yuan } from './testing.ts';

const ACCOUNT = 'chinaums:898310148160568';

function told(entries: readonly KeptEntry[], terms: TermsFile | null = null): string[] {
  const knowledge = new Map(
    [...new Set(entries.map((one) => one.account))].map((id) => [id, knowing('2026-01-01', '2026-06-09')]),
  );
  return computeArrears({ entries, knowledge, terms, asOf: '2026-06-10' }).items.map(
    (one) =>
      `${one.account === ACCOUNT ? '' : `${one.account} `}${one.code} ${one.state} ${one.min / 100_000} ${one.since} ${one.causes.map(({ cause }) => cause).join('+')}`,
  );
}

const two = (n: number): string => String(n).padStart(2, '0');
const clock = (day: Day, minute: number, second = 0): string =>
  `${day}T${two(Math.floor(minute / 60))}:${two(minute % 60)}:${two(second)}+08:00`;

/** Five sales a day from ten to half past eight, of 20.00 to 300.00, each of another sum. */
const ordinary = (days = 60): KeptEntry[] =>
  Array.from({ length: days * 5 }, (_, n) => {
    const day = addDays('2026-03-01', Math.floor(n / 5));
    const amount = 20 + ((n * 7919) % 28000) / 100;
    return sale(day, amount, 0, { at: clock(day, 600 + (n % 5) * 120 + (n % 7) * 5), terminal: 'T1' });
  });

describe('a sale out of line', () => {
  test('of many times the largest other amount is told, up to three of them', () => {
    const odd = sale('2026-04-02', 28_888, 0, { at: clock('2026-04-02', 700), terminal: 'T1' });
    expect(told([...ordinary(), odd])).toEqual(['WARNING open 0 2026-04-02 amount-outlier']);
  });

  test('a peak, a new price, or too few sales are not', () => {
    const peak = ordinary(3).map((one) => ({
      ...one,
      key: `p${one.key}`,
      amount: (one.amount ?? 0) * 8,
      net: (one.net ?? 0) * 8,
    }));
    expect(told([...ordinary(), ...peak])).toEqual([]);
    expect(told([...ordinary(10), sale('2026-03-02', 28_888, 0)])).toEqual([]);
    expect(told([...ordinary(), sale('2026-04-02', 1200, 0)])).toEqual([]);
  });

  test('at night, hours from all others, is told; a night shop’s, and a source without a clock, are not', () => {
    const at = (minute: number) =>
      sale('2026-04-02', 66.6 + minute / 10, 0, { at: clock('2026-04-02', minute), terminal: 'T1' });
    expect(told([...ordinary(), at(192)])).toEqual(['WARNING open 0 2026-04-02 time-outlier']);
    expect(told([...ordinary(), at(192), at(193), at(194), at(200)])).toEqual([]);
    expect(told([...ordinary(), at(0)])).toEqual([]);
    expect(told([...ordinary(), at(430)])).toEqual([]);
  });
});

describe('a sale that stands twice', () => {
  const pair = (second: number, given: Partial<KeptEntry> = {}) => [
    sale('2026-04-02', 128.37, 0, { at: clock('2026-04-02', 680, 5), terminal: 'T1', ...given }),
    sale('2026-04-02', 128.37, 0, { at: clock('2026-04-02', 680, 5 + second), terminal: 'T1', ...given }),
  ];

  test('of one odd sum within seconds, or under one order number, is told', () => {
    expect(told([...ordinary(), ...pair(20)])).toEqual(['WARNING open 0 2026-04-02 duplicate-charge']);
    const numbered = pair(20, { links: { order: '4200001' }, at: null });
    expect(told([...ordinary(), ...numbered])).toEqual(['WARNING open 0 2026-04-02 duplicate-charge']);
  });

  test('and was taken back, is only mentioned', () => {
    const back = refund('2026-04-03', 128.37, { kind: 'reversal', terminal: 'T1' });
    expect(told([...ordinary(), ...pair(20), back])).toEqual(['WARNING taken 0 2026-04-02 double-posting-reversed']);
  });

  test('of a common price, at another terminal, or an hour later, is no double', () => {
    const menu = ordinary().map((one, n) => (n % 3 === 0 ? { ...one, amount: yuan(128.37), net: yuan(128.37) } : one));
    expect(told([...menu, ...pair(20)])).toEqual([]);
    const [first, second] = pair(20) as [KeptEntry, KeptEntry];
    expect(told([...ordinary(), first, { ...second, terminal: 'T2' }])).toEqual([]);
    expect(told([...ordinary(), first, { ...second, at: clock('2026-04-02', 750) }])).toEqual([]);
  });
});

describe('a charge that was taken twice', () => {
  const own = (day: Day, words: string, amount = -36) =>
    row({ ledger: 'funds', kind: 'fee', day, amount: yuan(amount), words, terminal: 'T1' });
  const terms = (cycleMonths: number): TermsFile => ({
    accounts: [
      {
        account: ACCOUNT,
        tariff: [],
        terminals: [{ terminal: 'T1', activated: '2025-03-01', sim: { amount: '36.00', delayDays: 30, cycleMonths } }],
      },
    ],
  });

  test('within days, or before the next cycle of the terms, is owed to the merchant', () => {
    expect(told([own('2026-03-31', '流量费'), own('2026-04-02', '流量费')])).toEqual([
      'SIM_FEE claimable 36 2026-04-02 duplicate-charge',
      'SIM_FEE taken 36 2026-03-31 sim-fee',
    ]);
    const half = [own('2026-01-01', '流量费'), own('2026-05-31', '流量费')];
    expect(told(half, terms(12))).toContain('SIM_FEE claimable 36 2026-05-31 duplicate-charge');
    expect(told(half, terms(3)).join()).not.toContain('duplicate-charge');
  });

  test('a month apart, or every day, is another cycle', () => {
    const months = ['2026-02-10', '2026-03-10', '2026-04-10'] as const;
    expect(told(months.map((day) => own(day, '会员费', -10))).join()).not.toContain('duplicate-charge');
    const daily = Array.from({ length: 30 }, (_, n) => own(addDays('2026-04-01', n), '会员费', -1));
    expect(told(daily).join()).not.toContain('duplicate-charge');
  });
});

describe('settlements', () => {
  const settled = (account: string, late: readonly Day[]): KeptEntry[] =>
    Array.from({ length: 20 }, (_, n) => addDays('2026-04-01', n)).map((day) =>
      sale(day, 100, 0.6, { account, settleDay: addDays(day, late.includes(day) ? 5 : 1) }),
    );

  test('of one day after those of later days are a late batch, and settled', () => {
    expect(told(settled(ACCOUNT, ['2026-04-08']))).toEqual(['HOLD taken 0 2026-04-08 late-batch']);
  });

  test('the same day in every account of the provider are the provider’s delay', () => {
    const other = 'chinaums:898310148160569';
    expect(told([...settled(ACCOUNT, ['2026-04-08']), ...settled(other, ['2026-04-08'])])).toEqual([
      'HOLD taken 0 2026-04-08 settlement-delayed',
      `${other} HOLD taken 0 2026-04-08 settlement-delayed`,
    ]);
    expect(told([...settled(ACCOUNT, ['2026-04-08']), ...settled(other, [])])).toEqual([
      'HOLD taken 0 2026-04-08 late-batch',
    ]);
  });

  test('after a holiday all together, and the newest day, are not late', () => {
    const holiday = settled(ACCOUNT, []).map((one) =>
      one.day >= '2026-04-04' && one.day < '2026-04-10' ? { ...one, settleDay: '2026-04-11' as Day } : one,
    );
    expect(told(holiday)).toEqual([]);
    expect(told(settled(ACCOUNT, ['2026-04-20']))).toEqual([]);
  });
});

describe('a request for a sales slip', () => {
  const asked = (words: string, given: Partial<KeptEntry> = {}) =>
    row({ day: '2026-05-02', kind: 'unknown', amount: yuan(-500), words, reference: 'R77', ...given });

  test('is told until it is answered', () => {
    expect(told([asked('调单', { due: '2026-05-09' })])).toEqual(['CHARGEBACK open 0 2026-05-02 retrieval-unanswered']);
    expect(told([asked('调单'), asked('调单 已回复', { day: '2026-05-04' })])).toEqual([]);
  });

  test('is a cause of the chargeback that follows', () => {
    const back = row({
      day: '2026-05-20',
      kind: 'chargeback',
      amount: yuan(-500),
      words: '调单扣款',
      reference: 'R77',
    });
    expect(told([asked('调单'), back])).toEqual(['CHARGEBACK taken 500 2026-05-20 chargeback+retrieval-unanswered']);
  });
});

describe('money that did not arrive where it should', () => {
  const fee = (given: Partial<KeptEntry> = {}) =>
    row({ day: '2026-05-02', kind: 'fee', state: 'failed', amount: yuan(-120), words: '服务费', ...given });
  const paid = (amount: number, given: Partial<KeptEntry> = {}) =>
    row({ day: '2026-05-05', kind: 'fee-payment', amount: yuan(-amount), words: '缴费', ...given });

  test('a payment with two digits changed over leaves the rest open, one too large is owed back', () => {
    expect(told([fee(), paid(102)])).toEqual(['MDR open 18 2026-05-02 wrong-transfer']);
    expect(told([fee(), paid(1200)])).toEqual(['MDR claimable 1080 2026-05-05 wrong-transfer']);
  });

  test('another sum is a part of it, and anything else of that sum is paid whole', () => {
    expect(told([fee(), paid(50)])).toEqual(['MDR open 70 2026-05-02 unexplained']);
    expect(told([fee(), paid(50), paid(70, { day: '2026-05-08' })])).toEqual([]);
    expect(told([fee(), paid(120)])).toEqual([]);
  });

  test('a transfer that came back is told, until the sum is sent again', () => {
    const sent = (day: Day) => row({ day, ledger: 'bank', kind: 'transfer', amount: yuan(-800), words: '转账' });
    const back = row({
      day: '2026-05-06',
      ledger: 'bank',
      kind: 'transfer',
      amount: yuan(800),
      words: '退汇 账号有误',
    });
    expect(told([sent('2026-05-05'), back])).toEqual(['WARNING open 0 2026-05-05 wrong-transfer']);
    expect(told([sent('2026-05-05'), back, sent('2026-05-07')])).toEqual(['WARNING taken 0 2026-05-05 wrong-transfer']);
  });
});

describe('an account that had too little', () => {
  const topUp = (day: Day, balance: number) =>
    row({ day, ledger: 'funds', kind: 'top-up', amount: yuan(500), balance: yuan(balance), words: '充值' });
  const months = [topUp('2026-01-05', 520), topUp('2026-02-05', 530), topUp('2026-03-05', 510)];
  const spent = row({
    day: '2026-04-20',
    ledger: 'funds',
    kind: 'fee',
    amount: yuan(-480),
    balance: yuan(30),
    words: '手续费',
  });
  const failed = row({
    day: '2026-05-02',
    ledger: 'funds',
    kind: 'fee',
    state: 'failed',
    amount: yuan(-50),
    words: '服务费',
  });

  test('because the usual top-up did not come', () => {
    expect(told([...months, spent, failed])).toEqual(['MDR open 50 2026-05-02 balance-too-low+top-up-forgotten']);
    expect(told([...months, topUp('2026-04-05', 510), spent, failed])).toEqual([
      'MDR open 50 2026-05-02 balance-too-low',
    ]);
  });

  test('for a refund: it must be topped up by its sum, until the refund is made', () => {
    const tried = (given: Partial<KeptEntry>) =>
      row({
        day: '2026-05-02',
        kind: 'refund',
        state: 'failed',
        amount: yuan(-60),
        links: { original: 'A1' },
        ...given,
      });
    expect(told([tried({ words: '退款失败 余额不足' })])).toEqual([
      'REFUND_ADVANCE open 60 2026-05-02 balance-too-low',
    ]);
    expect(told([tried({ words: '退款失败 银行卡已注销' })])).toEqual([]);
    const made = tried({ day: '2026-05-06', state: 'done', ledger: 'funds' });
    expect(told([tried({ words: '退款失败 余额不足' }), made])).toEqual([]);
  });
});

describe('a terminal', () => {
  const fee = (day: Day, words: string) =>
    row({ day, ledger: 'funds', kind: 'fee', amount: yuan(-15), words, terminal: 'T2' });

  test('that sells nothing and is charged for is idle; one that sells is not', () => {
    const charges = [fee('2026-04-15', '休眠费'), fee('2026-05-15', '休眠费')];
    const busy = ordinary();
    expect(told([...busy, ...charges])).toEqual(['DORMANCY taken 30 2026-04-15 idle-terminal']);
    const used = busy.map((one) => ({ ...one, terminal: 'T2' }));
    expect(told([...used, ...charges.slice(0, 1)])).toEqual(['DORMANCY taken 15 2026-04-15 undisclosed-fee']);
  });

  test('whose target was missed: said by the row, or by the terms', () => {
    expect(told([fee('2026-04-15', '未达标扣费')])).toEqual(['TARGET_PENALTY taken 15 2026-04-15 target-missed']);
    const deposit = row({ day: '2026-01-02', kind: 'deposit', amount: yuan(-99), words: '押金', terminal: 'T1' });
    const terms: TermsFile = {
      accounts: [
        {
          account: ACCOUNT,
          tariff: [],
          terminals: [
            {
              terminal: 'T1',
              activated: '2026-01-02',
              deposit: { amount: '99.00', target: '150000.00', withinDays: 90 },
            },
          ],
        },
      ],
    };
    const sold = sale('2026-02-02', 1000, 0, { terminal: 'T1' });
    expect(told([deposit, sold], terms)).toEqual(['DEPOSIT taken 99 2026-01-02 service-fee+target-missed']);
    const much = sale('2026-02-02', 160_000, 0, { terminal: 'T1' });
    expect(told([deposit, much], terms)).toEqual(['DEPOSIT claimable 99 2026-02-02 deposit-not-released']);
  });
});

test('rows that wait and speak of maintenance are told for each day', () => {
  const waiting = row({
    day: '2026-05-02',
    kind: 'settlement',
    state: 'pending',
    amount: yuan(-900),
    words: '系统维护，延后划款',
  });
  expect(told([waiting])).toEqual(['WARNING open 0 2026-05-02 maintenance']);
  expect(told([row({ ...waiting, kind: 'transfer', words: 'Account maintenance fee' })])).toEqual([]);
});

describe('a type that does not fit', () => {
  test('a sale that took money is told', () => {
    expect(told([sale('2026-05-02', -30, 0, { words: '消费' }), sale('2026-05-02', 90, 0)])).toEqual([
      'WARNING open 0 2026-05-02 type-mismatch',
    ]);
  });

  const line = (applies: 'debit' | 'credit', rate: string) => ({ from: '2025-01-01' as Day, to: null, applies, rate });
  const terms: TermsFile = {
    accounts: [{ account: ACCOUNT, tariff: [line('debit', '0.50%'), line('credit', '0.60%')], terminals: [] }],
  };
  const debit = (n: number, rate: number) =>
    sale(addDays('2026-04-01', n), 1000, 1000 * rate, { card: 'debit', terminal: 'T1' });

  test('debit cards charged as credit cards now and then are owed back', () => {
    const rows = Array.from({ length: 30 }, (_, n) => debit(n, n === 9 || n === 17 ? 0.006 : 0.005));
    expect(told(rows, terms)).toEqual(['MDR_DELTA claimable 2 2026-04-10 type-mismatch']);
  });

  test('all of them since a day are a new rate', () => {
    const rows = Array.from({ length: 30 }, (_, n) => debit(n, n >= 15 ? 0.006 : 0.005));
    expect(told(rows, terms)).toEqual(['MDR_DELTA claimable 15 2026-04-16 rate-rise']);
  });
});
