import { resolve } from 'node:path';
import { chromiumDriver } from '../../tests/browsers/chromium-driver.ts';
import type { Driver, Tab } from '../../tests/browsers/driver.ts';
import { check } from '../../tests/e2e/panel.ts';
import { openDetail, signIn } from '../../tests/e2e/world.ts';
import { startLab } from '../../tests/portals/lab.ts';
import { median, type Row, ratio } from './measure.ts';

const ROUNDS = 7;

/** From opening the popup to its first painted figure: on an empty book, and on one with 5 000 rows. */
export async function benchPopup(): Promise<Row[]> {
  const lab = await startLab();
  const build = { extension: resolve('.output/chrome-mv3'), labPort: lab.port };
  const empty = await chromiumDriver(build);
  const full = await chromiumDriver(build);
  const bare: number[] = [];
  const ours: number[] = [];
  try {
    const tab = await signIn(full);
    await openDetail(tab);
    await check({ driver: full }, tab);
    for (let round = 0; round < ROUNDS; round += 1) {
      bare.push(await timeFirst(empty, '[data-testid="check-arrears"]'));
      ours.push(await timeFirst(full, '[data-testid="arrears-observed"] data'));
    }
  } finally {
    await empty.close();
    await full.close();
    await lab.close();
  }
  return [
    { what: 'popup opened to first paint, empty book', figure: `${median(bare).toFixed(0)} ms` },
    {
      what: 'popup opened to first figure, 5 000 rows in the book',
      figure: `${median(ours).toFixed(0)} ms`,
      ratio: ratio(ours, bare),
    },
  ];
}

/** Milliseconds of the popup's own clock, from the start of its navigation. */
async function timeFirst(driver: Driver, selector: string): Promise<number> {
  const page: Tab = await driver.page('popup.html');
  const ms = await page.run(async (wanted) => {
    while (!document.querySelector(wanted)) await new Promise(requestAnimationFrame);
    return performance.now();
  }, selector);
  await page.close();
  return ms;
}
