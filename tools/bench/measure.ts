import type { Browser } from 'puppeteer-core';

/** One printed line of the bench. */
export interface Row {
  readonly what: string;
  readonly figure: string;
  readonly ratio?: string;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The median of ours over the median of theirs. */
export const ratio = (ours: readonly number[], theirs: readonly number[]): string =>
  `${(median(ours) / median(theirs)).toFixed(2)}×`;

const LOOK_MS = 250;
const LOOKS = 400;
/** A browser that rests takes some milliseconds of every second all the same. */
const RESTING_SHARE = 0.05;

/** Waits until no process of the browser works any more: what one contestant left to be written or cleaned up is not the next one's. */
export async function atRest(browser: Browser): Promise<void> {
  let before = await processorMs(browser);
  for (let look = 0; look < LOOKS; look += 1) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    const now = await processorMs(browser);
    if (now - before < LOOK_MS * RESTING_SHARE) break;
    before = now;
  }
}

/** Processor time that all processes of the browser have taken so far: what a machine that others use too does not stretch. */
export async function processorMs(browser: Browser): Promise<number> {
  const session = await browser.target().createCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0);
}
