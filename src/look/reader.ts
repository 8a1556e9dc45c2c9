import type { Sighting } from '#records/sighting.ts';
import { look } from './look.ts';

/**
 * The reader of one frame: answers `look`, and nothing else. `undefined` says that a message is not for it, so that another listener may answer.
 * @param now an ISO instant
 */
export const createReader =
  (doc: Document, now: () => string): ((message: unknown) => Promise<Sighting> | undefined) =>
  (message) =>
    (message as { arrearsRadar?: unknown } | null)?.arrearsRadar === 'look' ? look(doc, now()) : undefined;
