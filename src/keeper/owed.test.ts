import fc from 'fast-check';
import { expect, test } from 'vitest';
import { computeArrears } from '#arrears/compute.ts';
import type { Book, MarkChange } from '#book/book.ts';
import { memoryBook } from '#book/memory.ts';
import { entry, input, reading } from '#book/testing.ts';
import { addDays, type Day } from '#money/day.ts';
import type { Result } from '#money/result.ts';
import type { Arrears } from '#records/arrears.ts';
import type { Entry } from '#records/entry.ts';
import type { TermsFile } from '#records/terms.ts';
import { yuan } from '#records/testing.ts';
import { joinedOf } from './joined.ts';
import { owedByBook } from './owed.ts';
import { type Given, lessDamaged } from './part-of-provider.ts';

const RUNS = 10;
const ACCOUNTS = ['chinaums:898310148160568', 'chinaums:898310148160569', 'lakala:822290070111135'] as const;
const TODAY: Day = '2026-11-23';

function value<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(String(result.error));
  return result.value;
}

const ODD = [
  'refund',
  'sim',
  'dear',
  'large',
  'night',
  'slip',
  'pending',
  'fee',
  'late',
  'usd',
  'balance',
  'stated',
  'again',
] as const;
type Odd = (typeof ODD)[number] | 'none';

/** Of so many trades, one of each of these kinds. */
interface Oddness {
  readonly odd: readonly Odd[];
  readonly among: number;
}

/** A shop's trades, of which a few are of the kinds that something is told of. */
const anyTrade = ({ odd, among }: Oddness) =>
  fc
    .record({
      account: fc.constantFrom(...ACCOUNTS),
      ago: fc.integer({ min: -1, max: 400 }),
      second: fc.integer({ min: 8 * 3600, max: 22 * 3600 }),
      cents: fc.oneof(fc.integer({ min: 100, max: 40_000 }), fc.constantFrom(1200, 1500, 1800)),
      terminal: fc.constantFrom('T1', 'T2'),
      card: fc.constantFrom(null, null, 'debit' as const),
      is: fc.integer({ min: 1, max: among }).map((n): Odd => odd[n - 1] ?? 'none'),
    })
    .map(({ account, ago, second, cents, terminal, card, is }): Entry => {
      const day = addDays(TODAY, -ago);
      const isOwn = is === 'fee' || is === 'stated';
      const sum = is === 'large' ? cents * 400 : cents;
      const amount = yuan((is === 'refund' || isOwn ? -sum : sum) / 100);
      const fee = is === 'refund' ? 0 : yuan(Math.round(sum * (is === 'dear' ? 0.03 : 0.006)) / 100);
      const ordered = account.startsWith('lakala')
        ? { order: is === 'again' ? 'twice' : `${day}${second}${cents}` }
        : {};
      return {
        account,
        ledger: is === 'stated' ? 'notice' : 'trade',
        kind: is === 'fee' ? 'fee' : is === 'stated' ? 'stated-arrears' : is === 'refund' ? 'refund' : 'sale',
        state: is === 'pending' ? 'pending' : 'done',
        day,
        at: is === 'stated' ? null : `${day}T${clockOf(is === 'night' ? 11_400 : second)}+08:00`,
        settleDay: account.startsWith('lakala') ? addDays(day, is === 'late' ? 9 : 1) : null,
        amount,
        fee: isOwn ? null : fee,
        net: isOwn ? null : amount - fee - (is === 'sim' ? yuan(36) : 0),
        balance: is === 'balance' ? yuan(100) : null,
        currency: is === 'usd' ? 'USD' : 'CNY',
        reference: null,
        links: ordered,
        terminal,
        card,
        rate: null,
        due: null,
        words: { slip: '调单', fee: '终端管理费', stated: '流量费欠费' }[is as string] ?? '消费',
        row: [0, 0, 0],
      };
    });

const clockOf = (second: number): string =>
  [second / 3600, (second / 60) % 60, second % 60].map((n) => String(Math.floor(n)).padStart(2, '0')).join(':');

const terms: TermsFile = {
  accounts: [
    {
      account: ACCOUNTS[1],
      tariff: [{ from: '2025-01-01', to: null, applies: 'all', rate: '0.60%', cap: null, fixed: null, minimum: null }],
      terminals: [],
    },
  ],
} as unknown as TermsFile;

async function given(book: Book, asOf: Day, withTerms: boolean): Promise<Given> {
  return {
    accounts: value(await book.accounts()).map(({ id }) => id),
    knowledge: value(await book.knowledge()),
    terms: withTerms ? terms : null,
    marks: value(await book.marks()),
    attempts: value(await book.attempts()),
    asOf,
  };
}

/** What every row as an object gives. */
async function plainly(book: Book, of: Given) {
  const { entries, damage } = value(await book.readable());
  const matches = joinedOf(entries, of.marks, of.asOf);
  return computeArrears({ ...of, knowledge: lessDamaged(of.knowledge, damage), entries, matches });
}

/** Books of which most have few sorts of trades that are out of the ordinary. */
const anyOdd: fc.Arbitrary<Oddness> = fc.record({
  odd: fc.oneof(fc.subarray([...ODD], { maxLength: 2 }), fc.subarray([...ODD])),
  among: fc.constantFrom(14, 60, 200),
});
const anyBook = (of: Oddness) => fc.array(anyTrade(of), { minLength: 300, maxLength: 900, size: 'max' });

/** Accounts that were read row by row, and those that were shown from the first day on. */
interface Seen {
  readonly read: string[];
  readonly whole: string[];
}

function watched(book: Book): { book: Book } & Seen {
  const read: string[] = [];
  const whole: string[] = [];
  const readable: Book['readable'] = (accounts) => {
    read.push(...(accounts ?? ['all']));
    return book.readable(accounts);
  };
  const byColumn: Book['byColumn'] = (account, reader, newer) => {
    if (!newer) whole.push(account);
    return book.byColumn(account, reader, newer);
  };
  return { book: { ...book, readable, byColumn }, read, whole };
}

async function expectSame(book: Book, asOf: Day, withTerms: boolean): Promise<Seen> {
  const of = await given(book, asOf, withTerms);
  const spy = watched(book);
  const counted = value(await owedByBook(spy.book, of, value(await book.end()), 'test')).arrears;
  const plain = await plainly(book, of);
  const inOrder = ({ items, outlooks, totals }: Arrears) => ({
    totals,
    items: items.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    outlooks: outlooks.toSorted((a, b) => (a.account + a.currency < b.account + b.currency ? -1 : 1)),
  });
  expect(inOrder(counted)).toEqual(inOrder(plain));
  return spy;
}

test.each(['none', ...ODD] as const)(
  'what is owed is the same whether ordinary trades have rows or are only counted, where some are: %s',
  async (odd) => {
    await fc.assert(
      fc.asyncProperty(
        anyBook({ odd: [odd], among: 14 }),
        anyBook({ odd: [odd], among: 150 }),
        fc.boolean(),
        async (many, few, withTerms) => {
          for (const entries of [many, few]) {
            const book = memoryBook();
            value(await book.takeIn(input(reading(entries))));
            await expectSame(book, TODAY, withTerms);
          }
        },
      ),
      { numRuns: 1 },
    );
  },
);

test('a sum that is missing from some of very many sales is not taken for a charge on each', async () => {
  const sales = Array.from({ length: 420 }, (_, n): Entry => {
    const day = addDays(TODAY, n - 420);
    const [amount, fee, kept] = [yuan(20 + (n % 37)), yuan(0.12), n > 300 && n % 10 === 0 ? yuan(36) : 0];
    return entry({
      ...{
        account: ACCOUNTS[0],
        day,
        at: `${day}T10:00:00+08:00`,
        terminal: 'T1',
        amount,
        fee,
        net: amount - fee - kept,
      },
    });
  });
  const book = memoryBook();
  value(await book.takeIn(input(reading(sales))));
  await expectSame(book, TODAY, false);
});

test('most books of a shop need no rows of their ordinary trades', async () => {
  let counted = 0;
  await fc.assert(
    fc.asyncProperty(
      anyOdd.chain((of) => anyBook(of)),
      fc.integer({ min: 0, max: 5 }),
      async (entries, ago) => {
        const book = memoryBook();
        value(await book.takeIn(input(reading(entries))));
        const { read } = await expectSame(book, addDays(TODAY, -ago), false);
        counted += ACCOUNTS.length - read.length;
      },
    ),
    { numRuns: RUNS },
  );
  // Not of each of them: random books may all be odd.
  expect(counted).toBeGreaterThan(0);
});

type Act =
  | { readonly act: 'take'; readonly entries: readonly Entry[] }
  | { readonly act: 'again' | 'undo' | 'mark' | 'terms' | 'day'; readonly n: number };

const anyAct = (odd: Oddness): fc.Arbitrary<Act> =>
  fc.oneof(
    {
      arbitrary: fc.record({
        act: fc.constant('take' as const),
        entries: fc.array(anyTrade(odd), { minLength: 1, maxLength: 30 }),
      }),
      weight: 8,
    },
    { arbitrary: fc.record({ act: fc.constantFrom('again', 'undo', 'mark', 'terms', 'day'), n: fc.nat() }), weight: 3 },
  );

const MARKS: readonly MarkChange[] = [
  { standing: 'ignored' },
  { standing: 'paid' },
  { standing: 'disputed' },
  { standing: null },
  { correction: { amount: 12_300_000 } },
];

test('what is owed by what is new is what is owed by the whole book, whatever was done before', async () => {
  let sooner = 0;
  await fc.assert(
    fc.asyncProperty(
      anyOdd.chain((odd) =>
        fc.tuple(
          fc.array(anyTrade(odd), { minLength: 200, maxLength: 600, size: 'max' }),
          fc.array(anyAct(odd), { minLength: 2, maxLength: 8 }),
        ),
      ),
      async (entriesAndActs) => {
        const [entries, acts] = entriesAndActs;
        const book = memoryBook();
        const taken: (readonly Entry[])[] = [];
        const take = async (of: readonly Entry[]): Promise<void> => {
          taken.push(of);
          const at = `2026-11-24T0${taken.length % 10}:00:00.000Z`;
          value(await book.takeIn(input(reading(of, { cover: { whole: false } }), { at })));
        };
        let [asOf, withTerms]: [Day, boolean] = [TODAY, false];
        await take(entries);
        await expectSame(book, asOf, withTerms);
        for (const one of acts) {
          if (one.act === 'take') await take(one.entries);
          else if (one.act === 'again') await take(taken[one.n % taken.length] ?? []);
          else if (one.act === 'undo') await book.undo((one.n % taken.length) + 1);
          else if (one.act === 'terms') withTerms = !withTerms;
          else if (one.act === 'day') asOf = addDays(asOf, (one.n % 3) - 1);
          else {
            const rows = value(await book.entriesOf());
            const row = rows[one.n % rows.length];
            if (row) await book.mark(row.account, row.key.replace(/\/\d+$/, ''), MARKS[one.n % MARKS.length] ?? {});
          }
          const { read, whole } = await expectSame(book, asOf, withTerms);
          if (one.act === 'take' && read.length + whole.length === 0) sooner += 1;
        }
      },
    ),
    { numRuns: RUNS },
  );
  expect(sooner).toBeGreaterThan(0);
});
