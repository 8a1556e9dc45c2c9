import type { BookError } from './book.ts';
import { Damaged } from './codec/bytes.ts';

/** Thrown by the store itself: an older window does not let go, a newer version wrote the book, or another writer was faster in spite of the lock. */
export class Overtaken extends Error {
  readonly why: 'blocked' | 'newer-version' | 'moved-on';
  constructor(why: 'blocked' | 'newer-version' | 'moved-on') {
    super(why);
    this.why = why;
  }
}

const BY_NAME: Readonly<Record<string, BookError>> = {
  QuotaExceededError: 'disk-full',
  VersionError: 'newer-version',
  DatabaseClosedError: 'closed',
  DataError: 'damaged',
  DataCloneError: 'failed',
};

/** Names what IndexedDB or Dexie threw; the reason may stand several errors deep. */
export function explainStorage(thrown: unknown): BookError {
  let current = thrown;
  for (let depth = 0; depth < 5 && current !== null && typeof current === 'object'; depth += 1) {
    if (current instanceof Damaged || current instanceof SyntaxError) return 'damaged';
    if (current instanceof Overtaken) return current.why === 'moved-on' ? 'failed' : current.why;
    const named = 'name' in current && typeof current.name === 'string' ? BY_NAME[current.name] : undefined;
    if (named) return named;
    current = 'inner' in current ? current.inner : 'cause' in current ? current.cause : null;
  }
  return 'failed';
}
