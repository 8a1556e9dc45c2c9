import type { Page } from 'puppeteer-core';

/** A page as it stood: see `freeze.js`. */
export interface Frozen {
  readonly css: string;
  readonly body: string;
  readonly bodyAttributes: string;
  readonly rootAttributes: string;
}

/** What a person can see of a page. */
export interface Sight {
  /** Visible text without blanks. */
  readonly text: string;
  /** How many cells and controls are shown. */
  readonly shown: number;
  /** Left, top, width and height of each cell. */
  readonly places: readonly (readonly number[])[];
}

/** Pixels by which a cell may stand elsewhere than it was drawn. */
const FARTHEST = 4;

export const sightOf = async (page: Page): Promise<Sight> =>
  (await page.evaluate(`({ ...window.sight(), text: document.body.innerText.replace(/\\s+/g, '') })`)) as Sight;

export const frozen = async (page: Page): Promise<Frozen> => (await page.evaluate('window.freeze()')) as Frozen;

/** Waits until the page is drawn: the same markup five times, a tenth of a second apart, and no animation under way. */
export async function still(page: Page): Promise<void> {
  let before = '';
  let same = 0;
  for (let look = 0; look < 100 && same < 5; look += 1) {
    await page.evaluate('new Promise((done) => setTimeout(done, 100))');
    const [now, moving] = (await page.evaluate(
      `[document.body.outerHTML, document.getAnimations().filter((one) => one.effect?.getTiming().iterations !== Infinity && one.playState === 'running').length]`,
    )) as [string, number];
    same = now === before && moving === 0 ? same + 1 : 0;
    before = now;
  }
  if (same < 5) throw new Error('the page does not come to rest');
}

/** Throws where the standing page shows something else than the drawn one. */
export function compare(drawn: Sight, standing: Sight): void {
  if (standing.text !== drawn.text)
    throw new Error(`it reads otherwise when it stands:\n${drawn.text}\n${standing.text}`);
  if (standing.shown !== drawn.shown) throw new Error(`${drawn.shown} parts were shown, standing ${standing.shown}`);
  let off = 0;
  for (const [at, place] of drawn.places.entries())
    for (const [side, one] of place.entries())
      off = Math.max(off, Math.abs(one - (standing.places[at]?.[side] ?? Number.POSITIVE_INFINITY)));
  if (off > FARTHEST) throw new Error(`a cell stands ${Math.round(off)} pixels from where it was drawn`);
}
