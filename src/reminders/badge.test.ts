import fc from 'fast-check';
import { expect, test } from 'vitest';
import { badgeOf, compact } from './badge.ts';
import { account, item, summary } from './testing.ts';

const NOW = { at: '2026-11-23T03:00:00.000Z' };
const check = {
  at: NOW.at,
  place: 'https://service.chinaums.com/',
  provider: 'chinaums',
  gaps: [],
  added: 0,
  existing: 0,
  rejected: 0,
};

test('unknown is a question mark, never nothing', () => {
  expect(badgeOf(null, NOW)).toMatchObject({ text: '?', tone: 'stale', titleKey: 'badge.never' });
  const owing = account([item({ id: 'a' })]);
  expect(badgeOf(summary([owing]), { at: '2026-12-05T03:00:00.000Z' })).toMatchObject({
    text: '?',
    titleKey: 'badge.stale',
    params: { days: '12' },
  });
  const failed = summary([owing], { lastCheck: { ...check, outcome: 'signed-out' } });
  expect(badgeOf(failed, NOW)).toMatchObject({ text: '?', titleKey: 'badge.failed' });
  const part = account([], { knowledge: { ...owing.knowledge, whole: false } });
  expect(badgeOf(summary([part]), NOW)).toMatchObject({ text: '?', titleKey: 'badge.part' });
});

test('what is owed shows rounded down; the two bases are not added; a page that is no portal changes nothing', () => {
  const both = account([
    item({ id: 'a', min: 128_640_000, max: 128_640_000 }),
    item({ id: 'b', basis: 'derived', min: 120_000_000, max: 120_000_000 }),
  ]);
  const one = summary([both], { lastCheck: { ...check, outcome: 'not-a-known-page' } });
  expect(badgeOf(one, NOW)).toEqual({
    text: '1286',
    tone: 'owed',
    titleKey: 'badge.owed',
    params: { count: '2', amount: '1286.40 CNY' },
  });
  expect(badgeOf(summary([account([])]), NOW)).toMatchObject({ text: '', tone: 'calm', titleKey: 'badge.calm' });
});

test('never more than is owed, in at most four characters', () => {
  expect([50_000, 3_600_000, 999_999_999, 1_286_400_000, 99_999_999_999, 340_000_000_000].map(compact)).toEqual([
    '<1',
    '36',
    '9999',
    '12k',
    '999k',
    '3.4M',
  ]);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), (amount) => {
      const text = compact(amount);
      expect(text.length).toBeLessThanOrEqual(4);
      const scale = text.endsWith('k') ? 1e3 : text.endsWith('M') ? 1e6 : 1;
      if (!/[<>]/.test(text)) expect(Number.parseFloat(text) * scale).toBeLessThanOrEqual(amount / 100_000);
    }),
  );
});
