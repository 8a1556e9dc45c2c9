import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CENT } from '#money/amount.ts';
import { addDays, addMonths, type Day } from '#money/day.ts';
import type { KeptEntry } from '#records/entry.ts';
import type { AccountTerms } from '#records/terms.ts';
import { computeArrears } from './compute.ts';
import { checkMonth } from './monthly/check.ts';
import { collectedOn } from './monthly/months.ts';
import { knowing, row, sale, yuan } from './testing.ts';

const ACCOUNT = 'chinaums:898310148160568';
const AS_OF: Day = '2026-06-30';
const always = { from: '2025-01-01' as Day, to: null };
const TERMS: AccountTerms = {
  account: ACCOUNT,
  tariff: [
    { ...always, applies: 'debit', rate: '0.50%', cap: '20.00' },
    { ...always, applies: 'credit', rate: '0.60%' },
  ],
  terminals: [],
  monthly: [{ ...always, day: 10 }],
};

const cents = (amount: number, rate: number) => Math.round(Number((amount * rate * 100).toFixed(4))) / 100;
const feeOf = (amount: number, card: string, credit = 0.006, capped = true) =>
  card === 'debit' ? Math.min(cents(amount, 0.005), capped ? 20 : 1e9) : cents(amount, credit);

interface Sold {
  readonly day: Day;
  readonly amount: number;
  readonly card: 'debit' | 'credit';
}
/** Forty sales a month from January to June, the nets whole; some above the cap. */
const SOLD: readonly Sold[] = Array.from({ length: 240 }, (_, n) => ({
  day: addDays(addMonths('2026-01-01', Math.floor(n / 40)), n % 28),
  amount: Math.round((31.7 + ((n * 7919) % 6131)) * 100) / 100,
  card: n % 3 === 0 ? ('credit' as const) : ('debit' as const),
}));
const sales = SOLD.map(({ day, amount, card }) => ({ ...sale(day, amount, 0, { card }), fee: null }));
const ofMonth = (n: number) => SOLD.filter(({ day }) => day.startsWith(`2026-0${n}`));
const due = (n: number, fee: (one: Sold) => number = ({ amount, card }) => feeOf(amount, card)) =>
  Math.round(ofMonth(n).reduce((sum, one) => sum + fee(one) * 100, 0)) / 100;
/** The debit of a month's fees, in the next one. */
const debit = (month: number, amount: number, given: Partial<KeptEntry> = {}): KeptEntry =>
  row({
    day: `2026-0${month + 1}-10` as Day,
    kind: 'fee',
    ledger: 'funds',
    amount: yuan(-amount),
    words: '手续费月结',
    ...given,
  });

const items = (rows: readonly KeptEntry[], terms: AccountTerms | null = TERMS) =>
  computeArrears({
    entries: [...sales, ...rows],
    knowledge: new Map([[ACCOUNT, knowing('2026-01-01', AS_OF)]]),
    terms: terms && { accounts: [terms] },
    asOf: AS_OF,
  }).items.filter(({ code }) => code.startsWith('MDR') || code === 'UNEXPLAINED');
const told = (rows: readonly KeptEntry[], terms?: AccountTerms | null) =>
  items(rows, terms).map(
    (one) =>
      `${one.code} ${one.state} ${one.min / CENT / 100} ${one.since ?? one.due} ${one.causes.map(({ cause }) => cause)}`,
  );

const asAgreed = [1, 2, 3, 4, 5].map((month) => debit(month, due(month)));
const but = (month: number, ...instead: readonly KeptEntry[]) => [
  ...asAgreed.filter((_, n) => n !== month - 1),
  ...instead,
];
/** What is to come: June’s fees, as far as they are known. */
const AHEAD = `MDR due ${due(6)} 2026-07-10 monthly-fee`;

describe('fees that are taken in one debit a month', () => {
  test('are no more than agreed where each debit is the month’s fees; the next one is foretold', () => {
    expect(told(asAgreed)).toEqual([AHEAD]);
    expect(items(asAgreed)[0]).toMatchObject({ basis: 'predicted', max: null, causes: [{ confidence: 'high' }] });
  });

  test('are none of it where fees are netted', () => {
    expect(told(asAgreed, { ...TERMS, monthly: [] })).toEqual([]);
  });

  test.each([
    ['a cent more', 0.01],
    ['a cent less', -0.01],
  ])('%s is rounding', (_, more) => {
    expect(told(but(3, debit(3, due(3) + more)))).toEqual([AHEAD]);
  });

  test('rounded over the month, down, up, or some days late, they are the same', () => {
    const exactly = due(3, ({ amount, card }) => (card === 'debit' ? Math.min(amount * 0.005, 20) : amount * 0.006));
    const ceiled = due(
      3,
      ({ amount, card }) =>
        Math.ceil(Number(((card === 'debit' ? Math.min(amount * 0.005, 20) : amount * 0.006) * 100).toFixed(6))) / 100,
    );
    for (const sum of [exactly, ceiled]) expect(told(but(3, debit(3, sum)))).toEqual([AHEAD]);
    expect(told(but(3, debit(3, due(3), { day: '2026-04-17' })))).toEqual([AHEAD]);
  });

  test('what a dearer rate, a fixed sum or a lost cap gives is told as that, to the cent', () => {
    const dearer = due(4, ({ amount, card }) => feeOf(amount, card, 0.0068));
    const added = due(4, ({ amount, card }) => feeOf(amount, card) + 1);
    const uncapped = due(4, ({ amount, card }) => feeOf(amount, card, 0.006, false));
    const more = (sum: number) => Math.round((sum - due(4)) * 100) / 100;
    expect(told(but(4, debit(4, dearer)))).toEqual([`MDR_DELTA claimable ${more(dearer)} 2026-05-10 rate-rise`, AHEAD]);
    expect(told(but(4, debit(4, added)))).toEqual([
      `MDR_DELTA claimable ${more(added)} 2026-05-10 fixed-add-on`,
      AHEAD,
    ]);
    expect(told(but(4, debit(4, uncapped)))).toEqual([
      `MDR_DELTA claimable ${more(uncapped)} 2026-05-10 cap-not-applied`,
      AHEAD,
    ]);
    const [rise] = items(but(4, debit(4, dearer)));
    expect(rise?.causes[0]?.params).toMatchObject({ from: '0.60%', to: '0.68%', day: '2026-04-02', count: '14' });
  });

  test('what nothing gives is unexplained, and less than agreed is nobody’s claim', () => {
    expect(told(but(4, debit(4, due(4) + 17.31)))).toEqual(['MDR_DELTA claimable 17.31 2026-05-10 unexplained', AHEAD]);
    expect(told(but(4, debit(4, due(4) - 17.31)))).toEqual([AHEAD]);
  });

  test('twice is once too often', () => {
    expect(told([...asAgreed, debit(4, due(4), { day: '2026-05-12' })])).toEqual([
      `MDR claimable ${due(4)} 2026-05-12 duplicate-charge`,
      AHEAD,
    ]);
  });

  test('not taken, they are owed from their day on where the list was read past it; two months at once pay both', () => {
    const open = items(but(4));
    expect(open.map((one) => [one.code, one.state, one.min, one.since])).toContainEqual([
      'MDR',
      'open',
      yuan(due(4)),
      '2026-05-10',
    ]);
    expect(open[0]?.causes).toMatchObject([{ cause: 'monthly-fee', confidence: 'medium', params: { missed: 'yes' } }]);
    const both = Math.round((due(4) + due(5)) * 100) / 100;
    expect(told([...asAgreed.slice(0, 3), debit(5, both)])).toEqual([AHEAD]);
  });

  test('nothing is said to be unpaid where no debit was ever read', () => {
    expect(told([])).toEqual([AHEAD]);
  });

  test('may be debited from a bank account: the very sum is taken for them', () => {
    const atBank = (month: number, sum: number) =>
      debit(month, sum, { account: 'cmb:1234', ledger: 'bank', kind: 'fee-payment', words: '银联商务扣款' });
    expect(told([1, 2, 3, 4, 5].map((month) => atBank(month, due(month))))).toEqual([AHEAD]);
    expect(told([...asAgreed, atBank(4, due(4))])).toEqual([AHEAD]);
  });

  test('as printed beside each sale are what is compared, and are themselves held against the terms', () => {
    const printed = SOLD.map(({ day, amount, card }) => ({
      ...sale(day, amount, feeOf(amount, card, 0.0068), { card }),
      net: yuan(amount),
    }));
    const debits = [1, 2, 3, 4, 5].map((month) =>
      debit(
        month,
        due(month, ({ amount, card }) => feeOf(amount, card, 0.0068)),
      ),
    );
    const { items: all } = computeArrears({
      entries: [...printed, ...debits],
      knowledge: new Map([[ACCOUNT, knowing('2026-01-01', AS_OF)]]),
      terms: { accounts: [TERMS] },
      asOf: AS_OF,
    });
    const excess = SOLD.reduce((sum, { amount, card }) => sum + feeOf(amount, card, 0.0068) - feeOf(amount, card), 0);
    const claims = all.filter(({ state }) => state === 'claimable');
    expect(claims.map(({ code, causes }) => `${code} ${causes[0]?.cause}`)).toEqual(['MDR_DELTA rate-rise']);
    expect(claims[0]?.min).toBe(yuan(excess));
  });

  test('whatever the sales, the debit of just their fees claims nothing and owes nothing', () => {
    const anySale = fc.record({
      day: fc.integer({ min: 0, max: 89 }),
      cents: fc.integer({ min: 1, max: 2_000_000 }),
      card: fc.constantFrom<'debit' | 'credit'>('debit', 'credit'),
    });
    fc.assert(
      fc.property(
        fc.array(anySale, { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 31 }),
        fc.integer({ min: -1, max: 15 }),
        (all, day, late) => {
          const terms = { ...TERMS, monthly: [{ ...always, day }] };
          const sold = all.map((one) => ({ ...one, day: addDays('2026-01-01', one.day), amount: one.cents / 100 }));
          const rows = sold.map((one) => ({ ...sale(one.day, one.amount, 0, { card: one.card }), fee: null }));
          const months = new Set(sold.map((one) => one.day.slice(0, 7)));
          const debits = [...months].map((month) => {
            const sum = sold
              .filter((one) => one.day.startsWith(month))
              .reduce((cent, one) => cent + Math.round(feeOf(one.amount, one.card) * 100), 0);
            const on = addDays(collectedOn(terms, `${month}-01` as Day) as Day, late);
            return row({ day: on, kind: 'fee', ledger: 'funds', amount: -sum * CENT, words: '手续费' });
          });
          const { items: found } = computeArrears({
            entries: [...rows, ...debits.filter(({ amount }) => amount !== 0)],
            knowledge: new Map([[ACCOUNT, knowing('2026-01-01', AS_OF)]]),
            terms: { accounts: [terms] },
            asOf: AS_OF,
          });
          expect(found.filter(({ code }) => code.startsWith('MDR'))).toEqual([]);
        },
      ),
    );
  });
});

describe('one debit against the terms', () => {
  const check = (entry: KeptEntry, rows: readonly KeptEntry[]) => {
    const found = checkMonth(entry, [...sales, ...rows], TERMS);
    return (
      found &&
      `${found.why} ${found.month} ${found.sales} ${found.expected / CENT} ${found.charged / CENT} ${found.due} ${found.day}`
    );
  };
  const cent = (sum: number) => Math.round(sum * 100);

  test('says the month, what it should have been, and the days', () => {
    const [third] = asAgreed.slice(2) as [KeptEntry];
    expect(check(third, asAgreed)).toBe(`as-agreed 2026-03 40 ${cent(due(3))} ${cent(due(3))} 2026-04-10 2026-04-10`);
    const dear = debit(4, due(4) + 8, { day: '2026-05-12' });
    expect(check(dear, but(4, dear))).toBe(
      `dearer 2026-04 40 ${cent(due(4))} ${cent(due(4) + 8)} 2026-05-10 2026-05-12`,
    );
    const twice = debit(4, due(4), { day: '2026-05-12' });
    expect(check(twice, [...asAgreed, twice])).toMatch(/^twice 2026-04/);
  });

  test('is none for a sale, for another charge, and where fees are netted', () => {
    expect(check(sales[0] as KeptEntry, asAgreed)).toBeNull();
    const sim = debit(3, 36, { words: '流量费' });
    expect(check(sim, [...asAgreed, sim])).toBeNull();
    expect(checkMonth(asAgreed[2] as KeptEntry, [...sales, ...asAgreed], { ...TERMS, monthly: [] })).toBeNull();
  });
});
