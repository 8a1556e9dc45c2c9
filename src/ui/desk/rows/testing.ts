import fc from 'fast-check';
import { totalsOf } from '#book/figures/totals.ts';
import type { Day } from '#money/day.ts';
import type { Entry } from '#records/entry.ts';
import type { DayOfAccount } from './stretches.ts';

/** What the tests of this folder build lists from. */

export const anyRow: fc.Arbitrary<Omit<Entry, 'row'>> = fc
  .record({
    ledger: fc.constantFrom('trade' as const, 'funds' as const),
    kind: fc.constantFrom('sale' as const, 'fee' as const, 'balance' as const),
    state: fc.constantFrom('done' as const, 'pending' as const),
    currency: fc.constantFrom('CNY', 'USD'),
    terminal: fc.constantFrom('T1', 'T2', '', null),
    amount: fc.constantFrom(100_000, -3_600_000, null),
    fee: fc.constantFrom(0, 600, null),
  })
  .map((given) => ({
    account: 'chinaums:898310148160568',
    day: '2026-10-01' as const,
    at: null,
    settleDay: null,
    net: null,
    balance: null,
    reference: null,
    links: {},
    card: null,
    rate: null,
    due: null,
    words: '',
    ...given,
  }));

export const dayOf = (day: Day, rows: readonly Omit<Entry, 'row'>[], account = 'chinaums:?'): DayOfAccount => ({
  account,
  day,
  rows: rows.length,
  totals: totalsOf(rows),
});
