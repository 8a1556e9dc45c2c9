import type { Field } from '#records/provider.ts';
import type { Columns } from '../columns/resolve.ts';
import { candidatesOf } from '../words/headers.ts';
import { plain } from '../words/plain.ts';
import type { Spot } from './group.ts';
import { sampleOf } from './sample.ts';

/** `rows`: a list about money. `totals`: figures about other rows. `other`: anything else, left alone. */
export type Role = 'rows' | 'totals' | 'other';

/** What a list is for, by its columns and what they hold. */
export function roleOf(header: readonly string[], columns: Columns, spots: readonly Spot[]): Role {
  const has = (...fields: readonly Field[]): boolean => fields.some((field) => columns.has(field));
  const dated = has('day', 'at', 'settle-day');
  const moves = MOVES.some((field) => (columns.get(field)?.[0]?.score ?? 0) >= (has(...NAMES_A_ROW) ? 20 : 55));
  if (!moves) {
    // What is owed, item by item. One row beside a balance is a card of figures, and read as such.
    const single = spots.every((spot) => spot.rows.length <= 1);
    return has('arrears') && (has('terminal', 'kind') || dated) && !(single && has('balance')) ? 'rows' : 'other';
  }
  if (!dated) return 'other';
  // A card of one figure and a day is what the portal states (an amount with the day by which to pay it), and no trade.
  const isCard = spots.every(
    ({ rows, source }) => rows.length <= 1 && /^(?:key-value|vertical-table)$/.test(source.way),
  );
  if (isCard && !has(...NAMES_A_ROW, 'fee', 'net')) return 'other';
  // A commission beside a price and a number of shares is another trade than a merchant's.
  const onlyFee = MOVES.every((field) => field === 'fee' || !columns.has(field));
  if (onlyFee && (header.some((text) => TRADED.test(plain(text))) || hasUnread(header, columns, spots))) return 'other';
  if (header.some((text) => TARIFF.test(plain(text)))) return 'other';
  if (!has('terminal', 'net') && header.some((text) => INVOICED.test(plain(text)))) return 'other';
  if (isTorn(header, columns) || countsOnly(columns, spots) || isTaxed(header)) return 'other';
  // Counts beside sums are a summary by day or type: its rows stand for rows of another list. Payouts are told so, too, and are rows.
  const counts = header.some((text) => COUNTS.test(plain(text)));
  const paysOut =
    columns.has('net') &&
    (has('settle-day', 'state') || header.some((text) => /结算|清算|划款|到账/.test(plain(text))));
  return counts && !paysOut ? 'totals' : 'rows';
}

/** Money under a title that nothing tells. Where only the fees are understood, what they are fees of is not: such a list is none of fees. */
function hasUnread(header: readonly string[], columns: Columns, spots: readonly Spot[]): boolean {
  const read = new Set([...columns.values()].flat().map(({ index }) => index));
  const sample = sampleOf(spots);
  return header.some((title, index) => {
    const values =
      read.has(index) || title === '' ? [] : sample.map((row) => row[index] ?? '').filter((text) => text !== '');
    return values.length > 0 && values.every((text) => UNREAD.test(text));
  });
}

/** `8`, `6` under `Total`, and nothing else about money: medals, pieces, points. */
function countsOnly(columns: Columns, spots: readonly Spot[]): boolean {
  const fields = [...columns.keys()].filter((field) => !['day', 'at', 'time', 'amount', 'remark'].includes(field));
  const [column] = columns.get('amount') ?? [];
  if (fields.length > 0 || column === undefined || !/^(?:total|sales)$/.test(plain(column.header))) return false;
  return sampleOf(spots).every((row) => /^\d{0,4}$/.test(row[column.index] ?? ''));
}

/** The columns of an invoice: its number, its tax and its total. */
const isTaxed = (header: readonly string[]): boolean =>
  [/^inv(?:oice)?\.?(?:no|nr|number|id|#)?\.?$/, /^(?:tax|vat|gst)(?:amount)?$/, /^total/].every((title) =>
    header.some((text) => title.test(plain(text))),
  );

/** Several sums of which none is the row's own by its title (`刷卡金额`, `扫码金额`): any one of them would be a part of it. */
function isTorn(header: readonly string[], columns: Columns): boolean {
  const amount = columns.get('amount')?.[0];
  if (amount === undefined || amount.score > TAIL || columns.has('net')) return false;
  const named = header.filter((title) => {
    const [best] = candidatesOf(title);
    return best?.field === 'amount' && best.score <= TAIL;
  });
  return named.length > 1;
}

/** No title that ends like a sum is surer than this one by its end alone. */
const TAIL = 40;

const COUNTS =
  /笔数|条数|^(?:transactions|txns|(?:transaction|txn|sales)count|(?:no\.?|number|#)of(?:transactions|txns|sales)|count)$|거래건수|^건수$|^取引件数$|^anzahl$/;

/** Sums of which an invoice is written, or was: none of them moves. */
const INVOICED = /^开票(?!银行)|^价税合计|^发票(?:号|代码|类型|金额)/;

/** A figure with cents, or in thousands (`1.2K`). */
const UNREAD = /^[^\p{L}\d]*[-\d., ]*\d[.,]\d{2}(?!\d)[^\d%]*$|^[^\p{L}\d]*\d[\d.,]*\s?[KkMm]$/u;

/** From when on something costs so much: what is charged, and no charge. */
const TARIFF =
  /^(?:effective|valid|applies)(?:from|since|date|until|to|asof|on)?$|^(?:生效|失效|有效)|^g[uü]e?ltig(?:ab|bis)|^vigen(?:te|cia)|^适用/;

const TRADED =
  /^(?:price|quantity|qty|symbol|ticker|isin|shares|units)$|^(?:证券|股票|基金|合约)|(?:成交|委托)(?:价|数量)|单价/;

const MOVES = ['amount', 'income', 'expense', 'net', 'refund-amount', 'fee'] as const satisfies readonly Field[];

/** Columns that only a list of single movements has. A card of today's figures has none of them. */
const NAMES_A_ROW = [
  'kind',
  'state',
  'terminal',
  'reference',
  'order',
  'rrn',
  'trace',
  'direction',
] as const satisfies readonly Field[];
