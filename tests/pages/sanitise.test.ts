import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sighting } from '../../src/records/sighting.ts';
import type { Snapshot } from '../../src/tables/sanitise/snapshot.ts';
import { differencesOf } from '../../tools/new-page/make.ts';
import { type Chromium, launchChromium } from '../browsers/chromium.ts';
import { builtReader, builtSnapshot } from './lib/built-reader.ts';
import { type ReaderInPage, readerIn } from './lib/in-page.ts';
import { type Served, serve } from './lib/serve.ts';

const folder = resolve(import.meta.dirname, 'pairs');
const all = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('page.html'))
  .map((file) => file.slice(0, -'/page.html'.length))
  .sort();

/** What a sanitised page cannot show as the page did, and why. */
const OTHERWISE: readonly string[] = [
  // Counts of six digits and more are numbers like any other.
  'layui-2.13.9/table-test',
  // Their loading masks have a size only by their style sheets, which are left out.
  'lib-primevue-4.5.5/loading',
  'lib-vuetify-2.7.2/loading',
  // Their columns and rows are there only by their style sheets.
  'divs/english-dashboard',
  'divs/one-css-grid',
  'divs/rows-of-display-contents',
  // Words of other languages are nobody's in a sample: lists, notices and pagers that only they tell are not told any more.
  'conventions/kr-divs',
  'conventions/maintenance-tw',
  'conventions/mat-table-live',
  'conventions/slickgrid',
  // The pages of their pagers are links to scripts, or drawn by a script, which are left out.
  'conventions/aspnet-gridview',
  'conventions/mantine-live',
  // Without its style sheets, the clones of their fixed columns stand below the rows and look like room for more.
  'lib-ant-design-vue-1.7.8/fixed-columns',
  'lib-antd-3.26.20/fixed-columns',
  'lib-iview-2.14.3/fixed-columns',
  'lib-iview-3.5.4/fixed-columns',
  'lib-vxe-table-3.8.6/fixed-columns',
];
/** Figures that are drawn are left out with what draws them. */
const DRAWN = 'divs/drawn-figures/';

/** Every page that was written by hand, and one of each library; all of them with SANITISE_ALL=1. */
const names = all.filter((name) => {
  const group = name.slice(0, name.indexOf('/'));
  const place = all.filter((other) => other.startsWith(`${group}/`)).indexOf(name);
  const made = !/^lib-|\d/.test(group);
  return (
    !OTHERWISE.includes(name) && !name.startsWith(DRAWN) && (made || place < 1 || process.env['SANITISE_ALL'] === '1')
  );
});

let chromium: Chromium;
let page: Page;
let served: Served;
let reader: string;
let script: string;
let made = '';

beforeAll(async () => {
  reader = await builtReader();
  script = (await builtSnapshot()).replace(/;\s*$/, '');
  served = await serve((request, response) => {
    const url = decodeURIComponent((request.url ?? '').replace(/\?.*$/, ''));
    const path = resolve(folder, `.${url}`);
    if (url === '/made') response.end(made);
    else if (path.startsWith(folder) && existsSync(path) && !path.endsWith('/')) {
      if (path.endsWith('.css')) response.setHeader('content-type', 'text/css');
      response.end(readFileSync(path));
    } else response.writeHead(404).end();
  });
  chromium = await launchChromium();
  page = await chromium.browser.newPage();
});
afterAll(async () => {
  await chromium?.close();
  await served?.close();
});

const open = async (path: string): Promise<ReaderInPage> => {
  await page.goto(`${served.origin}/${path}`);
  return readerIn(page, reader);
};
const htmlNow = (): Promise<string> => page.evaluate(() => document.documentElement.outerHTML);

const shape = ({ tables, cues, pager }: Sighting) => ({
  tables: tables.map(({ way, header, rows, hiddenRows, stated }) => ({
    way,
    columns: header.length,
    filled: rows.map((row) => row.map((cell) => (cell === '' ? '.' : 'x')).join('')),
    hiddenRows,
    stated,
  })),
  cues: cues.toSorted(),
  pager,
});

/** Sanitised by the script that is shipped, a page must show its tables to the reader as before. */
describe.each(names)('%s', (name) => {
  it('shows the same tables after it was sanitised', async () => {
    const shown = await open(`${encodeURI(name)}/page.html`);
    const html = await htmlNow();
    const before = await shown.look();
    const snapshots = await shown.run<Snapshot[]>(script);
    expect(await htmlNow()).toBe(html);
    made = snapshots[0]?.html ?? '';
    expect(made).not.toMatch(/<script|<link|<style|javascript:|\ssrc=/i);
    const after = await (await open('made')).look();
    expect(shape(after)).toEqual(shape(before));
    expect(differencesOf(before, after)).toEqual([]);
  });
});
