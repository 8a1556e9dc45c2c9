/** `npm run bench [-- NAME…]`: contestants in turn in one run, equal output asserted before any figure is printed, ratios beside the figures. Without names, all. */
import { spawnSync } from 'node:child_process';
import { benchArrears } from './bench/arrears.ts';
import { benchBook } from './bench/book.ts';
import { benchFiles } from './bench/files.ts';
import type { Row } from './bench/measure.ts';
import { benchPopup } from './bench/popup.ts';
import { benchRows } from './bench/rows.ts';
import { benchTable } from './bench/table.ts';
import { benchWalk } from './bench/walk.ts';
import { ensureBrowsers } from './ensure-browsers.ts';
import { table } from './table.ts';

const BENCHES: Readonly<Record<string, () => Promise<Row[]>>> = {
  walk: benchWalk,
  popup: benchPopup,
  table: benchTable,
  book: benchBook,
  arrears: benchArrears,
  rows: benchRows,
  files: benchFiles,
};

const names = process.argv.slice(2);
const unknown = names.filter((name) => !Object.hasOwn(BENCHES, name));
if (unknown.length > 0) {
  console.error(`No bench is called ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}.`);
  process.exit(1);
}

ensureBrowsers(['Chromium', 'Chinese fonts']);
const built = spawnSync('node_modules/.bin/wxt', ['build', '-b', 'chrome'], { encoding: 'utf8' });
if (built.status !== 0) throw new Error(`the build failed:\n${built.stdout}${built.stderr}`);

const rows: Row[] = [];
for (const [name, bench] of Object.entries(BENCHES)) {
  if (names.length === 0 || names.includes(name)) rows.push(...(await bench()));
}
console.log(
  table(
    ['what', 'figure', 'ratio'],
    rows.map(({ what, figure, ratio }) => [what, figure, ratio ?? '']),
  ),
);
