import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Driver, until } from '../browsers/driver.ts';
import { DRIVERS } from '../browsers/drivers.ts';
import { storyBill, yuan } from '../portals/chinaums/bill.ts';
import { COLUMNS, MERCHANT } from '../portals/chinaums/columns.ts';
import { openAudit, openDetail, openWorld, signIn, type World } from './world.ts';

const cents = (text: string): number => Math.round(Number(text) * 100);

describe('the bill of the lab', () => {
  const { rows, truth } = storyBill({ today: '2026-11-23', seed: 1, merchant: MERCHANT, count: 5000 });

  test('is the same for the same seed and day', () => {
    expect(storyBill({ today: '2026-11-23', seed: 1, merchant: MERCHANT, count: 5000 }).rows).toEqual(rows);
  });

  test('has 5 000 rows of 25 columns, newest first, ending yesterday', () => {
    expect(rows).toHaveLength(5000);
    expect(rows.map((row) => row.清算日期)).toEqual(
      rows
        .map((row) => row.清算日期)
        .toSorted()
        .reverse(),
    );
    expect(truth).toMatchObject({ rows: 5000, pages: 50, to: '2026-11-22', from: '2025-09-22' });
    expect(Object.keys(rows[0] ?? {})).toEqual([...COLUMNS]);
  });

  test('nets the SIM fee, and nothing else, from four swipes', () => {
    const odd = rows.filter((row) => cents(row.清算金额) !== cents(row.交易金额) - cents(row.手续费));
    expect(odd.map((row) => cents(row.交易金额) - cents(row.手续费) - cents(row.清算金额))).toEqual([
      3600, 3600, 3600, 3600,
    ]);
    expect(odd.map((row) => [row.终端号, row.备注]).toSorted()).toEqual([
      ['10020001', '流量费'],
      ['10020001', '流量费'],
      ['10020002', ''],
      ['10020002', ''],
    ]);
  });

  test('is short on the last day and on the healed day, and on no other', () => {
    const byDay = new Map<string, number>();
    for (const row of rows) byDay.set(row.清算日期, (byDay.get(row.清算日期) ?? 0) + cents(row.清算金额));
    const short = [...byDay].filter(([, net]) => net < 0);
    expect(short.map(([day]) => day)).toEqual([truth.refundDay, truth.healedDay].map((day) => day.replaceAll('-', '')));
    expect(yuan(-(short[0]?.[1] ?? 0))).toBe(yuan(truth.derived));
  });
});

describe.each(DRIVERS)('the lab in $name', (spec) => {
  let world: World;
  let driver: Driver;
  beforeAll(async () => {
    world = await openWorld(spec);
    driver = world.driver;
  });
  afterAll(() => world.close());

  test('stands under the real host name, asks for signing in, and shows the bill in its frame', async () => {
    const tab = await signIn(driver);
    expect(await tab.run(() => location.host)).toBe('service.chinaums.com');
    await openDetail(tab);
    const seen = await tab.run(() => {
      const inside = document.querySelector('iframe')?.contentDocument;
      return {
        count: inside?.querySelector('#count')?.textContent,
        headers: [...(inside?.querySelectorAll('#detail th') ?? [])].map((th) => th.textContent),
        rows: inside?.querySelectorAll('#detail tbody tr').length,
      };
    });
    expect(seen).toEqual({ count: '根据输入条件共查询到 5000 条', headers: [...COLUMNS], rows: 100 });
    await openAudit(tab);
    await tab.run(() =>
      document.querySelector('iframe')?.contentDocument?.querySelector<HTMLElement>('.btn-next')?.click(),
    );
    await until(
      'the second page',
      () =>
        tab.run(() => document.querySelector('iframe')?.contentDocument?.querySelector('li.active')?.textContent ?? ''),
      (page) => page === '2',
    );
    expect(world.lab.pressed.at(-1)).toMatchObject({ event: 'click', classes: 'btn-next' });
  });

  test('is all the network there is', async () => {
    const outside = await driver.open('https://service.chinaums.com/');
    const answer = await outside.run(() =>
      fetch('https://example.com/', { mode: 'no-cors' }).then(() => 'answered', String),
    );
    if (spec.name === 'firefox') expect(answer).not.toBe('answered');
    expect(world.lab.strangers).toContain('example.com');
  });
});
