/** `npm run bench`: contestants in turn in one run, equal output asserted before any figure is printed, ratios beside the figures. */
import { spawnSync } from 'node:child_process';
import { benchBook } from './bench/book.ts';
import { benchPopup } from './bench/popup.ts';
import { benchWalk } from './bench/walk.ts';
import { ensureBrowsers } from './ensure-browsers.ts';
import { table } from './table.ts';

ensureBrowsers(['Chromium', 'Chinese fonts']);
const built = spawnSync('node_modules/.bin/wxt', ['build', '-b', 'chrome'], { encoding: 'utf8' });
if (built.status !== 0) throw new Error(`the build failed:\n${built.stdout}${built.stderr}`);

const rows = [...(await benchBook()), ...(await benchWalk()), ...(await benchPopup())];
console.log(
  table(
    ['what', 'figure', 'ratio'],
    rows.map(({ what, figure, ratio }) => [what, figure, ratio ?? '']),
  ),
);
