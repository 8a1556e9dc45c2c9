import { isSightErased } from '../proof/kept-seen.ts';
import type { Shelf } from '../shelf.ts';
import { AsRead } from './as-read.ts';
import { firstHash, Landing } from './landing.ts';
import { mergeAccounts, mergeRecipes } from './merge-beside.ts';
import { type Merging, mergeCapture } from './merge-capture.ts';
import { mergeMarks } from './merge-marks.ts';
import { Rehomed } from './rehomed.ts';
import { type Restored, type RestoreOptions, throwIfStopped } from './types.ts';

/** Adds to the book what it does not know of the one beside it. Each capture is whole or not there; cut off, it can be done again. */
export async function mergeIn(
  shelf: Shelf,
  beside: Shelf,
  { signal, progress, undoneToo = false }: RestoreOptions,
): Promise<Omit<Restored, 'damage' | 'terms'>> {
  // What the merchant erased here comes back with a backup that still has it.
  const own = await shelf.heads();
  const here = new Set(own.filter((head) => !isSightErased(head)).map(firstHash));
  const inForce = new Set(own.filter(({ undoneAt }) => undoneAt === null).map(firstHash));
  const inPart = new Set(own.filter(({ sightErasedAt }) => sightErasedAt !== undefined).map(firstHash));
  const done = { captures: 0, known: 0, undone: 0, added: 0, existing: 0 };
  const heads = await beside.heads();
  const numbers = new Map(heads.map((head) => [firstHash(head), head.seq]));
  const theirs = new Map(
    own.flatMap((head) => {
      const number = numbers.get(firstHash(head));
      return number === undefined ? [] : [[head.seq, number] as const];
    }),
  );
  const merging: Merging = {
    shelf,
    beside,
    asRead: await AsRead.of(beside),
    rehomed: new Rehomed(),
    instants: new Map(own.map(({ seq, at }) => [seq, at])),
    theirs,
  };
  for (const [at, head] of heads.entries()) {
    throwIfStopped(signal);
    progress?.(at, heads.length);
    if (head.erasedAt !== null) continue;
    const isKnown = here.has(firstHash(head)) || (isSightErased(head) && inPart.has(firstHash(head)));
    // What was taken back in both books is known as such.
    const isUndone = isKnown && head.undoneAt === null && !inForce.has(firstHash(head));
    if (isKnown && !(isUndone && undoneToo)) {
      done[isUndone ? 'undone' : 'known'] += 1;
      continue;
    }
    const { added, existing } = await mergeCapture(merging, head);
    here.add(firstHash(head));
    done.captures += 1;
    done.added += added;
    done.existing += existing;
  }
  await mergeAccounts(shelf, beside);
  const marks = await mergeMarks(shelf, beside, new Landing(shelf, beside));
  const recipes = await mergeRecipes(shelf, beside);
  return { how: 'merged', ...done, ...marks, recipes };
}
