import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { KeptEntry } from '#records/entry.ts';
import type { Book } from '../book.ts';
import { memoryBook } from '../memory.ts';
import { openBook } from '../store.ts';
import { inspectBackup } from './inspect.ts';
import { anyStep, backedUp, happens, restored, type Step, saidBy, value } from './testing.ts';

const life = fc.array(anyStep, { minLength: 1, maxLength: 14 });

async function lived(steps: readonly Step[]) {
  const book = memoryBook();
  for (const step of steps) await happens(book, step);
  return book;
}

test('a book restored into an empty one is the same book, and goes on like it', async () => {
  await fc.assert(
    fc.asyncProperty(life, fc.nat({ max: 1000 }), anyStep, async (steps, pick, next) => {
      const book = await lived(steps);
      const copy = memoryBook();
      const file = await backedUp(book);
      await restored(copy, file);
      const said = await saidBy(book);
      expect(await saidBy(copy)).toEqual(said);
      const contents = value(await inspectBackup(file, { passphrase: null }));
      expect(contents.captures).toBe(said.captures.length);
      // Marks of now carry the clock; what follows is compared by the rows and figures that it leaves.
      for (const step of [{ is: 'undo' as const, pick }, next]) {
        for (const of of [book, copy]) await happens(of, step);
      }
      const [one, other] = [await saidBy(book), await saidBy(copy)];
      expect(other.figures).toEqual(one.figures);
      expect(other.chain).toEqual(one.chain);
    }),
    { numRuns: 60 },
  );
});

test('the same with a passphrase, and in the database', async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(life, fc.constantFrom('口令 passphrase', 'é', ' '), async (steps, passphrase) => {
      run += 1;
      const book = await lived(steps);
      const copy = openBook(`restored-${run}`);
      await restored(copy, await backedUp(book, passphrase), passphrase);
      expect(await saidBy(copy)).toEqual(await saidBy(book));
      copy.close();
    }),
    { numRuns: 8 },
  );
});

test('restored into itself, a book does not change', async () => {
  await fc.assert(
    fc.asyncProperty(life, async (steps) => {
      const book = await lived(steps);
      const before = await saidBy(book);
      // An erased capture is not in the backup any more.
      const done = await restored(book, await backedUp(book));
      if (before.captures.length === 0) return;
      expect(done).toMatchObject({ how: 'merged', captures: 0, added: 0, marks: 0, papers: 0, recipes: 0 });
      expect(await saidBy(book)).toEqual(before);
    }),
    { numRuns: 40 },
  );
});

test('merged into another book: nothing that was known is lost, the chain holds, and a second time adds nothing', async () => {
  await fc.assert(
    fc.asyncProperty(life, life, async (here, there) => {
      const [book, other] = [await lived(here), await lived(there)];
      const before = { said: await saidBy(book), rows: await rowsOf(book) };
      const theirs = { said: await saidBy(other), rows: await rowsOf(other) };
      const file = await backedUp(other);
      const done = await restored(book, file);
      const after = { said: await saidBy(book), rows: await rowsOf(book) };
      expect(after.said.chain).toMatchObject({ unbroken: true });
      expect(after.said.captures.slice(0, before.said.captures.length)).toEqual(before.said.captures);
      for (const [name, { key, seenIn }] of before.rows) {
        // What was only told takes the name of the row that shows it.
        const now = key.startsWith('t:') ? [...after.rows.values()] : [after.rows.get(name)];
        expect(now.some((row) => seenIn.every((seq) => row?.seenIn.includes(seq)))).toBe(true);
      }
      if (done.how === 'whole') return;
      for (const { seq, original, added, existing } of after.said.captures.slice(before.said.captures.length)) {
        const theirSeq = theirs.said.captures.find(({ hash }) => hash === original)?.seq ?? 0;
        const shown = [...theirs.rows.values()].filter(({ seenIn }) => seenIn.includes(theirSeq)).length;
        expect(added + existing).toBe(shown);
        expect([...after.rows.values()].some(({ seenIn }) => seenIn.includes(seq))).toBe(shown > 0);
      }
      expect(done.marks + done.marksLeft.length).toBeLessThanOrEqual(theirs.said.marks.length);
      // A restore into an empty book figures its days from the rows: kept figures and recomputed ones are the same.
      const copy = memoryBook();
      await restored(copy, await backedUp(book));
      expect((await saidBy(copy)).figures).toEqual(after.said.figures);
      const again = await restored(book, file);
      expect(again).toMatchObject({ captures: 0, added: 0, existing: 0, papers: 0, recipes: 0 });
      expect(await saidBy(book)).toEqual(after.said);
    }),
    { numRuns: 60 },
  );
});

async function rowsOf(book: Book): Promise<Map<string, KeptEntry>> {
  const rows = new Map<string, KeptEntry>();
  value(
    await book.find({}, (found) => {
      for (const { entry } of found) rows.set(`${entry.account} ${entry.key}`, entry);
      return true;
    }),
  );
  return rows;
}
