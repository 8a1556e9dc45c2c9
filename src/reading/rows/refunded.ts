import { parseAmount } from '#money/amount.ts';
import type { Entry } from '#records/entry.ts';
import { plain } from '../words/plain.ts';
import { join } from './meaning.ts';
import type { Plan } from './plan.ts';

/** What of a sale was given back, in a column beside its amount. */
const REFUNDED =
  /^(?:已退款?(?:总?金?额)|累计退款(?:总?金?额)?|退款总额|(?:amount|total)refunded|refunded(?:amount|total)?|erstattet(?:erbetrag)?|montantrembourse|importe(?:devuelto|reembolsado))$/;

/**
 * A list of sales that tells in each row how much of it was given back: that is money of its own, which left. Null where nothing was, or where the column
 * has another meaning. The day on which it left is not told: it is the sale's.
 */
export function refundedReader(plan: Plan): (cells: readonly string[], sale: Entry) => Entry | null {
  const { header } = plan;
  const index = header.findIndex((title) => REFUNDED.test(plain(title).replace(/\(.*\)$/, '')));
  const isRead = [...plan.columns.values()].flat().some((column) => column.index === index);
  if (index < 0 || isRead || plan.format !== null) return () => null;
  return (cells, sale) => {
    const printed = parseAmount(cells[index] ?? '', plan.denomination, plan.decimal);
    const back = printed.ok ? Math.abs(printed.value) : 0;
    if (back === 0 || sale.kind !== 'sale' || sale.state !== 'done' || sale.amount === null || back > sale.amount)
      return null;
    const words = join([sale.words, header[index] ?? '']);
    return { ...sale, kind: 'refund', amount: -back, fee: null, net: null, balance: null, rate: null, words };
  };
}
