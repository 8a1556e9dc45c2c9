import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type Day } from '#money/day.ts';
import type { Item, Knowledge } from '#records/arrears.ts';
import { type KeptEntry, KINDS, type Kind, type Ledger, type State } from '#records/entry.ts';
import { MAX_ROWS } from './causes/cause.ts';
import { computeArrears } from './compute.ts';
import { row, yuan } from './testing.ts';

const TODAY: Day = '2026-11-23';
const ACCOUNTS = ['chinaums:898310148160568', 'wechatpay:1900009231'];

const anyRow = fc
  .record({
    account: fc.constantFrom(...ACCOUNTS),
    ledger: fc.constantFrom<Ledger>('trade', 'trade', 'funds', 'settlement', 'bank', 'notice'),
    kind: fc.constantFrom<Kind>('sale', 'sale', 'sale', 'refund', 'fee', ...KINDS),
    state: fc.constantFrom<State>('done', 'done', 'done', 'unknown', 'pending', 'failed'),
    ago: fc.integer({ min: 0, max: 420 }),
    cents: fc.integer({ min: -50_000, max: 50_000 }),
    fee: fc.option(fc.integer({ min: 0, max: 300 }), { nil: null }),
    kept: fc.constantFrom<number | null>(null, 0, 0, 0, 3600, 3600, 300, 731),
    balance: fc.option(fc.integer({ min: -20_000, max: 90_000 }), { nil: null, freq: 3 }),
    terminal: fc.constantFrom(null, 'T1', 'T2'),
    currency: fc.constantFrom('CNY', 'CNY', 'CNY', 'USD'),
    words: fc.constantFrom('', '消费', '流量费', '设备服务费', '退款', '余额不足'),
    clock: fc.option(fc.constantFrom('09:00:00', '12:30:00'), { nil: null }),
    gone: fc.boolean(),
  })
  .map(({ ago, cents, fee, kept, balance, clock, gone, ...rest }): KeptEntry => {
    const day = addDays(TODAY, -ago);
    const net = kept === null ? null : cents - (fee ?? 0) - kept;
    return row({
      ...rest,
      day,
      at: clock && `${day}T${clock}+08:00`,
      amount: yuan(cents / 100),
      fee: fee === null ? null : yuan(fee / 100),
      net: net === null ? null : yuan(net / 100),
      balance: balance === null ? null : yuan(balance / 100),
      supersededBy: gone && cents % 5 === 0 ? 9 : null,
    });
  });

const anyBook = fc.array(anyRow, { maxLength: 80 });
const whole: Knowledge = { readAt: `${TODAY}T02:00:00Z`, from: '2025-01-01', to: TODAY, whole: true, gaps: [] };
const compute = (entries: readonly KeptEntry[], knowledge: Knowledge | null = whole) =>
  computeArrears({
    entries,
    knowledge: new Map(knowledge ? ACCOUNTS.map((account) => [account, knowledge]) : []),
    terms: null,
    asOf: TODAY,
  });

test('the order of the rows does not matter, and computing again gives the same', () => {
  fc.assert(
    fc.property(
      anyBook.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }))),
      ([rows, shuffled]) => {
        expect(compute(shuffled)).toEqual(compute(rows));
      },
    ),
  );
});

/** A sum that is owed stays owed, whatever became of its collection. */
const TELLS_FAILED: ReadonlySet<string> = new Set(['fee', 'refund', 'stated-arrears']);

test('superseded rows, and failed ones that are neither fee nor refund nor a stated debt, change nothing', () => {
  fc.assert(
    fc.property(anyBook, (rows) => {
      const counting = rows.filter(
        (one) => one.supersededBy === null && !(one.state === 'failed' && !TELLS_FAILED.has(one.kind)),
      );
      expect(compute(counting).items).toEqual(compute(rows).items);
    }),
  );
});

test('totals are the sums of the items, each currency and basis by itself', () => {
  fc.assert(
    fc.property(anyBook, fc.boolean(), (rows, known) => {
      const { items, totals } = compute(rows, known ? whole : null);
      const sum = (pick: (one: Item) => boolean) => items.filter(pick).reduce((all, one) => all + one.min, 0);
      for (const total of totals) {
        const open = (basis: string) => (one: Item) =>
          one.currency === total.currency && one.state === 'open' && one.basis === basis;
        expect(total.observed.min).toBe(sum(open('observed')));
        expect(total.derived.min).toBe(sum(open('derived')));
        expect(total.predicted.min).toBe(sum((one) => one.currency === total.currency && one.state === 'due'));
        expect(total.derived.max === null).toBe(items.some((one) => open('derived')(one) && one.max === null));
      }
    }),
  );
});

test('every item has an id of its own, a sound range, and a cause whose rows are in the book', () => {
  fc.assert(
    fc.property(anyBook, fc.boolean(), (rows, known) => {
      const { items } = compute(rows, known ? whole : null);
      const keys = new Set(rows.map((one) => one.key));
      expect(new Set(items.map((one) => one.id)).size).toBe(items.length);
      for (const one of items) {
        expect(one.min).toBeGreaterThanOrEqual(0);
        if (one.max !== null) expect(one.max).toBeGreaterThanOrEqual(one.min);
        expect(one.causes.length).toBeGreaterThan(0);
        for (const cause of one.causes) {
          expect(cause.rows.length).toBeLessThanOrEqual(MAX_ROWS);
          for (const key of cause.rows) expect(keys.has(key)).toBe(true);
        }
      }
    }),
  );
});

const anySale = fc.record({ ago: fc.integer({ min: 1, max: 60 }), cents: fc.integer({ min: 100, max: 900_000 }) });
const tradeRow = (kind: Kind, day: Day, cents: number, fee: number): KeptEntry =>
  row({ kind, day, settleDay: day, amount: cents * 1000, fee: fee * 1000, net: (cents - fee) * 1000 });

test('a full refund on a day of its own leaves open exactly what it took: the sum, and the fee where it is not given back', () => {
  fc.assert(
    fc.property(anySale, fc.boolean(), ({ ago, cents }, feeGivenBack) => {
      const day = addDays(TODAY, -ago - 1);
      const fee = Math.round(cents * 0.006);
      const refunded = tradeRow('refund', addDays(day, 1), -cents, feeGivenBack ? -fee : 0);
      const { items } = compute([tradeRow('sale', day, cents, fee), refunded]);
      expect(items.map((one) => one.min)).toEqual([(feeGivenBack ? cents - fee : cents) * 1000]);
      // On the same day only the fee that was kept is missing.
      const sameDay = compute([tradeRow('sale', day, cents, fee), { ...refunded, day, settleDay: day }]).items;
      const left = feeGivenBack ? 0 : fee;
      expect(sameDay.map((one) => one.min)).toEqual(left > 0 ? [left * 1000] : []);
    }),
  );
});

test('refunds that later sales offset leave nothing open', () => {
  fc.assert(
    fc.property(fc.array(anySale, { minLength: 1, maxLength: 30 }), (sales) => {
      const out = sales.map(({ ago, cents }) => tradeRow('refund', addDays(TODAY, -ago), -cents, 0));
      const cents = sales.reduce((sum, one) => sum + one.cents, 0);
      const offset = tradeRow('sale', TODAY, cents, 0);
      expect(compute([...out, offset]).items).toEqual([]);
      const short = tradeRow('sale', TODAY, cents - 1, 0);
      expect(compute([...out, short]).items.map((one) => one.min)).toEqual([1000]);
    }),
  );
});
