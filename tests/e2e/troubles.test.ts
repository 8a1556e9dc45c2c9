import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Language, say, type TextKey } from '../../src/text/index.ts';
import { type Tab, until } from '../browsers/driver.ts';
import { DRIVERS } from '../browsers/drivers.ts';
import { yuan } from '../portals/chinaums/bill.ts';
import type { Trouble } from '../portals/chinaums/trouble.ts';
import { check, look, type Seen } from './panel.ts';
import { ACQUIRER, openDetail, openWorld, signIn, type World } from './world.ts';

/** What went wrong, and what the merchant must be told. */
const TROUBLES: readonly {
  readonly what: string;
  readonly trouble: Trouble;
  readonly outcome: string;
  readonly gap?: RegExp;
}[] = [
  {
    what: 'a session that ends at page 3, said in a box',
    trouble: { kind: 'expires', atPage: 3, how: 'box' },
    outcome: 'part',
    gap: /登录过期|sign-in ran out/,
  },
  {
    what: 'a session that ends at page 3, the frame sent to the sign-in form',
    trouble: { kind: 'expires', atPage: 3, how: 'redirect' },
    outcome: 'part',
  },
  {
    what: 'a portal that asks to slow down',
    trouble: { kind: 'throttled', atPage: 3 },
    outcome: 'part',
    gap: /太频繁|slow down/,
  },
  { what: 'a list that moves while it is read', trouble: { kind: 'shifts', atPage: 4 }, outcome: 'part' },
  { what: 'a count that lies', trouble: { kind: 'count-lies', short: 20 }, outcome: 'part', gap: /580/ },
  { what: 'half a page', trouble: { kind: 'half', atPage: 4 }, outcome: 'part', gap: /537/ },
  {
    what: 'a cell that is no number',
    trouble: { kind: 'bad-cell', atPage: 2 },
    outcome: 'part',
    gap: /读不懂|could not be read/,
  },
];

/** The two languages are told apart by browser, so that both are seen whole without reading everything four times. */
const LANGUAGES: Readonly<Record<string, { tag: 'zh-CN' | 'en'; language: Language }>> = {
  chromium: { tag: 'zh-CN', language: 'zh' },
  firefox: { tag: 'en', language: 'en' },
};

describe.each(DRIVERS)('what goes wrong in $name', (spec) => {
  const { tag, language } = LANGUAGES[spec.name] ?? { tag: 'en', language: 'en' };
  let world: World;
  let tab: Tab;
  let before: Seen;
  const sentence = (outcome: string): string => say(language, `outcome.${outcome}` as TextKey);
  /** Checks a page that has nothing to give: its sentence, and what was known before stays, figure by figure. */
  const givesNothing = async (page: Tab, outcome: string): Promise<void> => {
    const known = await look(await world.driver.click(page));
    const seen = await check(world, page);
    expect({ outcome: seen.outcome, sentence: seen.sentence }).toEqual({ outcome, sentence: sentence(outcome) });
    for (const basis of ['observed', 'derived', 'predicted'] as const) expect(seen[basis]).toEqual(known[basis]);
    expect(seen.accounts).toHaveLength(known.accounts.length);
    expect(seen.accounts.map((account) => account.account)).toContain(world.lab.chinaums.bill.truth.account);
    await page.close();
  };

  beforeAll(async () => {
    world = await openWorld(spec, tag, { rows: 600 });
    tab = await signIn(world.driver);
    await openDetail(tab);
    before = await check(world, tab);
    expect(before.outcome).toBe('read');
    expect(before.derived).toEqual([yuan(world.lab.chinaums.bill.truth.derived)]);
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world.lab.reset();
    await world.driver.closePopup();
  });

  test.each(TROUBLES)('$what', async ({ trouble, outcome, gap }) => {
    tab = await signIn(world.driver);
    await openDetail(tab);
    world.lab.chinaums.trouble = trouble;
    const seen = await check(world, tab);
    expect({ outcome: seen.outcome, sentence: seen.sentence }).toEqual({ outcome, sentence: sentence(outcome) });
    if (gap) expect(seen.gaps.join('\n')).toMatch(gap);
    if (outcome === 'part') expect(seen.gaps.length).toBeGreaterThan(0);
    expect(seen.accounts.map((account) => account.account)).toContain(world.lab.chinaums.bill.truth.account);
    expect(seen.observed).toEqual(before.observed);
    await tab.close();
  });

  test('a query that finds nothing', async () => {
    tab = await signIn(world.driver);
    world.lab.chinaums.trouble = { kind: 'empty' };
    const page = await world.driver.open('https://service.chinaums.com/uisportal/accountCheckDetailQry/toDetail');
    await until('暂无数据', () => page.run(() => document.querySelector('.no-data') !== null), Boolean);
    await givesNothing(page, 'empty');
  });

  test('signed out', async () => {
    await givesNothing(await world.driver.open('https://service.chinaums.com/uisportal/login'), 'signed-out');
  });

  test('maintenance', async () => {
    world.lab.chinaums.trouble = { kind: 'maintenance' };
    await givesNothing(await world.driver.open('https://service.chinaums.com/uisportal/index_r'), 'maintenance');
  });

  test('a list inside a frame of another origin', async () => {
    const page = await world.driver.open(`${ACQUIRER}/embedded`);
    const seen = await check(world, page);
    expect(['part', 'not-a-known-page']).toContain(seen.outcome);
    expect(seen.gaps.join('\n')).toMatch(/另一个网站|another site|frames\.example-acquirer\.test/);
    await page.close();
  });

  test.each(['/help', '/stock'])('nothing about money: %s', async (path) => {
    await givesNothing(await world.driver.open(`${ACQUIRER}${path}`), 'not-a-known-page');
  });
});
