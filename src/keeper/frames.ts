import { lookAt } from '#bridge/look.ts';
import { MESSAGES } from '#bridge/messages.ts';
import { askFrame } from '#bridge/send.ts';
import { browser } from '#browser/index.ts';
import type { FrameDocument, TabFrames } from './read-tab.ts';

const READER = '/reader.js';
const WALKER = '/walker.js';
/** A frame whose own scripts hold it up longer than this does not answer. */
const LOOK_MS = 20_000;

/** The frames of a tab that `activeTab` reaches: those of the tab's own origin. */
export function tabFrames(tabId: number, jobId: string): TabFrames {
  return {
    reach: async () => {
      try {
        const results = await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: [READER] });
        const reached = results.filter(({ error }) => error === undefined || error === null);
        return reached.some(({ frameId }) => frameId === 0) ? reached.map(({ frameId }) => frameId) : null;
      } catch {
        return null;
      }
    },
    inject: (frameId) => inject(tabId, frameId, READER),
    look: (frameId, take) => lookAt((body) => within(LOOK_MS, askFrame(tabId, frameId, 'look', body)), take),
    walk: async (frameId, seen) => {
      if (!(await inject(tabId, frameId, WALKER))) return null;
      const answer = await askFrame(tabId, frameId, 'walk', { jobId, seen }).catch(() => null);
      const end = MESSAGES.walk.answers.safeParse(answer);
      return end.success ? end.data.end : null;
    },
    document: (frameId) => documentOf(tabId, frameId),
    isOpen: async () => (await browser.tabs.get(tabId).catch(() => null)) !== null,
  };
}

async function inject(tabId: number, frameId: number, file: typeof READER | typeof WALKER): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: [file] });
    return true;
  } catch {
    return false;
  }
}

/** Presses one link in the page's own world, where its script address runs as for the merchant's own press. False where that link is not there (any more). */
export async function pressInPage(
  tabId: number,
  frameId: number,
  path: readonly number[],
  address: string,
  beside?: number,
): Promise<boolean> {
  try {
    const [result] = await browser.scripting.executeScript({
      target: { tabId, frameIds: [frameId] },
      world: 'MAIN',
      func: clickScriptLink,
      args: [[...path], address, beside ?? null],
    });
    return result?.result === true;
  } catch {
    return false;
  }
}

/** Runs in the page, alone: nothing outside it exists there. */
export function clickScriptLink(path: readonly number[], address: string, beside: number | null): boolean {
  let there: Document | undefined = document;
  if (beside !== null) there = (beside === 0 ? window.parent : window.parent[beside - 1])?.document;
  let at: Element | null = there?.documentElement ?? null;
  for (const place of path) at = at?.children[place] ?? null;
  if (at?.tagName !== 'A' || !/^\s*javascript:/i.test(address)) return false;
  if (at.getAttribute('href') !== address) return false;
  (at as HTMLAnchorElement).click();
  return true;
}

/** Asks a frame to finish the page in hand; one that is gone has nothing to finish. */
export async function halt(tabId: number, frameId: number, jobId: string): Promise<void> {
  await askFrame(tabId, frameId, 'halt', { jobId }).catch(() => undefined);
}

async function documentOf(tabId: number, frameId: number): Promise<FrameDocument | null> {
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
