import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { z } from 'zod';
import { dayAt } from '#money/day.ts';
import { readSightings } from '#reading/read.ts';
import { SanitisedPage } from '#records/report.ts';
import { Sighting } from '#records/sighting.ts';
import { launchChromium } from '../../tests/browsers/chromium.ts';
import { builtReader, builtSnapshot } from '../../tests/pages/lib/built-reader.ts';
import { expectedText } from '../../tests/pages/lib/expected.ts';
import { readerIn } from '../../tests/pages/lib/in-page.ts';
import { serve } from '../../tests/pages/lib/serve.ts';

/** One page of the pair: the top document, or a frame in it. */
export interface MadePage {
  /** `page.html` and `expected.json` are in it. */
  readonly folder: string;
  readonly frame: string;
  readonly sighting: Sighting;
  /** Words that stayed as they were. */
  readonly kept: readonly string[];
  readonly cut: boolean;
}

export interface Made {
  readonly pages: readonly MadePage[];
  /** Where the sanitised page says something else than the saved one did, in words. */
  readonly differences: readonly string[];
}

const TYPES: Readonly<Record<string, string>> = { '.css': 'text/css', '.svg': 'image/svg+xml' };
/** The saved page's own scripts must not run: they would draw another page, or leave for a login that is not there. */
const POLICY = "script-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'";

/**
 * Sanitises a saved page in Chromium, with the script that the extension ships, and writes it with what the reader says of it into `folder`.
 * The original is only ever served to loopback. Throws where the page does not open.
 */
export async function makePair(saved: string, folder: string): Promise<Made> {
  const [reader, script] = [await builtReader(), await builtSnapshot()];
  const home = dirname(resolve(saved));
  let clean = '';
  const served = await serve((request, response) => {
    const path = resolve(home, `.${decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname)}`);
    response.setHeader('content-security-policy', POLICY);
    if (request.url === '/sanitised') response.end(clean);
    else if (!path.startsWith(`${home}/`) || !existsSync(path) || extname(path) === '') response.writeHead(404).end();
    else {
      // No charset: the page's own declaration decides, as it did where the page was saved.
      response.setHeader('content-type', TYPES[extname(path)] ?? 'text/html');
      response.end(readFileSync(path));
    }
  });
  const chromium = await launchChromium();
  try {
    const open = async <T>(path: string, use: (page: Page) => Promise<T>): Promise<T> => {
      const page = await chromium.browser.newPage();
      try {
        await page.goto(`${served.origin}/${path}`, { waitUntil: 'load', timeout: 30_000 });
        return await use(page);
      } finally {
        await page.close();
      }
    };
    const look = async (page: Page): Promise<Sighting> => Sighting.parse(await (await readerIn(page, reader)).look());
    const { before, snapshots } = await open(encodeURIComponent(basename(saved)), async (page) => ({
      before: await look(page),
      snapshots: z
        .array(SanitisedPage)
        .min(1)
        .parse(await (await readerIn(page, reader)).run(script.replace(/;\s*$/, ''))),
    }));
    const pages: MadePage[] = [];
    for (const { frame, html, kept, cut } of snapshots) {
      clean = html;
      const sighting = await open('sanitised', look);
      const place = frame === 'top' ? folder : join(folder, frame.replaceAll('>', '-').replace('top', 'frame'));
      mkdirSync(place, { recursive: true });
      writeFileSync(join(place, 'page.html'), html);
      writeFileSync(join(place, 'expected.json'), expectedText(sighting));
      pages.push({ folder: place, frame, sighting, kept, cut });
    }
    const top = pages[0]?.sighting;
    return { pages, differences: top === undefined ? [] : differencesOf(before, top) };
  } finally {
    await chromium.close();
    await served.close();
  }
}

/** What was lost or changed on the way, apart from what had to. */
export function differencesOf(before: Sighting, after: Sighting): string[] {
  const [was, is] = [sayings(before), sayings(after)];
  return [...was]
    .filter(([what, said]) => is.get(what) !== said)
    .map(([what, said]) => `${what}: ${said} on the saved page, ${is.get(what) ?? 'nothing'} on the sanitised one`);
}

function sayings(sighting: Sighting): Map<string, string> {
  const reading = readSightings([sighting], { source: 'page', end: 'end', today: dayAt(Date.now(), 'Asia/Shanghai') });
  const kinds = new Map<string, number>();
  for (const { kind } of reading.entries) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const list = (words: readonly string[]): string => words.toSorted().join(', ') || 'none';
  const said = new Map<string, string>([
    ['outcome', reading.outcome],
    ['rows read', String(reading.entries.length)],
    ['kinds', list([...kinds].map(([kind, count]) => `${kind} × ${count}`))],
    ['rows refused', list(reading.rejected.map(({ reason }) => reason))],
    ['controls', list(reading.controls.map(({ what, agrees }) => `${what} ${agrees ? 'agrees' : 'differs'}`))],
    ['cues', list(sighting.cues)],
    ['pager', JSON.stringify(sighting.pager)],
    ['tables', String(sighting.tables.length)],
  ]);
  for (const [at, { way, header, rows, hiddenRows, stated }] of sighting.tables.entries()) {
    said.set(
      `table ${at + 1}`,
      `${way}, ${header.length} columns, ${rows.length} rows, ${hiddenRows} hidden, ${stated ?? 'no'} stated`,
    );
  }
  return said;
}
