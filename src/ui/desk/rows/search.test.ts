import { describe, expect, test } from 'vitest';
import type { Question } from '#book/book.ts';
import { memoryBook } from '#book/memory.ts';
import { entry, input, reading, SHOP } from '#book/testing.ts';
import { addDays } from '#money/day.ts';
import type { Result } from '#money/result.ts';
import { candidatesFor } from './detail/candidates.ts';
import { search } from './search.ts';
import { countOf, stretchesOf } from './stretches.ts';

const value = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(String(result.error));
  return result.value;
};

/** Thirty days of three rows: two sales and a fee. */
async function month() {
  const book = memoryBook();
  const rows = Array.from({ length: 30 }, (_, n) => addDays('2026-10-01', n)).flatMap((day) => [
    entry({ day, words: 'one' }),
    entry({ day, words: 'two', amount: 200_000 }),
    entry({ day, kind: 'fee', amount: -3_600_000, words: '流量费' }),
  ]);
  value(await book.takeIn(input(reading(rows))));
  return book;
}

const unheard = (): void => undefined;

describe('a search', () => {
  test('for everything finds what the book says its days come to', async () => {
    const book = await month();
    const [fee] = value(await book.entriesOf()).filter(({ kind }) => kind === 'fee');
    value(await book.mark(SHOP, fee?.key ?? '', { standing: 'ignored' }));
    const found = await search(book, { text: '' }, new AbortController().signal, unheard);
    if (typeof found === 'string') throw new Error(found);
    expect(found.days).toEqual(value(await book.figures()));
    expect(found.search).toEqual({ day: '2026-10-30', found: 90, state: 'done', damage: [] });
  });

  test('finds what answers, the newest day first', async () => {
    const found = await search(
      await month(),
      { kinds: ['fee'], newestFirst: true },
      new AbortController().signal,
      unheard,
    );
    if (typeof found === 'string') throw new Error(found);
    expect(found.search).toEqual({ day: '2026-10-01', found: 30, state: 'done', damage: [] });
    expect(found.days[0]).toMatchObject({ day: '2026-10-30', rows: 1 });
    expect(countOf(stretchesOf(found.days))).toBe(30);
  });

  test('comes to the parts of a split row that answer', async () => {
    const book = await month();
    const [of] = value(await book.entriesOf()).filter(({ words }) => words === 'one');
    const parts = [
      { kind: 'sale' as const, amount: 9_000_000, words: '货款' },
      { kind: 'deposit' as const, amount: 1_000_000, words: '押金' },
    ];
    value(await book.mark(SHOP, of?.key ?? '', { parts }));
    const totals = async (question: Question) => {
      const found = await search(book, question, new AbortController().signal, unheard);
      if (typeof found === 'string') throw new Error(found);
      return found.days.flatMap((day) => day.totals.map(({ kind, amount }) => [kind, amount]));
    };
    expect(await totals({ kinds: ['deposit'] })).toEqual([['deposit', 1_000_000]]);
    expect(await totals({ least: 10_000_000, period: { from: '2026-10-01', to: '2026-10-01' } })).toEqual([
      ['sale', 9_000_000],
      ['deposit', 1_000_000],
    ]);
  });

  test('that is stopped says so, and where', async () => {
    const book = await month();
    const stop = new AbortController();
    const stopping: typeof book = {
      ...book,
      find: (question, visit, searched) =>
        book.find(question, visit, (day, account) => {
          if (day === '2026-10-20') stop.abort();
          return searched?.(day, account) ?? true;
        }),
    };
    const found = await search(stopping, { kinds: ['fee'], newestFirst: true }, stop.signal, unheard);
    expect(found).toMatchObject({ search: { day: '2026-10-20', found: 11, state: 'stopped' } });
  });
});

test('a double is looked for among rows of the same amount first, the nearest day first', async () => {
  const book = await month();
  const of = value(await book.entriesOf()).find(({ day, words }) => day === '2026-10-15' && words === 'two');
  if (!of) throw new Error('no row');
  const { equal, other } = value(await candidatesFor(book, of));
  expect(equal.map(({ day }) => day)).toEqual([
    '2026-10-14',
    '2026-10-16',
    '2026-10-13',
    '2026-10-17',
    '2026-10-12',
    '2026-10-18',
  ]);
  expect(new Set(equal.map(({ amount }) => amount))).toEqual(new Set([200_000]));
  expect(other).toHaveLength(14);
  expect(other.slice(0, 2).map(({ day }) => day)).toEqual(['2026-10-15', '2026-10-15']);
});
