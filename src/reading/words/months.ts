import { unaccented } from './elsewhere.ts';
import { plain } from './plain.ts';

/** How the names of months begin, in the languages of Europe; the longer first where three letters are shared (`juin`, `juil`). */
const STEMS: readonly (readonly [RegExp, number])[] = [
  [/^(?:jan|ene|gen|янв|ocak|styc|січ|يناير)/, 1],
  [/^(?:feb|fev|фев|lut|лют|فبراير)/, 2],
  [/^(?:mar|mrt|maerz|мар|бер|مارس)/, 3],
  [/^(?:apr|abr|avr|апр|kwi|кві|[أا]بريل)/, 4],
  [/^(?:may|mai|mei|maj|mag|май|мая|трав|مايو)/, 5],
  [/^(?:juin|jun|giu|июн|czer|чер|يونيو)/, 6],
  [/^(?:juil|jul|lug|июл|lip|лип|يوليو)/, 7],
  [/^(?:aug|ago|aou|авг|sie|сер|[أا]غسطس)/, 8],
  [/^(?:sep|set|сен|wrz|вер|سبتمبر)/, 9],
  [/^(?:oct|okt|out|ott|окт|paz|жов|[أا]كتوبر)/, 10],
  [/^(?:nov|ноя|lis|лис|نوفمبر)/, 11],
  [/^(?:dec|dez|dic|des|дек|gru|гру|ديسمبر)/, 12],
];

/** The month (1–12) that a word names; null if it names none. */
export function monthNamed(word: string): number | null {
  const text = unaccented(plain(word));
  return STEMS.find(([stem]) => stem.test(text))?.[1] ?? null;
}
