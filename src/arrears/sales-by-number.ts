import type { Units } from '#money/amount.ts';
import type { Day } from '#money/day.ts';
import type { KeptEntry } from '#records/entry.ts';
import { isSaleLine, TRADED } from '#records/sale-line.ts';
import { namedCode } from './words.ts';

/** A list of trades may leave it to the list of settlements to say when each sale is settled (拉卡拉 JY and JS): joined by the number that both give. */
export function withSettleDays(trade: readonly KeptEntry[], rows: readonly KeptEntry[]): readonly KeptEntry[] {
  const days = new Map<string, Day>();
  for (const row of rows) {
    if (row.ledger === 'settlement' && row.settleDay !== null && row.reference !== null && isSaleLine(row))
      days.set(row.reference, row.settleDay);
  }
  if (days.size === 0) return trade;
  return trade.map((row) => {
    const settleDay = row.settleDay ?? days.get(row.reference ?? '') ?? null;
    return settleDay === row.settleDay ? row : { ...row, settleDay };
  });
}

/** Fees that name their sale, so many, show that a flow is a seller's. */
const ENOUGH = 10;

/**
 * The sales of an account's own flow, each with the fee that stands beside it in a row of its own under the same order number (微信支付
 * 扣除交易手续费, 支付宝 收费). None where fees do not name their sales: then it is not shown to be a list of what was sold.
 */
export function salesOfFlow(rows: readonly KeptEntry[]): readonly KeptEntry[] {
  const fees = new Map<string, Units>();
  for (const row of rows) {
    const order = row.links['order'];
    if (row.ledger !== 'funds' || row.kind !== 'fee' || order === undefined || namedCode(row.words) !== null) continue;
    const charged = -(row.net ?? row.amount ?? 0);
    if (charged > 0) fees.set(order, (fees.get(order) ?? 0) + charged);
  }
  if (fees.size < ENOUGH) return [];
  let joined = 0;
  const traded = rows.flatMap((row): KeptEntry[] => {
    if (row.ledger !== 'funds' || !TRADED.has(row.kind)) return [];
    const fee = row.kind === 'sale' ? fees.get(row.links['order'] ?? '') : undefined;
    if (fee === undefined || row.fee !== null) return [row];
    joined += 1;
    return [{ ...row, fee, net: row.net === null ? null : row.net - fee }];
  });
  return joined >= ENOUGH ? traded : [];
}
