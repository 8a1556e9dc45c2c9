import type { Denomination } from '#money/amount.ts';
import { type Day, dayAt, type Period } from '#money/day.ts';
import type { Kind, Ledger } from '#records/entry.ts';
import type { Field, Format } from '#records/provider.ts';
import type { Recipe, Signs } from '#records/recipe.ts';
import type { Column, Columns } from '../columns/resolve.ts';
import { currencyMarked, currencyOfHeader, NO_CURRENCY } from '../words/currency.ts';
import {
  beginsWithYear,
  type DateStyle,
  languageOrder,
  orderOf,
  type parseMoment,
  pastOrderOf,
  shortOrderOf,
} from '../words/dates.ts';
import { candidatesOf, isAbroad } from '../words/headers.ts';
import { kindOfWords } from '../words/kinds.ts';
import { momentReader } from '../words/moments.ts';
import { cellText, plain } from '../words/plain.ts';
import { contradictsMinor, isStrangeUnit } from '../words/units.ts';
import { aboutOf, isOfPayouts } from './about.ts';
import { isCardStatement, postedColumns, printsOwed } from './card-statement.ts';
import { ledgerOf } from './ledger.ts';
import { scaleConflict, sharedUnit } from './scale.ts';
import { votesOf } from './votes.ts';

/** Everything that reading a row needs and that is the same for all rows of one header. Made once. */
export interface Plan {
  readonly header: readonly string[];
  readonly columns: Columns;
  readonly format: Format | null;
  readonly ledger: Ledger;
  readonly kinds: ReadonlyMap<string, Kind>;
  readonly zone: string;
  readonly currency: string;
  /** Of which currency a `$` alone is. */
  readonly dollar: string;
  /** How the dates of this list are written, and the days to pay by. */
  readonly dates: DateStyle;
  readonly dueDates: DateStyle;
  /** Reads a date cell of this list. */
  readonly moment: (text: string) => ReturnType<typeof parseMoment>;
  readonly dueMoment: (text: string) => ReturnType<typeof parseMoment>;
  readonly decimal: '.' | ',' | 'auto';
  readonly denomination: Denomination;
  /** 1 where a positive figure in the fee column costs the merchant, −1 where a negative one does. */
  readonly feeSign: 1 | -1;
  /** −1 where the column of expenses prints them with a minus; then what has none came back. */
  readonly expenseSign: 1 | -1;
  /** The amount column prints money out with a minus: then its own sign is the direction. */
  readonly signedAmounts: boolean;
  /** Payouts among it: then one without a minus came in (`Card settlement` in a list of an account's movements). */
  readonly signedPayouts: boolean;
  /** What the merchant says of the signs; `auto` where nobody said anything. */
  readonly signs: Signs | 'owed';
  /** A title speaks of invoices: the rows are no sales of their own. */
  readonly invoices: boolean;
  /** The column of types tells no type in any row: a description, or how it was paid. */
  readonly untyped: boolean;
  /** What all rows are, where no column tells the type of each. */
  readonly about: Kind | null;
  /** Its titles speak of requests for sales slips (调单): no money has moved. */
  readonly slips: boolean;
  /** The column of types names fees (`Fee type`): a row of it that is called a charge or a payment is one. */
  readonly feeTyped: boolean;
  /** The header says 分 and the figures have decimals: nothing of this table can be trusted. The column that proves it. */
  readonly unitConflict: Column | null;
  /** Every column of figures, field by field. */
  readonly money: readonly Column[];
  /** Columns of numbers that name something. */
  readonly numbers: readonly Column[];
  readonly identity: readonly number[];
  readonly subAccount: number | null;
  /** The column of the amount's own currency; of the row's clock; and which rows move nothing. */
  readonly amountCurrency: number | null;
  readonly clock: number | null;
  readonly isLeftOut: (cells: readonly string[]) => boolean;
  /** Cells below this number are needed in every row. */
  readonly width: number;
  readonly columnsOf: (field: Field) => readonly Column[];
  readonly first: (field: Field) => Column | null;
}

const MONEY_FIELDS = [
  'amount',
  'income',
  'expense',
  'fee',
  'net',
  'net-income',
  'net-expense',
  'balance',
  'refund-amount',
  'other-deduction',
  'arrears',
] as const satisfies readonly Field[];

const DATE_FIELDS = ['day', 'at', 'time', 'settle-day'] as const satisfies readonly Field[];

interface Facts {
  readonly header: readonly string[];
  readonly columns: Columns;
  readonly format: Format | null;
  readonly rows: readonly (readonly string[])[];
  readonly zone: string;
  readonly currency: string;
  readonly unit: Denomination | null;
  readonly period: Period | null;
  /** Lines beside the list: a date among them may show in which order this source writes dates. */
  readonly texts: readonly string[];
  readonly captions?: readonly string[];
  readonly today: Day;
  /** The language that the page says it is in. */
  readonly lang?: string;
  readonly recipe?: Recipe | null;
}

/** Asked for thousands of times: one empty list for all fields that the list does not have. */
const NONE: readonly Column[] = [];

/** Fields whose numbers join a row with other sources. */
export const LINKS = ['order', 'rrn', 'trace', 'batch', 'original'] as const satisfies readonly Field[];

export function makePlan({
  header,
  columns: named,
  format,
  rows,
  zone,
  currency,
  unit,
  period,
  texts,
  captions = [],
  today,
  lang = '',
  recipe = null,
}: Facts): Plan {
  const ofCard = format === null && isCardStatement(header, named);
  const columns = ofCard ? postedColumns(named) : named;
  const columnsOf = (field: Field): readonly Column[] => columns.get(field) ?? NONE;
  const first = (field: Field): Column | null => columnsOf(field)[0] ?? null;
  const money = MONEY_FIELDS.flatMap((field) => columnsOf(field));
  const dateColumns = DATE_FIELDS.flatMap((field) => columnsOf(field));
  const values = (list: readonly Column[]): string[] => {
    const printed: string[] = [];
    for (const { index } of list) for (const row of rows) printed.push(row[index] ?? '');
    return printed;
  };
  const isWestern = !header.some((title) => /[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]/.test(title));
  const style = (list: readonly Column[], latest: Day | null, printed = differentDates(values(list))): DateStyle => ({
    order:
      format?.dayOrder ??
      orderOf(printed) ??
      orderOf(texts.filter((text) => text.length <= 200).flatMap((text) => text.split(/\s+/))) ??
      (latest === null ? null : pastOrderOf(printed, latest)) ??
      languageOrder(lang) ??
      (isAbroad(header) ? 'dmy' : null),
    short:
      format?.dayOrder ??
      (list.some((column) => /(?<!y)yy[-/.年]?mm/.test(plain(column.header)))
        ? 'ymd'
        : (shortOrderOf(printed, today) ??
          ((isWestern && printed.some(isDottedShort)) || isAbroad(header) ? 'dmy' : languageOrder(lang)))),
    period: period ?? statementSpan(format, texts),
  });
  const [dates, dueDates] = [style(dateColumns, today), style(columnsOf('due'), null)];
  const indexOf = (name: string): number => header.findIndex((text) => plain(text) === plain(name));
  const identity = format?.identity === undefined ? [] : [format.identity].flat().map(indexOf);
  const place = (name: string | undefined): number | null => {
    const index = name === undefined ? -1 : indexOf(name);
    return index < 0 ? null : index;
  };
  const memo = format?.leaveOut;
  const memoColumn = place(memo?.column);
  const denomination = format?.denomination ?? unit ?? sharedUnit(money, columnsOf, rows) ?? 'major';
  const stated = money.map((column) => currencyOfHeader(column.header)).find((code) => code !== null);
  const listed = stated ?? currency;
  const decimal = decimalOf(
    money,
    () => values(money),
    listed,
    () => fractionMark(rows),
  );
  const votes = votesOf(columnsOf, rows, decimal);
  const about = format?.about ?? aboutOf(columns, captions, header);
  const byColumns = ledgerOf(columns, rows, texts);
  const ownLedger =
    byColumns === 'trade' && isOfPayouts(about, columns, rows, [...header, ...captions]) ? 'settlement' : byColumns;
  return {
    header,
    columns,
    format,
    ledger: format?.ledger ?? (ofCard ? 'bank' : ownLedger),
    kinds: new Map([
      ...Object.entries(format?.kinds ?? {}).map(([word, kind]) => [plain(word), kind] as const),
      ...(recipe?.kinds ?? []).map(({ word, kind }) => [plain(word), kind] as const),
    ]),
    signs: recipe?.signs ?? format?.signs ?? (ofCard ? (printsOwed(columns, rows) ? 'owed' : 'printed') : 'auto'),
    about,
    untyped: isUntyped(columnsOf, rows),
    slips: [...header, ...captions].some((text) => /^调单(?!扣款)|^retrievalrequest/.test(plain(text))),
    feeTyped: columnsOf('kind').some(({ header }) => /^(?:fee|charge)(?:type|name|description)$/.test(plain(header))),
    invoices: header.some((text) =>
      /^inv(?:oice|\.?(?:no|nr|id|#)\.?$)|^发票|^账单编?号|^rechnungs?(?:nr|nummer)|^(?:n[oº°]?\.?)?fact?ura|^facture/.test(
        plain(text),
      ),
    ),
    zone,
    currency: listed,
    // In Spanish and Portuguese it is a dozen pesos and reals before it is the dollar.
    dollar: listed === NO_CURRENCY && !/^(?:es|pt)(?:-|$)/i.test(lang) ? 'USD' : listed,
    dates,
    dueDates,
    moment: momentReader(dates, zone),
    dueMoment: momentReader(dueDates, zone),
    decimal,
    denomination,
    ...votes,
    unitConflict:
      strangeIn(money, texts) ??
      conflictIn(money, rows, denomination) ??
      (format === null ? scaleConflict(money, columnsOf, rows, denomination, listed) : null),
    money,
    numbers: (['account', 'terminal', 'reference', ...LINKS] as const).flatMap(columnsOf),
    identity: identity.filter((index) => index >= 0),
    subAccount: place(format?.subAccount),
    amountCurrency: place(format?.amountCurrency),
    clock: place(format?.clock),
    isLeftOut: (cells) => memo !== undefined && memoColumn !== null && memo.is.test(plain(cells[memoColumn] ?? '')),
    width: Math.max(0, ...money.map((column) => column.index + 1), ...dateColumns.map((column) => column.index + 1)),
    columnsOf,
    first,
  };
}

/** On a list of trades that has figures of trades, a description without any known type, or a column of ways to pay, says nothing of types. */
function isUntyped(columnsOf: (field: Field) => readonly Column[], rows: readonly (readonly string[])[]): boolean {
  const all = columnsOf('kind');
  if (all.length === 0) return true;
  const sure = all.filter(({ header }) => surenessOf(header, 'kind') >= SURE);
  const columns = sure.length > 0 ? sure : all;
  if (!(['fee', 'net', 'state', 'card-type'] as const).some((field) => columnsOf(field).length > 0)) return false;
  const described = columns.every(({ header }) => surenessOf(header, 'kind') <= DESCRIPTION);
  return columns.every(({ index }) =>
    rows.slice(0, SEEN).every((row) => {
      const text = cellText(row[index]);
      return text === '' || (kindOfWords(text) === null && (described || TENDER.test(plain(text))));
    }),
  );
}

const surenessOf = (header: string, field: Field): number =>
  candidatesOf(header).find((candidate) => candidate.field === field)?.score ?? 0;

const SURE = 60;
const DESCRIPTION = 72;
const SEEN = 300;
const TENDER =
  /^(?:(?:credit|debit|gift|bank)?cards?|cash|chipandpin|contactless|现金|刷卡|银行卡|信用卡|借记卡|储蓄卡|贷记卡|karte|carte|tarjeta|カード|现金支付|카드)$/;

/** Each once; and of those that begin with a year, whose order is known, one for all. */
function differentDates(printed: readonly string[]): string[] {
  const different = new Set<string>();
  let year = '';
  for (const text of printed) {
    if (year !== '' && text.startsWith(year)) continue;
    if (beginsWithYear(text)) year ||= text.slice(0, text.search(/\d/) + 4);
    else different.add(text);
  }
  return [...different, ...(year === '' ? [] : [year])];
}

/** `22.02.18`, which East Asia may begin with the year, and nobody else. */
const isDottedShort = (text: string): boolean => /^\s*\d{1,2}\.\d{1,2}\.\d{2}(?!\d)/.test(text);

/** A statement of one month holds what was bought in it and in the months before. */
function statementSpan(format: Format | null, texts: readonly string[]): Period | null {
  const pattern = format?.monthFrom;
  const found = pattern ? texts.map((text) => pattern.exec(text)).find((match) => match !== null) : null;
  if (!found) return null;
  const end = Date.UTC(Number(found[1]), Number(found[2]), 1);
  const start = Date.UTC(Number(found[1]), Number(found[2]) - 10, 1);
  return { from: dayAt(start, 'UTC'), to: dayAt(end - 1, 'UTC') };
}

/** Currencies of a thousand parts: what looks like thousands is a fraction. */
const THREE_DECIMALS = /^(?:KWD|BHD|OMR|JOD|TND|IQD|LYD)$/;

const WITHOUT_CENTS = /^(?:JPY|KRW|VND|IDR|TWD|CLP|HUF|ISK|COP)$/;

/** Chinese sources write a decimal point. Elsewhere the figures decide; where they do not, each figure must stand for itself. */
function decimalOf(
  money: readonly Column[],
  printed: () => readonly string[],
  currency: string,
  beside: () => '.' | ',' | null,
): '.' | ',' | 'auto' {
  if (THREE_DECIMALS.test(currency)) return '.';
  if (money.some((column) => /[\u4e00-\u9fff]/.test(column.header))) return '.';
  const values = printed();
  const marked = values.map((value) => currencyMarked(value, currency)).find((code) => code !== null) ?? currency;
  // Currencies without cents in use: what is grouped by threes is thousands, by whichever mark.
  if (WITHOUT_CENTS.test(marked)) {
    if (values.every((value) => !/\d\.\d{3}(?!\d)/.test(value))) return '.';
    if (values.every((value) => !/\d,\d{3}(?!\d)/.test(value))) return ',';
  }
  const points = values.some((value) => /\.\d{1,2}\D*$/.test(value));
  const commas = values.some((value) => /,\d{1,2}\D*$|\d\.\d{3}\.\d{3}/.test(value));
  if (points === commas) return (points ? null : beside()) ?? 'auto';
  return points ? '.' : ',';
}

/** The mark before long fractions, which nothing else can be: those of a rate of exchange, `0.848252`. Null where none stand in the list, or both. */
function fractionMark(rows: readonly (readonly string[])[]): '.' | ',' | null {
  const marks = new Set<string>();
  for (const row of rows.slice(0, SEEN)) {
    for (const cell of row) {
      const mark = /^-?\d{1,7}([.,])\d{5,10}$/.exec(cell)?.[1];
      if (mark !== undefined) marks.add(mark);
    }
  }
  return marks.size === 2 ? null : marks.has('.') ? '.' : marks.has(',') ? ',' : null;
}

/** The column in a unit that is not read here: its own header's, or the one stated beside the list for all columns that state none. */
function strangeIn(money: readonly Column[], texts: readonly string[]): Column | null {
  const own = money.find(({ header }) => isStrangeUnit(header));
  if (own) return own;
  return texts.some(isStrangeUnit) ? (money.find(({ unit }) => unit === null) ?? null) : null;
}

function conflictIn(
  money: readonly Column[],
  rows: readonly (readonly string[])[],
  denomination: Denomination,
): Column | null {
  const inMinor = money.filter((column) => (column.unit ?? denomination) === 'minor');
  return inMinor.find(({ index }) => rows.some((row) => contradictsMinor(cellText(row[index])))) ?? null;
}

/** Whether two plans give every row the same meaning. What a plan does follows from its data and its format. */
export const isSamePlan = (a: Plan, b: Plan): boolean => a.format === b.format && dataOf(a) === dataOf(b);

const dataOf = (plan: Plan): string =>
  JSON.stringify({ ...plan, format: null }, (_, value: unknown) => (value instanceof Map ? [...value] : value));
