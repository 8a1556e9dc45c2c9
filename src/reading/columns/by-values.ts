import { CURRENCY_CODES, parseAmount } from '#money/amount.ts';
import type { Field } from '#records/provider.ts';
import { directionOf, kindOfWords, stateOfWords } from '../words/kinds.ts';
import { cellText, plain } from '../words/plain.ts';
import { type Shape, shapeOf } from './shape.ts';

type Chosen = Map<number, { field: Field; score: number }>;
type Rows = readonly (readonly string[])[];

const MONEY_OR_DAY: ReadonlySet<Field> = new Set([
  'day',
  'at',
  'settle-day',
  'amount',
  'fee',
  'net',
  'balance',
  'refund-amount',
]);

/** Surer than a title that only resembles a known one. */
const SCORE = 56;
const RESEMBLES = 40;

/**
 * What is missing of day, type, state, direction and currency, found by the values of columns whose titles say nothing or little: a column of
 * known types of which one is no sale, of in and out and nothing else, of dates. Changes `chosen`.
 */
export function findByValues(
  chosen: Chosen,
  silent: readonly number[],
  rows: Rows,
  header: readonly string[] = [],
): void {
  if (rows.length === 0 || chosen.size === 0) return;
  const has = (...fields: readonly Field[]): boolean =>
    [...chosen.values()].some(({ field }) => fields.includes(field));
  const weak = [...chosen]
    .filter(([, { field, score }]) => score < RESEMBLES && !MONEY_OR_DAY.has(field))
    .map(([index]) => index);
  const titled = (field: Field): number[] =>
    [...chosen].filter(([, one]) => one.field === field).map(([index]) => index);
  const values = (index: number): string[] => rows.map((row) => cellText(row[index])).filter((text) => text !== '');
  const find = (field: Field, among: readonly number[], fits: (values: readonly string[]) => boolean): void => {
    const found = among.find((index) => fits(values(index)));
    if (found !== undefined) chosen.set(found, { field, score: SCORE });
  };
  if (!has('direction', 'income', 'expense')) find('direction', [...weak, ...silent], isDirection);
  const typed = silent.filter((index) => !GOODS.test(plain(header[index] ?? '')));
  if (!has('kind')) find('kind', [...typed, ...titled('card-type'), ...titled('remark')], isKind);
  if (!has('state')) find('state', silent, isState);
  if (!has('currency')) find('currency', silent, isCurrency);
  if (!has('day', 'at', 'settle-day')) {
    const [moment] = silent.filter((index) => isDate(shapeOf(values(index))));
    if (moment !== undefined)
      chosen.set(moment, { field: shapeOf(values(moment)).moment > 0.5 ? 'at' : 'day', score: SCORE });
  }
  if (has('day') && !has('at', 'time'))
    find('time', silent, (clocks) => shapeOf(clocks).clock > 0.9 && shapeOf(clocks).date === 0);
  findOnlyFigure(chosen, silent, rows, has);
}

const isDate = ({ date, filled }: Shape): boolean => filled > 0 && date > 0.9;

/** Under a title that says nothing, debit and credit may as well be the kinds of cards. */
const isDirection = (values: readonly string[]): boolean =>
  values.length > 0 &&
  values.every((value) => directionOf(value) !== null) &&
  values.every((value) => !/^(?:-|\/|其他|debit|credit)$/i.test(value));

/** `已结算`, `未退款`: how a row came out, not what it is. */
const CAME_OUT = /^[已未待]/;

/** What was sold, whose name may hold any word: 房费, 会员费. */
const GOODS = /商品|产品|品名|货品|品项|菜品|房型|套餐|goods|product|item|sku|subject/;

/** Nearly all words are known types, and some name what no way to pay does. */
const isKind = (values: readonly string[]): boolean => {
  const kinds = values.map((value) => kindOfWords(value)?.kind ?? null);
  const known = kinds.filter((kind) => kind !== null).length;
  return (
    known * 3 >= values.length * 2 &&
    known > 0 &&
    kinds.some((kind, i) => kind !== null && kind !== 'sale' && !CAME_OUT.test(values[i] ?? ''))
  );
};

const isState = (values: readonly string[]): boolean =>
  values.length > 0 &&
  values.every((value) => value.length <= 20 && !/\d/.test(value) && stateOfWords(value, false) !== 'unknown');

const CURRENCY = new RegExp(`^(?:${CURRENCY_CODES}|[€£$])$`);
const isCurrency = (values: readonly string[]): boolean =>
  values.length > 0 && values.every((value) => CURRENCY.test(value));

/** The one column of printed money in a dated list that has none under a known title. */
function findOnlyFigure(
  chosen: Chosen,
  silent: readonly number[],
  rows: Rows,
  has: (...fields: readonly Field[]) => boolean,
): void {
  if (has('amount', 'income', 'expense', 'net', 'refund-amount', 'fee', 'arrears') || !has('kind', 'direction')) return;
  const printed = silent.filter((index) => {
    const values = rows.map((row) => cellText(row[index])).filter((text) => text !== '');
    return (
      values.length > 0 &&
      values.every((value) => parseAmount(value, 'major', 'auto').ok && /[.,]\d{2}(?!\d)|\p{Sc}|元/u.test(value))
    );
  });
  const [only] = printed;
  // Another column of figures, some of them below nothing, could as well be the one.
  const other = silent.some(
    (index) =>
      index !== only &&
      rows.some((row) => /^[-−]\d/.test(cellText(row[index]))) &&
      rows.every((row) => cellText(row[index]) === '' || parseAmount(cellText(row[index]), 'major', 'auto').ok),
  );
  if (other) return;
  if (printed.length === 1 && only !== undefined) chosen.set(only, { field: 'amount', score: SCORE });
}
