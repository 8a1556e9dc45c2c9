import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Day } from '#money/day.ts';
import type { Entry, KeptEntry } from '#records/entry.ts';
import type { Mark } from '#records/mark.ts';
import type { Reading } from '#records/reading.ts';
import { headerOf } from './backup/read.ts';
import { backedUp } from './backup/testing.ts';
import type { Book, MarkChange } from './book.ts';
import { addTotals, type Total, totalsOf } from './figures/totals.ts';
import { memoryBook } from './memory.ts';
import { openBook } from './store.ts';
import { anyReading, entry, input, reading, SHOP, sighting } from './testing.ts';

const value = <T>(result: { ok: true; value: T } | { ok: false; error: string }): T => {
  if (!result.ok) throw new Error(result.error);
  return result.value;
};

/** Rows whose id a careless source gives to rows of several days, amounts and instants. */
const strayEntry: fc.Arbitrary<Entry> = fc
  .record({
    reference: fc.constantFrom('S1', 'S2'),
    day: fc.constantFrom<Day[]>('2026-09-30', '2026-10-01', '2026-10-02'),
    amount: fc.constantFrom(100, 200),
    clock: fc.constantFrom('10:00:00', '11:00:00', null),
    state: fc.constantFrom('done' as const, 'pending' as const),
  })
  .map(({ clock, ...over }) => entry({ ...over, at: clock === null ? null : `${over.day}T${clock}+08:00` }));

const strayReading: fc.Arbitrary<Reading> = fc
  .tuple(anyReading, fc.array(strayEntry, { maxLength: 6 }))
  .map(([of, stray]) => reading([...of.entries, ...stray], { stableIds: true, outcome: of.outcome }));

/** One thing that can happen to a book. Numbers choose among what there is then. */
type Act =
  | { readonly is: 'take-in'; readonly reading: Reading; readonly source: 'page' | 'file' | 'told' }
  /** The last reading once more, without one of its rows. */
  | { readonly is: 'again'; readonly without: number }
  /** What another book read, by way of a backup. */
  | { readonly is: 'merge'; readonly readings: readonly Reading[] }
  | { readonly is: 'undo'; readonly which: number }
  | {
      readonly is: 'mark';
      readonly which: number;
      readonly other: number;
      readonly change: 'ignored' | 'corrected' | 'split' | 'same' | 'none';
    }
  | { readonly is: 'erase'; readonly provider: string };

const anyMark = fc.record({
  is: fc.constant('mark' as const),
  which: fc.nat(50),
  other: fc.nat(50),
  change: fc.constantFrom('ignored' as const, 'corrected' as const, 'split' as const, 'same' as const, 'none' as const),
});

const anyAct: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      is: fc.constant('take-in' as const),
      reading: fc.oneof(anyReading, strayReading),
      source: fc.constantFrom('page' as const, 'file' as const, 'told' as const),
    }),
  },
  { weight: 3, arbitrary: fc.record({ is: fc.constant('again' as const), without: fc.nat(20) }) },
  {
    weight: 1,
    arbitrary: fc.record({ is: fc.constant('merge' as const), readings: fc.array(anyReading, { maxLength: 2 }) }),
  },
  { weight: 2, arbitrary: fc.record({ is: fc.constant('undo' as const), which: fc.nat(20) }) },
  { weight: 3, arbitrary: anyMark },
  {
    weight: 1,
    arbitrary: fc.record({ is: fc.constant('erase' as const), provider: fc.constantFrom('chinaums', 'lakala') }),
  },
);

const CHANGES: Readonly<
  Record<Extract<Act, { is: 'mark' }>['change'], (row: KeptEntry, other: KeptEntry) => MarkChange>
> = {
  ignored: () => ({ standing: 'ignored' }),
  corrected: () => ({ correction: { amount: 77, kind: 'fee' } }),
  split: ({ amount }) => ({
    parts: [
      { kind: 'sale', amount: (amount ?? 0) - 3, words: '货款' },
      { kind: 'fee', amount: 3, words: '手续费' },
    ],
  }),
  same: (_, other) => ({ sameAs: other.key }),
  none: () => ({ standing: null, correction: {}, parts: [], sameAs: null }),
};

/** The same span, read whole, in which one row is shown no more. */
const without = (of: Reading, which: number): Reading => ({
  ...of,
  entries: of.entries.filter((_, at) => at !== which % of.entries.length),
});

const lastReading = new WeakMap<Book, Reading>();
let minute = 0;
async function act(book: Book, one: Act): Promise<void> {
  if (one.is === 'take-in') {
    minute += 1;
    const at = new Date(Date.UTC(2026, 9, 2, 1, minute % 60)).toISOString();
    value(await book.takeIn(input(one.reading, { source: one.source, at })));
    lastReading.set(book, one.reading);
  } else if (one.is === 'again') {
    const last = lastReading.get(book);
    if (!last) return;
    await act(book, { is: 'take-in', source: 'page', reading: without(last, one.without) });
    lastReading.set(book, last);
  } else if (one.is === 'merge') {
    const other = memoryBook();
    for (const of of one.readings) await act(other, { is: 'take-in', source: 'page', reading: of });
    value(await book.restore(await backedUp(other), { passphrase: null }));
  } else if (one.is === 'undo') {
    const heads = value(await book.captures()).filter((head) => head.undoneAt === null && head.erasedAt === null);
    const head = heads[one.which % Math.max(1, heads.length)];
    if (head) value(await book.undo(head.seq));
  } else if (one.is === 'erase') value(await book.erase([one.provider]));
  else {
    const rows = await keptRows(book);
    const row = rows[one.which % Math.max(1, rows.length)];
    const other = rows.filter(({ account }) => account === row?.account)[one.other % Math.max(1, rows.length)] ?? row;
    // What cannot be said is refused, and changes nothing.
    if (row && other) await book.mark(row.account, row.key, CHANGES[one.change](row, other));
  }
}

async function keptRows(book: Book): Promise<KeptEntry[]> {
  const rows: KeptEntry[] = [];
  value(await book.find({}, (found) => rows.push(...found.map(({ entry: row }) => row)) > 0));
  return rows;
}

const sorted = <T>(list: readonly T[]): T[] =>
  list.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

/** Every figure that the book keeps beside its rows equals what its rows come to, and every way to a row leads there. */
async function isSound(book: Book): Promise<void> {
  const counted = value(await book.entriesOf()).filter(({ supersededBy }) => supersededBy === null);
  const figures = value(await book.figures());
  expect(
    sorted(figures.flatMap(({ account, day, totals }) => totals.map((total) => ({ account, day, ...total })))),
  ).toEqual(
    sorted(
      [...Map.groupBy(counted, ({ account, day }) => `${account} ${day}`).values()].flatMap((rows) =>
        totalsOf(rows).map((total) => ({ account: rows[0]?.account, day: rows[0]?.day, ...total })),
      ),
    ),
  );
  const rows = await keptRows(book);
  expectNoneVanished(rows, value(await book.marks()), counted);
  expect(figures.reduce((sum, day) => sum + day.rows, 0)).toBe(rows.length);
  const months = value(await book.months());
  const ofMonths = months.flatMap(({ account, month, totals }) =>
    totals.map((total) => ({ account, month, ...total })),
  );
  const ofDays = figures.flatMap(({ account, day, totals }) =>
    totals.map(({ terminal: _, ...total }) => ({ account, month: day.slice(0, 7), ...total })),
  );
  const byMonth = (total: Total & { account: string; month: string }): string => `${total.account} ${total.month}`;
  expect(sorted(ofMonths)).toEqual(sorted(addTotals(ofDays, byMonth)));
  for (const account of new Set(rows.map((row) => row.account))) {
    const own = rows.filter((row) => row.account === account);
    expect(new Set(own.map(({ key }) => key)).size).toBe(own.length);
    const found = value(
      await book.rows(
        account,
        own.map(({ key }) => key),
      ),
    );
    expect(found).toHaveLength(own.length);
  }
  expect(value(await book.verify())).toMatchObject({ unbroken: true });
  const captures = value(await book.captures());
  for (const { supersededBy } of rows)
    if (supersededBy !== null) expect(isThere(captures[supersededBy - 1])).toBe(true);
  for (const row of rows)
    for (const seq of row.seenIn) expect(isThere(value(await book.captures())[seq - 1])).toBe(true);
}

/** Every row counts, unless a later look no longer found it, the merchant said that it does not, or the row that it is the same as is there. */
function expectNoneVanished(rows: readonly KeptEntry[], marks: readonly Mark[], counted: readonly KeptEntry[]): void {
  const nameOf = ({ account, key }: { account: string; key: string }): string => `${account} ${key}`;
  const said = new Map(marks.map((mark) => [nameOf(mark), mark]));
  const there = new Set(rows.filter(({ supersededBy }) => supersededBy === null).map(nameOf));
  const counting = new Set(counted.map(({ account, key }) => nameOf({ account, key: key.replace(/\/\d+$/, '') })));
  for (const row of rows) {
    const mark = said.get(nameOf(row));
    const isDouble =
      mark !== undefined && mark.sameAs !== null && there.has(nameOf({ account: row.account, key: mark.sameAs }));
    expect(counting.has(nameOf(row))).toBe(row.supersededBy === null && mark?.standing !== 'ignored' && !isDouble);
  }
}

const isThere = (head: { undoneAt: string | null; erasedAt: string | null } | undefined): boolean =>
  head !== undefined && head.undoneAt === null && head.erasedAt === null;

const figuresAndRows = async (book: Book) => [
  sorted(await keptRows(book)),
  value(await book.figures()),
  value(await book.months()),
  [...value(await book.knowledge())],
  value(await book.marks()).map(({ at: _, ...mark }) => mark),
];

describe('whatever happens to a book', () => {
  test('its figures are those of its rows, its chain holds, and every row is found', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyAct, { minLength: 1, maxLength: 8 }), async (acts) => {
        const book = memoryBook();
        for (const one of acts) await act(book, one);
        await isSound(book);
      }),
      { numRuns: 150 },
    );
  });

  test('rows that are the same as others count once, whichever of them leave and come back', async () => {
    const rows = [1, 2, 3].map((n) =>
      entry({ reference: `A${n}`, day: n < 3 ? '2026-10-01' : '2026-10-02', amount: n * 100 }),
    );
    const whole: Act = { is: 'take-in', source: 'page', reading: reading(rows, { stableIds: true }) };
    const anyStep = fc.oneof<fc.Arbitrary<Act>[]>(
      anyMark.map((mark) => ({ ...mark, change: 'same' as const })),
      fc.record({ is: fc.constant('again' as const), without: fc.nat(2) }),
      fc.constant(whole),
      fc.record({ is: fc.constant('undo' as const), which: fc.nat(5) }),
      fc.constant({ is: 'merge' as const, readings: [reading(rows.slice(1), { stableIds: true })] }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 2, maxLength: 8 }), async (steps) => {
        const book = memoryBook();
        for (const step of [whole, ...steps]) {
          await act(book, step);
          await isSound(book);
        }
      }),
      { numRuns: 80 },
    );
  });

  test('in the database it is as in memory', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(anyAct, { minLength: 1, maxLength: 6 }), async (acts) => {
        run += 1;
        const [memory, stored] = [memoryBook(), openBook(`acts-${run}`)];
        for (const one of acts) {
          const before = minute;
          await act(memory, one);
          minute = before;
          await act(stored, one);
        }
        expect(await figuresAndRows(stored)).toEqual(await figuresAndRows(memory));
        await isSound(stored);
        stored.close();
      }),
      { numRuns: 30 },
    );
  });

  test('the last capture, taken back, leaves everything as it was before it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyReading, { maxLength: 3 }),
        anyReading,
        fc.constantFrom('page' as const, 'file' as const, 'told' as const),
        fc.array(anyMark, { maxLength: 4 }),
        fc.option(fc.nat(20), { nil: null }),
        async (earlier, another, source, marks, missing) => {
          const book = memoryBook();
          for (const [n, of] of earlier.entries()) {
            value(await book.takeIn(input(of, { at: `2026-10-02T01:00:0${n}.000Z` })));
          }
          for (const mark of marks) await act(book, mark);
          const read = earlier.at(-1);
          const last = read && missing !== null ? without(read, missing) : another;
          const before = await figuresAndRows(book);
          const taken = value(await book.takeIn(input(last, { source, at: '2026-10-03T01:00:00.000Z' })));
          if (taken.seq === null) return;
          value(await book.undo(taken.seq));
          expect(await figuresAndRows(book)).toEqual(before);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('captures that are taken back leave the same book, in whatever order', async () => {
    // Rows whose figures and states differ from reading to reading, so that there is something to say again.
    const changing = fc
      .record({
        number: fc.integer({ min: 0, max: 1 }),
        state: fc.constantFrom('pending' as const, 'done' as const),
        fee: fc.constantFrom(1, 2),
        settled: fc.constantFrom<(Day | null)[]>(null, '2026-10-02'),
      })
      .map(({ number, state, fee, settled }) =>
        entry({ reference: `R${number}`, amount: 100, state, fee, settleDay: settled, words: `${state} ${fee}` }),
      );
    const readings = fc.array(
      fc
        .array(changing, { minLength: 1, maxLength: 2 })
        .map((rows) => reading(rows, { stableIds: true, cover: { whole: false } })),
      { minLength: 2, maxLength: 5 },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(readings, fc.array(anyReading, { minLength: 2, maxLength: 4 })),
        fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 2 }),
        async (of, order) => {
          const left = async (sequence: (seqs: number[]) => number[]) => {
            const book = memoryBook();
            for (const [n, one] of of.entries())
              value(await book.takeIn(input(one, { at: `2026-10-02T01:00:0${n}.000Z` })));
            for (const seq of sequence([...new Set(order.map((which) => (which % of.length) + 1))]))
              value(await book.undo(seq));
            return figuresAndRows(book);
          };
          expect(await left((seqs) => seqs)).toEqual(await left((seqs) => seqs.toSorted((a, b) => b - a)));
        },
      ),
      { numRuns: 150 },
    );
  });

  test('as of an earlier capture it shows what it held then', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyReading, { minLength: 2, maxLength: 4 }), async (readings) => {
        const book = memoryBook();
        const then: KeptEntry[][] = [];
        for (const of of readings) {
          value(await book.takeIn(input(of)));
          then.push(sorted(await keptRows(book)));
        }
        for (const [at, rows] of then.entries()) {
          const shown: KeptEntry[] = [];
          value(await book.find({ asOf: at + 1 }, (found) => shown.push(...found.map(({ entry: row }) => row)) > 0));
          expect(sorted(shown)).toEqual(rows);
        }
      }),
      { numRuns: 80 },
    );
  });
});

test('a row that a capture marked as gone is there when that one and a later one were taken back', async () => {
  const book = memoryBook();
  const [a, b] = [entry({ reference: 'A' }), entry({ reference: 'B' })];
  const again = { stableIds: true };
  value(await book.takeIn(input(reading([a, b], again))));
  value(await book.takeIn(input(reading([a], again))));
  expect((await keptRows(book)).map(({ supersededBy }) => supersededBy)).toContain(2);
  value(await book.takeIn(input(reading([a, b], again))));
  value(await book.undo(2));
  value(await book.undo(3));
  expect((await keptRows(book)).map(({ supersededBy }) => supersededBy)).toEqual([null, null]);
});

test('words of a capture that was taken back, and that a later one repeated, go when that one is taken back too', async () => {
  const book = memoryBook();
  const waiting = entry({ reference: 'A', state: 'pending', words: '处理中' });
  const came = { ...waiting, state: 'done' as const, words: '消费' };
  for (const row of [waiting, came, came]) value(await book.takeIn(input(reading([row], { stableIds: true }))));
  value(await book.undo(2));
  expect(await keptRows(book)).toMatchObject([{ words: '消费', state: 'done', seenIn: [1, 3] }]);
  value(await book.undo(3));
  expect(await keptRows(book)).toMatchObject([{ words: '处理中', state: 'pending', seenIn: [1] }]);
});

test('as of an earlier capture, a row that a later one moved and that was taken back stands there once', async () => {
  const book = memoryBook();
  const settled = entry({ reference: 'A', day: '2026-10-02', settleDay: '2026-10-02' });
  value(await book.takeIn(input(reading([settled], { stableIds: true }))));
  const traded = entry({ reference: 'A', at: '2026-10-01T08:00:00+08:00' });
  value(await book.takeIn(input(reading([traded], { stableIds: true }))));
  value(await book.undo(2));
  const shown: KeptEntry[] = [];
  value(await book.find({ asOf: 1 }, (found) => shown.push(...found.map(({ entry: row }) => row)) > 0));
  expect(shown).toMatchObject([{ day: '2026-10-02', seenIn: [1] }]);
});

test('a row that is shown no more is told again, and counts, when what it was said to be the same as has left', async () => {
  const book = memoryBook();
  value(await book.takeIn(input(reading([entry({ kind: 'fee', amount: -100, words: '短信' })]), { source: 'told' })));
  const rows = [
    entry({ kind: 'fee', amount: -100, reference: 'A' }),
    entry({ kind: 'fee', amount: -900, reference: 'B' }),
  ];
  value(await book.takeIn(input(reading(rows, { stableIds: true }))));
  const [one, other] = (await keptRows(book)).toSorted((x, y) => (y.amount ?? 0) - (x.amount ?? 0));
  value(await book.mark(SHOP, one?.key ?? '', { sameAs: other?.key ?? '' }));
  value(await book.undo(2));
  const [left] = await keptRows(book);
  expect(left).toMatchObject({ words: '短信', amount: -100 });
  expect(value(await book.entriesOf())).toHaveLength(1);
  expect(value(await book.marks())).toMatchObject([{ key: left?.key, alone: true }]);
  value(await book.takeIn(input(reading(rows, { stableIds: true }))));
  expect(value(await book.entriesOf())).toMatchObject([{ amount: -900 }]);
  expect(value(await book.marks())[0]).not.toHaveProperty('alone');
});

test.each(['taken in', 'merged from a backup'] as const)(
  'a double counts when its row is %s no longer, and is one again when that is taken back',
  async (way) => {
    const book = memoryBook();
    const [fee, same, other] = [
      entry({ kind: 'fee', amount: -100, reference: 'A', day: '2026-10-01' }),
      entry({ kind: 'fee', amount: -100, reference: 'B', day: '2026-10-02' }),
      entry({ kind: 'fee', amount: -900, reference: 'C', day: '2026-10-02' }),
    ];
    const ids = { stableIds: true };
    const cover = { from: '2026-10-01' as const, to: '2026-10-02' as const };
    const whole = input(reading([fee, same, other], { ...ids, cover }));
    value(await book.takeIn(whole));
    const keyOf = new Map((await keptRows(book)).map(({ reference, key }) => [reference, key]));
    value(await book.mark(SHOP, keyOf.get('A') ?? '', { sameAs: keyOf.get('B') ?? '', note: '同一笔' }));
    const before = await figuresAndRows(book);
    const sum = async () =>
      value(await book.entriesOf()).reduce(
        (all, { supersededBy, amount }) => all + (supersededBy === null ? (amount ?? 0) : 0),
        0,
      );
    expect(await sum()).toBe(-1000);
    const without = input(reading([fee, other], { ...ids, cover }), { at: '2026-10-04T01:00:00.000Z' });
    if (way === 'taken in') expect(value(await book.takeIn(without)).superseded).toBe(1);
    else {
      const elsewhere = memoryBook();
      value(await elsewhere.takeIn(whole));
      value(await elsewhere.takeIn(without));
      value(await book.restore(await backedUp(elsewhere), { passphrase: null }));
    }
    expect(await sum()).toBe(-1000);
    expect((await keptRows(book)).map(({ reference, supersededBy }) => [reference, supersededBy])).toEqual([
      ['A', null],
      ['B', 2],
      ['C', null],
    ]);
    await isSound(book);
    value(await book.undo(2));
    expect(await figuresAndRows(book)).toEqual(before);
    expect(await sum()).toBe(-1000);
  },
);

describe('what the merchant says of a row', () => {
  const keyOf = async (book: Book): Promise<string> => (await keptRows(book))[0]?.key ?? '';

  test('outlives every reading of it, and another name of it', async () => {
    const book = memoryBook();
    const told = entry({ kind: 'fee', amount: -3_600_000, terminal: '10020001', words: '流量费36元' });
    value(await book.takeIn(input(reading([told]), { source: 'told' })));
    value(await book.mark(SHOP, await keyOf(book), { standing: 'disputed', note: '没有人告诉我' }));
    const shown = { ...told, at: '2026-10-01T04:00:00+08:00', reference: '4200001', words: '流量费' };
    const again = value(await book.takeIn(input(reading([shown], { stableIds: true }))));
    expect(again).toMatchObject({ added: 0, existing: 1 });
    const [mark] = value(await book.marks());
    expect(mark).toMatchObject({ key: await keyOf(book), standing: 'disputed', note: '没有人告诉我' });
    value(await book.undo(2));
    expect(value(await book.marks())).toMatchObject([{ key: await keyOf(book), standing: 'disputed' }]);
  });

  test('a page, a file and a message tell of one fact: one row with three origins', async () => {
    const fee = entry({
      kind: 'fee',
      amount: -3_600_000,
      terminal: '10020001',
      at: '2026-10-01T04:00:00+08:00',
      reference: '4200001',
    });
    const told = entry({ kind: 'fee', amount: -3_600_000, terminal: '10020001', words: '您的终端被扣36元' });
    for (const order of [
      [0, 1, 2],
      [2, 0, 1],
      [1, 2, 0],
    ]) {
      const book = memoryBook();
      const ways = [
        input(reading([fee], { stableIds: true })),
        input(reading([{ ...fee, words: '通讯费' }], { stableIds: true }), { source: 'file', place: 'a.csv' }),
        input(reading([told]), { source: 'told', place: 'sms' }),
      ];
      for (const which of order) value(await book.takeIn(ways[which] as (typeof ways)[number]));
      expect(await keptRows(book)).toMatchObject([{ reference: '4200001', seenIn: [1, 2, 3] }]);
    }
  });

  test('two told facts and two rows meet as multisets', async () => {
    const book = memoryBook();
    const told = entry({ kind: 'fee', amount: -100, terminal: null });
    value(await book.takeIn(input(reading([told, told]), { source: 'told' })));
    const rows = [1, 2, 3].map((n) =>
      entry({ kind: 'fee', amount: -100, reference: `R${n}`, at: `2026-10-01T04:00:0${n}+08:00` }),
    );
    expect(value(await book.takeIn(input(reading(rows, { stableIds: true }))))).toMatchObject({
      added: 1,
      existing: 2,
    });
    expect(await keptRows(book)).toHaveLength(3);
  });

  test('lets what reaches the merchant follow a corrected amount or fee', async () => {
    const book = memoryBook();
    const rows = [
      entry({ reference: 'A', amount: 1000, fee: 6, net: 994 }),
      entry({ reference: 'B', amount: -1000, fee: 1, net: -999, kind: 'settlement' }),
      entry({ reference: 'C', amount: 1000, fee: 6, net: 950 }),
    ];
    value(await book.takeIn(input(reading(rows, { stableIds: true }))));
    for (const { key, amount } of await keptRows(book)) {
      value(await book.mark(SHOP, key, { correction: { amount: (amount ?? 0) * 2 } }));
    }
    const nets = new Map(value(await book.entriesOf()).map(({ reference, net }) => [reference, net]));
    expect([...nets.values()]).toEqual([1994, -1999, null]);
    const [first] = await keptRows(book);
    value(await book.mark(SHOP, first?.key ?? '', { correction: { amount: 2000, net: 7 } }));
    expect(value(await book.entriesOf())[0]?.net).toBe(7);
  });

  test('a row that was split while it was pending counts whole once it is posted with another amount', async () => {
    const book = memoryBook();
    const asked = entry({ reference: 'A', state: 'pending', amount: 10_000, fee: null, net: null });
    value(await book.takeIn(input(reading([asked], { stableIds: true }))));
    const key = await keyOf(book);
    const parts = [
      { kind: 'sale' as const, amount: 9000, words: '货款' },
      { kind: 'fee' as const, amount: 1000, words: '手续费' },
    ];
    value(await book.mark(SHOP, key, { parts }));
    value(await book.takeIn(input(reading([{ ...asked, state: 'done', amount: 12_000 }], { stableIds: true }))));
    const amounts = async () =>
      value(await book.figures()).flatMap(({ totals }) => totals.map(({ kind, amount }) => [kind, amount]));
    expect(await amounts()).toEqual([['sale', 12_000]]);
    expect(value(await book.entriesOf())).toMatchObject([{ key, amount: 12_000 }]);
    expect(value(await book.rows(SHOP, [key]))).toMatchObject([{ key, amount: 12_000 }]);
    // What no longer fits stands in nobody's way.
    expect(value(await book.mark(SHOP, key, { note: '打过电话' }))).toMatchObject({ note: '打过电话', parts });
    expect(await book.mark(SHOP, key, { parts: parts.slice(0, 1) })).toEqual({ ok: false, error: 'parts-differ' });
    value(await book.undo(2));
    expect(value(await book.entriesOf()).map(({ amount }) => amount)).toEqual([9000, 1000]);
  });

  test('is refused where it cannot be', async () => {
    const book = memoryBook();
    value(await book.takeIn(input(reading([entry(), entry()]))));
    const [one, other] = (await keptRows(book)).map(({ key }) => key) as [string, string];
    const parts = [{ kind: 'sale' as const, amount: 1, words: '' }];
    expect(await book.mark(SHOP, one, { parts })).toEqual({ ok: false, error: 'parts-differ' });
    expect(await book.mark(SHOP, one, { sameAs: one })).toEqual({ ok: false, error: 'same-as-itself' });
    expect(await book.mark(SHOP, 'c:nothing', { note: 'x' })).toEqual({ ok: false, error: 'no-such-row' });
    value(await book.mark(SHOP, one, { sameAs: other }));
    expect(await book.mark(SHOP, other, { sameAs: one })).toEqual({ ok: false, error: 'same-as-a-double' });
    expect(await book.attach(SHOP, one, { name: 'a', type: '', bytes: new Uint8Array(20_000_001) })).toEqual({
      ok: false,
      error: 'too-large',
    });
  });

  test('a paper is kept once, and goes with its provider', async () => {
    const book = memoryBook();
    value(await book.takeIn(input(reading([entry(), entry()]))));
    const bytes = new TextEncoder().encode('合同');
    for (const { key } of await keptRows(book))
      value(await book.attach(SHOP, key, { name: '合同.txt', type: 'text/plain', bytes }));
    const [first] = value(await book.marks());
    const sha256 = first?.attachments[0]?.sha256 ?? '';
    expect(await value(await book.paper(sha256))?.text()).toBe('合同');
    expect(value(await book.erase(['chinaums']))).toEqual({ captures: 1, shared: 0, rows: 2 });
    expect(value(await book.paper(sha256))).toBeNull();
    expect(value(await book.accounts())).toEqual([]);
    expect(value(await book.verify())).toEqual({ unbroken: true, links: 1, erased: 1 });
  });
});

test('a capture that has also shown rows of another provider stays for those, and nothing else of it is left', async () => {
  const book = memoryBook();
  const of = reading([entry(), entry({ account: 'alipay:2088' })], {
    names: { [SHOP]: '老王面馆', 'alipay:2088': '老王' },
  });
  value(await book.takeIn(input(of, { sightings: [sighting('老王面馆 898310148160568')] })));
  // A later capture that saw the same stands on the same bytes.
  value(await book.takeIn(input(of, { sightings: [sighting('老王面馆 898310148160568')] })));
  const file = await backedUp(book);
  expect(value(await book.erase(['chinaums']))).toEqual({ captures: 0, shared: 2, rows: 1 });
  expect(await keptRows(book)).toMatchObject([{ account: 'alipay:2088', seenIn: [1, 2] }]);
  const heads = value(await book.captures());
  expect(heads).toMatchObject([{ erasedAt: null, accounts: ['alipay:2088'] }, { accounts: ['alipay:2088'] }]);
  const parts: BlobPart[] = [];
  value(await book.backup({ passphrase: null, write: async (bytes) => void parts.push(bytes) }));
  const left = await new Response(
    new Blob(parts)
      .slice((await headerOf(new Blob(parts))).bytes.length)
      .stream()
      .pipeThrough(new DecompressionStream('gzip')),
  ).text();
  for (const gone of ['898310148160568', '老王面馆']) expect(left).not.toContain(gone);
  expect(value(await book.seen(1))).toBeNull();
  expect(value(await book.verify())).toEqual({ unbroken: true, links: 2, erased: 2 });
  // The same sight, seen anew, is kept anew.
  value(
    await book.takeIn(
      input(reading([entry({ account: 'alipay:2088' })]), { sightings: [sighting('老王面馆 898310148160568')] }),
    ),
  );
  expect(value(await book.seen(3))).toHaveLength(1);
  // A backup from before brings it back, once.
  for (const captures of [2, 0])
    expect(value(await book.restore(file, { passphrase: null }))).toMatchObject({ captures });
  expect((await keptRows(book)).map(({ account }) => account).sort()).toEqual(['alipay:2088', SHOP]);
  expect(value(await book.verify())).toMatchObject({ unbroken: true });
});

test('a capture without accounts, and the last page that gave nothing, go with their provider', async () => {
  const book = memoryBook();
  value(await book.takeIn(input(reading([], { outcome: 'empty', accounts: [] }))));
  const table = {
    ...sighting('x'),
    tables: [{ where: '', way: '', caption: null, header: ['a'], rows: [['b']], hiddenRows: 0, stated: null }],
  };
  const nothing = reading([], { outcome: 'changed', accounts: [] });
  value(
    await book.takeIn(input(nothing, { place: 'https://service.chinaums.com/other', sightings: [table] as never })),
  );
  expect(value(await book.unread())).not.toBeNull();
  expect(value(await book.erase(['lakala']))).toEqual({ captures: 0, shared: 0, rows: 0 });
  expect(value(await book.unread())).not.toBeNull();
  expect(value(await book.erase(['chinaums']))).toEqual({ captures: 1, shared: 0, rows: 0 });
  expect(value(await book.unread())).toBeNull();
  expect(value(await book.lastCheck())).toBeNull();
});

test('a capture that saw what another one keeps, keeps it when that one is erased', async () => {
  const book = memoryBook();
  const of = reading([entry({ account: 'lakala:1' })], { provider: 'lakala' });
  value(await book.takeIn(input(reading([entry()]), { sightings: [] })));
  value(await book.takeIn(input(of, { sightings: [] })));
  expect(value(await book.captures()).map(({ sameAs }) => sameAs)).toEqual([null, 1]);
  value(await book.erase(['chinaums']));
  expect(value(await book.seen(1))).toBeNull();
  expect(value(await book.seen(2))).toEqual([]);
  expect(value(await book.verify())).toEqual({ unbroken: true, links: 2, erased: 1 });
});
