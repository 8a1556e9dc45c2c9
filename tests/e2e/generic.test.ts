import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until, type View } from '../browsers/driver.ts';
import { DRIVERS } from '../browsers/drivers.ts';
import { check, look, press } from './panel.ts';
import { ACQUIRER, openWorld, pressedBesidesPager, type World } from './world.ts';

/** Types a name into the field that the account offers, as a person does, and saves it. */
async function nameAccount(view: View, name: string): Promise<void> {
  await view.run((text) => {
    const field = document.querySelector<HTMLInputElement>('[data-testid="name-account"]');
    if (!field) throw new Error('the account does not ask for a name');
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }, name);
  await press(view, 'name-save');
}

describe.each(DRIVERS)('a portal that is in no directory, in $name', (spec) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(spec);
  });
  afterAll(() => world.close());

  test('is read by its header words, page after page, and named by the merchant', async () => {
    const { truth } = world.lab.acquirer;
    const tab = await world.driver.open(`${ACQUIRER}/records`);
    let rows = 0;
    let seen = await check(world, tab);
    if (spec.name === 'chromium') expect(seen).toMatchObject({ outcome: 'read', gaps: [] });
    rows += seen.counts?.added ?? 0;
    // Firefox takes the leave to read back with every new document: there the merchant presses once per page.
    for (let page = 1; page < truth.pages && seen.outcome === 'part'; page += 1) {
      // The popup says so, and what to do: press again on the page that came.
      expect(seen.gaps.join()).toMatch(/收回了读取许可|took back the leave/);
      await tab.goto(`${ACQUIRER}/records?page=${page + 1}`);
      seen = await check(world, tab);
      rows += seen.counts?.added ?? 0;
    }
    expect(rows).toBe(truth.rows);
    expect(seen.accounts.map((account) => account.account)).toEqual(['site:pos.example-acquirer.test:?']);
    expect(pressedBesidesPager(world.lab, 0)).toEqual([]);

    const popup = await world.driver.click(tab);
    await nameAccount(popup, '小店收单');
    await until(
      'the name to be shown',
      () => look(popup),
      (now) => now.accounts[0]?.text.includes('小店收单') === true,
    );
  });
});
