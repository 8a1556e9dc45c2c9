import type { Units } from '#money/amount.ts';
import type { Day } from '#money/day.ts';
import type { KeptEntry } from './entry.ts';

/** Test support: major units to `Units`. */
export const yuan = (major: number): Units => Math.round(major * 100_000);

let made = 0;

/** Makes rows of this account as the book keeps them; everything not given is absent. Keys count up. */
export const rowsOf =
  (account: string) =>
  (given: Partial<KeptEntry> & { day: Day }): KeptEntry => {
    made += 1;
    return {
      account,
      ledger: 'trade',
      kind: 'sale',
      state: 'done',
      at: null,
      settleDay: null,
      amount: null,
      fee: null,
      net: null,
      balance: null,
      currency: 'CNY',
      reference: null,
      links: {},
      terminal: null,
      card: null,
      rate: null,
      due: null,
      words: '',
      row: [0, 0, made],
      key: `k${made}`,
      seenIn: [1],
      supersededBy: null,
      ...given,
    };
  };
