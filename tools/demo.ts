/** `npm run demo`: the whole way once, on this machine alone: lab, sign-in, toolbar click, walk, and the arrears printed as a table. */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromiumDriver } from '../tests/browsers/chromium-driver.ts';
import { ended, type Seen, startCheck, watched } from '../tests/e2e/panel.ts';
import { openDetail, signIn } from '../tests/e2e/world.ts';
import { startLab } from '../tests/portals/lab.ts';
import { ensureBrowsers } from './ensure-browsers.ts';
import { pictureOver } from './picture-over.ts';
import { table } from './table.ts';

const BUILD = '.output/chrome-mv3';
const PICTURE = '.artifacts/demo.png';

ensureBrowsers(['Chromium', 'Chinese fonts']);
console.log('Building …');
const built = spawnSync(process.execPath, ['node_modules/wxt/bin/wxt.mjs', 'build', '-b', 'chrome'], {
  encoding: 'utf8',
});
if (built.status !== 0) throw new Error(`the build failed:\n${built.stdout}${built.stderr}`);

const display = (process.env['DISPLAY'] ?? '') !== '';
const lab = await startLab();
const driver = await chromiumDriver({ extension: resolve(BUILD), labPort: lab.port, headless: !display });
console.log(`The lab stands in for ${lab.chinaums.hosts.join(', ')}; nothing leaves this machine.`);
const tab = await signIn(driver);
await openDetail(tab);
console.log('Signed in, 对账明细 is open. Pressing the toolbar icon, then 查欠费 / Check arrears …');
const { popup } = await startCheck({ driver }, tab);
await watched(popup, (job) => {
  process.stdout.write(`\r  page ${job.page}${job.pages === null ? '' : ` of ${job.pages}`}, ${job.rows} rows   `);
});
process.stdout.write('\n');
const seen = await ended(popup);
print(seen);
mkdirSync('.artifacts', { recursive: true });
await pictureOver(driver, tab, popup, PICTURE);
console.log(`\nScreenshot: ${resolve(PICTURE)}`);

if (display) {
  console.log('The browser stays open to play with; close it, or press Ctrl-C here, to end.');
  await driver.closed();
} else {
  await driver.close();
}
await lab.close();

function print(seen: Seen): void {
  console.log(`\n${seen.outcome}: ${seen.sentence ?? ''}`);
  for (const gap of seen.gaps) console.log(`  ${gap}`);
  console.log(`rows added ${seen.counts?.added ?? 0}, already known ${seen.counts?.existing ?? 0}\n`);
  console.log(
    table(
      ['basis', 'owed (CNY)'],
      (['observed', 'derived', 'predicted'] as const).map((basis) => [basis, seen[basis].join(', ')]),
    ),
  );
  for (const account of seen.accounts) {
    console.log(`\n${account.account}`);
    console.log(
      table(
        ['code', 'state', 'amount', 'why'],
        account.items.map((item) => [item.code, item.state, item.amount ?? '', item.causes.join(' · ')]),
      ),
    );
  }
}
