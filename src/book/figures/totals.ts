import type { Units } from '#money/amount.ts';
import type { Entry } from '#records/entry.ts';

/** What rows of one ledger, kind and currency come to. Null figures are counted, not guessed. */
export interface Total {
  readonly ledger: Entry['ledger'];
  readonly kind: Entry['kind'];
  readonly currency: string;
  readonly count: number;
  readonly amount: Units;
  readonly fee: Units;
  readonly net: Units;
  /** Rows that do not say their amount, fee, or net. */
  readonly silent: { readonly amount: number; readonly fee: number; readonly net: number };
}

/** The same for one terminal; null for rows without one. */
export interface TerminalTotal extends Total {
  readonly terminal: string | null;
}

/** Totals by ledger, kind, currency and terminal, of the rows given that moved money. */
export function totalsOf(rows: readonly Omit<Entry, 'row'>[]): TerminalTotal[] {
  const totals = new Map<string, Mutable>();
  for (const { ledger, kind, currency, terminal, amount, fee, net, state } of rows) {
    if (state !== 'done') continue;
    const name = `${ledger}|${kind}|${currency}|${terminal ?? ''}|${terminal === null}`;
    let total = totals.get(name);
    if (!total) {
      total = {
        ledger,
        kind,
        currency,
        terminal,
        count: 0,
        amount: 0,
        fee: 0,
        net: 0,
        silent: { amount: 0, fee: 0, net: 0 },
      };
      totals.set(name, total);
    }
    total.count += 1;
    if (amount === null) total.silent.amount += 1;
    else total.amount += amount;
    if (fee === null) total.silent.fee += 1;
    else total.fee += fee;
    if (net === null) total.silent.net += 1;
    else total.net += net;
  }
  return [...totals.values()];
}

/** Totals of totals, by whatever `nameOf` says beside ledger, kind and currency. */
export function addTotals<T extends Total>(totals: readonly T[], nameOf: (total: T) => string = () => ''): T[] {
  const sums = new Map<string, T>();
  for (const total of totals) {
    const name = `${total.ledger}|${total.kind}|${total.currency}|${nameOf(total)}`;
    const sum = sums.get(name);
    sums.set(name, sum === undefined ? total : { ...sum, ...plus(sum, total) });
  }
  return [...sums.values()];
}

const plus = (a: Total, b: Total): Pick<Total, 'count' | 'amount' | 'fee' | 'net' | 'silent'> => ({
  count: a.count + b.count,
  amount: a.amount + b.amount,
  fee: a.fee + b.fee,
  net: a.net + b.net,
  silent: {
    amount: a.silent.amount + b.silent.amount,
    fee: a.silent.fee + b.silent.fee,
    net: a.silent.net + b.silent.net,
  },
});

type Mutable = {
  -readonly [K in keyof TerminalTotal]: TerminalTotal[K] extends object
    ? { -readonly [L in keyof TerminalTotal[K]]: TerminalTotal[K][L] }
    : TerminalTotal[K];
};
