import { describe, expect, it } from 'vitest';
import { speaker } from './speak.ts';
import {
  agoText,
  clockText,
  dayText,
  dueText,
  freshness,
  localDay,
  momentOfRow,
  periodText,
  sinceText,
} from './time-text.ts';

const zh = speaker('zh');
const en = speaker('en');
/** Noon on this machine's own clock, so that the test says the same in every zone. */
const now = new Date(2026, 10, 23, 12, 0, 0).getTime();
const ago = (minutes: number): string => new Date(now - minutes * 60_000).toISOString();
const DAY = 24 * 60;

describe('how fresh knowledge is', () => {
  it.each([
    [0, '刚刚读取', 'read just now', false],
    [5, '5 分钟前读取', 'read 5 min ago', false],
    [3 * 60, '3 小时前读取', 'read 3 h ago', false],
    [13 * 60, '昨天读取', 'read yesterday', false],
    [2 * DAY, '2 天前读取', 'read 2 days ago', false],
    [3 * DAY, '3 天前读取', 'read 3 days ago', false],
    [7 * DAY, '7 天前读取', 'read 7 days ago', true],
    [40 * DAY, '2026年10月14日读取', 'read 14 Oct 2026', true],
  ])('%i minutes', (minutes, chinese, english, stale) => {
    expect(freshness(ago(minutes), now, zh, 'zh')).toEqual({ text: chinese, stale });
    expect(freshness(ago(minutes), now, en, 'en')).toEqual({ text: english, stale });
  });

  it('takes an instant in the future for now: a clock was set back', () => {
    expect(freshness(ago(-600), now, zh, 'zh')).toEqual({ text: '刚刚读取', stale: false });
    expect(agoText(ago(-600), now, en, 'en')).toBe('just now');
  });

  it('does not date what was never read', () => {
    expect(freshness('1970-01-01T00:00:00.000Z', now, en, 'en')).toEqual({ text: 'not read yet', stale: true });
  });

  it('leans on nothing whose time cannot be read', () => {
    expect(freshness('yesterday-ish', now, zh, 'zh').stale).toBe(true);
    expect(freshness('yesterday-ish', now, zh, 'zh').text).toContain('时间未知');
  });
});

describe('days and times', () => {
  it('writes a day as each language does', () => {
    expect(dayText('2026-03-05', 'zh')).toBe('2026年3月5日');
    expect(dayText('2026-03-05', 'en')).toBe('5 Mar 2026');
  });

  it('gives the merchant’s own day and clock', () => {
    expect(localDay(now)).toBe('2026-11-23');
    expect(clockText(new Date(2026, 10, 3, 4, 5).toISOString())).toBe('2026-11-03 04:05');
    expect(clockText('not an instant')).toBe('not an instant');
  });

  it('gives the moment of a row as its source printed it, and one that was noted here on the merchant’s own clock', () => {
    expect(momentOfRow('2026-10-01T10:00:05+08:00')).toBe('2026-10-01 10:00:05');
    expect(momentOfRow(new Date(2026, 10, 3, 4, 5, 6, 789).toISOString())).toBe('2026-11-03 04:05:06');
  });

  it('says how far off a due day is', () => {
    const due = (day: `${number}-${number}-${number}`) => dueText(day, '2026-11-23', zh, 'zh');
    expect(due('2026-12-01')).toBe('2026年12月1日 到期（还有 8 天）');
    expect(due('2026-11-24')).toBe('2026年11月24日 到期（明天）');
    expect(due('2026-11-23')).toBe('今天到期');
    expect(due('2026-11-20')).toBe('2026年11月20日 到期（已过 3 天）');
  });

  it('says since when, or that it is not known', () => {
    expect(sinceText('2026-11-20', zh, 'zh')).toBe('自 2026年11月20日 起');
    expect(sinceText(null, zh, 'zh')).toBe('起始日未知');
  });

  it('gives no period where an end is not known', () => {
    expect(periodText('2026-01-01', null, 'zh')).toBeNull();
    expect(periodText('2026-01-01', '2026-01-01', 'en')).toBe('1 Jan 2026');
    expect(periodText('2026-01-01', '2026-01-31', 'en')).toBe('1 Jan 2026 to 31 Jan 2026');
  });
});
