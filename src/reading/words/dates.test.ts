import { describe, expect, test } from 'vitest';
import { type DateStyle, instantOf, orderOf, parseMoment, parseTime, periodOf } from './dates.ts';

const style = (more: Partial<DateStyle> = {}): DateStyle => ({ order: null, short: null, period: null, ...more });
const read = (text: string, more: Partial<DateStyle> = {}): string => {
  const moment = parseMoment(text, style(more), 'Asia/Shanghai');
  return typeof moment === 'string' ? moment : (instantOf(moment, 'Asia/Shanghai') ?? moment.day);
};

describe('dates as sources print them', () => {
  test.each([
    ['2026-11-05', '2026-11-05'],
    ['2026/11/5', '2026-11-05'],
    ['2026.11.05', '2026-11-05'],
    ['20261105', '2026-11-05'],
    ['20260420.0', '2026-04-20'],
    ['2026年11月5日', '2026-11-05'],
    ['2026年11月5日 13时22分', '2026-11-05T13:22:00+08:00'],
    ['2026/11/5 13:22', '2026-11-05T13:22:00+08:00'],
    ['2018-02-01 04:21:23', '2018-02-01T04:21:23+08:00'],
    ['2018-02-0104:21:23', '2018-02-01T04:21:23+08:00'],
    ['`2018-02-01 04:21:23\t', '2018-02-01T04:21:23+08:00'],
    ['20261105132201', '2026-11-05T13:22:01+08:00'],
    ['20261105 132201', '2026-11-05T13:22:01+08:00'],
    ['202611051322', '2026-11-05T13:22:00+08:00'],
    ['2026-11-05 下午1:22', '2026-11-05T13:22:00+08:00'],
    ['2026-11-05 星期四 13:22:01', '2026-11-05T13:22:01+08:00'],
    ['２０２６－１１－０５', '2026-11-05'],
    ['2026-11-05T13:22:01.123', '2026-11-05T13:22:01+08:00'],
    ['5 Nov 2026', '2026-11-05'],
    ['05-Nov-26', '2026-11-05'],
    ['Thu, 5 Nov 2026', '2026-11-05'],
    ['Friday, November 6, 2026', '2026-11-06'],
    ['Sat 7 Nov 2026 at 14:05', '2026-11-07T14:05:00+08:00'],
    ['2026-11-06（周五）', '2026-11-06'],
    ['2026/11/06（金）', '2026-11-06'],
    ['民國114年11月05日', '2025-11-05'],
    ['114/11/05 13:22', '2025-11-05T13:22:00+08:00'],
    ['1151105', '2026-11-05'],
    ['Nov 5, 2026, 1:22 PM', '2026-11-05T13:22:00+08:00'],
    ['25/12/2026', '2026-12-25'],
    ['12/25/2026', '2026-12-25'],
    ['05/11/2026', 'ambiguous'],
    ['2026-02-30', 'not-a-day'],
    ['2026-11-05 25:00', 'not-a-day'],
    ['11-05', 'not-a-day'],
    ['26-11-05', 'not-a-day'],
    ['1234567890', 'not-a-day'],
    ['合计', 'not-a-day'],
    ['', 'not-a-day'],
  ])('%s → %s', (text, expected) => expect(read(text)).toBe(expected));

  test('an instant with its own offset lies on the day of the provider', () => {
    expect(parseMoment('2026-11-05T23:30:00Z', style(), 'Asia/Shanghai')).toEqual({
      day: '2026-11-06',
      time: '23:30:00',
      at: '2026-11-05T23:30:00+00:00',
    });
  });

  test('the year comes from the stated period, over a turn of the year too', () => {
    const period = { from: '2025-12-20', to: '2026-01-19' } as const;
    expect(read('12-31 13:22', { period })).toBe('2025-12-31T13:22:00+08:00');
    expect(read('1月5日', { period })).toBe('2026-01-05');
    expect(read('06-01', { period })).toBe('not-a-day');
    expect(read('12-25', { period: { from: '2024-12-20', to: '2025-12-31' } })).toBe('ambiguous');
  });

  test('two-digit years only where they are declared', () => {
    expect(read('26-11-05', { short: 'ymd' })).toBe('2026-11-05');
    expect(read('26年11月5日')).toBe('2026-11-05');
  });

  test('one proving value settles the order of a column; two that contradict settle nothing', () => {
    expect(orderOf(['05/11/2026', '25/11/2026'])).toBe('dmy');
    expect(orderOf(['11/05/2026', '11/25/2026'])).toBe('mdy');
    expect(orderOf(['25/11/2026', '11/25/2026'])).toBeNull();
    expect(read('05/11/2026', { order: 'dmy' })).toBe('2026-11-05');
  });
});

test.each([
  ['132201', '13:22:01'],
  ['91502', '09:15:02'],
  ['13:22', '13:22:00'],
  ['1:22 PM', '13:22:00'],
  ['12:05 AM', '00:05:00'],
  ['246001', null],
  ['abc', null],
])('clock %s → %s', (text, expected) => expect(parseTime(text)).toBe(expected));

test.each([
  ['清算时间：2026/10/25 ~ 2026/11/23', { from: '2026-10-25', to: '2026-11-23' }],
  [
    '#起始日期：[2026年06月05日 00:00:00]   终止日期：[2026年06月06日 00:00:00]',
    { from: '2026-06-05', to: '2026-06-05' },
  ],
  ['起始时间：[2019-08-01 00:00:00] 终止时间：[2019-09-30 23:59:59]', { from: '2019-08-01', to: '2019-09-30' }],
  ['20261001-20261031', { from: '2026-10-01', to: '2026-10-31' }],
  ['2026-11-23', null],
  ['2026-11-23 ~ 2026-11-01', null],
])('period of %s', (line, expected) => expect(periodOf(line)).toEqual(expected));
