import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chromium, launchChromium } from '../browsers/chromium.ts';
import { builtReader } from './lib/built-reader.ts';
import { type Expected, expectedText } from './lib/expected.ts';
import { readerIn } from './lib/in-page.ts';
import { type Served, serve } from './lib/serve.ts';

/**
 * Each folder of `pairs` is a page and what it must say. A missing `expected.json` is written on the first run with UPDATE_PAIRS=1,
 * and is then to be read by a person before it is kept.
 */
const folder = resolve(import.meta.dirname, 'pairs');
const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('page.html'))
  .map((file) => file.slice(0, -'/page.html'.length))
  .sort();

let chromium: Chromium;
let page: Page;
let served: Served;
let reader: string;

beforeAll(async () => {
  reader = await builtReader();
  served = await serve((request, response) => {
    const path = resolve(folder, `.${decodeURIComponent((request.url ?? '').replace(/\?.*$/, ''))}`);
    if (!path.startsWith(folder) || !existsSync(path)) {
      response.writeHead(404).end();
      return;
    }
    if (path.endsWith('.css')) response.setHeader('content-type', 'text/css');
    response.end(readFileSync(path));
  });
  chromium = await launchChromium();
  page = await chromium.browser.newPage();
});
afterAll(async () => {
  await chromium?.close();
  await served?.close();
});

describe.each(names)('%s', (name) => {
  it('says what it must, and stays as it was', async () => {
    await page.goto(`${served.origin}/${encodeURI(name)}/page.html`);
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    const seen = await (await readerIn(page, reader)).look();
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
    const file = join(folder, name, 'expected.json');
    if (!existsSync(file) && process.env['UPDATE_PAIRS'] === '1') {
      writeFileSync(file, expectedText(seen));
    }
    const expected = JSON.parse(readFileSync(file, 'utf8')) as Expected;
    expect(seen.tables.map((table) => table.header)).toEqual(expected.tables.map((table) => table.header));
    expect(seen).toMatchObject({ tables: expected.tables, pager: expected.pager });
    expect(new Set(seen.cues)).toEqual(new Set(expected.cues));
    for (const text of expected.texts ?? []) expect(seen.texts).toContain(text);
    for (const table of seen.tables) for (const row of table.rows) expect(row.length).toBe(table.header.length);
  });
});
