import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import type { Result } from '#money/result.ts';
import type { Book } from './book.ts';
import { memoryBook } from './memory.ts';
import { openBook } from './store.ts';
import { entry, input, reading, SHOP } from './testing.ts';
import { HEAD } from './workings.ts';

function value<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(String(result.error));
  return result.value;
}

const OTHER = 'lakala:822290070111135';
const take = async (book: Book, day: `2026-10-${number}`, account = SHOP) =>
  value(
    await book.takeIn(
      input(reading([entry({ account, day })], { provider: account.replace(/:.*$/, ''), cover: { whole: false } })),
    ),
  );

/** Keeps something by this token; answers whether it was kept. */
async function keep(book: Book, token: string, of: unknown, was: string | null = null): Promise<boolean> {
  const end = value(await book.end());
  return value(
    await book.keepWorkings(
      was,
      new Map([
        [HEAD, { token, end, value: of }],
        ['part', { token, end, value: new Map([['more', of]]) }],
      ]),
    ),
  );
}

const kept = async (book: Book): Promise<unknown> => value(await book.workings(HEAD))?.value ?? null;

describe.each([
  ['in memory', () => memoryBook()],
  ['in a database', () => openBook(crypto.randomUUID())],
])('what was worked out of a book %s', (_where, open) => {
  test('stays when something is taken in, which is told by its days', async () => {
    const book = open();
    await take(book, '2026-10-01');
    expect(await keep(book, 'one', 7)).toBe(true);
    const end = value(await book.end());
    await take(book, '2026-10-02');
    await take(book, '2026-10-03', OTHER);
    expect(await kept(book)).toBe(7);
    expect(value(await book.workings('part'))?.value).toEqual(new Map([['more', 7]]));
    expect(value(await book.newSince(end))).toEqual(
      new Map([
        [SHOP, new Set(['2026-10-02'])],
        [OTHER, new Set(['2026-10-03'])],
      ]),
    );
    expect(value(await book.newSince({ ...end, hash: '00' }))).toBeNull();
  });

  test('does not tell what is new where a row was changed', async () => {
    const book = open();
    const pending = entry({ state: 'pending', reference: 'R1', day: '2026-10-01' });
    const stable = { stableIds: true, cover: { whole: false } };
    value(await book.takeIn(input(reading([pending], stable))));
    const end = value(await book.end());
    value(await book.takeIn(input(reading([{ ...pending, state: 'done' }], stable))));
    expect(value(await book.newSince(end))).toBeNull();
  });

  test('goes with every act that changes what was there', async () => {
    const acts: readonly ((book: Book) => Promise<unknown>)[] = [
      (book) => book.undo(1),
      (book) => book.erase(['chinaums']),
      (book) => book.eraseAll(),
      async (book) => {
        const [row] = value(await book.entriesOf());
        return book.mark(SHOP, row?.key ?? '', { standing: 'paid' });
      },
    ];
    for (const act of acts) {
      const book = open();
      await book.eraseAll();
      await take(book, '2026-10-01');
      await keep(book, 'one', 7);
      await act(book);
      expect(await kept(book)).toBeNull();
      expect(value(await book.workings('part'))).toBeNull();
    }
  });

  test('is kept only while the book ends there, and by whoever began', async () => {
    const book = open();
    await take(book, '2026-10-01');
    const end = value(await book.end());
    await keep(book, 'one', 7);
    expect(await keep(book, 'two', 8, 'none')).toBe(false);
    expect(await keep(book, 'one', 8, 'one')).toBe(true);
    await take(book, '2026-10-02');
    const late = new Map([[HEAD, { token: 'one', end, value: 9 }]]);
    expect(value(await book.keepWorkings('one', late))).toBe(false);
    expect(await kept(book)).toBe(8);
  });
});
