import { addDays } from '#money/day.ts';
import { clock, type File, inOrder, yuan } from '../print.ts';
import type { Shop, Style } from '../shop.ts';

/** Stripe: 2.9 % and 0.30 of each charge, available after two days. The list names neither the account nor a terminal. */
export const STRIPE: Style = {
  provider: 'stripe',
  merchant: '?',
  cards: ['all'],
  tariff: [{ from: '2024-01-01', to: null, card: 'all', rate: 290, cap: 0, fixed: 30 }],
  settled: (day) => addDays(day, 2),
  hasTerminals: false,
};

const TITLES = 'id,Type,Source,Amount,Fee,Net,Currency,Created (UTC),Available On (UTC),Status,Description';
const TYPES: Readonly<Record<string, string>> = { 消费: 'charge', 退货: 'refund', 冲正: 'refund', 拒付: 'dispute' };

/** The dashboard's balance history, newest first. */
export function printBalance(shop: Shop, currency = 'usd'): File {
  const trades = shop.trades.filter(({ day }) => day >= shop.from && day <= shop.to).sort(inOrder);
  const rows = trades.map((one) => [
    `txn_${one.reference}`,
    TYPES[one.type] ?? one.type,
    `${one.amount > 0 ? 'ch' : 're'}_${one.reference}`,
    yuan(one.amount),
    yuan(one.fee),
    yuan(one.amount - one.fee - one.kept),
    currency,
    `${one.day} ${clock(one.second).slice(0, 5)}`,
    `${one.settled} 00:00`,
    'available',
    one.remark,
  ]);
  const text = [TITLES, ...rows.toReversed().map((row) => row.join(','))].join('\n');
  return { name: `balance_history_${currency}.csv`, text: `${text}\n` };
}
