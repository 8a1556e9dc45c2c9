import type { LookPart } from '#records/sighting.ts';
import { look } from './look.ts';
import { lookInParts } from './parts.ts';

/**
 * The reader of one frame: answers `look`, part by part, and nothing else. `undefined` says that a message is not for it, so that another listener may
 * answer.
 * @param now an ISO instant
 */
export function createReader(doc: Document, now: () => string): (message: unknown) => Promise<LookPart> | undefined {
  let next: (() => Promise<LookPart>) | undefined;
  return (message) => {
    const asked = message as { arrearsRadar?: unknown; body?: { first?: unknown } } | null;
    if (asked?.arrearsRadar !== 'look') return undefined;
    if (asked.body?.first) next = lookInParts((early) => look(doc, now(), early));
    // What was looked at is not kept in the page.
    return next?.().then((part) => {
      if (!part.more) next = undefined;
      return part;
    });
  };
}
