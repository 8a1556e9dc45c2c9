import type { WalkEnd } from '#records/job.ts';
import type { Sighting } from '#records/sighting.ts';
import type { FrameDocument, TabFrames } from './read-tab.ts';

const POLL_MS = 200;
const POLLS = 150;
/** Between two documents there is a moment without any; a frame that stays away for five seconds has been taken out. */
const MOST_MISSING = 25;
const MOST_BEHIND = 10;

/** What came instead of the page before: the list's next page, a reason to end the walk, or nothing, when frame or tab is no more. */
export type Arrived =
  | 'next-page'
  | 'gone'
  | Extract<WalkEnd, 'signed-out' | 'maintenance' | 'throttled' | 'page-changed' | 'not-settled'>;

/** Waits for the document that follows `before` in this frame, puts the reader into it, and says what it is. */
export async function arrivedAt(
  frames: TabFrames,
  frame: number,
  before: FrameDocument,
  last: Sighting | null,
): Promise<Arrived> {
  let missing = 0;
  for (let polls = 0; polls < POLLS; polls += 1) {
    const now = await frames.document(frame);
    missing = now === null ? missing + 1 : 0;
    if (missing > MOST_MISSING) return 'gone';
    if (now !== null && now.origin !== before.origin && now.complete) return judge(frames, frame, last);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  return 'not-settled';
}

async function judge(frames: TabFrames, frame: number, last: Sighting | null): Promise<Arrived> {
  if (!(await frames.inject(frame))) return 'gone';
  let sighting = await frames.look(frame);
  // A pager in a frame of its own may come after the list, and shows the page before until then.
  for (let polls = 0; polls < MOST_BEHIND && isBehind(last, sighting); polls += 1) {
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    sighting = await frames.look(frame);
  }
  if (sighting === null) return 'gone';
  const { cues } = sighting;
  if (cues.includes('signed-out') || cues.includes('session-expired')) return 'signed-out';
  if (cues.includes('maintenance')) return 'maintenance';
  if (cues.includes('throttled')) return 'throttled';
  return last === null || follows(last, sighting) ? 'next-page' : 'page-changed';
}

const isBehind = (last: Sighting | null, next: Sighting | null): boolean =>
  typeof last?.pager?.page === 'number' && last.pager.page === next?.pager?.page;

/** The same list, one page on. A merchant who goes elsewhere while a walk runs must not have that read as its next page. */
export function follows(last: Sighting, next: Sighting): boolean {
  const headers = new Set(last.tables.map(({ header }) => JSON.stringify(header)));
  const sameList = next.tables.some(({ header }) => headers.has(JSON.stringify(header)));
  const [from, to] = [last.pager?.page ?? null, next.pager?.page ?? null];
  return sameList && (from === null || to === null || to === from + 1);
}
