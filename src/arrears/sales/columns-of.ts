import type { KeptEntry } from '#records/entry.ts';
import type { RowColumns, TextColumn } from '#records/row-columns.ts';
import { secondOf } from '../prepare.ts';

/** Rows of one account and day by column, not more than 65 536. @param isAsked which of them are asked about */
export function columnsOf(rows: readonly KeptEntry[], isAsked: (row: KeptEntry) => boolean): RowColumns {
  const places = Uint16Array.from(rows, (_, n) => n);
  const texts = (of: (row: KeptEntry) => string | null): TextColumn => ({ values: rows.map(of), places });
  const numbers = (of: (row: KeptEntry) => number | null): Float64Array =>
    Float64Array.from(rows, (row) => of(row) ?? Number.NaN);
  return {
    length: rows.length,
    ledger: texts((row) => row.ledger),
    kind: texts((row) => row.kind),
    state: texts((row) => row.state),
    settleDay: texts((row) => row.settleDay),
    currency: texts((row) => row.currency),
    terminal: texts((row) => row.terminal),
    card: texts((row) => row.card),
    words: texts((row) => row.words),
    order: texts((row) => row.links['order'] ?? null),
    seconds: Int32Array.from(rows, (row) => (row.at === null ? -1 : (secondOf(row) ?? -2))),
    amount: numbers((row) => row.amount),
    fee: numbers((row) => row.fee),
    net: numbers((row) => row.net),
    balance: numbers((row) => row.balance),
    supersededBy: numbers((row) => row.supersededBy),
    asked: Uint8Array.from(rows, (row) => (isAsked(row) ? 1 : 0)),
  };
}
