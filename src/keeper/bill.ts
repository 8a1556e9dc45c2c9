import type { BookError, TakenIn } from '#book/book.ts';
import { openBook } from '#book/store.ts';
import { fail, ok, type Result } from '#money/result.ts';
import { readInTurns } from '#reading/read.ts';
import type { BillStep } from '#records/bill.ts';
import type { Reading } from '#records/reading.ts';
import type { Sighting } from '#records/sighting.ts';
import { takeTurns } from '#tables/dom/slice.ts';
import { LIMITS } from '#tables/files/limits.ts';
import { type FileError, openFile } from '#tables/files/open.ts';
import { clock } from './clock.ts';
import { keptRecipes } from './recipes.ts';

/** A bill file that was opened and understood, and is not in the book. */
export interface Bill {
  readonly place: string;
  /** ISO instant of the reading. */
  readonly at: string;
  readonly sightings: readonly Sighting[];
  readonly reading: Reading;
}

export interface BillOptions {
  readonly password: string | null;
  readonly signal?: AbortSignal;
  readonly step: (step: BillStep) => void;
}

/** Opens a file and gives it meaning. A file beyond the limit is `too-large` before a byte of it is read. Rejects where the file itself cannot be read. */
export async function openBill(
  file: Pick<File, 'name' | 'size' | 'arrayBuffer'>,
  { password, signal, step }: BillOptions,
): Promise<Result<Bill, FileError>> {
  if (file.size > LIMITS.bytes) return fail('too-large');
  const { at, day: today } = clock();
  const opened = await openFile(file.name, new Uint8Array(await file.arrayBuffer()), {
    at,
    progress: (done, of) => step({ is: 'opening', done, of }),
    ...(signal === undefined ? {} : { signal }),
    ...(password === null ? {} : { password }),
  });
  if (!opened.ok) return opened;
  step({ is: 'interpreting' });
  const context = { source: 'file', end: null, today, recipes: await keptRecipes() } as const;
  const reading = await readInTurns(opened.value, context, takeTurns().rest);
  return signal?.aborted ? fail('stopped') : ok({ place: file.name, at, sightings: opened.value, reading });
}

/** Takes a bill into the book, whole or not at all. What is owed is then to be worked out anew (`refreshSummary`). */
export const keepBill = (bill: Bill): Promise<Result<TakenIn, BookError>> =>
  openBook().takeIn({ ...bill, source: 'file' });
