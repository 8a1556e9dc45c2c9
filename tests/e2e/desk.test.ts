import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { alipayAccount, alipayBusiness, alipayZip, wechatFundflow, wechatTrade } from '../bills/make.ts';
import { type Tab, until } from '../browsers/driver.ts';
import { DRIVERS } from '../browsers/drivers.ts';
import { type Bill, takeIn } from './bill-files.ts';
import { openDesk, openWorld, type World } from './world.ts';

const real = (path: string): Bill => ({
  name: path.split('/').at(-1) ?? path,
  bytes: readFileSync(new URL(`../bills/files/${path}`, import.meta.url)),
});

const MADE = [
  { bill: wechatFundflow(), account: 'wechatpay:1900009231' },
  { bill: wechatTrade('ALL', { seed: 3 }), account: 'wechatpay:1900009231' },
  { bill: alipayZip(alipayAccount()), account: 'alipay:2088101234560156' },
  // It states no totals of its own: only its fees are held against its rates.
  { bill: alipayBusiness(), account: 'alipay:2088101234560156', statesTotals: false },
];

const REAL = [
  'deg/example/wechat/example-wechat-records.csv',
  'deg/example/wechat/example-wechat-records.xlsx',
  'deg/example/alipay/example-alipay-records.csv',
  'daoru/examples/import_only/downloads/支付宝交易明细(20230210-20230213).csv',
  'preciouss/tests/fixtures/wechat_sample.xlsx',
  'china-bean-importers/boc_debit.pdf',
  'china-bean-importers/icbc_debit.pdf',
];

describe.each(DRIVERS)('bill files in the desk, in $name', (spec) => {
  let world: World;
  let desk: Tab;
  beforeAll(async () => {
    world = await openWorld(spec);
    desk = await openDesk(world);
  });
  afterAll(() => world.close());

  test.each(MADE)(
    '$bill.name is read, whatever can be compared agrees, and a second time adds nothing',
    async ({ bill, account, statesTotals = true }) => {
      const first = await takeIn(desk, bill);
      expect(first).toMatchObject({ state: 'reading', outcome: 'read' });
      expect(first.added).toBeGreaterThan(0);
      expect(first.controls.length > 0).toBe(statesTotals);
      expect(first.checks.length).toBeGreaterThan(0);
      expect([...first.controls, ...first.checks]).not.toContain(false);
      if (account !== null) {
        await until(
          'the account to be shown',
          () =>
            desk.run(() =>
              [...document.querySelectorAll<HTMLElement>('[data-testid="desk-account"]')].map(
                (a) => a.dataset['account'],
              ),
            ),
          (accounts) => accounts.includes(account),
        );
      }
      const again = await takeIn(desk, bill);
      expect({ added: again.added, existing: again.existing }).toEqual({ added: 0, existing: first.added });
    },
  );

  test('a buyer’s own bill raises no alarm about what the provider keeps for its merchants', async () => {
    await takeIn(desk, real('deg/example/wechat/example-wechat-records.csv'));
    const told = await until(
      'the calendar of the newest account',
      () =>
        desk.run(() => {
          const account = document.querySelector<HTMLSelectElement>('[data-testid="coverage-account"]')?.value ?? '';
          const risks = [...document.querySelectorAll<HTMLElement>('[data-testid="risk"]')];
          return {
            account,
            risks: risks.filter(({ dataset }) => dataset['account'] === account).length,
            keeping: document.querySelectorAll('[data-testid="keeping"]').length,
          };
        }),
      ({ account }) => account === 'wechatpay:?',
    );
    expect(told).toMatchObject({ risks: 0, keeping: 0 });
  });

  test.each(REAL)('the real %s is taken in', async (path) => {
    const seen = await takeIn(desk, real(path));
    expect(seen.state).toBe('reading');
    expect(['read', 'part']).toContain(seen.outcome);
    expect(seen.added + seen.existing).toBeGreaterThan(0);
  });

  test.each([
    { name: 'empty.csv', bytes: new Uint8Array() },
    { name: 'letter.txt', bytes: new TextEncoder().encode('Dear Sir,\nthis is no bill.\n') },
    { name: 'broken.zip', bytes: new Uint8Array([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]) },
    { name: 'cut.csv', bytes: wechatFundflow({ seed: 9 }).bytes.slice(0, 3000) },
  ])('$name has its outcome and its sentence', async (bill) => {
    const seen = await takeIn(desk, bill);
    expect(seen.text.length).toBeGreaterThan(bill.name.length + 5);
    expect(seen.outcome).not.toBe('read');
  });

  test('every part of the desk can be reached from its head', async () => {
    const { headings, ways } = await desk.run(() => ({
      headings: [...document.querySelectorAll('main h2[id]')].map(({ id }) => id),
      ways: [...document.querySelectorAll('.sections a')].map((way) => way.getAttribute('href')?.slice(1)),
    }));
    expect(headings.length).toBeGreaterThan(7);
    // What is owed stands right below.
    expect(ways).toEqual(headings.filter((id) => id !== 'figures-title'));
  });

  test('what was taken in is listed', async () => {
    const captures = await until(
      'the captures',
      () => desk.run(() => document.querySelectorAll('[data-testid="desk-capture"]').length),
      (count) => count > 0,
    );
    expect(captures).toBeGreaterThanOrEqual(MADE.length);
  });
});
