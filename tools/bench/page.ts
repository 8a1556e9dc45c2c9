import type { Page } from 'puppeteer-core';
import { launchChromium } from '../../tests/browsers/chromium.ts';
import { serve } from '../../tests/pages/lib/serve.ts';
import { bundle } from './bundle.ts';
import { atRest, type Row } from './measure.ts';

/** Asks one of the functions that the bench's own script exports, when the browser rests. */
export type Ask = <T>(call: string) => Promise<T>;

/** Runs a bench in one empty page of a Chromium of its own. `entry`: the script whose exports are asked. */
export async function inOnePage(entry: string, bench: (ask: Ask, page: Page) => Promise<Row[]>): Promise<Row[]> {
  const script = bundle(entry, 'bench');
  const served = await serve((_request, response) => response.end('<!doctype html><title>bench</title>'));
  const chromium = await launchChromium();
  try {
    const page = await chromium.browser.newPage();
    await page.goto(served.origin);
    await page.addScriptTag({ content: script });
    const ask = async <T>(call: string): Promise<T> => {
      await atRest(chromium.browser);
      return (await page.evaluate(`bench.${call}`)) as T;
    };
    return await bench(ask, page);
  } finally {
    await chromium.close();
    await served.close();
  }
}
