import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll } from 'vitest';
import { type Chromium, launchChromium } from '../../browsers/chromium.ts';
import { builtReader } from './built-reader.ts';
import { type ReaderInPage, readerIn } from './in-page.ts';
import { type Served, serve } from './serve.ts';

export type WithPage = (body: string, test: (reader: ReaderInPage, page: Page) => Promise<void>) => Promise<void>;

/** One browser for the tests of a file, each of which opens a page of its own making with the built reader in it. */
export function ownPages(): WithPage {
  let chromium: Chromium;
  let served: Served;
  let reader: string;
  let html = '';
  beforeAll(async () => {
    reader = await builtReader();
    served = await serve((_, response) =>
      response.end(`<!DOCTYPE html><meta charset="utf-8"><title>大</title><body>${html}`),
    );
    chromium = await launchChromium();
  });
  afterAll(async () => {
    await chromium?.close();
    await served?.close();
  });
  return async (body, test) => {
    html = body;
    const page = await chromium.browser.newPage();
    try {
      // How long a page may take to draw itself is the test's own limit.
      await page.goto(served.origin, { timeout: 0 });
      await test(await readerIn(page, reader), page);
    } finally {
      await page.close();
    }
  };
}
