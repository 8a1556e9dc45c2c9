import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until, type View } from '../browsers/driver.ts';
import { DRIVERS } from '../browsers/drivers.ts';
import { check, ended, press, startCheck } from './panel.ts';
import { ACQUIRER, openWorld, signIn, strangersOf, type World } from './world.ts';

interface SeenReport {
  readonly pages: readonly string[];
  readonly lines: string;
  readonly files: readonly string[];
  readonly text: string;
}

/** The desk's part about the sample, and where its links lead. */
const reportIn = (view: View): Promise<SeenReport> =>
  view.run(() => {
    const all = (id: string) => [...document.querySelectorAll<HTMLElement>(`[data-testid="${id}"]`)];
    const links = all('report-download') as HTMLAnchorElement[];
    return {
      pages: all('report-page').map((page) => page.dataset['frame'] ?? ''),
      lines: all('report-lines')
        .map((pre) => pre.textContent)
        .join('\n'),
      files: links.map(({ href }) => href),
      text: document.querySelector('[data-testid="report"]')?.textContent ?? '',
    };
  });

const shown = ({ pages }: SeenReport): boolean => pages.length > 0;

describe.each(DRIVERS)('a page saved for a report, in $name', (spec) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(spec);
  });
  afterAll(() => world.close());

  test('is offered where the page was not understood, and shown in the desk', async () => {
    const tab = await world.driver.open(`${ACQUIRER}/stock`);
    const { popup } = await startCheck(world, tab);
    expect((await ended(popup)).outcome).toBe('not-a-known-page');
    await press(popup, 'save-for-report');
    const desk = await until(
      'the desk to open',
      async () => {
        const front = await world.driver.front();
        return (await front.run(() => location.pathname)) === '/desk.html' ? front : null;
      },
      (front) => front !== null,
    );
    if (desk === null) throw new Error('no desk');
    const seen = await until('the sample', () => reportIn(desk), shown);
    expect(seen.text).toContain('pos.example-acquirer.test');
    expect(seen.lines.length).toBeGreaterThan(10);
    await desk.close();
    await tab.close();
  });

  test('holds nothing of the merchant, is text alone, and ends when it is discarded', async () => {
    const tab = await signIn(world.driver);
    const before = await tab.run(() => document.documentElement.outerHTML);
    await check(world, tab);
    await world.driver.closePopup();
    const desk = await world.driver.page('desk.html');
    await until(
      'the button',
      () => desk.run(() => document.querySelector('[data-testid="report-take"]') !== null),
      (there) => there,
    );
    await press(desk, 'report-take');
    const seen = await until(
      'the sample of this page',
      () => reportIn(desk),
      ({ text, pages, files }) => text.includes('service.chinaums.com') && files.length === pages.length,
    );
    expect(seen.pages[0]).toBe('top');
    expect(seen.files.length).toBe(seen.pages.length);
    expect(seen.files.every((href) => href.startsWith('blob:'))).toBe(true);
    for (const real of ['沪上鲜果店', '898310148160568', '1,286.40']) {
      expect(before).toContain(real);
      expect(seen.text).not.toContain(real);
    }
    expect(seen.lines).toContain('账户余额');
    expect(await desk.run(() => document.querySelectorAll('[data-testid="report"] iframe').length)).toBe(0);
    expect(await tab.run(() => document.documentElement.outerHTML)).toBe(before);
    expect(strangersOf(world.lab)).toEqual([]);

    await press(desk, 'report-forget');
    await until(
      'the sample to be gone',
      () => reportIn(desk),
      (now) => !shown(now),
    );
  });
});
