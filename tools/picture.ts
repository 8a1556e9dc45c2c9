/** Makes the pictures of the README from the running product: `docs/popup-zh.png`, `docs/popup-en.png`. Needs a build. */
import { resolve } from 'node:path';
import { chromiumDriver } from '../tests/browsers/chromium-driver.ts';
import { check } from '../tests/e2e/panel.ts';
import { openDetail, signIn } from '../tests/e2e/world.ts';
import { startLab } from '../tests/portals/lab.ts';
import { ensureBrowsers } from './ensure-browsers.ts';
import { pictureOver } from './picture-over.ts';

ensureBrowsers(['Chromium', 'Chinese fonts']);
for (const [lang, path] of [
  ['zh-CN', 'docs/popup-zh.png'],
  ['en', 'docs/popup-en.png'],
] as const) {
  const lab = await startLab({ latencyMs: 0 });
  const driver = await chromiumDriver({ extension: resolve('.output/chrome-mv3'), labPort: lab.port, lang });
  const tab = await signIn(driver);
  await openDetail(tab);
  await check({ driver }, tab);
  await pictureOver(driver, tab, await driver.click(tab), path);
  console.log(path);
  await driver.close();
  await lab.close();
}
