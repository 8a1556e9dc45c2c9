import type { Shelf } from '../shelf.ts';
import { isSightErased, seenBy } from './kept-seen.ts';
import type { Link } from './proof.ts';

/** The links of the chain in order, each with what was seen, one at a time: all together they may be hundreds of megabytes. */
export async function* linksOf(shelf: Shelf): AsyncGenerator<Link> {
  for (const head of await shelf.heads()) {
    const { seq, place, at, saw, hash, previous, sightLost = false } = head;
    const link = { seq, place, at, saw, hash, previous, erased: isSightErased(head), lost: sightLost };
    yield { ...link, seen: await seenBy(shelf, head) };
  }
}
