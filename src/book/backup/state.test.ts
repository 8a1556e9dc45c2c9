import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Book } from '../book.ts';
import { memoryBook } from '../memory.ts';
import { entry, input, reading, SHOP } from '../testing.ts';
import { anyStep, backedUp, happens, restored, saidBy, value } from './testing.ts';

const stateOf = async (book: Book): Promise<string> => value(await book.state());

async function read(): Promise<{ book: Book; key: string }> {
  const book = memoryBook();
  value(await book.takeIn(input(reading([entry()]))));
  return { book, key: value(await book.entriesOf())[0]?.key ?? '' };
}

test.each<[string, (book: Book, key: string) => Promise<unknown>]>([
  ['a reading', (book) => book.takeIn(input(reading([entry({ day: '2026-10-03' })])))],
  ['a reading that adds nothing', (book) => book.takeIn(input(reading([entry()])))],
  ['a mark', (book, key) => book.mark(SHOP, key, { note: '已电话确认' })],
  ['a paper', (book, key) => book.attach(SHOP, key, { name: 'a', type: '', bytes: new Uint8Array([1]) })],
  ['undoing', (book) => book.undo(1)],
  ['erasing', (book) => book.erase(['chinaums'])],
  ['a name', (book) => book.label(SHOP, '总店')],
])('%s leaves the book in another state than the backup has', async (_, act) => {
  const { book, key } = await read();
  const written = value(await book.backup({ passphrase: null, write: async () => undefined }));
  expect(await stateOf(book)).toBe(written.state);
  await act(book, key);
  expect(await stateOf(book)).not.toBe(written.state);
});

test('a book is in the state of the backup that it was restored from, and in no other than one that says something else', async () => {
  const life = fc.array(anyStep, { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(life, anyStep, async (steps, next) => {
      const [book, copy] = [memoryBook(), memoryBook()];
      for (const step of steps) await happens(book, step);
      await restored(copy, await backedUp(book));
      expect(await stateOf(copy)).toBe(await stateOf(book));
      const before = { state: await stateOf(book), said: await saidBy(book) };
      await happens(book, next);
      if ((await stateOf(book)) === before.state)
        expect({ ...(await saidBy(book)), check: null }).toEqual({ ...before.said, check: null });
    }),
    { numRuns: 30 },
  );
});
