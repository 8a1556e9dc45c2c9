import { expect, test } from 'vitest';
import { readSightings } from '#reading/read.ts';
import { fileOf, pageOf, pagerOf, tableOf } from '#reading/testing.ts';
import type { Sighting } from '#records/sighting.ts';
import { storyBill } from '../../portals/chinaums/bill.ts';
import { COLUMNS, MERCHANT, PAGE_SIZE } from '../../portals/chinaums/columns.ts';
import { sum } from './read.ts';

const CENT = 1000;
const bill = storyBill({ today: '2026-11-23', seed: 7, merchant: MERCHANT, count: 5000 });
const slashed = (day: string) => day.replaceAll('-', '/');

/** What the reader sends of the lab's bill: 50 pages in the frame, and the account home around it. */
function walked(): Sighting[] {
  const home = pageOf([tableOf('账户余额（元）', ['−1,286.40'])], {
    texts: [`当前商户：${MERCHANT.name}（${MERCHANT.number}）`, '切换商户'],
  });
  const pages = Array.from({ length: bill.truth.pages }, (_, page) => {
    const rows = bill.rows.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE);
    const table = {
      ...tableOf('', []),
      header: [...COLUMNS],
      rows: rows.map((row) => COLUMNS.map((column) => (column === '卡号' ? '621226******1234' : row[column]))),
    };
    const list = tableOf('请求时间|文件名|下载状态|操作', [
      '2026-11-22 09:12:44|898310148160568_MX_20261122091244.xlsx|已生成|下载',
    ]);
    return pageOf([table, list], {
      frame: 'top>0',
      texts: [
        `清算时间 ${slashed(bill.truth.from)} ~ ${slashed(bill.truth.to)}`,
        `根据输入条件共查询到 ${bill.truth.rows} 条`,
      ],
      pager: pagerOf(page + 1, bill.truth.pages),
    });
  });
  return [home, ...pages];
}

test("the lab's bill of 5 000 rows is read to the cent", () => {
  const { truth } = bill;
  const reading = readSightings(walked(), { source: 'page', end: 'end', today: '2026-11-23' });
  expect(reading).toMatchObject({
    outcome: 'read',
    provider: 'chinaums',
    format: 'chinaums-detail',
    accounts: [truth.account],
    names: { [truth.account]: MERCHANT.name },
    rejected: [],
    coverage: {
      from: truth.from,
      to: truth.to,
      pages: truth.pages,
      rows: truth.rows,
      statedRows: truth.rows,
      whole: true,
      gaps: [],
    },
  });
  const rows = reading.entries.filter(({ ledger }) => ledger === 'trade');
  expect([sum(rows, 'amount'), sum(rows, 'fee'), sum(rows, 'net')]).toEqual(
    [truth.amount, truth.fee, truth.net].map((cents) => cents * CENT),
  );
  const balances = reading.entries.filter(({ ledger }) => ledger === 'notice').map(({ balance }) => balance);
  expect(balances).toEqual([truth.balance * CENT]);
});

test('every deduction beside the fee is still there to be found', () => {
  const { entries } = readSightings(walked(), { source: 'page', end: 'end', today: '2026-11-23' });
  const short = entries.filter(
    ({ amount, fee, net }) => amount !== null && fee !== null && net !== null && amount - fee !== net,
  );
  const taken = bill.truth.sims.flatMap(({ terminal, cents, taken: days }) =>
    days.map((day) => `${terminal} ${day} ${cents}`),
  );
  const found = short.map(
    ({ terminal, settleDay, day, amount, fee, net }) =>
      `${terminal} ${settleDay ?? day} ${((amount ?? 0) - (fee ?? 0) - (net ?? 0)) / CENT}`,
  );
  expect(found.sort()).toEqual(taken.sort());
});

test('the same rows as an exported file mean the same', () => {
  const rows = bill.rows.slice(0, 300).map((row) => COLUMNS.map((column) => (column === '卡号' ? '' : row[column])));
  const table = { ...tableOf('', []), header: [...COLUMNS], rows };
  const context = { end: null, today: '2026-11-23' } as const;
  const fromFile = readSightings([fileOf([table])], { ...context, source: 'file' });
  const fromPage = readSightings([pageOf([table])], { ...context, source: 'page' });
  expect(fromFile.entries).toEqual(fromPage.entries);
  expect(fromFile.format).toBe('chinaums-detail');
});
