import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chromium, launchChromium } from '../browsers/chromium.ts';
import { builtWalk, type WalkScripts } from './lib/built-reader.ts';
import { type WalkerInPage, walkerIn } from './lib/in-page.ts';
import { type Drawn, type ScrollPage, scrollPage } from './lib/scroll-page.ts';
import { type Served, serve } from './lib/serve.ts';

let chromium: Chromium;
let served: Served;
let scripts: WalkScripts;
let html = '';

beforeAll(async () => {
  scripts = await builtWalk();
  served = await serve((_, response) => response.end(html));
  chromium = await launchChromium();
});
afterAll(async () => {
  await chromium?.close();
  await served?.close();
});

async function withList<T>(options: ScrollPage, test: (reader: WalkerInPage, page: Page) => Promise<T>): Promise<T> {
  html = scrollPage(options);
  const page = await chromium.browser.newPage();
  try {
    await page.setViewport({ width: 1000, height: 700 });
    await page.goto(served.origin);
    const done = await test(await walkerIn(page, scripts), page);
    expect(await page.evaluate('window.pressed')).toEqual([]);
    return done;
  } finally {
    await page.close();
  }
}

type Walked = Awaited<ReturnType<WalkerInPage['walk']>>;
const amounts = ({ pages }: Walked): string[] =>
  pages.flatMap(({ sighting }) => sighting.tables[0]?.rows.map((row) => row[1] ?? '') ?? []);
const upTo = (count: number, alike = 1): string[] =>
  Array.from({ length: count }, (_, at) => `${Math.floor(at / alike) + 1}.00`);
const walkOf = (options: ScrollPage): Promise<Walked> => withList(options, (inPage) => inPage.walk());
const moreSaid = (walked: Walked): boolean | undefined => walked.pages.at(-1)?.sighting.pager?.hasNext;

const VIRTUAL: readonly Drawn[] = ['recycled', 'absolute', 'spacers', 'moved'];

describe.each(VIRTUAL)('a list of which only a window is in the page: %s', (drawn) => {
  it('is read from top to bottom, rows that look alike too, less than its height at a time, and put back', async () => {
    await withList({ drawn, rows: 90, alike: 30, stated: 90, start: 1000 }, async (inPage, page) => {
      const walked = await inPage.walk();
      expect(walked.end).toBe('end');
      expect(amounts(walked)).toEqual(upTo(90, 30));
      expect(walked.pages).toHaveLength(1);
      expect(moreSaid(walked)).not.toBe(true);
      const tops = (await page.evaluate('window.scrolled')) as number[];
      const down = tops.slice(0, -1).map((top, at) => top - (tops[at - 1] ?? 1000));
      expect(Math.max(...down)).toBeLessThan(320);
      expect(await page.evaluate('scroller().scrollTop')).toBe(1000);
    });
  });

  it('says without a walk that it is not whole, and is not moved', async () => {
    for (const start of [0, 1000, 10_000]) {
      await withList({ drawn, rows: 200, start }, async (inPage, page) => {
        const before = await page.evaluate('scroller().scrollTop');
        expect((await inPage.look()).pager?.hasNext).toBe(true);
        expect(await page.evaluate('scroller().scrollTop')).toBe(before);
      });
    }
  });

  it('is read whole though the page is quiet before it draws', async () => {
    const walked = await walkOf({ drawn, rows: 60, stated: 60, late: 400 });
    expect(amounts(walked)).toEqual(upTo(60));
    expect(walked.end).toBe('end');
  });

  it('is read on every page of a pager', async () => {
    const walked = await walkOf({ drawn, rows: 70, paged: 30 });
    expect(walked.end).toBe('end');
    expect(walked.pages.map(({ sighting }) => sighting.pager?.page)).toEqual([1, 2, 3]);
    expect(amounts(walked)).toEqual(upTo(70));
  });

  it('of which more rows come at the end is read to the last', async () => {
    const walked = await walkOf({ drawn, rows: 60, batch: 25, delay: 300 });
    expect(amounts(walked)).toEqual(upTo(60));
    expect(walked.end).toBe('end');
    expect(moreSaid(walked)).not.toBe(true);
  });

  it('fills the window itself', async () => {
    const walked = await walkOf({ drawn, rows: 100, window: true, stated: 100 });
    expect(amounts(walked)).toEqual(upTo(100));
  });
});

describe('a list that grows as it is scrolled', () => {
  it.each([
    ['in a box', {}],
    ['in the window', { window: true }],
    ['slowly, and says so', { delay: 4000, says: ['正在加载…', '没有更多了'] as const }],
    ['of rows that look alike', { alike: 60 }],
  ])('%s is read to its end', async (_, how) => {
    const walked = await walkOf({ drawn: 'appended', rows: 110, batch: 50, delay: 200, ...how });
    expect(walked.end).toBe('end');
    expect(walked.pages).toHaveLength(1);
    expect(amounts(walked)).toEqual(upTo(110, (how as ScrollPage).alike ?? 1));
  });

  it('ends without waiting where the count is reached', async () => {
    const walked = await walkOf({ drawn: 'appended', rows: 60, batch: 30, delay: 50, stated: 60 });
    expect(walked.end).toBe('end');
    expect(amounts(walked)).toEqual(upTo(60));
  });

  it('is handed on in pieces, which say that more follows, and can be stopped after one', async () => {
    await withList({ drawn: 'recycled', rows: 620 }, async (inPage) => {
      const whole = await inPage.walk();
      expect(amounts(whole)).toEqual(upTo(620));
      expect(whole.pages.map(({ index }) => index)).toEqual([0, 1]);
      expect(whole.pages.map(({ sighting }) => sighting.pager?.hasNext)).toEqual([true, false]);
      const part = await inPage.walk({ stopAt: 1 });
      expect(part.end).toBe('stopped');
      expect(part.pages).toHaveLength(1);
    });
  });

  it('can be stopped while more is on its way', async () => {
    await withList(
      { drawn: 'appended', rows: 100, batch: 20, delay: 60_000, says: ['加载中', ''] },
      async (inPage, page) => {
        const walking = inPage.walk();
        await page.waitForFunction('coming');
        await inPage.run(`__ask('halt', { jobId: 'job' })`);
        const walked = await walking;
        expect(walked.end).toBe('stopped');
      },
    );
  });

  it('whose loading never ends is not settled', async () => {
    const walked = await walkOf({ drawn: 'appended', rows: 100, batch: 20, delay: 3_600_000, says: ['加载中', ''] });
    expect(walked.end).toBe('not-settled');
    expect(amounts(walked)).toEqual(upTo(20));
    expect(moreSaid(walked)).toBe(true);
  });
});

it('says that rows are missing where a grid counts more than it draws', async () => {
  const walked = await walkOf({ drawn: 'recycled', rows: 100, stuckAt: 60 });
  expect(amounts(walked)).toEqual(upTo(60));
  expect(moreSaid(walked)).toBe(true);
});

it('does not scroll a list that is whole by its own count', async () => {
  await withList({ drawn: 'appended', rows: 60, stated: 60 }, async (inPage, page) => {
    expect((await inPage.walk()).end).toBe('end');
    expect(await page.evaluate('window.scrolled')).toEqual([]);
  });
});
