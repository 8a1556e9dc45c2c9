/** `npm run new:page -- saved.html name`: a page pair from a saved page, sanitised (docs/new-page.md). */
import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { ensureBrowsers } from './ensure-browsers.ts';
import { type MadePage, makePair } from './new-page/make.ts';

const USAGE = `npm run new:page -- saved.html name

saved.html  a page saved from a browser ("Web page, complete" keeps its style sheets beside it, which is better)
name        of the new pair, such as chinaums-detail: a folder below tests/pages/pairs`;

const NAME = /^[a-z0-9][a-z0-9.-]{0,60}(?:\/[a-z0-9][a-z0-9.-]{0,60})?$/;
const PAIRS = resolve(import.meta.dirname, '../tests/pages/pairs');
const SHOWN_ROWS = 3;

async function main(): Promise<void> {
  const [saved, name, ...more] = process.argv.slice(2);
  if (saved === undefined || name === undefined || more.length > 0) throw new Error(USAGE);
  if (!existsSync(saved)) throw new Error(`no such file: ${saved}`);
  if (!/\.x?html?$/i.test(saved)) throw new Error(`not a page saved as HTML: ${saved}`);
  if (!NAME.test(name)) throw new Error(`a name is small letters, digits, dots and dashes, not ${name}`);
  const folder = join(PAIRS, name);
  if (existsSync(folder)) throw new Error(`there is a pair of this name already: ${relative('.', folder)}`);
  ensureBrowsers(['Chromium', 'Chinese fonts']);
  const { pages, differences } = await makePair(saved, folder);
  for (const page of pages) show(page);
  if (differences.length > 0) {
    console.log('\nThe sanitised page does not say quite what the saved one did:');
    for (const difference of differences) console.log(`  ! ${difference}`);
  }
  console.log(`
Before you keep it, or give it away:
  1. Read the words above: they stand in the page as they were. If one of them is yours, replace it in page.html by hand.
  2. Open page.html in an editor and look it through. Nothing is sent anywhere by this command.
  3. Compare expected.json with the page as you see it. It was written by the reader itself: where the reader is wrong, correct it by hand,
     and the test fails until the reader is right.
  4. npx vitest run --project pages tests/pages/pairs.test.ts -t ${name}`);
}

function show({ folder, frame, sighting, kept, cut }: MadePage): void {
  console.log(`\n${relative('.', folder)} (${frame})${cut ? ', cut: the page is very large' : ''}`);
  for (const { way, header, rows } of sighting.tables) {
    console.log(`  ${way}, ${rows.length} rows: ${header.join(' | ')}`);
    for (const row of rows.slice(0, SHOWN_ROWS)) console.log(`    ${row.join(' | ')}`);
  }
  if (sighting.tables.length === 0) console.log('  no table was found');
  console.log(`  words that stayed as they were (${kept.length}): ${kept.join(' · ')}`);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
