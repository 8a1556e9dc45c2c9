import { MESSAGES } from '#bridge/messages.ts';
import { askFrame } from '#bridge/send.ts';
import { browser } from '#browser/index.ts';
import type { WalkEnd } from '#records/job.ts';
import type { Sighting } from '#records/sighting.ts';

const READER = '/content-scripts/reader.js';
/** A frame whose own scripts hold it up longer than this does not answer. */
const LOOK_MS = 20_000;

export interface SeenFrame {
  readonly frameId: number;
  readonly sighting: Sighting;
}

/** Puts the reader into every frame of the tab that `activeTab` reaches; the ids of those frames, or null where the tab itself is out of reach. */
export async function injectAll(tabId: number): Promise<number[] | null> {
  try {
    const results = await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: [READER] });
    const reached = results.filter((result) => result.error === undefined || result.error === null);
    return reached.some(({ frameId }) => frameId === 0) ? reached.map(({ frameId }) => frameId) : null;
  } catch {
    return null;
  }
}

export async function injectFrame(tabId: number, frameId: number): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: [READER] });
    return true;
  } catch {
    return false;
  }
}

/** What the frame shows; null where nothing answers, or what answers is not a sighting. */
export async function lookAt(tabId: number, frameId: number): Promise<Sighting | null> {
  const answer = await within(LOOK_MS, askFrame(tabId, frameId, 'look', {}));
  const sighting = MESSAGES.look.answers.safeParse(answer);
  return sighting.success ? sighting.data : null;
}

/** Walks the frame to its end; null where the document went away before it could tell. */
export async function walkFrame(tabId: number, frameId: number, jobId: string, seen: number): Promise<WalkEnd | null> {
  const answer = await askFrame(tabId, frameId, 'walk', { jobId, seen }).catch(() => null);
  const end = MESSAGES.walk.answers.safeParse(answer);
  return end.success ? end.data.end : null;
}

export interface FrameDocument {
  /** Differs between two documents of one frame. */
  readonly origin: number;
  readonly complete: boolean;
}

/** Which document the frame holds now; null while it holds none that can be reached. */
export async function documentOf(tabId: number, frameId: number): Promise<FrameDocument | null> {
  try {
    const [result] = await browser.scripting.executeScript({
      target: { tabId, frameIds: [frameId] },
      func: () => ({ origin: performance.timeOrigin, complete: document.readyState === 'complete' }),
    });
    const found = result?.result as Partial<FrameDocument> | null | undefined;
    return typeof found?.origin === 'number' ? { origin: found.origin, complete: found.complete === true } : null;
  } catch {
    return null;
  }
}

async function within<T>(ms: number, work: Promise<T>): Promise<T | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms);
  });
  const answer = await Promise.race([work.catch(() => null), late]);
  clearTimeout(timer);
  return answer;
}
