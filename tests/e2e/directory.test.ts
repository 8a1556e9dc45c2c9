import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Tab, until } from '../browsers/driver.ts';
import { DRIVERS } from '../browsers/drivers.ts';
import { openDesk, openWorld, type World } from './world.ts';

describe.each(DRIVERS)('the directory in the desk, in $name', (spec) => {
  let world: World;
  let desk: Tab;

  const look = () =>
    desk.run(() => ({
      told: document.querySelector('[data-testid="directory-told"]')?.textContent ?? '',
      alike: document.querySelector('[data-testid="directory-look-alike"]')?.textContent ?? '',
      found: [...document.querySelectorAll<HTMLDetailsElement>('[data-testid="directory-provider"]')].map((one) => ({
        id: one.dataset['provider'],
        open: one.open,
        lines: one.querySelector('[data-testid="directory-lines"]')?.textContent ?? '',
        doubtful: one.querySelectorAll('[data-testid="directory-lines"] .quiet[data-confidence]').length,
      })),
    }));

  const find = (text: string) =>
    desk.run((value) => {
      const field = document.querySelector<HTMLInputElement>('[data-testid="directory-find"]');
      if (!field) throw new Error('no field');
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }, text);

  const finding = async (text: string, done: (seen: Awaited<ReturnType<typeof look>>) => boolean) => {
    await find(text);
    return until(`what ${text} finds`, look, done);
  };

  beforeAll(async () => {
    world = await openWorld(spec);
    desk = await openDesk(world);
    await until('the directory', look, ({ found }) => found.length > 30);
  });
  afterAll(async () => world?.close());

  test('a service line of which nobody official tells is shown with its doubt and its source', async () => {
    const { found, told } = await finding('95016', (seen) => seen.found.length === 1);
    expect(found).toMatchObject([{ id: 'lakala', open: true, doubtful: 1 }]);
    expect(found[0]?.lines).toContain('95016');
    expect(found[0]?.lines).toContain('第三方');
    expect(told).toContain('1');
  });

  test('a number that the provider itself prints is no lead only', async () => {
    const { found } = await finding('1010-8989', (seen) => seen.found[0]?.id === 'ysepay');
    expect(found).toMatchObject([{ open: true, doubtful: 0 }]);
  });

  test('an unknown number is said to be neither false nor genuine', async () => {
    const { told, found } = await finding('400-123-4567', (seen) => seen.found.length === 0);
    expect(found).toEqual([]);
    expect(told).toContain('400-123-4567');
    expect(told).toContain('没有不等于假，也不等于真');
  });

  test('an address that only resembles a provider’s is warned of, and its own is not', async () => {
    const like = await finding('https://dev.baishengpay.com/login', (seen) => seen.alike !== '');
    expect(like.alike).toContain('盛付通');
    expect(like.found).toEqual([]);
    const own = await finding('https://service.chinaums.com/uisportal/', (seen) => seen.found.length === 1);
    expect(own).toMatchObject({ alike: '', found: [{ id: 'chinaums' }] });
  });
});
