import { expect, test } from 'vitest';
import type { Item, Summary } from '#records/arrears.ts';
import { lookAgain } from './look-again.ts';

const item = (due: Item['due'], state: Item['state'] = 'due') => ({ due, state }) as Item;
const summaryOf = (readAt: string, items: readonly Item[] = []): Summary => ({
  version: 1,
  at: readAt,
  asOf: '2026-11-23',
  totals: [],
  accounts: [
    {
      account: 'chinaums:1',
      provider: 'chinaums',
      merchantNumber: '1',
      name: null,
      knowledge: { readAt, from: null, to: null, whole: true, gaps: [] },
      items,
    },
  ],
  lastCheck: null,
});

const NOON = '2026-11-23T12:00:00.000Z';

test.each([
  ['nothing due: when knowledge grows old', summaryOf(NOON), { day: '2026-11-30', why: 'age' }],
  [
    'due far ahead: still when knowledge grows old',
    summaryOf(NOON, [item('2027-10-13')]),
    { day: '2026-11-30', why: 'age' },
  ],
  ['due soon: a week before', summaryOf(NOON, [item('2026-12-05')]), { day: '2026-11-28', why: 'due' }],
  ['due within the week: on the day', summaryOf(NOON, [item('2026-11-26')]), { day: '2026-11-26', why: 'due' }],
  ['overdue: today', summaryOf(NOON, [item('2026-11-01', 'open')]), { day: '2026-11-23', why: 'due' }],
  [
    'what was taken falls due no more',
    summaryOf(NOON, [item('2026-11-24', 'taken')]),
    { day: '2026-11-30', why: 'age' },
  ],
  ['old knowledge: today', summaryOf('2026-10-01T12:00:00.000Z'), { day: '2026-11-23', why: 'age' }],
])('%s', (_, summary, expected) => {
  expect(lookAgain(summary, '2026-11-23')).toEqual(expected);
});

test('of an account of which the book holds nothing, nothing has grown old', () => {
  expect(lookAgain(summaryOf('1970-01-01T00:00:00.000Z'), '2026-11-23')).toBeNull();
});

test('nothing was ever read: there is nothing to look at again', () => {
  expect(lookAgain({ ...summaryOf(NOON), accounts: [] }, '2026-11-23')).toBeNull();
});
