import type { Units } from '#money/amount.ts';
import type { Day } from '#money/day.ts';
import type { Knowledge } from '#records/arrears.ts';
import type { KeptEntry, Kind, Ledger } from '#records/entry.ts';

/** Test support: major units to `Units`. */
export const yuan = (major: number): Units => Math.round(major * 100_000);

let made = 0;

/** A row as the book keeps it; everything not given is absent. Keys count up. */
export function row(given: Partial<KeptEntry> & { day: Day }): KeptEntry {
  made += 1;
  return {
    account: 'chinaums:898310148160568',
    ledger: 'trade' satisfies Ledger,
    kind: 'sale' satisfies Kind,
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
}

/** A sale in a trade list: amount and fee in major units; `kept` is what was withheld beside the fee. */
export function sale(
  day: Day,
  amount: number,
  fee: number,
  given: Partial<KeptEntry> & { kept?: number } = {},
): KeptEntry {
  const { kept = 0, ...rest } = given;
  return row({
    day,
    settleDay: day,
    amount: yuan(amount),
    fee: yuan(fee),
    net: yuan(amount) - yuan(fee) - yuan(kept),
    ...rest,
  });
}

export function refund(day: Day, amount: number, given: Partial<KeptEntry> = {}): KeptEntry {
  return row({ day, settleDay: day, kind: 'refund', amount: yuan(-amount), fee: 0, net: yuan(-amount), ...given });
}

export function knowing(from: Day, to: Day, given: Partial<Knowledge> = {}): Knowledge {
  return { readAt: `${to}T04:00:00.000Z`, from, to, whole: true, gaps: [], ...given };
}
