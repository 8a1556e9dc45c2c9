import { afterEach, describe, expect, test } from 'vitest';
import { until } from '../browsers/driver.ts';
import { DRIVERS } from '../browsers/drivers.ts';
import { yuan } from '../portals/chinaums/bill.ts';
import { leakedCards } from './leaks.ts';
import { badgeOf, check, ended, jobOf, look, notificationsOf, press, saidOf, startCheck } from './panel.ts';
import { openAudit, openDetail, openWorld, pressedBesidesPager, signIn, strangersOf, type World } from './world.ts';

/** Enough for the whole story and for a dozen pages; reading takes the time that the pace asks for. */
const FEWER = 1200;

describe.each(DRIVERS)('one click in $name', (spec) => {
  let world: World | null = null;
  const start = async (rows = 5000): Promise<World> => {
    world = await openWorld(spec, 'zh-CN', { rows });
    return world;
  };
  afterEach(async () => {
    await world?.close();
    world = null;
  });

  test('reads 5 000 rows over 50 pages and says what is owed, since when and why', async () => {
    const here = await start();
    const { truth } = here.lab.chinaums.bill;
    const tab = await signIn(here.driver);
    await openDetail(tab);
    const pressedBefore = here.lab.pressed.length;

    const { popup } = await startCheck(here, tab);
    const pages = new Set<number>();
    await until(
      'some progress to be seen',
      async () => {
        const [job, seen] = [await jobOf(popup), await look(popup)];
        if (job && seen.progress !== null) pages.add(job.page);
        return pages.size;
      },
      (count) => count >= 3,
    );
    const seen = await ended(popup);

    expect(seen).toMatchObject({ outcome: 'read', gaps: [], counts: { rejected: 0 } });
    expect(seen.counts?.added).toBeGreaterThanOrEqual(truth.rows);
    expect({ observed: seen.observed, derived: seen.derived, predicted: seen.predicted }).toEqual({
      observed: [yuan(truth.observed)],
      derived: [yuan(truth.derived)],
      predicted: [yuan(truth.predicted)],
    });
    expect(seen.accounts.map((account) => account.account)).toEqual([truth.account]);
    expect(seen.accounts[0]?.text).toContain(truth.merchant.name);

    const items = seen.accounts[0]?.items ?? [];
    const those = (code: string, state: string) =>
      items.filter((item) => item.code === code && item.state === state).map((item) => item.amount);
    expect(those('NEG_BALANCE', 'open')).toEqual([yuan(truth.balance * -1)]);
    expect(those('REFUND_ADVANCE', 'open')).toEqual([yuan(truth.derived)]);
    expect(those('SIM_FEE', 'taken')).toEqual(truth.sims.flatMap((sim) => sim.taken.map(() => yuan(sim.cents))));
    expect(those('SIM_FEE', 'due')).toEqual(truth.sims.map((sim) => yuan(sim.cents)));
    for (const item of items) {
      expect(item.causes.length, item.text).toBeGreaterThan(0);
      expect(item.steps.length, item.text).toBeGreaterThan(0);
    }

    await popup.run(() =>
      document
        .querySelector<HTMLElement>('[data-testid="item"][data-code="NEG_BALANCE"] [data-testid="item-rows"]')
        ?.click(),
    );
    await until(
      'the rows that prove it, the stated balance among them',
      () =>
        popup.run(() =>
          [...document.querySelectorAll<HTMLDataElement>('[data-testid="rows"] [data-testid="row"] data')].map(
            ({ value }) => value,
          ),
        ),
      (values) => values.includes(yuan(truth.balance)),
    );
    // The narrowest window that a browser gives it.
    expect(await popup.run(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(await popup.run(() => document.body.scrollWidth)).toBeLessThanOrEqual(360);
    expect(await badgeOf(popup)).not.toBe('');
    expect(pressedBesidesPager(here.lab, pressedBefore)).toEqual([]);
    expect(strangersOf(here.lab)).toEqual([]);

    // What is known is shown again without waking anybody.
    await here.driver.closePopup();
    await here.driver.stopBackground();
    const again = await look(await here.driver.click(tab));
    expect({ observed: again.observed, derived: again.derived }).toEqual({
      observed: seen.observed,
      derived: seen.derived,
    });
    expect(await here.driver.backgroundRuns()).toBe(false);
  });

  test('adds nothing when pressed again, reminds once, and keeps no card number', async () => {
    const here = await start(FEWER);
    const { truth } = here.lab.chinaums.bill;
    const tab = await signIn(here.driver);
    await openDetail(tab);
    const first = await check(here, tab);
    const popup = await here.driver.click(tab);
    const reminded = await until(
      'a reminder',
      () => notificationsOf(popup),
      (ids) => ids.length > 0,
    );
    const said = await saidOf(popup);
    const again = await check(here, tab);
    expect(again.counts?.added).toBe(0);
    expect(again.counts?.existing).toBeGreaterThanOrEqual(truth.rows);
    expect(again.derived).toEqual(first.derived);
    const later = await here.driver.click(tab);
    expect(await saidOf(later)).toBe(said);
    // The screen may have put them away meanwhile; none is new.
    expect(reminded).toEqual(expect.arrayContaining(await notificationsOf(later)));

    // The newer page shows the same transactions in another shape.
    await openAudit(tab);
    const newer = await check(here, tab);
    expect(newer).toMatchObject({ outcome: 'read', counts: { added: 0 } });
    expect(newer.derived).toEqual(first.derived);

    const desk = await here.driver.page('desk.html');
    expect(await leakedCards(desk, truth.cards)).toEqual([]);
  });

  test('keeps a second merchant of the same login apart', async () => {
    const here = await start(300);
    const { bill, secondBill } = here.lab.chinaums;
    const tab = await signIn(here.driver);
    await openDetail(tab);
    const first = await check(here, tab);
    await here.driver.closePopup();
    await tab.run(() => document.querySelector<HTMLElement>('#switchMerchant')?.click());
    await until(
      'the other merchant',
      () => tab.run(() => document.querySelector('.userInfo')?.textContent ?? ''),
      (text) => text.includes(secondBill.truth.merchant.number),
    );
    await openDetail(tab);
    const second = await check(here, tab);
    expect(second).toMatchObject({ outcome: 'read', gaps: [] });
    expect(second.accounts.map(({ account }) => account).toSorted()).toEqual(
      [bill.truth.account, secondBill.truth.account].toSorted(),
    );
    expect(second.counts?.added).toBeGreaterThanOrEqual(secondBill.truth.rows);
    expect({ observed: second.observed, derived: second.derived }).toEqual({
      observed: first.observed,
      derived: first.derived,
    });
  });

  test('stops in the middle and says what is missing; the next check completes it', async () => {
    const here = await start(FEWER);
    const { truth } = here.lab.chinaums.bill;
    const tab = await signIn(here.driver);
    await openDetail(tab);
    here.lab.chinaums.trouble = { kind: 'hangs', atPage: 7 };
    const { popup } = await startCheck(here, tab);
    await until(
      'the sixth page',
      () => jobOf(popup),
      (job) => (job?.page ?? 0) >= 6,
    );
    await press(popup, 'stop');
    here.lab.chinaums.trouble = null;
    const stopped = await ended(popup);
    expect(stopped.outcome).toBe('part');
    expect(stopped.gaps.length).toBeGreaterThan(0);
    expect(stopped.counts?.added).toBeLessThan(truth.rows);
    // Nothing is claimed as exact of an account that was read in part.
    expect(stopped.observed).toEqual([yuan(truth.observed)]);

    await openDetail(tab);
    const whole = await check(here, tab);
    expect(whole).toMatchObject({ outcome: 'read', gaps: [] });
    expect((whole.counts?.added ?? 0) + (stopped.counts?.added ?? 0)).toBeGreaterThanOrEqual(truth.rows);
    expect(whole.derived).toEqual([yuan(truth.derived)]);
  });
});
