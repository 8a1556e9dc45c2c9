import type { Shelf } from '../shelf.ts';
import type { Link } from './proof.ts';

/** The links of the chain in order, each with what was seen, one at a time: all together they may be hundreds of megabytes. */
export async function* linksOf(shelf: Shelf): AsyncGenerator<Link> {
  for (const { seq, place, at, saw, hash, previous, sameAs, erasedAt } of await shelf.heads()) {
    const own = erasedAt === null ? await shelf.seen(seq) : null;
    const keeper = sameAs === null || own?.codec !== 2 ? own : await shelf.seen(sameAs);
    const seen = keeper && own?.codec === 2 ? { ...keeper, instants: own.instants } : keeper;
    yield { seq, place, at, saw, hash, previous, erased: erasedAt !== null, seen };
  }
}
