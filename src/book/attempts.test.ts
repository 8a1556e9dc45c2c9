import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { memoryBook } from './memory.ts';
import { openBook } from './store.ts';
import { entry, input, reading } from './testing.ts';

const PORTAL = 'https://service.chinaums.com/uisportal/';
const nothing = (over: Parameters<typeof reading>[1]) =>
  reading([], { accounts: [], ...over, cover: { whole: false, ...over?.cover } });
const OUT_OF_REACH = [{ gap: 'frame-out-of-reach' as const, params: { frame: 'top' } }];

describe.each([
  ['in the database', () => openBook(`attempts-${Math.random()}`)],
  ['in memory', memoryBook],
])('looks at a portal that did not answer, %s', (_, open) => {
  const opened = async (...readings: readonly ReturnType<typeof reading>[]) => {
    const book = open();
    for (const [n, one] of readings.entries()) {
      const taken = await book.takeIn(input(one, { place: PORTAL, at: `2026-11-2${n}T02:00:00.000Z` }));
      expect(taken.ok).toBe(true);
    }
    return book;
  };
  const how = async (book: ReturnType<typeof open>) => {
    const attempts = await book.attempts();
    return attempts.ok
      ? attempts.value.map((one) => `${one.provider} ${one.at.slice(0, 10)} ${one.how}`)
      : attempts.error;
  };
  const maintenance = nothing({ outcome: 'maintenance' });
  const slow = nothing({ outcome: 'not-settled' });
  const noPage = nothing({ outcome: 'not-a-known-page', cover: { gaps: OUT_OF_REACH } });

  test('are kept in order', async () => {
    expect(await how(await opened(maintenance, slow, noPage))).toEqual([
      'chinaums 2026-11-20 maintenance',
      'chinaums 2026-11-21 not-settled',
      'chinaums 2026-11-22 no-page',
    ]);
  });

  test.each([
    ['a list', reading([entry()])],
    ['the page to sign in', nothing({ outcome: 'signed-out' })],
    ['a page without a list', nothing({ outcome: 'not-a-known-page' })],
  ])('are let go of when it answers with %s', async (_, answer) => {
    expect(await how(await opened(slow, slow, answer))).toEqual([]);
    expect(await how(await opened(slow, answer, noPage))).toEqual(['chinaums 2026-11-22 no-page']);
    const elsewhere = { ...answer, provider: 'lakala' };
    expect(await how(await opened(slow, elsewhere))).toEqual(['chinaums 2026-11-20 not-settled']);
  });

  test('are not touched by a file, nor by a page that nobody can name', async () => {
    const book = await opened(slow);
    await book.takeIn(input(reading([entry()]), { source: 'file', place: 'bill.csv' }));
    await book.takeIn(input(nothing({ outcome: 'not-settled', provider: null })));
    expect(await how(book)).toEqual(['chinaums 2026-11-20 not-settled']);
  });

  test('are bounded: the first and the last', async () => {
    const book = open();
    for (let minute = 10; minute < 50; minute += 1)
      await book.takeIn(input(slow, { place: PORTAL, at: `2026-11-20T02:${minute}:00.000Z` }));
    const attempts = await book.attempts();
    const at = attempts.ok ? attempts.value.map((one) => one.at.slice(14, 16)) : [];
    expect([at.length, at[0], at[1], at.at(-1)]).toEqual([20, '10', '31', '49']);
  });

  test('go with their provider, and with the book', async () => {
    const book = await opened(slow, { ...slow, provider: 'lakala' });
    await book.erase(['chinaums']);
    expect(await how(book)).toEqual(['lakala 2026-11-21 not-settled']);
    await book.eraseAll();
    expect(await how(book)).toEqual([]);
  });
});
