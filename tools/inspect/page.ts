import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename } from 'node:path';
import { readTab, type Staged, sightingsOf } from '#keeper/read-tab.ts';
import { type Day, dayAt } from '#money/day.ts';
import { fail, ok, type Result } from '#money/result.ts';
import { launchChromium } from '../../tests/browsers/chromium.ts';
import { READER, readerFrames, WALKER } from './reader-frames.ts';
import type { Seen, Trouble } from './source.ts';

export interface PageReader {
  /** Opens an address on this machine, or a saved page, and reads it to its last page, as the extension's one click does. */
  see(source: string, kind: 'address' | 'page'): Promise<Result<Seen, Trouble>>;
  close(): Promise<void>;
}

/** Starts Chromium, closed to every network but loopback, with the built scripts at hand. */
export async function startPageReader(): Promise<PageReader> {
  if (![READER, WALKER].every((script) => existsSync(script))) {
    const built = spawnSync('node_modules/.bin/wxt', ['build', '-b', 'chrome'], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (built.status !== 0) throw new Error('the extension could not be built; run `npm run build` to see why');
  }
  const chromium = await launchChromium();
  return {
    see: async (source, kind) => {
      if (kind === 'page') {
        if (!existsSync(source)) return fail({ kind: 'command', why: `no such file: ${source}` });
        const shelf = await serve(source);
        try {
          return await read(shelf.address, source);
        } finally {
          shelf.server.close();
          shelf.server.closeAllConnections();
        }
      }
      if (!isHere(source)) return fail({ kind: 'command', why: `not an address on this machine: ${source}` });
      return read(source, null);
    },
    close: () => chromium.close(),
  };

  async function read(address: string, file: string | null): Promise<Result<Seen, Trouble>> {
    const page = await chromium.browser.newPage();
    try {
      const arrived = await page.goto(address, { waitUntil: 'load', timeout: 30_000 }).catch((error: Error) => error);
      if (arrived instanceof Error)
        return fail({ kind: 'command', why: `${address} does not answer: ${arrived.message}` });
      const staged: Staged[] = [];
      const put = async (index: number, sighting: Staged['sighting']) => {
        const at = staged.findIndex((one) => one.index === index);
        if (at < 0) staged.push({ index, sighting });
        else staged[at] = { index, sighting };
        staged.sort((a, b) => a.index - b.index);
      };
      const frames = await readerFrames(page, async (index, sighting) => {
        await put(index, sighting);
        return true;
      });
      const today: Day = dayAt(Date.now(), 'Asia/Shanghai');
      const run = await readTab(
        frames,
        { put, all: async () => staged, stopped: async () => false, progress: async () => undefined },
        today,
      );
      const sightings = sightingsOf(staged);
      return ok({
        source: 'page',
        place: file === null ? (sightings[0]?.place ?? address) : basename(file),
        sightings,
        ...run,
      });
    } finally {
      await page.close();
    }
  }
}

/** A saved page is served as it is, and nothing else: what it asks for beside itself does not exist. */
async function serve(path: string): Promise<{ address: string; server: Server }> {
  const bytes = await readFile(path);
  const server = createServer((request, response) => {
    if (request.url !== '/') {
      response.writeHead(404).end();
      return;
    }
    // No charset: the page's own declaration decides, as it did where the page was saved.
    response.writeHead(200, { 'content-type': 'text/html' }).end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server };
}

function isHere(address: string): boolean {
  const { hostname } = new URL(address);
  return hostname === 'localhost' || hostname === '[::1]' || /^127\./.test(hostname) || hostname.endsWith('.localhost');
}
