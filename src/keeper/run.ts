import { openBook } from '#book/store.ts';
import { askFrame } from '#bridge/send.ts';
import type { Day } from '#money/day.ts';
import type { Job, WalkEnd } from '#records/job.ts';
import type { Gap } from '#records/reading.ts';
import { chooseFrame, isUnsettled } from './choose.ts';
import { clock } from './clock.ts';
import { documentOf, injectAll, lookAt, type SeenFrame, walkFrame } from './frames.ts';
import { changeJob, currentJob } from './job-record.ts';
import { arrivedAt } from './next-document.ts';

/** How the reading of a tab ended, before anything is taken in. */
export interface RunEnd {
  /** Null where nobody saw the walk's end. */
  readonly end: WalkEnd | null;
  readonly gaps: readonly Gap[];
  readonly reached: boolean;
}

/** Sightings that are not pages of the walk stand before them: the walked frame's first look, and below it the other frames. */
export const FIRST_LOOK = -1;
const OTHER_FRAMES = -2;

/** A page that says it is loading is given this many looks, this far apart. */
const LOOKS = 20;
const BETWEEN_LOOKS_MS = 500;
/** Documents of one walk; a portal that loads a new one for each page rarely has more. */
const MOST_DOCUMENTS = 2000;
/** Any extension call keeps the worker awake; this one also tells that it lives. */
const BEAT_MS = 15_000;

/** Reads the tab of this job to its end, staging all it sees. May be cut off at any point; then `tend` finishes what is staged. */
export async function runJob(job: Job): Promise<RunEnd> {
  const beat = setInterval(() => void changeJob(job.id, () => ({})), BEAT_MS);
  try {
    return await read(job);
  } finally {
    clearInterval(beat);
  }
}

async function read({ id, tabId }: Job): Promise<RunEnd> {
  const today = clock().day;
  const looked = await lookAll(tabId, today, () => stopped(id));
  if (looked === null)
    return { end: null, gaps: [{ gap: 'frame-out-of-reach', params: { frame: 'top' } }], reached: false };
  const { frames, silent } = looked;
  const gaps: Gap[] = silent.map((frameId) => ({ gap: 'frame-out-of-reach', params: { frame: String(frameId) } }));
  const walked = chooseFrame(frames, today);
  const book = openBook();
  let below = OTHER_FRAMES;
  // From the innermost to the top, so that the top frame, which names the merchant, comes first in the order of indexes.
  for (const { frameId, sighting } of [...frames].reverse()) {
    await book.stage(id, frameId === walked ? FIRST_LOOK : below--, sighting);
  }
  if (walked === null) return { end: (await stopped(id)) ? 'stopped' : 'end', gaps, reached: true };
  const first = frames.find(({ frameId }) => frameId === walked)?.sighting;
  await changeJob(id, () => ({ phase: 'walking', pages: first?.pager?.pages ?? null }), { frameId: walked });
  const end = await walkAll(id, tabId, walked);
  return { ...end, gaps: [...gaps, ...end.gaps], reached: true };
}

const stopped = async (jobId: string): Promise<boolean> =>
  (await currentJob())?.stopping === true || (await currentJob())?.id !== jobId;

/** Every frame's sighting, and the frames that did not answer; again while the page is loading and shows no list yet. Null: the tab is out of reach. */
async function lookAll(
  tabId: number,
  today: Day,
  isStopped: () => Promise<boolean>,
): Promise<{ frames: SeenFrame[]; silent: number[] } | null> {
  for (let looks = 1; ; looks += 1) {
    const ids = (await injectAll(tabId))?.sort((a, b) => a - b);
    if (ids === undefined) return null;
    const seen = await Promise.all(ids.map(async (frameId) => ({ frameId, sighting: await lookAt(tabId, frameId) })));
    const frames = seen.flatMap(({ frameId, sighting }) => (sighting ? [{ frameId, sighting }] : []));
    const silent = seen.filter(({ sighting }) => sighting === null).map(({ frameId }) => frameId);
    if (looks >= LOOKS || !isUnsettled(frames, today) || (await isStopped())) {
      return { frames, silent };
    }
    await pause(BETWEEN_LOOKS_MS);
  }
}

/** Walks the frame over as many documents as its pager loads. */
async function walkAll(jobId: string, tabId: number, frameId: number): Promise<Pick<RunEnd, 'end' | 'gaps'>> {
  const interrupted: Gap = { gap: 'interrupted', params: {} };
  let before = -1;
  for (let documents = 0; documents < MOST_DOCUMENTS; documents += 1) {
    const here = await documentOf(tabId, frameId);
    const seen = await pagesOf(jobId);
    // A document that brought no new page and wants to leave again would do so for ever.
    if (seen === before) return { end: 'repeat', gaps: [] };
    before = seen;
    const end = await walkFrame(tabId, frameId, jobId, seen);
    if (end !== null && end !== 'leaving') return { end, gaps: [] };
    if (await stopped(jobId)) return { end: 'stopped', gaps: [] };
    if (here === null) return { end: null, gaps: [interrupted] };
    const next = await arrivedAt(tabId, frameId, here, await lastPage(jobId));
    if (next === 'gone') return { end: null, gaps: [interrupted] };
    if (next !== 'next-page') return { end: next, gaps: [] };
    await changeJob(jobId, () => ({}));
  }
  return { end: 'limit', gaps: [] };
}

async function pagesOf(jobId: string): Promise<number> {
  const staged = await openBook().staged(jobId);
  return staged.ok ? staged.value.filter(({ index }) => index >= 0).length : 0;
}

async function lastPage(jobId: string) {
  const staged = await openBook().staged(jobId);
  return staged.ok ? (staged.value.at(-1)?.sighting ?? null) : null;
}

/** Asks every frame that may be walking to finish the page in hand. */
export async function halt(job: Job, frameId: number | null): Promise<void> {
  if (frameId !== null) await askFrame(job.tabId, frameId, 'halt', { jobId: job.id }).catch(() => undefined);
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
