import type { Day } from '#money/day.ts';
import type { AccountSummary, Item, Summary } from '#records/arrears.ts';

/** Test support: one open item of 36.00 unless told otherwise. */
export const item = (given: Partial<Item> & { id: string }): Item => ({
  account: 'chinaums:1',
  terminal: null,
  code: 'SIM_FEE',
  state: 'open',
  basis: 'observed',
  min: 3_600_000,
  max: 3_600_000,
  currency: 'CNY',
  since: '2026-11-01',
  due: null,
  causes: [],
  ...given,
});

export const account = (items: readonly Item[], given: Partial<AccountSummary> = {}): AccountSummary => ({
  account: 'chinaums:1',
  provider: 'chinaums',
  merchantNumber: '1',
  name: '总店',
  knowledge: { readAt: '2026-11-23T02:00:00.000Z', from: '2026-01-01', to: '2026-11-22', whole: true, gaps: [] },
  items,
  ...given,
});

/** A summary of these accounts, with the observed and derived sums of their open items. */
export function summary(accounts: readonly AccountSummary[], given: Partial<Summary> = {}): Summary {
  const items = accounts.flatMap((one) => one.items);
  const sum = (pick: (one: Item) => boolean) => {
    const total = items.filter(pick).reduce((all, one) => all + one.min, 0);
    return { min: total, max: total };
  };
  return {
    version: 1,
    at: '2026-11-23T02:00:00.000Z',
    asOf: '2026-11-23' satisfies Day,
    totals: [
      {
        currency: 'CNY',
        observed: sum((one) => one.state === 'open' && one.basis === 'observed'),
        derived: sum((one) => one.state === 'open' && one.basis === 'derived'),
        predicted: sum((one) => one.state === 'due'),
      },
    ],
    accounts,
    lastCheck: null,
    ...given,
  };
}
