import type { Day, Period } from '#money/day.ts';
import type { KeptEntry } from '#records/entry.ts';
import type { Match } from '#records/match.ts';
import { rowsOf, yuan } from '#records/testing.ts';
import { reconcile, type Sources } from './reconcile.ts';

export { yuan };

export const SHOP = 'lakala:822290070111135';
export const BANK = 'ccb:1';

export const NAMES: Sources['names'] = new Map([
  ['lakala', ['拉卡拉', 'Lakala']],
  ['chinaums', ['银联商务']],
  ['wechatpay', ['微信支付', '财付通']],
]);

export const row = rowsOf(SHOP);

/** A sale settled on `settleDay`: amount and fee in major units. */
export const sale = (day: Day, settleDay: Day, amount: number, fee: number, more: Partial<KeptEntry> = {}): KeptEntry =>
  row({ day, settleDay, amount: yuan(amount), fee: yuan(fee), net: yuan(amount - fee), ...more });

export const payoutLine = (day: Day, amount: number, more: Partial<KeptEntry> = {}): KeptEntry =>
  row({ day, ledger: 'settlement', kind: 'settlement', amount: yuan(amount), ...more });

export const credit = (day: Day, amount: number, words: string, more: Partial<KeptEntry> = {}): KeptEntry =>
  row({ day, account: BANK, ledger: 'bank', kind: 'unknown', amount: yuan(amount), words, ...more });

export interface Asked {
  readonly asOf?: Day;
  readonly bankRead?: readonly Period[];
  readonly settlementsRead?: readonly Period[];
  readonly refused?: readonly (readonly [payout: string, arrived: string])[];
}

export const ask = (
  rows: readonly KeptEntry[],
  { asOf = '2026-11-27', bankRead = [], settlementsRead = [], refused = [] }: Asked = {},
): Match[] =>
  reconcile({
    rows,
    names: NAMES,
    asOf,
    wholeDays: (_, ledger) => (ledger === 'bank' ? bankRead : settlementsRead),
    refusals: {
      has: (payout, arrived) => refused.some(([id, key]) => id === payout.id && key === arrived.key),
    },
  });

/** Each match in one line, in the order in which they were answered. */
export const told = (matches: readonly Match[]): string[] =>
  matches.map(({ leg, payouts, arrived, state, way, due, came }) =>
    [
      leg,
      payouts.map(({ day }) => day.slice(5)).join('+'),
      state,
      way ?? '-',
      `${due / 100_000}`,
      came === null ? '-' : `${came / 100_000}`,
      arrived.map(({ day }) => day.slice(5)).join('+'),
    ].join(' '),
  );
