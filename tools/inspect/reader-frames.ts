import { readFileSync } from 'node:fs';
import type { CDPSession, Page } from 'puppeteer-core';
import { lookAt } from '#bridge/look.ts';
import type { FrameDocument, TabFrames } from '#keeper/read-tab.ts';
import { WalkEnd } from '#records/job.ts';
import { Sighting } from '#records/sighting.ts';

export const READER = '.output/chrome-mv3/reader.js';
export const WALKER = '.output/chrome-mv3/walker.js';
const WORLD = 'arrears-radar';
const BINDING = 'arrearsRadarReport';

/**
 * What the built reader and walker find around them in a frame: the part of `browser.runtime` that they use. Messages leave through a binding that exists in
 * their own world only, so the page can neither see nor forge them.
 */
const STAND_IN = `
  globalThis.browser = globalThis.chrome = (() => {
    const listeners = [];
    const waiting = new Map();
    let last = 0;
    globalThis.__ask = (message) => {
      for (const listener of listeners) {
        let reply;
        const answer = new Promise((resolve) => { reply = resolve; });
        if (listener(message, { id: 'inspect' }, reply) === true) return answer;
      }
      return null;
    };
    globalThis.__answer = (id, value) => { waiting.get(id)?.(value); waiting.delete(id); };
    return {
      runtime: {
        id: 'inspect',
        onMessage: { addListener: (listener) => listeners.push(listener) },
        sendMessage: (message) => new Promise((resolve) => {
          last += 1;
          waiting.set(last, resolve);
          ${BINDING}(JSON.stringify({ id: last, message }));
        }),
      },
    };
  })();`;

interface Report {
  readonly id: number;
  readonly message: {
    readonly arrearsRadar: string;
    readonly body: { readonly index: number; readonly sighting: unknown };
  };
}

/**
 * The frames of a page that the extension's one click would reach (the tab's own origin), with the built reader in each, and the built walker in one
 * that is walked, in an isolated world.
 * @param onPage one page of a walk; resolves to false to stop it
 */
export async function readerFrames(
  page: Page,
  onPage: (index: number, sighting: Sighting) => Promise<boolean>,
): Promise<TabFrames> {
  const cdp = await page.createCDPSession();
  await cdp.send('Page.enable');
  await cdp.send('Runtime.enable');
  const code = `${STAND_IN}\n${readFileSync(READER, 'utf8')}`;
  const walker = readFileSync(WALKER, 'utf8');
  const worlds = new Map<number, number>();
  let frames: string[] = [];

  await cdp.send('Runtime.addBinding', { name: BINDING, executionContextName: WORLD });
  cdp.on('Runtime.bindingCalled', ({ payload, executionContextId }) => {
    const { id, message } = JSON.parse(payload) as Report;
    void (async () => {
      // Here the walk's own press runs a link's script: it is told that nobody presses for it.
      if (message.arrearsRadar === 'press') {
        await evaluate(cdp, executionContextId, `__answer(${id}, {})`);
        return;
      }
      const sighting = Sighting.safeParse(message.body.sighting);
      const go = sighting.success && (await onPage(message.body.index, sighting.data));
      await evaluate(cdp, executionContextId, `__answer(${id}, ${JSON.stringify({ go })})`);
    })();
  });

  const inject = async (frame: number): Promise<boolean> => {
    const frameId = frames[frame];
    if (frameId === undefined) return false;
    try {
      const { executionContextId } = await cdp.send('Page.createIsolatedWorld', { frameId, worldName: WORLD });
      await evaluate(cdp, executionContextId, `globalThis.__ask ? undefined : (() => { ${code} })()`);
      worlds.set(frame, executionContextId);
      return true;
    } catch {
      return false;
    }
  };
  const ask = async (frame: number, name: string, body: unknown): Promise<unknown> => {
    const world = worlds.get(frame);
    if (world === undefined) return null;
    return evaluate(cdp, world, `__ask(${JSON.stringify({ arrearsRadar: name, body })})`).catch(() => null);
  };

  return {
    reach: async () => {
      const { frameTree } = await cdp.send('Page.getFrameTree');
      frames = sameOrigin(frameTree, frameTree.frame.securityOrigin);
      const reached: number[] = [];
      for (const [frame] of frames.entries()) if (await inject(frame)) reached.push(frame);
      return reached.includes(0) ? reached : null;
    },
    inject,
    look: (frame, take) => lookAt((body) => ask(frame, 'look', body), take),
    walk: async (frame, seen) => {
      const world = worlds.get(frame);
      if (world === undefined) return null;
      await evaluate(cdp, world, `${walker}; undefined`).catch(() => undefined);
      const answer = await ask(frame, 'walk', { jobId: 'inspect', seen });
      const end = WalkEnd.safeParse((answer as { end?: unknown } | null)?.end);
      return end.success ? end.data : null;
    },
    document: async (frame) => {
      const frameId = frames[frame];
      if (frameId === undefined) return null;
      try {
        const { executionContextId } = await cdp.send('Page.createIsolatedWorld', {
          frameId,
          worldName: `${WORLD}-clock`,
        });
        const found = await evaluate(
          cdp,
          executionContextId,
          `({ origin: performance.timeOrigin, complete: document.readyState === 'complete' })`,
        );
        return found as FrameDocument;
      } catch {
        return null;
      }
    },
  };
}

interface FrameTree {
  readonly frame: { readonly id: string; readonly url: string; readonly securityOrigin: string };
  readonly childFrames?: readonly FrameTree[] | undefined;
}

/** A document that its parent wrote (`srcdoc`) is of its parent's origin. */
function sameOrigin({ frame, childFrames = [] }: FrameTree, origin: string, parent = ''): string[] {
  const written = parent === origin && /^about:(?:srcdoc|blank)/.test(frame.url);
  const own = written ? origin : frame.securityOrigin;
  const below = childFrames.flatMap((child) => sameOrigin(child, origin, own));
  return own === origin ? [frame.id, ...below] : below;
}

async function evaluate(cdp: CDPSession, contextId: number, expression: string): Promise<unknown> {
  const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', {
    contextId,
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}
