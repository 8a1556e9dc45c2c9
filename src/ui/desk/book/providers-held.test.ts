import { expect, test } from 'vitest';
import { providersHeld } from './providers-held.ts';

test('whatever the book holds is some provider’s: rows, readings of two providers, and readings of no account', () => {
  const accounts = [
    { id: 'chinaums:1', provider: 'chinaums' },
    { id: 'alipay:2', provider: 'alipay' },
  ];
  const capture = (provider: string, of: string[], erasedAt: string | null = null) => ({
    provider,
    accounts: of,
    erasedAt,
  });
  const captures = [
    capture('chinaums', ['chinaums:1', 'alipay:2']),
    capture('alipay', ['alipay:2']),
    capture('?', []),
    capture('lakala', [], '2026-10-01T00:00:00.000Z'),
  ];
  const days = [
    { account: 'chinaums:1', rows: 3 },
    { account: 'chinaums:1', rows: 4 },
  ];
  expect(providersHeld(days, captures, accounts)).toEqual([
    { id: 'chinaums', rows: 7, shared: 1 },
    { id: 'alipay', rows: 0, shared: 1 },
    { id: '?', rows: 0, shared: 0 },
  ]);
});
