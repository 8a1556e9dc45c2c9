import { formatAmount, type Units } from '#money/amount.ts';
import type { Owed } from '#records/arrears.ts';
import type { Say } from './speak.ts';

const SIGNS: Readonly<Record<string, string>> = {
  /** ISO 4217: of no currency that is known. */
  XXX: '¤',
  CNY: '¥',
  USD: 'US$',
  EUR: '€',
  GBP: '£',
  HKD: 'HK$',
  TWD: 'NT$',
  SGD: 'S$',
  AUD: 'A$',
  CAD: 'C$',
};

/** An amount as people read it: `¥1,286.40`, `−¥36.00`; a currency without a sign of its own stands as its code, `JPY 1,200.00`. */
export function moneyText(units: Units, currency: string): string {
  const [whole = '0', fraction = '00'] = formatAmount(Math.abs(units)).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const sign = SIGNS[currency] ?? `${currency}\u00a0`;
  return `${units < 0 ? '−' : ''}${sign}${grouped}.${fraction}`;
}

/** How sure an amount is: one figure, a range, or a floor whose ceiling is not known. */
export type Span = 'exact' | 'range' | 'at-least';

export function spanOf(owed: Owed): Span {
  if (owed.max === null) return 'at-least';
  return owed.max === owed.min ? 'exact' : 'range';
}

/** The whole amount in one phrase: `¥36.00`, `¥30.00 至 ¥36.00`, `至少 ¥30.00`. */
export function owedText(owed: Owed, currency: string, say: Say): string {
  const min = moneyText(owed.min, currency);
  switch (spanOf(owed)) {
    case 'exact':
      return min;
    case 'at-least':
      return owed.min === 0 ? say('arrears.unknown') : say('arrears.at-least', { min });
    case 'range':
      return say('arrears.range', { min, max: moneyText(owed.max ?? owed.min, currency) });
  }
}
