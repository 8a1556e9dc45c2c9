import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Tab, until, type View } from '../browsers/driver.ts';
import { DRIVERS } from '../browsers/drivers.ts';
import { UNNAMED } from '../portals/example-acquirer/portal.ts';
import { check, look, press } from './panel.ts';
import { ACQUIRER, openWorld, type World } from './world.ts';

const MEANING: Readonly<Record<string, string>> = {
  列1: 'at',
  列2: 'kind',
  列3: 'amount',
  列4: 'fee',
  列5: 'net',
  列6: 'remark',
};

/** Chooses an option of the first list of choices inside what `selector` finds, as a person does. */
async function chooseIn(view: View, selector: string, testId: string | null, value: string): Promise<void> {
  await view.run(
    (where, id, wanted) => {
      const select = document
        .querySelector(where)
        ?.querySelector<HTMLSelectElement>(id === null ? 'select' : `[data-testid="${id}"]`);
      if (!select) throw new Error(`nothing to choose in ${where}`);
      select.value = wanted;
      if (select.value !== wanted) throw new Error(`${wanted} is not offered in ${where}`);
      select.dispatchEvent(new Event('change', { bubbles: true }));
    },
    selector,
    testId,
    value,
  );
}

const columnOf = (title: string): string => `[data-testid="teach-column"][data-header="${title}"]`;

interface Previewed {
  readonly problem: string | null;
  readonly count: number;
  readonly rejected: number;
  readonly amount: string | null;
  readonly fee: string | null;
  readonly rows: number;
  readonly text: string;
}

const previewOf = (view: View): Promise<Previewed> =>
  view.run(() => {
    const one = (id: string) => document.querySelector<HTMLElement>(`[data-testid="${id}"]`);
    return {
      problem: one('teach-problem')?.dataset['problem'] ?? null,
      count: Number(one('teach-count')?.dataset['count'] ?? -1),
      rejected: Number(one('teach-count')?.dataset['rejected'] ?? -1),
      amount: one('teach-amount')?.textContent ?? null,
      fee: one('teach-fee')?.textContent ?? null,
      rows: document.querySelectorAll('.teach-preview [data-testid="row"]').length,
      text: one('teach-editor')?.textContent ?? '',
    };
  });

/** Says what each column is, by its title. */
async function sayColumns(desk: View): Promise<void> {
  for (const [title, field] of Object.entries(MEANING)) {
    await chooseIn(desk, columnOf(title), 'teach-field', field);
    if (field === 'amount' || field === 'fee' || field === 'net') {
      await until(
        `a unit for ${title}`,
        () =>
          desk.run((where) => document.querySelector(`${where} [data-testid="teach-unit"]`) !== null, columnOf(title)),
        Boolean,
      );
      await chooseIn(desk, columnOf(title), 'teach-unit', 'minor');
    }
  }
}

/** Chooses a recipe file. */
async function offer(desk: View, text: string): Promise<void> {
  await desk.run((content) => {
    const input = document.querySelector<HTMLInputElement>('[data-testid="recipe-import"]');
    if (!input) throw new Error('no place for recipe files');
    const files = new DataTransfer();
    files.items.add(new File([content], 'recipe.json', { type: 'application/json' }));
    input.files = files.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }, text);
}

const textOf = (view: View, testId: string): Promise<string[]> =>
  view.run((id) => [...document.querySelectorAll(`[data-testid="${id}"]`)].map((one) => one.textContent), testId);

describe.each(DRIVERS)('a table whose titles mean nothing, in $name', (spec) => {
  let world: World;
  let tab: Tab;
  let desk: Tab;
  beforeAll(async () => {
    world = await openWorld(spec);
    tab = await world.driver.open(`${ACQUIRER}/unnamed`);
  });
  afterAll(() => world.close());

  test('is not read, and the popup leads to where it can be taught', async () => {
    const seen = await check(world, tab);
    expect(seen).toMatchObject({ outcome: 'not-a-known-page', accounts: [] });
    await press(await world.driver.click(tab), 'teach');
    await until(
      'the desk',
      async () => (await world.driver.front()).run(() => location.pathname + location.hash),
      (address) => address === '/desk.html#teach',
    );
    desk = await world.driver.front();
    await until(
      'the tables that were seen',
      () => desk.run(() => document.querySelectorAll('[data-testid="teach-table"]').length),
      (tables) => tables === 2,
    );
  });

  test('taught column by column, it is previewed as it would be kept', async () => {
    expect(
      await until(
        'the first preview',
        () => previewOf(desk),
        ({ problem }) => problem !== null,
      ),
    ).toMatchObject({
      problem: 'no-money',
    });
    await sayColumns(desk);
    const unknown = await until(
      'the words of kinds',
      () => textOf(desk, 'teach-word'),
      (words) => words.length === 2,
    );
    expect(unknown.join()).toContain('甲类');
    await chooseIn(desk, '[data-testid="teach-word"][data-word="甲类"]', null, 'sale');
    await chooseIn(desk, '[data-testid="teach-word"][data-word="乙类"]', null, 'refund');
    const preview = await until(
      'the sums',
      () => previewOf(desk),
      ({ amount }) => amount === '¥1,588.50',
    );
    expect(preview).toMatchObject({ problem: null, count: 4, rejected: 0, fee: '¥9.81', rows: 4 });
    expect(preview.text).not.toContain(UNNAMED.card);
  });

  test('saved, its rows are in the book, read from what was kept and not from the portal', async () => {
    const asked = world.lab.asked.length;
    await press(desk, 'teach-save');
    const saved = await until(
      'it to be learned',
      () => textOf(desk, 'teach-saved'),
      (texts) => texts.length === 1,
    );
    expect(saved[0]).toContain('4');
    expect(world.lab.asked.slice(asked).filter(({ host }) => host.startsWith('pos.'))).toEqual([]);
    const now = await until(
      'the account',
      () => look(desk),
      ({ accounts }) => accounts.length === 1,
    );
    expect(now.accounts[0]?.account).toBe('site:pos.example-acquirer.test:?');
    expect(now.text).not.toContain(UNNAMED.card);
    await until(
      'the recipe in the list',
      () => textOf(desk, 'recipe'),
      (kept) => kept.length === 1,
    );
  });

  test('the next check reads by it, and adds nothing', async () => {
    await tab.goto(`${ACQUIRER}/unnamed`);
    const seen = await check(world, tab);
    expect(seen).toMatchObject({ outcome: 'read', counts: { added: 0, existing: 4, rejected: 0 }, gaps: [] });
  });

  test('a changed title is told, and nothing is misread', async () => {
    await tab.goto(`${ACQUIRER}/unnamed?changed`);
    const seen = await check(world, tab);
    expect(seen.outcome).toBe('changed');
    expect(seen.gaps.join()).toMatch(/列5.*列9/);
    expect(seen.counts?.added ?? 0).toBe(0);
  });

  test('a recipe file that is none is refused; a good one is shown before it is kept', async () => {
    const columns = Object.entries(MEANING).map(([header, field]) => ({ header, field, unit: null, rank: 0 }));
    const recipe = {
      recipe: 'arrears-radar',
      version: 1,
      id: 'from-a-friend',
      savedAt: '2026-11-20T02:00:00.000Z',
      name: '隔壁支付',
      place: { source: 'page', host: 'pay.example-neighbour.test', path: '/list' },
      account: null,
      columns,
      signs: 'auto',
      kinds: [],
      only: false,
    };
    await offer(desk, JSON.stringify({ ...recipe, script: 'alert(1)' }));
    await until(
      'the refusal',
      () => textOf(desk, 'recipes-told'),
      (told) => told.length === 1,
    );
    expect(await textOf(desk, 'recipes-offered')).toEqual([]);
    await offer(desk, JSON.stringify([recipe]));
    const offered = await until(
      'the offer',
      () => textOf(desk, 'recipes-offered'),
      (shown) => shown.length === 1,
    );
    expect(offered[0]).toContain('pay.example-neighbour.test');
    expect(await textOf(desk, 'recipe')).toHaveLength(1);
    await press(desk, 'recipes-keep');
    await until(
      'it to be kept',
      () => textOf(desk, 'recipe'),
      (kept) => kept.length === 2,
    );
  });
});
