import type { Units } from '#money/amount.ts';
import { daysBetween } from '#money/day.ts';
import type { Item } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import { chargeback } from '../causes/chargeback.ts';
import { item } from '../item.ts';
import type { Book } from '../prepare.ts';

const SAME_CHARGE_DAYS = 7;

/** Chargebacks taken and not given back. The same one in another list of the account, or its reversal, makes no second item. */
export function chargebacks(book: Book): Item[] {
  const rows = book.rows.filter((row) => row.kind === 'chargeback' && row.ledger !== 'bank' && moved(row) !== 0);
  const standing: KeptEntry[] = [];
  const kept = new Map<string, KeptEntry[]>();
  for (const row of rows) {
    const sum = String(Math.abs(moved(row)));
    const alike = kept.get(sum) ?? [];
    if (moved(row) > 0) {
      const at = alike.findIndex((one) => one.ledger === row.ledger);
      if (at >= 0) alike.splice(at, 1);
      continue;
    }
    const twin = alike.some((one) => one.ledger !== row.ledger && daysBetween(one.day, row.day) <= SAME_CHARGE_DAYS);
    if (!twin) kept.set(sum, [...alike, row]);
  }
  for (const alike of kept.values()) standing.push(...alike);
  return standing.map((row) =>
    item(book, {
      code: 'CHARGEBACK',
      state: 'taken',
      basis: 'derived',
      terminal: row.terminal,
      min: -moved(row),
      since: row.day,
      causes: [chargeback([row], -moved(row), row.day)],
      mark: row.key,
    }),
  );
}

/** Principal and fee together. */
const moved = (row: KeptEntry): Units => row.net ?? (row.amount ?? 0) - (row.fee ?? 0);
