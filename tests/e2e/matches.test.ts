import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, type Day } from '../../src/money/day.ts';
import { type Tab, until } from '../browsers/driver.ts';
import { DRIVERS } from '../browsers/drivers.ts';
import { type Bill, takeIn } from './bill-files.ts';
import { openDesk, openWorld, type World } from './world.ts';

/** Days count back from today: the desk shows the last three months by itself. */
const ago = (days: number): Day => addDays(new Date().toISOString().slice(0, 10) as Day, -days);
const compact = (day: Day): string => day.replaceAll('-', '');
const file = (name: string, lines: readonly string[]): Bill => ({
  name,
  bytes: new TextEncoder().encode(`${lines.join('\n')}\n`),
});

/** Three settlement days of a Lakala merchant: 99.40 and 198.80, 497.00, 298.20. */
const SETTLED = file('JS_settled.txt', [
  '商户编号|交易日期|交易时间|终端号|拉卡拉流水号|交易金额(分)|手续费(分)|结算金额(分)|结算日期|结算状态',
  ...(
    [
      [31, '66210301', 10_000, 60],
      [31, '66210302', 20_000, 120],
      [30, '66210303', 50_000, 300],
      [29, '66210304', 30_000, 180],
    ] as const
  ).map(([days, number, amount, fee]) =>
    [
      '822290070111135',
      compact(ago(days)),
      '091502',
      'A1B2C3D4',
      number,
      amount,
      fee,
      amount - fee,
      compact(ago(days - 1)),
      '已结算',
    ].join('|'),
  ),
]);

/** The bank: the first day arrived whole, of the second 99.00 are missing, the third did not arrive. */
const BANK = file('bank.csv', [
  '交易日期,摘要,收入,支出,余额,对方户名',
  `${ago(40)},转账,100.00,,1100.00,张三`,
  `${ago(30)},银联入账,298.20,,1398.20,拉卡拉支付股份有限公司`,
  `${ago(29)},银联入账,398.00,,1796.20,拉卡拉支付股份有限公司`,
  `${ago(2)},转账,,50.00,1746.20,李四`,
]);

interface Seen {
  readonly state: string;
  readonly way: string;
  readonly text: string;
}

describe.each(DRIVERS)('reconciliation in the desk, in $name', (spec) => {
  let world: World;
  let desk: Tab;

  const show = async (choice: string): Promise<void> => {
    await until(
      'the choices',
      () => desk.run((id) => document.querySelector(`[data-testid="matches-${id}"]`) !== null, choice),
      Boolean,
    );
    await desk.run((id) => document.querySelector<HTMLElement>(`[data-testid="matches-${id}"]`)?.click(), choice);
  };
  const seen = (): Promise<Seen[]> =>
    desk.run(() =>
      [...document.querySelectorAll<HTMLElement>('[data-testid="match"]')].map((match) => ({
        state: match.dataset['state'] ?? '',
        way: match.dataset['way'] ?? '',
        text: match.textContent,
      })),
    );

  beforeAll(async () => {
    world = await openWorld(spec);
    desk = await openDesk(world);
  });
  afterAll(() => world.close());

  test('with neither a settlement list nor a statement it says what to drop', async () => {
    await until(
      'the sentence',
      () => desk.run(() => document.querySelector('[data-testid="matches-none"]')?.textContent ?? ''),
      (text) => text.length > 20,
    );
  });

  test('what arrived, what was taken on the way, and what nobody has seen yet', async () => {
    expect(await takeIn(desk, SETTLED)).toMatchObject({ state: 'reading', added: 4 });
    expect(await takeIn(desk, BANK)).toMatchObject({ state: 'reading', added: 4 });
    await show('matched');
    const [matched] = await until('the one that arrived', seen, (found) => found.length === 1);
    expect(matched).toMatchObject({ state: 'matched', way: 'amount' });
    expect(matched?.text).toContain('298.20');
    await show('under');
    const [under] = await until('the short one', seen, (found) => found[0]?.state === 'under');
    expect(under?.text).toContain('497.00');
    expect(under?.text).toContain('99.00');
  });

  test('a refused match is remembered: after a reload it is not joined again', async () => {
    await show('matched');
    await until('the one that arrived', seen, (found) => found[0]?.state === 'matched');
    await desk.run(() => document.querySelector<HTMLElement>('[data-testid="match-refuse"]')?.click());
    await until('it to go', seen, (found) => found.length === 0);
    await desk.goto(await desk.run(() => location.href));
    await show('matched');
    await until(
      'none to be counted',
      () => desk.run(() => document.querySelector('[data-testid="matches-matched"]')?.parentElement?.textContent ?? ''),
      (text) => /[(（]0[)）]/.test(text),
    );
    // The choices are drawn anew with a newer answer, and a press on the old ones is lost with them.
    const shown = async () => {
      await show('matched');
      return seen();
    };
    await until('none to be shown', shown, (found) => found.length === 0);
  });
});
