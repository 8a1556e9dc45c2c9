import type { Kind } from '#records/entry.ts';
import type { Columns } from '../columns/resolve.ts';
import { kindOfWords } from '../words/kinds.ts';
import { plain } from '../words/plain.ts';

const TOLD: ReadonlySet<Kind> = new Set([
  'settlement',
  'top-up',
  'hold',
  'deposit',
  'chargeback',
  'fee',
  'refund',
  'transfer',
  'adjustment',
]);
const CAPTION =
  /^(提现|充值|退款|退货|拒付|差错|调账|调单扣款|冻结|押金|扣费|withdrawals?|payouts?|refunds?|chargebacks?|disputes?|top-?ups?|fees?|reserves?)(?:记录|明细|列表|查询|处理|管理|history|list)?$/;

/** Names of other lists, of which a page's menu holds several. */
const OTHERS =
  /^(?:all|recent)?(?:transactions|payments|sales|orders|invoices|balances?|activity|statements?)$|^(?:交易|收款|订单|账单|对账|流水|资金)(?:记录|明细|列表|查询|管理|流水)?$/;

/** The heading of a page that names one kind of list only; null where its lines name another list too, as a menu does. */
export function headingOf(texts: readonly string[]): string | null {
  const named = new Set(texts.map(plain).filter((text) => CAPTION.test(text) || OTHERS.test(text)));
  const [only = ''] = named;
  return named.size === 1 && CAPTION.test(only) ? only : null;
}

/** The number that names each row, which stands in front: `Payout ID`, `提现单号`. */
const NUMBERED = /^(\S{2,14}?)(?:id|no\.?|number|reference|[订]?单号|编号|流水号)$/;

/**
 * What a list without a column of types is about, by the titles of its amount and day (`提现金额`, `Chargeback date`), else by its caption
 * (`提现记录`). Null: nothing tells.
 */
export function aboutOf(columns: Columns, captions: readonly string[], header: readonly string[] = []): Kind | null {
  const titles = (['amount', 'at', 'day', 'time'] as const).flatMap((field) => columns.get(field) ?? []);
  const stems = titles.map(({ header }) =>
    plain(header).replace(/(?:总?金额|时间|日期|amount|date|time)(?:\(.*\))?$/, ''),
  );
  const numbered = header.slice(0, 2).flatMap((title) => NUMBERED.exec(plain(title))?.[1] ?? []);
  const headings = isOfSales(columns)
    ? captions.filter((caption) => kindOfCaption(caption) !== 'settlement')
    : captions;
  for (const words of [
    ...stems,
    ...numbered,
    ...headings.flatMap((caption) => CAPTION.exec(plain(caption))?.[1] ?? []),
  ]) {
    const kind = words === '' ? null : (kindOfWords(words)?.kind ?? null);
    if (kind !== null && TOLD.has(kind)) return kind;
  }
  return null;
}

const kindOfCaption = (caption: string): Kind | null =>
  kindOfWords(CAPTION.exec(plain(caption))?.[1] ?? '')?.kind ?? null;

/** Each row is one order with its own fee and what was left of it: a page of payouts that lists what they were made of. */
const isOfSales = (columns: Columns): boolean =>
  columns.has('amount') && columns.has('fee') && columns.has('net') && columns.has('order');

/** What the merchant takes out himself, which a list of his account's movements prints as money out. */
const WITHDRAWN = /提现|取现|提款|withdraw|cash-?out|出金/;

/**
 * Whether a list holds payouts and nothing else, which the provider makes by itself: each is money that arrives, printed without a minus. Its
 * descriptions may say so of each row (`STRIPE PAYOUT`).
 */
export function isOfPayouts(
  about: Kind | null,
  columns: Columns,
  rows: readonly (readonly string[])[],
  words: readonly string[],
): boolean {
  if (about !== 'settlement' || words.some((text) => WITHDRAWN.test(plain(text)))) return false;
  const [kind, amount] = [columns.get('kind')?.[0], columns.get('amount')?.[0]];
  return rows.slice(0, SEEN).every((row) => {
    const said = kind === undefined ? '' : (row[kind.index] ?? '');
    return (
      (said === '' || kindOfWords(said)?.kind === 'settlement') && !/^\s*[-(−]/.test(row[amount?.index ?? -1] ?? '')
    );
  });
}

const SEEN = 300;
