/**
 * `npm run render:pages [-- name …]`: draws merchants' tables with the real table libraries, in the versions named in `render/libraries.ts`, and
 * writes each as a pair below `tests/pages/pairs/lib-*`: the standing page, and what it must say, made of the data that the library was given.
 * The libraries are installed outside the project. With names, only libraries or variants whose folder contains one of them are drawn.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { launchChromium } from '../tests/browsers/chromium.ts';
import { serve } from '../tests/pages/lib/serve.ts';
import { ensureBrowsers } from './ensure-browsers.ts';
import { bundle } from './render/bundle.ts';
import { compare, frozen, sightOf, still } from './render/draw.ts';
import { install, STORE } from './render/install.ts';
import { folderOf, LIBRARIES, type Library } from './render/libraries.ts';
import { libraryList } from './render/list.ts';
import { type Scene, sceneOf, told, type Variant } from './render/scenes.ts';
import { shell, standing } from './render/shell.ts';

const PAIRS = resolve(import.meta.dirname, '../tests/pages/pairs');
const HERE = join(import.meta.dirname, 'render');
const LARGEST = 150_000;
const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css' };

/** Pages that are served as given, by path. Everything else comes from the store, or from `render/`. */
const given = new Map<string, string>();

function fileOf(path: string): string {
  const [, folder = '', ...rest] = path.split('/');
  return /^(freeze\.js|mounts)$/.test(rest[0] ?? '') ? join(HERE, ...rest) : join(STORE, folder, ...rest);
}

const served = await serve((request, response) => {
  const path = decodeURIComponent((request.url ?? '').replace(/\?.*$/, ''));
  const page = given.get(path);
  const file = fileOf(path);
  if (page === undefined && !existsSync(file)) {
    response.writeHead(404).end();
    return;
  }
  if (page === undefined)
    response.setHeader('content-type', `${TYPES[extname(file)] ?? 'application/octet-stream'}; charset=utf-8`);
  response.end(page ?? readFileSync(file));
});

async function draw(page: Page, library: Library, scene: Scene): Promise<string> {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  const scripts = library.bundled ? ['bundled/bundle.iife.js'] : library.scripts.map((path) => `node_modules/${path}`);
  const styles = library.styles.map((path) => `node_modules/${path}`);
  const mounts = ['freeze.js', 'mounts/common.js', `mounts/${library.mount}.js`];
  given.set(`/${folderOf(library)}/`, shell(styles, [...scripts, ...mounts]));
  await page.goto(`${served.origin}/${folderOf(library)}/`);
  await page.evaluate(`window.mountScene(${JSON.stringify(scene)}, document.getElementById('app')).then(() => {})`);
  await still(page);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const drawn = await sightOf(page);
  const html = standing(library, await frozen(page));
  if (html.length > LARGEST) throw new Error(`${html.length} characters are too many`);
  given.set('/standing/', html.replace('</body>', '<script src="freeze.js"></script></body>'));
  await page.goto(`${served.origin}/standing/`);
  compare(drawn, await sightOf(page));
  return html;
}

/** Which scenes of a library are wanted: those named, or all that the reader reads. */
function wantedOf(library: Library, words: readonly string[]): readonly Variant[] {
  return library.variants.filter((variant) =>
    words.length === 0
      ? library.notYet?.includes(variant) !== true
      : words.some((word) => `${folderOf(library)}/${variant}`.includes(word)),
  );
}

ensureBrowsers(['Chromium', 'Chinese fonts']);
const chromium = await launchChromium();
const words = process.argv.slice(2);
let failed = 0;
try {
  for (const library of LIBRARIES) {
    const variants = wantedOf(library, words);
    if (variants.length === 0) continue;
    const root = install(library);
    if (library.bundled) bundle(library, root);
    for (const variant of variants) {
      const name = `${folderOf(library)}/${variant}`;
      const scene = sceneOf(variant, name);
      const page = await chromium.browser.newPage();
      try {
        await page.setViewport({ width: 1280, height: 900 });
        const html = await draw(page, library, scene);
        mkdirSync(join(PAIRS, name), { recursive: true });
        writeFileSync(join(PAIRS, name, 'page.html'), html);
        const expected = JSON.stringify(told(scene, library.manner ?? {}), null, 1);
        writeFileSync(join(PAIRS, name, 'expected.json'), `${expected}\n`);
        console.log(`${name}: ${Math.round(html.length / 1024)} KiB`);
      } catch (error) {
        failed += 1;
        console.error(`${name}: ${error instanceof Error ? error.message : error}`);
      } finally {
        await page.close();
      }
    }
  }
  writeFileSync(join(PAIRS, 'LIBRARIES.md'), libraryList(PAIRS, install));
} finally {
  await chromium.close();
  await served.close();
}
process.exitCode = failed > 0 ? 1 : 0;
