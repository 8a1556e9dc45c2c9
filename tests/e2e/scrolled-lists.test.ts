import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DRIVERS } from '../browsers/drivers.ts';
import { check } from './panel.ts';
import { ACQUIRER, openWorld, pressedBesidesPager, type World } from './world.ts';

describe.each(DRIVERS)('a list of which a page shows only a part, in $name', (spec) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(spec);
  });
  afterAll(() => world.close());

  test.each([
    ['grows as it is scrolled', 'endless'],
    ['holds only the rows in view', 'window'],
    ['has its pager in a frame of its own', 'frames'],
  ])('which %s is read whole, and nothing is pressed but a pager', async (_, path) => {
    const { truth } = world.lab.acquirer;
    const from = world.lab.pressed.length;
    const tab = await world.driver.open(`${ACQUIRER}/${path}`);
    const seen = await check(world, tab);
    expect(seen.outcome).toBe('read');
    const { added, existing } = seen.counts ?? { added: 0, existing: 0 };
    expect(added + existing).toBe(truth.rows);
    expect(pressedBesidesPager(world.lab, from)).toEqual([]);
  });
});
