import { expect, test } from 'vitest';
import { NEVER_READ } from '#records/arrears.ts';
import { computeArrears } from './compute.ts';
import { summarise } from './summarise.ts';
import { knowing, refund, row, yuan } from './testing.ts';

const UMS = 'chinaums:898310148160568';
const SITE = 'site:portal.example.com:?';

test('every account has its line, who owes most first, with its name and how whole its knowledge is', () => {
  const knowledge = new Map([
    [UMS, knowing('2026-11-01', '2026-11-22')],
    ['alipay:2088000000000156', knowing('2026-11-01', '2026-11-22', { whole: false })],
  ]);
  const arrears = computeArrears({
    entries: [
      refund('2026-11-22', 30),
      row({ account: SITE, day: '2026-11-22', ledger: 'notice', kind: 'balance', balance: yuan(-88) }),
    ],
    knowledge,
    terms: null,
    asOf: '2026-11-23',
  });
  const summary = summarise({
    arrears,
    accounts: [
      { id: UMS, provider: 'chinaums', merchantNumber: '898310148160568', name: '沪上鲜果店', label: '总店' },
      {
        id: 'alipay:2088000000000156',
        provider: 'alipay',
        merchantNumber: '2088000000000156',
        name: null,
        label: null,
      },
    ],
    knowledge,
    lastCheck: null,
    at: '2026-11-23T03:00:00.000Z',
  });
  expect(summary.accounts.map((one) => [one.account, one.provider, one.name, one.items.length])).toEqual([
    [SITE, 'site:portal.example.com', null, 1],
    [UMS, 'chinaums', '总店', 1],
    ['alipay:2088000000000156', 'alipay', null, 0],
  ]);
  expect(summary.accounts[0]).toMatchObject({ merchantNumber: null, knowledge: { readAt: NEVER_READ, whole: false } });
  expect(summary.accounts[2]?.knowledge.whole).toBe(false);
  expect(summary.totals).toEqual(arrears.totals);
});
