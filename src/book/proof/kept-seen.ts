import type { CaptureHead } from '../book.ts';
import { ByteReader } from '../codec/bytes.ts';
import { undamaged } from '../codec/undamaged.ts';
import type { Shelf } from '../shelf.ts';
import { gunzip } from './gzip.ts';
import type { Seen } from './seen.ts';

/** Whether a capture keeps the bytes of what it saw itself, for every later one that saw the same. */
export const keepsSight = ({ sameAs, sightErasedAt, sightLost }: CaptureHead): boolean =>
  sameAs === null && sightErasedAt === undefined && !sightLost;

/** Whether of what a capture saw nothing is left, because the merchant erased it. */
export const isSightErased = ({ erasedAt, sightErasedAt }: CaptureHead): boolean =>
  erasedAt !== null || sightErasedAt !== undefined;

/** What a capture saw, with its own instants, whichever capture keeps the bytes; null where it is missing or was erased. */
export async function seenBy(shelf: Pick<Shelf, 'seen'>, head: CaptureHead): Promise<Seen | null> {
  const own = isSightErased(head) ? null : await shelf.seen(head.seq);
  if (own?.codec !== 2 || head.sameAs === null) return own;
  const keeper = await shelf.seen(head.sameAs);
  return keeper?.codec === 2 ? { ...keeper, instants: own.instants } : null;
}

/** Whether the bytes of what a capture saw are those that were sealed; false too where they are missing. */
export async function isReadable(seen: Seen | null): Promise<boolean> {
  if (seen === null) return false;
  return seen.codec === 1 ? (await gunzip(seen.bytes)).ok : undamaged(() => new ByteReader(seen.bytes)) !== null;
}
