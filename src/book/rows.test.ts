import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import type { Day } from '#money/day.ts';
import type { Result } from '#money/result.ts';
import type { KeptEntry } from '#records/entry.ts';
import { type Mark, noMark } from '#records/mark.ts';
import { countTheSame } from './acts/marks.ts';
import type { Book, Question } from './book.ts';
import { memoryBook } from './memory.ts';
import { openBook } from './store.ts';
import { entry, input, reading, SHOP } from './testing.ts';

const value = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(String(result.error));
  return result.value;
};

const SHELVES = [
  { name: 'in memory', fresh: memoryBook },
  { name: 'in the browser', fresh: () => openBook(crypto.randomUUID()) },
];

const OTHER = 'alipay:2088101234560156';

async function found(book: Book, question: Question): Promise<KeptEntry[]> {
  const rows: KeptEntry[] = [];
  value(await book.find(question, (some) => rows.push(...some.map((row) => row.entry)) > 0));
  return rows;
}

const paper = (name: string, text: string) => ({ name, type: 'text/plain', bytes: new TextEncoder().encode(text) });

describe.each(SHELVES)('questions to a book $name', ({ fresh }) => {
  async function threeDays(): Promise<Book> {
    const book = fresh();
    const rows = (['2026-10-01', '2026-10-02', '2026-10-03'] as const).flatMap((day, at) => [
      entry({ day, words: `消费 ${at}`, terminal: `T${at}` }),
      entry({ day, account: OTHER, kind: 'refund', amount: -100_000, words: '退款' }),
    ]);
    value(await book.takeIn(input(reading(rows))));
    return book;
  }

  test('by account and day, or newest day first', async () => {
    const book = await threeDays();
    const places = (rows: readonly KeptEntry[]) => rows.map(({ account, day }) => `${account.slice(0, 1)} ${day}`);
    expect(places(await found(book, {}))).toEqual(
      ['a', 'c'].flatMap((account) => [1, 2, 3].map((date) => `${account} 2026-10-0${date}`)),
    );
    expect(places(await found(book, { newestFirst: true }))).toEqual(
      [3, 2, 1].flatMap((date) => ['a', 'c'].map((account) => `${account} 2026-10-0${date}`)),
    );
  });

  test('everything given must hold', async () => {
    const book = await threeDays();
    expect(await found(book, { accounts: [SHOP], terminals: ['T1'] })).toMatchObject([{ day: '2026-10-02' }]);
    expect(await found(book, { kinds: ['refund'], period: { from: '2026-10-02', to: '2026-10-02' } })).toHaveLength(1);
    expect(await found(book, { text: '消费 2' })).toMatchObject([{ day: '2026-10-03' }]);
    expect(await found(book, { least: 100_000, most: 100_000 })).toHaveLength(3);
    expect(await found(book, { least: 100_001, kinds: ['refund'] })).toEqual([]);
  });

  test('days searched in vain are told, and a search ends when it is told to', async () => {
    const book = await threeDays();
    const days: Day[] = [];
    await book.find(
      { text: 'nowhere', newestFirst: true },
      () => false,
      (day) => days.push(day) < 4,
    );
    expect(days).toEqual(['2026-10-03', '2026-10-03', '2026-10-02', '2026-10-02']);
  });

  test('a corrected row answers as the merchant sees it', async () => {
    const book = await threeDays();
    const [row] = await found(book, { accounts: [SHOP], terminals: ['T0'] });
    value(await book.mark(SHOP, row?.key ?? '', { correction: { kind: 'fee', amount: -300_000 } }));
    expect(await found(book, { kinds: ['fee'], least: 300_000, most: 300_000 })).toMatchObject([{ key: row?.key }]);
    expect(await found(book, { kinds: ['sale'] })).toHaveLength(2);
  });

  test('a split row answers by any of its parts, and as a whole', async () => {
    const book = await threeDays();
    const [row] = await found(book, { accounts: [SHOP], terminals: ['T0'] });
    const parts = [
      { kind: 'sale' as const, amount: 6_000_000, words: '货款' },
      { kind: 'deposit' as const, amount: 4_000_000, words: '押金' },
    ];
    value(await book.mark(SHOP, row?.key ?? '', { parts }));
    for (const question of [
      { kinds: ['deposit' as const] },
      { least: 4_000_000, most: 4_000_000 },
      { text: '押金' },
      { text: '40.00' },
      { least: 10_000_000, accounts: [SHOP], text: '消费 0' },
    ])
      expect(await found(book, question)).toMatchObject([{ key: row?.key }]);
    // What is asked must hold of one part, not of two together.
    expect(await found(book, { kinds: ['deposit'], least: 5_000_000 })).toEqual([]);
  });

  test('an amount is found as it is typed, and what the merchant noted', async () => {
    const book = await threeDays();
    for (const text of ['100', '100.00', '￥100', '-100']) expect(await found(book, { text })).toHaveLength(3);
    expect(await found(book, { text: '0.60' })).toHaveLength(6);
    const [row] = await found(book, { text: '消费 1' });
    value(await book.mark(SHOP, row?.key ?? '', { note: '已打 95516 投诉' }));
    value(await book.attach(SHOP, row?.key ?? '', paper('合同扫描.pdf', 'x')));
    for (const text of ['95516', '投诉', '扫描.PDF'])
      expect(await found(book, { text })).toMatchObject([{ key: row?.key }]);
  });

  test('by what the merchant says of it, without looking at other days', async () => {
    const book = await threeDays();
    const rows = await found(book, { accounts: [SHOP] });
    const [paid, disputed, noted] = rows.map(({ key }) => key) as [string, string, string];
    value(await book.mark(SHOP, paid, { standing: 'paid' }));
    value(await book.mark(SHOP, disputed, { standing: 'disputed', note: '没有同意过' }));
    value(await book.mark(SHOP, noted, { note: '问过客服' }));
    const keys = async (question: Question) => (await found(book, question)).map(({ key }) => key);
    expect(await keys({ marked: ['paid'] })).toEqual([paid]);
    expect(await keys({ marked: ['disputed'] })).toEqual([disputed]);
    expect(await keys({ marked: ['ignored'] })).toEqual([]);
    expect(await keys({ marked: ['noted'] })).toEqual([disputed, noted]);
    expect(await keys({ marked: ['any'], text: '100' })).toEqual([paid, disputed, noted]);
    expect(await keys({ marked: ['paid', 'noted'], accounts: [OTHER] })).toEqual([]);
    const days: string[] = [];
    await book.find(
      { marked: ['paid'] },
      () => true,
      (day) => days.push(day) > 0,
    );
    expect(days).toEqual(['2026-10-01', '2026-10-02', '2026-10-03']);
  });

  test('as of a capture: without what came later, and as the rows stood then', async () => {
    const book = fresh();
    const known = { reference: '42001', at: null, amount: 500_000 } as const;
    const byId = { stableIds: true, cover: { whole: false } } as const;
    value(await book.takeIn(input(reading([entry({ ...known, day: '2026-10-01', state: 'pending' })], byId))));
    value(await book.takeIn(input(reading([entry({ day: '2026-10-09', words: '后来' })]))));
    expect(await found(book, { asOf: 1 })).toMatchObject([{ day: '2026-10-01', state: 'pending' }]);
    expect(await found(book, { asOf: 0 })).toEqual([]);
    expect(await found(book, { asOf: 2 })).toHaveLength(2);
  });
});

describe.each(SHELVES)('papers behind rows of a book $name', ({ fresh }) => {
  test('a paper goes with the last row that has it', async () => {
    const book = fresh();
    value(await book.takeIn(input(reading([entry({ terminal: 'T1' }), entry({ terminal: 'T2' })]))));
    const [one, two] = (await found(book, {})).map(({ key }) => key);
    if (one === undefined || two === undefined) throw new Error('no rows');
    const mark = value(await book.attach(SHOP, one, paper('合同.txt', 'rate 0.38%')));
    value(await book.attach(SHOP, two, paper('again.txt', 'rate 0.38%')));
    const sha256 = mark?.attachments[0]?.sha256 ?? '';
    expect(await value(await book.paper(sha256))?.text()).toBe('rate 0.38%');
    expect(value(await book.detach(SHOP, one, sha256))).toBeNull();
    expect(value(await book.paper(sha256))).not.toBeNull();
    expect(value(await book.detach(SHOP, two, sha256))).toBeNull();
    expect(value(await book.paper(sha256))).toBeNull();
    expect(value(await book.marks())).toEqual([]);
    expect(await book.detach(SHOP, 'no such row', sha256)).toMatchObject({ ok: false, error: 'no-such-row' });
  });
});

describe('marks count the same', () => {
  const mark = noMark(SHOP, 'k', '2026-10-01', '2026-10-02T00:00:00.000Z');

  test.each<[string, Partial<Mark>, boolean]>([
    ['a note', { note: 'called' }, true],
    ['a dispute', { standing: 'disputed' }, false],
    ['a payment elsewhere', { standing: 'paid' }, false],
    ['ignored', { standing: 'ignored' }, false],
    ['a correction', { correction: { amount: 1 } }, false],
    ['the same as another', { sameAs: 'other' }, false],
    ['parts', { parts: [{ kind: 'fee', amount: 1, words: '' }] }, false],
  ])('%s', (_, change, same) => {
    expect(countTheSame(null, { ...mark, ...change })).toBe(same);
    expect(countTheSame({ ...mark, ...change }, { ...mark, ...change, note: 'again' })).toBe(true);
  });
});
