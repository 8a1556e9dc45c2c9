import { afterEach, describe, expect, test } from 'vitest';
import { daysOf } from '../../src/money/day.ts';
import { type Tab, until, type View } from '../browsers/driver.ts';
import { DRIVERS } from '../browsers/drivers.ts';
import { SWITCHING } from '../portals/example-acquirer/portal.ts';
import { chain } from './kept-book.ts';
import { check, look, press } from './panel.ts';
import { capturesOf, openCapture, undo } from './taking-back.ts';
import { ACQUIRER, openDetail, openWorld, signIn, type World } from './world.ts';

const FEWER = 300;

async function openDesk(world: World, captures: number): Promise<Tab> {
  const desk = await world.driver.page('desk.html');
  await until(
    'the captures',
    () => capturesOf(desk),
    (seen) => seen.length === captures,
  );
  return desk;
}

/** The days of the calendar, from the oldest month that was read. */
async function calendar(desk: View): Promise<Map<string, { state: string; rows: number }>> {
  const all = new Map<string, { state: string; rows: number }>();
  for (;;) {
    const shown = await until(
      'the calendar',
      () =>
        desk.run(() =>
          [...document.querySelectorAll<HTMLElement>('[data-testid="day"]')].map(
            ({ dataset }) => [dataset['day'] ?? '', dataset['state'] ?? '', dataset['rows'] ?? ''] as const,
          ),
        ),
      (days) => days.length > 0 && days.every(([, , rows]) => rows !== '') && !all.has(days[0]?.[0] ?? ''),
    );
    for (const [day, state, rows] of shown) all.set(day, { state, rows: Number(rows) });
    const more = await desk.run(() => {
      const earlier = document.querySelector<HTMLButtonElement>('[data-testid="calendar-earlier"]');
      const can = earlier?.disabled === false;
      if (can) earlier.click();
      return can;
    });
    if (!more) return all;
  }
}

describe.each(DRIVERS)('what was read, in the desk, in $name', (spec) => {
  let world: World | null = null;
  afterEach(async () => {
    await world?.close();
    world = null;
  });

  test('is listed, shown, taken back and proved; the calendar follows', async () => {
    world = await openWorld(spec, 'zh-CN', { rows: FEWER });
    const { truth } = world.lab.chinaums.bill;
    const tab = await signIn(world.driver);
    await openDetail(tab);
    await check(world, tab);
    await world.driver.closePopup();
    expect((await check(world, tab)).counts?.added).toBe(0);
    await world.driver.closePopup();

    const desk = await openDesk(world, 2);
    const before = await look(desk);
    const days = await calendar(desk);
    for (const day of daysOf({ from: truth.from, to: truth.to })) expect(days.get(day)?.state, day).toBe('whole');
    const kept = [...days.values()].reduce((sum, { rows }) => sum + rows, 0);
    expect(kept).toBeGreaterThanOrEqual(truth.rows);
    expect(await chain(desk)).toContain('完好，共 2 次');

    // What it saw, as text.
    await openCapture(desk, 1);
    await press(desk, 'capture-seen');
    const rows = await until(
      'what it saw',
      () =>
        desk.run(() =>
          [...document.querySelectorAll<HTMLElement>('[data-testid="seen-row"]')].map((row) => row.textContent),
        ),
      (seen) => seen.length > 0,
    );
    expect(rows.length).toBeLessThanOrEqual(50);

    expect(await undo(desk, 2)).toContain('账本里的行没有变');
    const again = await look(desk);
    expect([again.observed, again.derived, again.predicted]).toEqual([
      before.observed,
      before.derived,
      before.predicted,
    ]);
    expect(await chain(desk)).toContain('完好，共 2 次');

    expect(await undo(desk, 1)).toMatch(/^已撤回：[1-9]\d* 行移出账本/);
    await until(
      'the items to go',
      async () => (await look(desk)).accounts.flatMap(({ items }) => items),
      (items) => items.length === 0,
    );
    const [account] = (await look(desk)).accounts;
    expect(account?.text).toContain('账本里现在没有这个账户的记录');
    expect(account?.text).not.toMatch(/还没有读全|不完整|可能已过时/);
    await until(
      'the calendar to be empty',
      () => desk.run(() => document.querySelectorAll('[data-testid="day"]').length),
      (shown) => shown === 0,
    );
    expect(await capturesOf(desk)).toEqual([
      { seq: 2, state: 'undone' },
      { seq: 1, state: 'undone' },
    ]);
    expect(await chain(desk)).toContain('完好，共 2 次');
  });

  test('the calendar goes by the keyboard and says what to do about a day', async () => {
    world = await openWorld(spec, 'en', { rows: FEWER });
    const tab = await signIn(world.driver);
    await openDetail(tab);
    await check(world, tab);
    await world.driver.closePopup();
    const desk = await openDesk(world, 1);
    const key = (name: string) =>
      desk.run((pressed) => {
        const from = document.querySelector<HTMLElement>('[data-testid="day"][tabindex="0"]');
        from?.focus();
        from?.dispatchEvent(new KeyboardEvent('keydown', { key: pressed, bubbles: true, cancelable: true }));
      }, name);
    const focused = () =>
      desk.run(() => (document.activeElement instanceof HTMLElement ? document.activeElement.dataset['day'] : null));
    const start = await until(
      'a day to be reachable',
      () => desk.run(() => document.querySelector<HTMLElement>('[data-testid="day"][tabindex="0"]')?.dataset['day']),
      (day) => day !== undefined,
    );
    for (const name of ['PageUp', 'PageUp', 'PageUp', 'PageUp', 'ArrowLeft']) {
      const at = await focused();
      await key(name);
      await until('the focus to move', focused, (day) => day !== undefined && day !== null && day !== at);
    }
    const at = await focused();
    expect(String(at) < String(start)).toBe(true);
    const note = await desk.run(() => document.querySelector('[data-testid="day-note"]')?.textContent ?? '');
    expect(note).not.toBe('');
    expect(await desk.run(() => document.querySelectorAll('[data-testid="day"][tabindex="0"]').length)).toBe(1);
    const label = await desk.run(() => document.activeElement?.getAttribute('aria-label') ?? '');
    expect(label).toMatch(/complete|in part|not read|not published yet/);
  });

  test('a merchant that is switched in the middle of a walk is refused, and no row is kept', async () => {
    world = await openWorld(spec, 'zh-CN');
    const tab = await world.driver.open(`${ACQUIRER}/switching`);
    const seen = await check(world, tab);
    expect(seen.outcome).toBe('changed');
    for (const number of SWITCHING) expect(seen.gaps.join()).toContain(number);
    expect(seen.accounts).toEqual([]);
    const desk = await world.driver.page('desk.html');
    await until(
      'the desk',
      () => look(desk),
      ({ text }) => text.includes('还没有读取过'),
    );
  });
});
