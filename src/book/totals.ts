import type { Units } from '#money/amount.ts';
import type { Entry, KeptEntry } from '#records/entry.ts';

/** What one day's rows of one ledger, kind and currency come to; only rows that moved money and were not superseded. Null figures are counted, not guessed. */
export interface DayTotal {
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

export function totalsOf(entries: readonly KeptEntry[]): DayTotal[] {
  const totals = new Map<string, DayTotal>();
  for (const { ledger, kind, currency, amount, fee, net, state, supersededBy } of entries) {
    if (state !== 'done' || supersededBy !== null) continue;
    const name = `${ledger}|${kind}|${currency}`;
    const before = totals.get(name);
    totals.set(name, {
      ledger,
      kind,
      currency,
      count: (before?.count ?? 0) + 1,
      amount: (before?.amount ?? 0) + (amount ?? 0),
      fee: (before?.fee ?? 0) + (fee ?? 0),
      net: (before?.net ?? 0) + (net ?? 0),
      silent: {
        amount: (before?.silent.amount ?? 0) + (amount === null ? 1 : 0),
        fee: (before?.silent.fee ?? 0) + (fee === null ? 1 : 0),
        net: (before?.silent.net ?? 0) + (net === null ? 1 : 0),
      },
    });
  }
  return [...totals.values()];
}
