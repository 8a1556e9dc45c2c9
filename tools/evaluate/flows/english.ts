import { clock, type File, yuan } from '../print.ts';
import { type Flow, type Move, running } from './flow.ts';

const TITLES = 'Account Number,Date,Time,Transaction ID,Order ID,Type,Description,Amount,Balance,Currency';
const TYPES: Readonly<Record<Move, string>> = {
  sale: 'Sale',
  fee: 'Processing fee',
  refund: 'Refund',
  'fee-back': 'Processing fee refund',
  withdrawal: 'Payout',
  'top-up': 'Top-up',
  transfer: 'Transfer',
  freeze: 'Reserve held',
  unfreeze: 'Reserve released',
  'software-fee': 'Subscription fee',
};

export function printStatement(flow: Flow): File {
  const rows = running(flow).map(({ moved, balance }, n) =>
    [
      flow.merchant.slice(-8),
      moved.day,
      clock(moved.second),
      `T${String(n + 1).padStart(8, '0')}`,
      `O${moved.order}`,
      TYPES[moved.move],
      moved.remark,
      yuan(moved.amount),
      yuan(balance),
      'GBP',
    ].join(','),
  );
  return { provider: 'sumup', name: 'statement.csv', text: `${TITLES}\n${rows.join('\n')}\n` };
}
