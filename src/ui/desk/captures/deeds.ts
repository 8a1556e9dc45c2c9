import type { CaptureHead, Damage } from '#book/book.ts';
import type { Undone } from '#book/merge/undo.ts';
import type { ChainReport, VerifyOptions } from '#book/proof/proof.ts';
import type { Sighting } from '#records/sighting.ts';
import type { TextKey } from '#text/index.ts';

/** A text key is the sentence that says why it could not be done. */
export interface CaptureDeeds {
  /** Every capture in the book, in any order. */
  readonly all: () => Promise<readonly CaptureHead[] | TextKey>;
  /** What a capture saw; null where nothing of it is left. */
  readonly seen: (seq: number) => Promise<readonly Sighting[] | null | TextKey>;
  /** Takes a capture back, and makes the summary anew. */
  readonly undo: (seq: number) => Promise<Undone | TextKey>;
  /** Every record of the book that cannot be read back. */
  readonly damage: () => Promise<readonly Damage[] | TextKey>;
  readonly verify: (options: VerifyOptions) => Promise<ChainReport | TextKey>;
}
