import type { Day } from '#money/day.ts';
import { namesAnother, namesMerchant } from '#reading/lists/switched.ts';
import { ReadAhead } from '#reading/read-ahead.ts';
import type { WalkEnd } from '#records/job.ts';
import type { Gap } from '#records/reading.ts';
import type { Recipe } from '#records/recipe.ts';
import type { Sighting } from '#records/sighting.ts';
import { chooseFrame, glance, isUnsettled, listedRows, type SeenFrame } from './choose.ts';
import { arrivedAt } from './next-document.ts';

/** Which document a frame holds. */
export interface FrameDocument {
  /** Differs between two documents of one frame. */
  readonly origin: number;
  readonly complete: boolean;
}

/** The frames of one tab, with a reader in each: the extension's, or a browser driven from the command line. Nothing here rejects. */
export interface TabFrames {
  /** Puts the reader into every frame that can be reached; their ids, or null where the tab itself is out of reach. */
  reach(): Promise<number[] | null>;
  inject(frame: number): Promise<boolean>;
  /** Null where nothing answers, or what answers is not a sighting. `take` is given the rows of a long list while the look still goes on. */
  look(frame: number, take?: (part: Sighting) => void): Promise<Sighting | null>;
  /** Puts the walker beside the reader and walks the frame to its end; null where the document went away before it could tell. */
  walk(frame: number, seen: number): Promise<WalkEnd | null>;
  /** Null while the frame holds no document that can be reached. */
  document(frame: number): Promise<FrameDocument | null>;
  /** Whether the tab is still open, reachable or not. */
  isOpen?(): Promise<boolean>;
}

/** A sighting on its way into the book. Pages of the walk count from 0; before them stand the walked frame's first look and the other frames. */
export interface Staged {
  readonly index: number;
  readonly sighting: Sighting;
}

/** Where a run notes what it sees, so that it can be cut off at any point. */
export interface RunLog {
  put(index: number, sighting: Sighting): Promise<void>;
  /** All that is noted, in order of index; the walk's pages among them. */
  all(): Promise<readonly Staged[]>;
  stopped(): Promise<boolean>;
  progress(now: { readonly frame: number; readonly pages: number | null }): Promise<void>;
}

/** How the reading of a tab ended, before anything is made of it. */
export interface RunEnd {
  /** Null where nobody saw the walk's end. */
  readonly end: WalkEnd | null;
  readonly gaps: readonly Gap[];
  /** False: the tab is none that an extension may read. */
  readonly reached: boolean;
}

const FIRST_LOOK = -1;
const OTHER_FRAMES = -2;
/** A page that is not settled is given this many looks, this far apart (ms). */
const LOOKS = 20;
const BETWEEN_LOOKS = 500;
/** Documents of one walk; a portal that loads a new one for each page rarely has more pages. */
const MOST_DOCUMENTS = 2000;
/** Documents that a walk may take to get to page 1. */
const MOST_BACK = 20;

/** Looks at every frame of the tab, and walks the one that shows a list of money to its last page. */
export async function readTab(
  frames: TabFrames,
  log: RunLog,
  today: Day,
  recipes: readonly Recipe[] = [],
): Promise<RunEnd> {
  const looked = await lookAll(frames, log, today, recipes);
  if (looked === null) {
    return { end: null, gaps: [{ gap: 'frame-out-of-reach', params: { frame: 'top' } }], reached: false };
  }
  const { seen, silent } = looked;
  const gaps = silent.map((frame): Gap => ({ gap: 'frame-out-of-reach', params: { frame: String(frame) } }));
  const walked = chooseFrame(seen);
  const others = seen.filter(({ frame }) => frame !== walked);
  // The top frame, which names the merchant, is to have the lowest index. Above the first looks there is room for a second look at each.
  let below = OTHER_FRAMES - others.length;
  for (const { frame, sighting } of seen.toReversed()) {
    await log.put(frame === walked ? FIRST_LOOK : below--, sighting);
  }
  if (walked === null) return { end: (await log.stopped()) ? 'stopped' : 'end', gaps, reached: true };
  const first = seen.find(({ frame }) => frame === walked)?.sighting;
  await log.progress({ frame: walked, pages: first?.pager?.pages ?? null });
  const { end, missing } = await walkAll(frames, log, walked);
  await noteSwitches(frames, log, others);
  return { end, gaps: [...gaps, ...missing], reached: true };
}

/** Portals name the merchant beside the list, often in another frame. One that names another merchant after the walk than before is noted once more. */
async function noteSwitches(frames: TabFrames, log: RunLog, others: readonly SeenFrame[]): Promise<void> {
  for (const [at, { frame, sighting }] of others.filter(({ sighting }) => namesMerchant(sighting)).entries()) {
    const again = await frames.look(frame);
    if (again && namesAnother(sighting, again)) await log.put(OTHER_FRAMES - at, again);
  }
}

/** What of the noted sightings is to be read: the first look at a list that was then walked is its first page once more. */
export function sightingsOf(staged: readonly Staged[]): Sighting[] {
  const walked = staged.some(({ index }) => index >= 0);
  return staged.filter(({ index }) => !walked || index !== FIRST_LOOK).map(({ sighting }) => sighting);
}

/** Every frame's sighting, and the frames that did not answer; again while the page is loading and shows no list yet. */
async function lookAll(
  frames: TabFrames,
  log: RunLog,
  today: Day,
  recipes: readonly Recipe[],
): Promise<{ seen: SeenFrame[]; silent: number[] } | null> {
  for (let looks = 1; ; looks += 1) {
    const ids = await frames.reach();
    if (ids === null) return null;
    const looked = await Promise.all(
      ids.toSorted((a, b) => a - b).map(async (frame) => seenFrame(frame, frames, today, recipes)),
    );
    const seen = looked.filter((frame) => typeof frame !== 'number');
    const silent = looked.filter((frame) => typeof frame === 'number');
    if (looks >= LOOKS || !isUnsettled(seen, today, recipes, looks) || (await log.stopped())) return { seen, silent };
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS));
  }
}

/** What a frame shows, with its rows counted while it is looked at; the frame alone where it does not answer. */
async function seenFrame(
  frame: number,
  frames: TabFrames,
  today: Day,
  recipes: readonly Recipe[],
): Promise<SeenFrame | number> {
  const ahead = new ReadAhead(glance(today, recipes));
  const sighting = await frames.look(frame, (part) => ahead.add(part));
  return sighting === null ? frame : { frame, sighting, rows: listedRows(sighting, today, recipes, ahead) };
}

/** Walks the frame over as many documents as its pager loads. */
async function walkAll(
  frames: TabFrames,
  log: RunLog,
  frame: number,
): Promise<{ end: WalkEnd | null; missing: readonly Gap[] }> {
  const cutOff = { end: null, missing: [{ gap: 'interrupted' as const, params: {} }] };
  // The new document is there and may not be read: Firefox takes `activeTab` back with every document.
  const leaveTaken = { end: null, missing: [{ gap: 'interrupted' as const, params: { by: 'new-page' } }] };
  let before = -1;
  for (let documents = 0; documents < MOST_DOCUMENTS; documents += 1) {
    const here = await frames.document(frame);
    const pages = (await log.all()).filter(({ index }) => index >= 0).length;
    // Documents may lead back to page 1 at first; one that brought no new page after that would want to leave for ever.
    if (pages === before && (pages > 0 || documents > MOST_BACK)) return { end: 'repeat', missing: [] };
    before = pages;
    const end = await frames.walk(frame, pages);
    if (end !== null && end !== 'leaving') return { end, missing: [] };
    if (await log.stopped()) return { end: 'stopped', missing: [] };
    if (here === null) return cutOff;
    const last = (await log.all()).findLast(({ index }) => index >= 0)?.sighting ?? null;
    const next = await arrivedAt(frames, frame, here, last);
    if (next === 'gone') return (await frames.isOpen?.()) ? leaveTaken : cutOff;
    if (next !== 'next-page') return { end: next, missing: [] };
  }
  return { end: 'limit', missing: [] };
}
