import { resolve } from 'node:path';
import { BOOK_NAME } from '../../src/book/schema.ts';
import { type Chromium, launchChromium } from '../../tests/browsers/chromium.ts';
import { LARGE } from './book.ts';
import { bundle } from './bundle.ts';
import { atRest, median, type Row, ratio } from './measure.ts';

const ROUNDS = 7;

/** From opening the popup to its first painted figure: on an empty book, and on one of a million rows. */
export async function benchPopup(): Promise<Row[]> {
  const extension = resolve('.output/chrome-mv3');
  const empty = await launchChromium({ extension });
  const full = await launchChromium({ extension });
  const bare: number[] = [];
  const ours: number[] = [];
  try {
    await fill(full);
    for (let round = 0; round < ROUNDS; round += 1) {
      await Promise.all([empty, full].map(({ browser }) => atRest(browser)));
      bare.push(await timeFirst(empty, '[data-testid="check-arrears"]'));
      ours.push(await timeFirst(full, '[data-testid="arrears-observed"] data'));
    }
  } finally {
    await empty.close();
    await full.close();
  }
  return [
    { what: 'popup opened to first paint, empty book', figure: `${median(bare).toFixed(0)} ms` },
    {
      what: 'popup opened to first figure, 1 000 000 rows in the book',
      figure: `${median(ours).toFixed(0)} ms`,
      ratio: ratio(ours, bare),
    },
  ];
}

const pageOf = async ({ browser, extension }: Chromium, name: string) => {
  const page = await browser.newPage();
  await page.goto(`chrome-extension://${extension?.id ?? ''}/${name}`);
  return page;
};

/** The extension's own book, filled by the product's own code in one of its pages. */
async function fill(chromium: Chromium): Promise<void> {
  const page = await pageOf(chromium, 'desk.html');
  await page.evaluate(bundle('tools/bench/book/in-extension.ts', 'bench'));
  await page.evaluate(`bench.takeIn('${BOOK_NAME}', ${LARGE.rows}, ${LARGE.days}, false)`);
  await page.evaluate(`bench.owe('${BOOK_NAME}')`);
  await page.evaluate('bench.summarise()');
  await page.close();
}

/** Milliseconds of the popup's own clock, from the start of its navigation. */
async function timeFirst(chromium: Chromium, selector: string): Promise<number> {
  const page = await pageOf(chromium, 'popup.html');
  const ms = await page.evaluate(async (wanted) => {
    while (!document.querySelector(wanted)) await new Promise(requestAnimationFrame);
    return performance.now();
  }, selector);
  await page.close();
  return ms;
}
