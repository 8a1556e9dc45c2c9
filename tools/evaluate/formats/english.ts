import { clock, type File, inOrder, yuan } from '../print.ts';
import { type Shop, type Style, settleDay } from '../shop.ts';

/** A merchant statement in English of a provider that nobody documented. */
export const ENGLISH: Style = {
  provider: 'sumup',
  merchant: '77001',
  cards: ['debit', 'debit', 'credit'],
  tariff: [
    { from: '2024-01-01', to: null, card: 'debit', rate: 90, cap: 0 },
    { from: '2024-01-01', to: null, card: 'credit', rate: 175, cap: 0 },
  ],
  settled: settleDay,
  hasTerminals: true,
};

const TITLES =
  'Merchant ID,Transaction Date,Time,Terminal ID,Transaction Type,Card Type,Amount,Fee,Net Amount,Currency,Settlement Date,Reference,Original Reference,Description';
const TYPES: Readonly<Record<string, string>> = {
  消费: 'Sale',
  退货: 'Refund',
  冲正: 'Reversal',
  拒付: 'Chargeback',
};

export function printEnglish(shop: Shop): File {
  const trades = shop.trades.filter(({ day }) => day >= shop.from && day <= shop.to).sort(inOrder);
  const rows = trades.map((one) =>
    [
      shop.merchant,
      one.day,
      clock(one.second),
      one.terminal,
      TYPES[one.type] ?? one.type,
      one.card === 'debit' ? 'Debit' : 'Credit',
      yuan(one.amount),
      yuan(one.fee),
      yuan(one.amount - one.fee - one.kept),
      'GBP',
      one.settled,
      one.reference,
      one.original,
      one.remark,
    ].join(','),
  );
  return { provider: 'sumup', name: `statement_${shop.merchant}.csv`, text: `${TITLES}\n${rows.join('\n')}\n` };
}
