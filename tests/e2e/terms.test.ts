import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Tab, until } from '../browsers/driver.ts';
import { DRIVERS } from '../browsers/drivers.ts';
import { type Bill, takeIn } from './bill-files.ts';
import { openDesk, openWorld, type World } from './world.ts';

const two = (n: number): string => String(n).padStart(2, '0');

/** Twenty sales at 0.63 %, then the case that the news told of: 30 580.00 charged 917.34, which is 2.99 % and 3.00. */
const TRADES: Bill = {
  name: '898310148160568_MX.csv',
  bytes: new TextEncoder().encode(
    [
      '商户号,商户名称,清算日期,交易日期,交易时间,终端号,交易类型,卡类型,交易金额,手续费,清算金额,流水号,参考号,商户订单号,退货订单号,备注',
      ...Array.from({ length: 20 }, (_, n) => {
        const amount = 1000 + n * 100;
        const fee = (amount * 0.0063).toFixed(2);
        return `898310148160568,老王面馆,202512${two(n + 2)},202512${two(n + 1)},12:00:00,10020000,消费,贷记卡,${amount}.00,${fee},${(amount - Number(fee)).toFixed(2)},${n + 1},5000${n},,,`;
      }),
      '898310148160568,老王面馆,20251224,20251223,12:00:00,10020000,消费,贷记卡,30580.00,917.34,29662.66,21,50020,,,',
    ].join('\r\n'),
  ),
};

describe.each(DRIVERS)('agreed terms in the desk, in $name', (spec) => {
  let world: World;
  let desk: Tab;

  const fill = async (id: string, text: string): Promise<void> => {
    await until(
      'the field',
      () => desk.run((name) => document.querySelector(`[data-testid="${name}"]`) !== null, id),
      Boolean,
    );
    await desk.run(
      (name, value) => {
        const field = document.querySelector<HTMLInputElement>(`[data-testid="${name}"]`);
        if (!field) return;
        field.value = value;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      },
      id,
      text,
    );
  };
  const press = (id: string): Promise<unknown> =>
    desk.run((name) => document.querySelector<HTMLElement>(`[data-testid="${name}"]`)?.click(), id);
  const state = (): Promise<string> =>
    desk.run(() => document.querySelector<HTMLElement>('[data-testid="terms-state"]')?.dataset['state'] ?? '');
  const items = (): Promise<string[]> =>
    desk.run(() =>
      [...document.querySelectorAll<HTMLElement>('[data-testid="item"]')].map((item) =>
        [
          item.dataset['code'],
          item.dataset['state'],
          item.querySelector<HTMLDataElement>('data')?.value,
          ...[...item.querySelectorAll<HTMLElement>('.cause')].map((cause) => cause.dataset['cause']),
        ].join(' '),
      ),
    );

  const openRow = (text: string): Promise<boolean> =>
    desk.run((wanted) => {
      const rows = [...document.querySelectorAll<HTMLElement>('[data-testid="list-row"]')];
      const row = rows.find((one) => one.textContent.includes(wanted));
      (row?.querySelector<HTMLElement>('button') ?? row)?.click();
      return row !== undefined;
    }, text);

  beforeAll(async () => {
    world = await openWorld(spec);
    desk = await openDesk(world);
    await takeIn(desk, TRADES);
  });
  afterAll(async () => world?.close());

  test('what is not as agreed is claimable to the cent once the terms are entered', async () => {
    expect(await until('what was taken', items, (all) => all.length > 0)).toEqual([
      'MDR_DELTA taken 724.69 rate-rise fixed-add-on',
    ]);
    await press('terms-add-line');
    await fill('terms-rate-0', 'sechs');
    await press('terms-keep');
    await until('the mistake', state, (now) => now === 'wrong');
    expect(
      await desk.run(() => document.querySelector('[data-testid="terms-rate-0"]')?.getAttribute('aria-invalid')),
    ).toBe('true');
    // A line for settling at once says what is kept: empty, it agrees to nothing.
    await press('terms-add-instant');
    await fill('terms-rate-0', '0.63');
    await press('terms-keep');
    await until(
      'the empty line',
      () =>
        desk.run(() => document.querySelector('[data-testid="terms-instant-rate-0"]')?.getAttribute('aria-invalid')),
      (wrong) => wrong === 'true',
    );
    await fill('terms-instant-fixed-0', '3');
    await fill('terms-upTo-0', '50000');
    await press('terms-keep');
    await until('the terms kept', state, (now) => now === 'kept');
    expect(await until('the claim', items, (all) => all.join().includes('claimable'))).toEqual([
      'MDR_DELTA claimable 724.69 rate-rise fixed-add-on',
    ]);
  });

  test('a row tells what its fee should have been, and what gives the fee that it was', async () => {
    await until('the row', () => openRow('30,580.00'), Boolean);
    const check = await until(
      'the check',
      () => desk.run(() => document.querySelector<HTMLElement>('[data-testid="fee-check"]')?.textContent ?? ''),
      (text) => text !== '',
    );
    for (const part of ['192.654', '917.34', '724.68', '2.99%', '3.00']) expect(check).toContain(part);
    await press('detail-close');
  });

  test('what the rows show is offered, and what was entered is there when the desk is opened again', async () => {
    await press('terms-learn');
    await until(
      'what was learned',
      () => desk.run(() => document.querySelector('[data-testid^="terms-take-"]') !== null),
      Boolean,
    );
    desk = await openDesk(world);
    await until(
      'the rate',
      () => desk.run(() => document.querySelector<HTMLInputElement>('[data-testid="terms-rate-0"]')?.value ?? ''),
      (rate) => rate === '0.63%',
    );
  });

  test('fees that are taken monthly are entered as spans, and a sale says when its fee is taken', async () => {
    await press('terms-add-monthly');
    await fill('terms-monthly-day-0', '32');
    await press('terms-keep');
    await until('the mistake', state, (now) => now === 'wrong');
    await fill('terms-monthly-day-0', '10');
    await press('terms-keep');
    await until('the terms kept', state, (now) => now === 'kept');
    await until('the row', () => openRow('30,580.00'), Boolean);
    const check = await until(
      'the check',
      () => desk.run(() => document.querySelector<HTMLElement>('[data-testid="fee-check"]')?.textContent ?? ''),
      (text) => text !== '',
    );
    expect(check).toContain('2026年1月10日');
    await press('detail-close');
  });
});
