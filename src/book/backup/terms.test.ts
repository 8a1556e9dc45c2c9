import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyAccounts } from '#records/terms-testing.ts';
import { memoryBook } from '../memory.ts';
import { inspectBackup } from './inspect.ts';
import { anyStep, backedUp, happens, linesIn, made, restored, saidBy, value } from './testing.ts';

const ACCOUNT = { account: 'chinaums:898310148160568', tariff: [], terminals: [] };
const life = fc.array(anyStep, { maxLength: 6 });
const headerOf = async (file: Blob) => JSON.parse((await file.text()).split('\n')[0] ?? '') as { version: number };

describe('terms in a backup', () => {
  test('come back as they were, into an empty book and into any other, with a passphrase and without', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyAccounts,
        life,
        life,
        fc.constantFrom(null, '口令'),
        async (terms, there, here, passphrase) => {
          const [book, other] = [memoryBook(), memoryBook()];
          for (const step of there) await happens(book, step);
          for (const step of here) await happens(other, step);
          const file = await backedUp(book, passphrase, terms);
          expect(value(await inspectBackup(file, { passphrase })).terms).toBe(terms.length);
          const copy = memoryBook();
          expect((await restored(copy, file, passphrase)).terms).toEqual(terms);
          expect((await restored(other, file, passphrase)).terms).toEqual(terms);
          // The book itself is none the wiser.
          expect(await saidBy(copy)).toEqual(await saidBy(book));
        },
      ),
      { numRuns: 12 },
    );
  });

  test('make it one of version 2; without them it stays one that version 1 reads', async () => {
    const book = memoryBook();
    expect((await headerOf(await backedUp(book))).version).toBe(1);
    const file = await backedUp(book, null, [ACCOUNT]);
    expect((await headerOf(file)).version).toBe(2);
    expect((await linesIn(file)).map(({ record, version }) => [record, version])).toEqual([
      ['book', 2],
      ['terms', undefined],
      ['end', undefined],
    ]);
    expect((await linesIn(await backedUp(book))).at(0)).toMatchObject({ record: 'book', version: 1 });
  });

  test('of an account that stands twice the first is kept', async () => {
    const twice = [ACCOUNT, { ...ACCOUNT, float: '1.00' }];
    expect((await restored(memoryBook(), await backedUp(memoryBook(), null, twice))).terms).toEqual([ACCOUNT]);
  });

  test.each([
    ['terms that are none', 2, [{ record: 'terms', terms: { account: 7 } }]],
    ['terms in a file of version 1', 1, [{ record: 'terms', terms: ACCOUNT }]],
    [
      'terms twice',
      2,
      [
        { record: 'terms', terms: ACCOUNT },
        { record: 'terms', terms: ACCOUNT },
      ],
    ],
  ])('%s are refused', async (_, version, lines) => {
    const book = {
      record: 'book',
      version,
      madeAt: '2026-11-27T00:00:00.000Z',
      tail: { seq: 0, hash: '0'.repeat(64) },
    };
    const file = await made([book, ...lines], {
      format: 'arrears-radar-backup',
      version,
      compression: 'gzip',
      encryption: null,
    });
    expect(await memoryBook().restore(file, { passphrase: null })).toEqual({ ok: false, error: 'altered' });
  });
});
