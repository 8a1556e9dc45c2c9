import { unaccented } from './elsewhere.ts';
import { plain } from './plain.ts';

/** How the names of months begin, in the languages of Europe; the longer first where three letters are shared (`juin`, `juil`). */
const STEMS: readonly (readonly [RegExp, number])[] = [
  [/^(?:jan|ene|gen|янв|ocak|styc)/, 1],
  [/^(?:feb|fev|фев|lut)/, 2],
  [/^(?:mar|mrt|maerz|мар)/, 3],
  [/^(?:apr|abr|avr|апр|kwi)/, 4],
  [/^(?:may|mai|mei|maj|mag|май|мая)/, 5],
  [/^(?:juin|jun|giu|июн|czer)/, 6],
  [/^(?:juil|jul|lug|июл|lip)/, 7],
  [/^(?:aug|ago|aou|авг|sie)/, 8],
  [/^(?:sep|set|сен|wrz)/, 9],
  [/^(?:oct|okt|out|ott|окт|paz)/, 10],
  [/^(?:nov|ноя|lis)/, 11],
  [/^(?:dec|dez|dic|des|дек|gru)/, 12],
];

/** The month (1–12) that a word names; null if it names none. */
export function monthNamed(word: string): number | null {
  const text = unaccented(plain(word));
  return STEMS.find(([stem]) => stem.test(text))?.[1] ?? null;
}
