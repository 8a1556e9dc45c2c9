import type { CDPSession, Page } from 'puppeteer-core';
import { lookAt } from '../../../src/bridge/look.ts';
import type { WalkEnd } from '../../../src/records/job.ts';
import type { Sighting } from '../../../src/records/sighting.ts';
import type { WalkScripts } from './built-reader.ts';

/** What stands in for the extension around the reader: it collects reported pages and answers with `go`. */
const STUB = `
  globalThis.__pages = [];
  globalThis.__presses = [];
  globalThis.__pressed = {};
  globalThis.__stopAt = Infinity;
  globalThis.__listeners = [];
  globalThis.__dead = false;
  globalThis.browser = { runtime: {
    get id() { return globalThis.__dead ? undefined : 'stub'; },
    onMessage: { addListener: (listener) => globalThis.__listeners.push(listener), removeListener() {} },
    sendMessage: async (message) => {
      if (globalThis.__dead) throw new Error('Extension context invalidated.');
      if (message.arrearsRadar === 'press') { globalThis.__presses.push({ path: message.body.path, address: message.body.address, ...(message.body.frame === undefined ? {} : { frame: message.body.frame }) }); return globalThis.__pressed; }
      if (globalThis.__refuses) return { arrearsRadarRefused: 'not-understood' };
      globalThis.__pages.push(message.body);
      if (globalThis.__dieAt === globalThis.__pages.length) globalThis.__dead = true;
      return { go: globalThis.__pages.length < globalThis.__stopAt };
    },
  } };
  globalThis.chrome = globalThis.browser;
  globalThis.__ask = async (name, body) => {
    const answers = globalThis.__listeners.flatMap((listener) => {
      let reply;
      const answer = new Promise((resolve) => { reply = resolve; });
      return listener({ arrearsRadar: name, body }, { id: 'stub' }, reply) === true ? [answer] : [];
    });
    if (answers.length !== 1) throw new Error(answers.length + ' answers');
    return await answers[0];
  };
`;

/** One reader in an isolated world of a page: as in the real extension, the page's scripts and the reader share the document and nothing else. */
export interface ReaderInPage {
  look(): Promise<Sighting>;
  /** Runs an expression in the reader's world. */
  run<T>(expression: string): Promise<T>;
}

/** A reader and the walker beside it, which is put there again for each walk, as the extension does. */
export interface WalkerInPage extends ReaderInPage {
  walk(options?: {
    seen?: number;
    stopAt?: number;
    dieAt?: number;
  }): Promise<{ end: WalkEnd; pages: { index: number; sighting: Sighting }[] }>;
}

/** One line to each page, whatever documents come and go in it. */
const sessions = new WeakMap<Page, CDPSession>();

async function sessionOf(page: Page): Promise<CDPSession> {
  const session = sessions.get(page) ?? (await page.createCDPSession());
  sessions.set(page, session);
  return session;
}

/** As the background looks, except that what goes wrong is thrown. */
async function lookWith(ask: (body: { first: boolean }) => Promise<unknown>): Promise<Sighting> {
  let wrong: unknown = new Error('no look');
  const noted = (body: { first: boolean }): Promise<unknown> =>
    ask(body).catch((error: unknown) => {
      wrong = error;
    });
  const sighting = await lookAt(noted);
  if (sighting === null) throw wrong;
  return sighting;
}

/** `child`: in that frame of the page instead of the page itself. */
export async function readerIn(page: Page, reader: string, child?: number): Promise<ReaderInPage> {
  const session = await sessionOf(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', {
    frameId: (child === undefined ? frameTree : frameTree.childFrames?.[child])?.frame.id ?? '',
    worldName: 'reader-under-test',
  });
  const run = <T>(expression: string): Promise<T> => evaluate<T>(session, contextId, expression);
  await run(`${STUB}; undefined`);
  await run(`${reader}; undefined`);
  return { run, look: () => lookWith((body) => run(`__ask('look', ${JSON.stringify(body)})`)) };
}

/** `child`: as for `readerIn`. */
export async function walkerIn(page: Page, { reader, walker }: WalkScripts, child?: number): Promise<WalkerInPage> {
  const inPage = await readerIn(page, reader, child);
  const { run } = inPage;
  const put = (): Promise<void> => run(`${walker}; undefined`);
  await put();
  return {
    ...inPage,
    async walk({ seen = 0, stopAt, dieAt } = {}) {
      await put();
      await run(`__pages.length = 0; __stopAt = ${stopAt ?? 'Infinity'}; __dieAt = ${dieAt ?? 'undefined'}; undefined`);
      // One expression: after a link of a pager there may be no document left to ask for the pages.
      return run(`__ask('walk', { jobId: 'job', seen: ${seen} }).then(({ end }) => ({ end, pages: __pages }))`);
    },
  };
}

async function evaluate<T>(session: CDPSession, contextId: number, expression: string): Promise<T> {
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression,
    contextId,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value as T;
}
