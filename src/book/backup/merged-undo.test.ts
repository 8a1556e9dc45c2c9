import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Entry, KeptEntry } from '#records/entry.ts';
import type { Book, TakeIn } from '../book.ts';
import { memoryBook } from '../memory.ts';
import { anyReading, entry, idEntry, input, plainEntry, reading, serialEntry } from '../testing.ts';
import { backedUp, restored, value } from './testing.ts';

const second = fc.integer({ min: 0, max: 59 });
const at = (n: number): string => `2026-10-04T01:00:${String(n).padStart(2, '0')}.000Z`;

/** A list and what becomes of it when it is read again: rows come out, get their fees, leave it. */
const anyList: fc.Arbitrary<TakeIn[]> = fc
  .tuple(
    fc.array(fc.oneof(plainEntry, idEntry, serialEntry), { minLength: 1, maxLength: 10 }),
    fc.array(
      fc.array(fc.constantFrom('stays', 'leaves', 'comes out', 'pays a fee', 'waits'), {
        minLength: 10,
        maxLength: 10,
      }),
      { maxLength: 2 },
    ),
    fc.array(second, { minLength: 3, maxLength: 3 }),
  )
  .map(([rows, looks, seconds]) => {
    const span = { from: '2026-09-30', to: '2026-10-02' } as const;
    const later = looks.map((fates) =>
      rows.flatMap((row, n): Entry[] => {
        const fate = fates[n];
        if (fate === 'leaves') return [];
        if (fate === 'waits') return [{ ...row, state: 'pending', fee: null, net: null }];
        if (fate === 'pays a fee') return [{ ...row, state: 'done', fee: 777 }];
        return [fate === 'comes out' ? { ...row, state: 'done' } : row];
      }),
    );
    return [rows, ...later].map((list, n) =>
      input(reading(list, { stableIds: true, cover: span }), { at: at(seconds[n] ?? 0) }),
    );
  });

/** Rows known by their ids, of which some sources tell only the day on which they were settled. */
const anySettled: fc.Arbitrary<TakeIn[]> = fc
  .tuple(
    fc.uniqueArray(idEntry, { selector: ({ reference, kind }) => `${reference}${kind}` }),
    fc.array(fc.boolean()),
    second,
  )
  .map(([rows, looks, n]) =>
    looks.slice(0, 3).map((bare, look) => {
      const settled = (row: Entry): Entry => ({ ...row, at: null, day: '2026-10-03', settleDay: '2026-10-03' });
      const list = bare ? rows.map(settled) : rows;
      return input(reading(list.slice(look % 2), { stableIds: true }), {
        at: at(n),
        place: `${look}.csv`,
        source: 'file',
      });
    }),
  );

const anyTold = fc
  .tuple(fc.array(plainEntry, { minLength: 1, maxLength: 3 }), second)
  .map(([rows, n]) => [input(reading(rows), { at: at(n), source: 'told', place: 'SMS' })]);

const anyOther = fc
  .tuple(anyReading, second)
  .map(([of, n]) => [input(of, { at: at(n), source: 'file', place: '账单.csv' })]);

/** Rows of the same accounts on other days, and of another account. */
const anyElsewhere = fc
  .tuple(fc.array(fc.oneof(plainEntry, idEntry), { minLength: 1, maxLength: 5 }), second, fc.boolean())
  .map(([rows, n, sameAccount]) => {
    const moved = rows.map((row) =>
      entry({ ...row, day: '2026-11-11', at: null, reference: null, ...(sameAccount ? {} : { account: 'lakala:1' }) }),
    );
    return input(reading(moved), { at: at(n), place: 'other.csv', source: 'file' });
  });

/** What the book holds of these captures, which are called as in the book that they come from. */
async function heldOf(book: Book, names: ReadonlyMap<number, number>): Promise<string[]> {
  const rows: KeptEntry[] = [];
  value(await book.find({}, (found) => rows.push(...found.map((row) => row.entry)) > 0));
  return rows
    .filter(({ seenIn }) => seenIn.some((seq) => names.has(seq)))
    .map(({ key: _, row: __, seenIn, supersededBy, ...fact }) =>
      JSON.stringify({
        ...fact,
        links: Object.entries(fact.links).sort(),
        seenIn: seenIn.map((seq) => names.get(seq)).sort(),
        supersededBy: supersededBy && names.get(supersededBy),
      }),
    )
    .sort();
}

test('captures that were merged are taken back as in their own book: what the ones before them showed is there again', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc
        .array(fc.oneof(anyList, anySettled, anyTold, anyOther), { minLength: 1, maxLength: 3 })
        .map((lists) => lists.flat()),
      fc.array(anyElsewhere, { minLength: 1, maxLength: 2 }),
      fc.array(fc.nat(20), { maxLength: 2 }),
      fc.array(fc.nat(20), { maxLength: 6 }),
      async (inputs, here, before, after) => {
        const [own, book] = [memoryBook(), memoryBook()];
        for (const of of inputs) value(await own.takeIn(of));
        for (const which of before) await own.undo((which % inputs.length) + 1);
        for (const of of here) value(await book.takeIn(of));
        await restored(book, await backedUp(own));
        const heads = value(await own.captures());
        const same = new Map(heads.map(({ seq }) => [seq, seq]));
        const names = new Map(
          value(await book.captures()).flatMap(({ seq, original }) => {
            const there = heads.find(({ hash }) => hash === original);
            return there ? [[seq, there.seq] as const] : [];
          }),
        );
        expect(await heldOf(book, names)).toEqual(await heldOf(own, same));
        for (const which of after) {
          const there = (which % inputs.length) + 1;
          const of = [...names].find(([, seq]) => seq === there)?.[0] ?? 0;
          const [one, other] = [await own.undo(there), await book.undo(of)];
          expect(other.ok).toBe(one.ok);
          expect(await heldOf(book, names)).toEqual(await heldOf(own, same));
        }
        for (const seq of names.keys()) await book.undo(seq);
        expect(await heldOf(book, names)).toEqual([]);
      },
    ),
    { numRuns: 200 },
  );
});
