import { CENT, type Units } from '#money/amount.ts';
import { daysBetween } from '#money/day.ts';
import type { Match, MatchState } from '#records/match.ts';
import type { Language } from '#text/index.ts';
import { moneyText } from '#ui/parts/money-text.ts';
import { accountName } from '#ui/parts/names.ts';
import type { Say } from '#ui/parts/speak.ts';
import { dayText, periodText } from '#ui/parts/time-text.ts';

/** What the merchant may want to see: what needs a look, or all of one state. */
export const CHOICES = ['look', 'under', 'over', 'missing', 'expected', 'matched'] as const;
export type Choice = (typeof CHOICES)[number];

const TO_LOOK_AT: readonly MatchState[] = ['missing', 'under', 'over'];

export const isChosen = ({ state }: Match, choice: Choice): boolean =>
  choice === 'look' ? TO_LOOK_AT.includes(state) : state === choice;

/** Positive: less arrived than was due. Null where nothing arrived, or the difference is below a cent. */
export function differenceOf({ due, came }: Match): Units | null {
  const difference = came === null ? 0 : due - came;
  return Math.abs(difference) < CENT ? null : difference;
}

export const currencyOf = ({ payouts: [first], arrived: [came] }: Match): string =>
  first?.currency ?? came?.currency ?? 'CNY';

/** The days on which the payouts were to be paid. */
export function daysText({ payouts }: Match, language: Language): string {
  const days = payouts.map(({ day }) => day).sort();
  return periodText(days[0] ?? null, days.at(-1) ?? null, language) ?? '';
}

export const accountsText = ({ payouts }: Match, language: Language): string =>
  [...new Set(payouts.map(({ account }) => accountName(account, language)))].join(language === 'zh' ? '、' : ', ');

/** Why these belong together, or why nothing has been found. */
export function whyText(match: Match, say: Say, language: Language): string {
  const { way, state, leg, arrived, payouts, named } = match;
  if (way === null) return say(`match.${state === 'missing' ? 'missing' : 'expected'}-${leg}`);
  const came = arrived.map(({ day }) => day).sort();
  const [first, last] = [
    came[0],
    payouts
      .map(({ day }) => day)
      .sort()
      .at(-1),
  ];
  const params = {
    day: first ? dayText(first, language) : '',
    days: first && last ? Math.max(0, daysBetween(last, first)) : 0,
    payouts: payouts.length,
    credits: arrived.length,
  };
  const sentence = say(`match.way.${way}`, params);
  return named || leg === 'settlement' ? sentence : `${sentence}${say('match.unnamed')}`;
}

/** `1,000.00 − 6.00 = 994.00`: what was sold, what the fees are, what must arrive. Null where the rows do not give both. */
export function sumText({ payouts }: Match): string | null {
  const currency = payouts[0]?.currency ?? 'CNY';
  const gross = total(payouts.map((one) => one.gross));
  const fee = total(payouts.map((one) => one.fee));
  const due = payouts.reduce((sum, one) => sum + one.due, 0);
  if (gross === null || fee === null || Math.abs(gross - fee - due) >= CENT) return null;
  return `${moneyText(gross, currency)} − ${moneyText(fee, currency)} = ${moneyText(due, currency)}`;
}

const total = (figures: readonly (Units | null)[]): Units | null =>
  figures.reduce<Units | null>((sum, one) => (sum === null || one === null ? null : sum + one), 0);
