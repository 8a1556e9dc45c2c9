import { formatAmount } from '#money/amount.ts';
import type { Owed } from '#records/arrears.ts';

/** A figure that stands in any sentence of either language: `36.00 CNY`, `≥36.00 CNY`, `0.00–36.00 CNY`. */
export function amountText({ min, max, currency }: Owed & { readonly currency: string }): string {
  if (max === null) return `≥${formatAmount(min)} ${currency}`;
  return max === min ? `${formatAmount(min)} ${currency}` : `${formatAmount(min)}–${formatAmount(max)} ${currency}`;
}
