import { parseAmount } from '#money/amount.ts';
import { isDay } from '#money/day.ts';
import type { Cause } from '#records/arrears.ts';
import type { Language } from '#text/index.ts';
import { moneyText } from './money-text.ts';
import { dayText } from './time-text.ts';

/** `Cause.params` gives an amount as a decimal string with two to five places: nothing else there looks like one. */
const AMOUNT = /^-?\d+\.\d{2,5}$/;

/** A cause's params as people read them: amounts with their currency, days as each language writes them, the rest as it is. */
export function causeParams(
  params: Cause['params'],
  currency: string,
  language: Language,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, paramText(value, currency, language)]),
  );
}

function paramText(value: string, currency: string, language: Language): string {
  if (isDay(value)) return dayText(value, language);
  if (!AMOUNT.test(value)) return value;
  const amount = parseAmount(value);
  return amount.ok ? moneyText(amount.value, currency) : value;
}
