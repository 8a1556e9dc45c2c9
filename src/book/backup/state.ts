import { sha256Hex } from '../proof/proof.ts';
import type { Shelf } from '../shelf.ts';

/**
 * SHA-256, hex, of all that tells one book from another, or from itself as it was: its captures and whether they are in force, what the merchant says of
 * rows, how he calls accounts, and what he taught. Rows and figures follow from these; a book that was restored from a backup is in the same state.
 */
export async function stateOf(shelf: Shelf): Promise<string> {
  const [heads, accounts, recipes] = await Promise.all([shelf.heads(), shelf.accounts(), shelf.recipes()]);
  const marks = await Promise.all(accounts.map(({ id }) => shelf.marks(id)));
  const state = [
    heads.map(({ hash, undoneAt, erasedAt, sightErasedAt = null }) => [hash, undoneAt, erasedAt, sightErasedAt]),
    accounts.map(({ id, label }) => [id, label]),
    marks.flat().map((mark) => Object.entries(mark).sort(([one], [other]) => (one < other ? -1 : 1))),
    recipes,
  ];
  return sha256Hex(new TextEncoder().encode(JSON.stringify(state)));
}
