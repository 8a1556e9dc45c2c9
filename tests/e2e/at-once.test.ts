import { afterEach, describe, expect, test } from 'vitest';
import { alipayAccount, alipayZip, wechatFundflow } from '../bills/make.ts';
import { until } from '../browsers/driver.ts';
import { DRIVERS } from '../browsers/drivers.ts';
import { takeIn } from './bill-files.ts';
import { chain, troubleIn, wholeBook } from './kept-book.ts';
import { ended, jobOf, startCheck } from './panel.ts';
import { openDetail, openWorld, signIn, type World } from './world.ts';

describe.each(DRIVERS)('two desks and the popup at once, in $name', (spec) => {
  let world: World | null = null;
  afterEach(async () => {
    await world?.close();
    world = null;
  });

  test('lose nothing and double nothing', async () => {
    world = await openWorld(spec, 'zh-CN', { rows: 300 });
    const { driver, lab } = world;
    const desks = [await driver.page('desk.html'), await driver.page('desk.html')] as const;
    const tab = await signIn(driver);
    await openDetail(tab);
    const { popup } = await startCheck(world, tab);
    const bills = [1, 2, 3].map((seed) => wechatFundflow({ seed, sales: 300 }));
    for (const bill of bills) {
      // The same bill in both.
      const [one, other] = await Promise.all(desks.map((desk) => takeIn(desk, bill)));
      const rows = bill.truth.rows;
      expect([one?.added, other?.added].toSorted(), 'rows are added once').toEqual([0, rows]);
      expect([one?.existing, other?.existing].toSorted()).toEqual([0, rows]);
    }
    const different = [wechatFundflow({ seed: 4, sales: 300 }), alipayZip(alipayAccount())] as const;
    const [wechat, alipay] = await Promise.all([takeIn(desks[0], different[0]), takeIn(desks[1], different[1])]);
    expect([wechat.existing, alipay.existing]).toEqual([0, 0]);
    // The popup tells of whatever came last, which may be a bill; the job's own record tells of the job.
    await ended(popup);
    const end = (await jobOf(popup))?.end;
    expect(end).toMatchObject({ outcome: 'read', gaps: [], existing: 0, rejected: 0 });
    expect(end?.added).toBeGreaterThanOrEqual(lab.chinaums.bill.truth.rows);

    const { rows, captures } = await wholeBook(desks[0]);
    const files = bills.reduce((sum, { truth }) => sum + truth.rows, wechat.added + alipay.added);
    expect({ rows, captures: captures.length }).toEqual({ rows: files + (end?.added ?? 0), captures: 9 });
    for (const desk of desks) {
      await until(
        'both desks to show all',
        () => desk.run(() => document.querySelectorAll('[data-testid="desk-capture"]').length),
        (count) => count === 9,
      );
      expect(await chain(desk)).toContain('完好，共 9 次');
      expect(await troubleIn(desk)).toBeNull();
    }
  });
});
