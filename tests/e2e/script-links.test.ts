import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DRIVERS } from '../browsers/drivers.ts';
import { check } from './panel.ts';
import { ACQUIRER, openWorld, pressedBesidesPager, type World } from './world.ts';

describe.each(DRIVERS)('a pager of `javascript:` links, in $name', (spec) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(spec);
  });
  afterAll(() => world.close());

  test('is pressed in the page itself, where its script runs, and nothing else is', async () => {
    const tab = await world.driver.open(`${ACQUIRER}/classic`);
    const seen = await check(world, tab);
    expect(seen).toMatchObject({ outcome: 'read', gaps: [] });
    expect(seen.counts?.added).toBe(world.lab.acquirer.truth.rows);
    expect(pressedBesidesPager(world.lab, 0)).toEqual([]);
  });
});
