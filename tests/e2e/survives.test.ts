import { afterEach, describe, expect, test } from 'vitest';
import { until, type View } from '../browsers/driver.ts';
import { DRIVERS } from '../browsers/drivers.ts';
import { seeded } from '../portals/random.ts';
import { chain, troubleIn, wholeBook } from './kept-book.ts';
import { check, ended, jobOf, startCheck } from './panel.ts';
import { openDetail, openWorld, signIn, type World } from './world.ts';

const ROWS = 1500;
const FEWER = 300;
/** Pages read when the background is killed. */
const KILLS = [1, 4, 9];
const MOST_KILLS = 15;
const KILLS_A_JOB = 6;
/** Longer than the background needs from waking to having taken in. */
const MOMENT_MS = 400;

interface ExtensionApi {
  readonly storage: { readonly session: { get(key: string): Promise<{ job?: { phase: string } }> } };
  readonly alarms: { create(name: string, info: { when: number }): Promise<void> };
}

/** Waits in the page, which is nearer than this process, until the job is being kept, and then so many ms more. */
const keptAfter = (view: View, ms: number): Promise<void> =>
  view.run(async (wait) => {
    const { chrome } = globalThis as unknown as { chrome: ExtensionApi };
    const pause = (time: number) => new Promise((done) => setTimeout(done, time));
    while (!['keeping', 'done'].includes((await chrome.storage.session.get('job')).job?.phase ?? '')) await pause(2);
    await pause(wait);
  }, ms);

/** The watchdog's own alarm, sooner than it would ring by itself; and so many ms more. */
const wakeAndWait = (view: View, ms: number): Promise<void> =>
  view.run(async (wait) => {
    const { chrome } = globalThis as unknown as { chrome: ExtensionApi };
    await chrome.alarms.create('job', { when: Date.now() });
    await new Promise((done) => setTimeout(done, wait));
  }, ms);

describe.each(DRIVERS)('a background that is killed in $name', (spec) => {
  let world: World | null = null;
  afterEach(async () => {
    await world?.close();
    world = null;
  });

  // In Firefox, on a machine that was ten times too busy, the walk once stood still at page 9 after its third kill; why is not known.
  const retry = spec.name === 'firefox' ? 1 : 0;
  test('loses no page: the walk goes on, and whoever wakes next takes it in whole', { retry }, async () => {
    world = await openWorld(spec, 'en', { rows: ROWS });
    const { truth } = world.lab.chinaums.bill;
    const tab = await signIn(world.driver);
    await openDetail(tab);
    const { popup } = await startCheck(world, tab);
    for (const pages of KILLS) {
      await until(
        `page ${pages}`,
        () => jobOf(popup),
        (job) => (job?.page ?? 0) >= pages,
      );
      await world.driver.stopBackground();
    }
    const seen = await ended(popup);
    expect(seen).toMatchObject({ outcome: 'read', gaps: [], counts: { existing: 0, rejected: 0 } });
    expect(seen.counts?.added).toBeGreaterThanOrEqual(truth.rows);
    expect(await check(world, tab)).toMatchObject({ outcome: 'read', counts: { added: 0 } });
  });
});

// In Firefox this loop did not come to its end within two minutes on a busy machine; killed-browser.test.ts kills there too.
describe.each(DRIVERS.filter(({ name }) => name === 'chromium'))(
  'a background that is killed again and again in $name',
  (spec) => {
    let world: World | null = null;
    afterEach(async () => {
      await world?.close();
      world = null;
    });

    test('at whatever moment of its keeping, many times, leaves the whole capture or none of it', async () => {
      const random = seeded(20_261_127);
      world = await openWorld(spec, 'en', { rows: FEWER });
      const { driver } = world;
      const tab = await signIn(driver);
      const desk = await driver.page('desk.html');
      await openDetail(tab);
      let kills = 0;
      const kill = async (): Promise<void> => {
        if (await driver.backgroundRuns()) kills += 1;
        await driver.stopBackground();
      };
      for (let jobs = 1; kills < MOST_KILLS; jobs += 1) {
        const { popup } = await startCheck(world, tab);
        await keptAfter(desk, random.between(0, MOMENT_MS));
        for (let n = 0; n < KILLS_A_JOB && (await jobOf(popup))?.phase !== 'done'; n += 1) {
          await kill();
          const { captures } = await wholeBook(desk);
          expect([jobs - 1, jobs]).toContain(captures.length);
          await wakeAndWait(desk, random.between(0, MOMENT_MS));
        }
        await wakeAndWait(desk, 0);
        expect(await ended(popup)).toMatchObject({ outcome: 'read', gaps: [] });
        const { captures, staged } = await wholeBook(desk);
        expect({ captures: captures.length, staged }).toEqual({ captures: jobs, staged: [] });
        expect(captures.at(-1)?.added === 0).toBe(jobs > 1);
        await driver.closePopup();
      }
      expect(await chain(desk)).toContain('unbroken');
      expect(await troubleIn(desk)).toBeNull();
    });
  },
);
