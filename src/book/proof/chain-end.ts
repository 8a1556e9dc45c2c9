import type { ChainEnd } from '#records/capture.ts';

/**
 * Whether a chain goes on from an end that was seen before. A store that the browser emptied, set back, or filled with another book does not.
 * @param there the hash that the book itself keeps for that capture; null where it has no such capture
 */
export const reachesEnd = (before: ChainEnd, now: ChainEnd, there: string | null): boolean =>
  before.seq === 0 || (now.seq >= before.seq && there === before.hash);
