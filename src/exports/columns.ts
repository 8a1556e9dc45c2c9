import { formatAmount, type Units } from '#money/amount.ts';
import type { KeptEntry } from '#records/entry.ts';
import type { Mark } from '#records/mark.ts';

/** A row with what the merchant says of it. Card numbers in it were masked in the reader: nothing here needs to be masked again. */
export interface ExportRow {
  readonly entry: KeptEntry;
  readonly mark: Mark | null;
  /** What the account is called. */
  readonly account: string;
}

/** What stands in a cell. `number`: a decimal string in major units. `id`: a number that names something, of which every digit counts. */
export type Cell =
  | { readonly is: 'text' | 'id' | 'number'; readonly text: string }
  /** The source does not say: never 0. */
  | { readonly is: 'nothing' };

/** Column by column, in the order of the file. */
export const COLUMNS = [
  'account',
  'merchant',
  'day',
  'at',
  'zone',
  'ledger',
  'kind',
  'state',
  'amount',
  'fee',
  'net',
  'balance',
  'currency',
  'reference',
  'terminal',
  'links',
  'card',
  'rate',
  'settle-day',
  'due',
  'words',
  'standing',
  'note',
  'superseded',
  'captures',
] as const;
export type Column = (typeof COLUMNS)[number];

/** The merchant's language: titles of columns, and words for the closed sets that stand in them. */
export interface ExportWords {
  title(column: Column): string;
  word(set: 'ledger' | 'kind' | 'state' | 'standing' | 'said' | 'card' | 'link' | 'superseded', value: string): string;
}

const NOTHING: Cell = { is: 'nothing' };
const text = (value: string | null): Cell => (value === null || value === '' ? NOTHING : { is: 'text', text: value });
const id = (value: string | null): Cell => (value === null || value === '' ? NOTHING : { is: 'id', text: value });
const money = (units: Units | null): Cell => (units === null ? NOTHING : { is: 'number', text: formatAmount(units) });

/** Whoever sums the column of amounts must see of which rows the book counts something else. */
function saidOf({ standing, sameAs, alone, parts, correction }: Mark, words: ExportWords): string {
  const said = standing === null ? [] : [words.word('standing', standing)];
  if (sameAs !== null && alone !== true) said.push(words.word('said', 'double'));
  if (parts.length > 0) said.push(words.word('said', 'split'));
  if (Object.keys(correction).length > 0) said.push(words.word('said', 'corrected'));
  return said.join(' · ');
}

/** `+08:00`: the clock of a row whose instant this product noted itself, in UTC. */
const CHINA_MS = 8 * 3_600_000;

/** `2026-11-05 13:22:05`, which spreadsheets take for a moment, by the clock of its source, and that clock; null where it is no instant. */
function momentOf(at: string): { text: string; zone: string } | null {
  const ms = Date.parse(at);
  if (Number.isNaN(ms)) return null;
  const [, told] = /([+-]\d\d:\d\d)$/.exec(at) ?? [];
  const local = told ? at : new Date(ms + CHINA_MS).toISOString();
  return { text: local.slice(0, 19).replace('T', ' '), zone: `UTC${told ?? '+08:00'}` };
}

/** The cells of one row, one for each of `COLUMNS`. */
export function cellsOf({ entry, mark, account }: ExportRow, words: ExportWords): readonly Cell[] {
  const number = entry.account.slice(entry.account.lastIndexOf(':') + 1);
  const moment = entry.at === null ? null : momentOf(entry.at);
  const cells: Readonly<Record<Column, Cell>> = {
    account: text(account),
    merchant: number === '?' ? NOTHING : id(number),
    day: text(entry.day),
    at: text(moment?.text ?? entry.at),
    zone: text(moment?.zone ?? null),
    ledger: text(words.word('ledger', entry.ledger)),
    kind: text(words.word('kind', entry.kind)),
    state: text(words.word('state', entry.state)),
    amount: money(entry.amount),
    fee: money(entry.fee),
    net: money(entry.net),
    balance: money(entry.balance),
    currency: text(entry.currency),
    reference: id(entry.reference),
    terminal: id(entry.terminal),
    links: text(
      Object.entries(entry.links)
        .map(([name, value]) => `${words.word('link', name)} ${value}`)
        .join(' · '),
    ),
    card: entry.card === null ? NOTHING : text(words.word('card', entry.card)),
    rate: entry.rate === null ? NOTHING : { is: 'text', text: `${formatAmount(entry.rate * 10)}%` },
    'settle-day': text(entry.settleDay),
    due: text(entry.due),
    words: text(entry.words),
    standing: text(mark && saidOf(mark, words)),
    note: text(mark?.note ?? null),
    superseded: entry.supersededBy === null ? NOTHING : text(words.word('superseded', 'yes')),
    captures: text(entry.seenIn.map((seq) => `#${seq}`).join(' ')),
  };
  return COLUMNS.map((column) => cells[column]);
}
