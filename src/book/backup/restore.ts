import { fail, ok, type Result } from '#money/result.ts';
import { linksOf } from '../proof/links.ts';
import { verifyChain } from '../proof/proof.ts';
import type { Shelf } from '../shelf.ts';
import { fill } from './fill.ts';
import { itemsOf } from './items.ts';
import { mergeIn } from './merge-in.ts';
import { readLines } from './read.ts';
import { type BackupError, Refused, type Restored, type RestoreOptions } from './types.ts';

/**
 * Restores a backup: an empty book becomes the one that was backed up, whole or not at all; to any other book everything is added that it does not
 * know, capture by capture. To be called when nobody else writes the book.
 */
export async function restore(
  shelf: Shelf,
  file: Blob,
  options: RestoreOptions,
): Promise<Result<Restored, BackupError>> {
  const items = () => itemsOf(readLines(file, options.passphrase, options));
  try {
    return ok((await isEmpty(shelf)) ? await whole(shelf, items()) : await merged(shelf, items(), options));
  } catch (thrown) {
    if (thrown instanceof Refused) return fail(thrown.why);
    throw thrown;
  }
}

async function isEmpty(shelf: Shelf): Promise<boolean> {
  const [tail, accounts, recipes] = await Promise.all([shelf.tail(), shelf.accounts(), shelf.recipes()]);
  return tail.seq === 0 && accounts.length === 0 && recipes.length === 0;
}

async function whole(shelf: Shelf, items: ReturnType<typeof itemsOf>): Promise<Restored> {
  try {
    const { rows, ...filled } = await fill(shelf, items);
    return { how: 'whole', ...filled, known: 0, undone: 0, added: rows, existing: 0, marksLeft: [] };
  } catch (thrown) {
    await shelf.dropRestored();
    throw thrown;
  }
}

/** The backup is restored beside the book first: there its rows can be asked for capture by capture. */
async function merged(shelf: Shelf, items: ReturnType<typeof itemsOf>, options: RestoreOptions): Promise<Restored> {
  const beside = await shelf.beside();
  try {
    const { damage, terms } = await fill(beside, items);
    // Chained anew, what was changed in the file would look proved.
    if (!(await verifyChain(linksOf(beside), await beside.tail())).unbroken) throw new Refused('chain-broken');
    return { ...(await mergeIn(shelf, beside, options)), terms, damage };
  } finally {
    await shelf.dropBeside();
  }
}
