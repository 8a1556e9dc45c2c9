import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Driver, Tab, View } from '../tests/browsers/driver.ts';

/**
 * One picture of the popup over the page it was opened on, where the toolbar would have dropped it. A browser photographs page and popup
 * only apart, so both photographs are laid over each other in a third page.
 */
export async function pictureOver(driver: Driver, tab: Tab, popup: View, path: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'arrears-radar-picture-'));
  try {
    const under = join(folder, 'page.png');
    const over = join(folder, 'popup.png');
    await driver.screenshot(popup, over);
    await driver.closePopup();
    await driver.screenshot(tab, under);
    const data = (file: string): string => `data:image/png;base64,${readFileSync(file).toString('base64')}`;
    const desk = await driver.open('about:blank');
    await desk.run(
      async (page, small) => {
        const image = (source: string, style: string) => {
          const made = document.createElement('img');
          made.src = source;
          made.style.cssText = style;
          document.body.append(made);
          return made.decode();
        };
        document.body.style.cssText = 'margin: 0; overflow: hidden; background: #fff';
        await image(page, 'display: block');
        await image(
          small,
          'position: fixed; top: 8px; right: 24px; max-height: calc(100vh - 16px); border-radius: 8px; box-shadow: 0 6px 32px rgba(0, 0, 0, .45)',
        );
      },
      data(under),
      data(over),
    );
    await driver.screenshot(desk, path);
    await desk.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
