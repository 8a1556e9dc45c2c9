import { afterEach, describe, expect, test } from 'vitest';
import { wechatFundflow } from '../bills/make.ts';
import { type Tab, until } from '../browsers/driver.ts';
import { DRIVERS } from '../browsers/drivers.ts';
import { seeded } from '../portals/random.ts';
import { type Bill, drop, pressOn, resultOf } from './bill-files.ts';
import { chain, keptBook, troubleIn, wholeBook } from './kept-book.ts';
import { jobOf, look, press, startCheck } from './panel.ts';
import { openDesk, openDetail, openWorld, signIn, type World } from './world.ts';

const KILLS = 4;
const BILLS = Array.from({ length: 12 }, (_, n) => {
  const { bytes, truth } = wechatFundflow({ seed: n + 1, sales: 500 });
  return { name: `资金账单-${n + 1}.csv`, bytes, rows: truth.rows };
});

/** Drops all of them at once, as a merchant drops a folder's worth, and says yes to all; they are taken in one after another. */
async function dropAll(desk: Tab, bills: readonly Bill[]): Promise<void> {
  await drop(desk, ...bills);
  await until(
    'the bills to be listed',
    () => desk.run(() => document.querySelectorAll('[data-testid="file-result"]').length),
    (count) => count === bills.length,
  );
  if (bills.length > 1) return press(desk, 'files-take-all');
  for (const { name } of bills) {
    await resultOf(desk, name);
    await pressOn(desk, name, 'file-take');
  }
}

describe.each(DRIVERS)('a browser that is killed, in $name', (spec) => {
  let world: World | null = null;
  afterEach(async () => {
    await world?.close();
    world = null;
  });

  test('leaves whole captures, whatever it was doing; the desk shows no more than they hold', async () => {
    const random = seeded(20_261_127);
    world = await openWorld(spec, 'zh-CN', { rows: 300 });
    let kept: readonly string[] = [];
    const kill = async (): Promise<Tab> => {
      const before = kept;
      await world?.killed();
      if (!world) throw new Error('no world');
      const desk = await openDesk(world);
      await until(
        'the book to be opened',
        () => keptBook(desk),
        (book) => book !== null,
      );
      const book = await wholeBook(desk);
      for (const { place, added, existing } of book.captures) {
        expect(added + existing, place).toBe(BILLS.find(({ name }) => name === place)?.rows);
      }
      kept = book.captures.map(({ place }) => place);
      expect(kept.slice(0, before.length), 'what was kept before').toEqual(before);
      expect(await desk.run(() => document.querySelectorAll('[data-testid="file-result"]').length)).toBe(0);
      return desk;
    };
    let desk = await openDesk(world);
    for (let kills = 0; kills < KILLS; kills += 1) {
      const left = BILLS.filter(({ name }) => !kept.includes(name));
      const shown = await desk.run(() => document.querySelectorAll('[data-testid="file-result"]').length);
      expect(shown).toBe(0);
      await dropAll(desk, left);
      const first = left[0]?.name ?? '';
      await until(
        'the first bill to be read',
        () => desk.run((name) => document.querySelector<HTMLElement>(`[data-file="${name}"]`)?.dataset['state'], first),
        (state) => state !== 'waiting',
      );
      const moment = random.between(0, 700);
      await desk.run((ms) => new Promise((done) => setTimeout(done, ms)), moment);
      desk = await kill();
    }
    await until(
      'the captures to be listed',
      () => desk.run(() => document.querySelectorAll('[data-testid="desk-capture"]').length),
      (count) => count === kept.length,
    );
    if (kept.length > 0) expect(await chain(desk)).toContain(`完好，共 ${kept.length} 次`);
    expect(await troubleIn(desk)).toBeNull();

    // A walk that is cut off is taken in as what it is at the next start, and the merchant is told.
    const tab = await signIn(world.driver);
    await openDetail(tab);
    const { popup } = await startCheck(world, tab);
    await until(
      'the second page',
      () => jobOf(popup),
      (job) => (job?.page ?? 0) >= 2,
    );
    await world.killed();
    desk = await openDesk(world);
    const book = await until(
      'the pages to be taken in',
      () => keptBook(desk),
      (now) => now !== null && now.captures.length === kept.length + 1 && now.staged.length === 0,
    );
    await wholeBook(desk);
    expect(book?.captures.at(-1)?.gaps).toContain('interrupted');
    const about = await world.driver.open('about:blank');
    const told = await until(
      'the popup',
      () => world?.driver.click(about).then(look) ?? Promise.reject(),
      (seen) => seen.outcome !== null,
    );
    expect(told.outcome).toBe('part');
    expect(told.gaps.join()).toContain('打断');
  });
});
