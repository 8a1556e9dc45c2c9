import { chromiumDriver } from './chromium-driver.ts';
import type { Driver, DriverOptions } from './driver.ts';
import { firefoxDriver } from './firefox-driver.ts';

/** Both browsers by name, with the folder that their build stands in. */
export const DRIVERS: readonly {
  readonly name: Driver['name'];
  readonly build: string;
  readonly start: (options: DriverOptions) => Promise<Driver>;
}[] = [
  { name: 'chromium', build: '.output/chrome-mv3', start: chromiumDriver },
  { name: 'firefox', build: '.output/firefox-mv3', start: firefoxDriver },
];
