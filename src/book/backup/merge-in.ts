import type { Shelf } from '../shelf.ts';
import { mergeAccounts, mergeRecipes } from './merge-beside.ts';
import { type Landed, mergeCapture } from './merge-capture.ts';
import { mergeMarks } from './merge-marks.ts';
import { type LongWork, type Restored, throwIfStopped } from './types.ts';

/** Adds to the book what it does not know of the one beside it. Each capture is whole or not there; cut off, it can be done again. */
export async function mergeIn(shelf: Shelf, beside: Shelf, { signal, progress }: LongWork): Promise<Restored> {
  const seqs = new Map<string, number>();
  for (const { seq, original, hash, erasedAt } of await shelf.heads()) {
    // What the merchant erased here comes back with a backup that still has it.
    if (erasedAt === null) seqs.set(original ?? hash, seq);
  }
  const landed: Landed = new Map();
  const done = { captures: 0, known: 0, added: 0, existing: 0 };
  const heads = await beside.heads();
  for (const [at, head] of heads.entries()) {
    throwIfStopped(signal);
    progress?.(at, heads.length);
    if (head.erasedAt !== null) continue;
    const known = seqs.has(head.original ?? head.hash);
    if (known) {
      done.known += 1;
      continue;
    }
    const { seq, added, existing } = await mergeCapture(shelf, beside, head, landed);
    seqs.set(head.original ?? head.hash, seq);
    done.captures += 1;
    done.added += added;
    done.existing += existing;
  }
  await mergeAccounts(shelf, beside);
  const marks = await mergeMarks(shelf, beside, landed);
  const recipes = await mergeRecipes(shelf, beside);
  return { how: 'merged', ...done, ...marks, recipes };
}
