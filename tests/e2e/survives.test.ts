import { afterEach, describe, expect, test } from 'vitest';
import { until } from '../browsers/driver.ts';
import { DRIVERS } from '../browsers/drivers.ts';
import { check, ended, jobOf, startCheck } from './panel.ts';
import { openDetail, openWorld, signIn, type World } from './world.ts';

const ROWS = 1500;
/** Pages read when the background is killed. */
const KILLS = [1, 4, 9];

describe.each(DRIVERS)('a background that is killed in $name', (spec) => {
  let world: World | null = null;
  afterEach(async () => {
    await world?.close();
    world = null;
  });

  test('loses no page: the walk goes on, and whoever wakes next takes it in whole', async () => {
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
