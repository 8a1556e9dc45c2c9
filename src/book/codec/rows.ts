import type { Day } from '#money/day.ts';
import type { Entry } from '#records/entry.ts';
import type { KnownRow } from '../merge/day-books.ts';
import { ByteReader, ByteWriter } from './bytes.ts';
import { readKeys, writeKeys } from './keys.ts';
import { readNumbers, writeNumbers } from './numbers.ts';
import { readTexts, writeTexts } from './texts.ts';

/** The columns of a day's rows in the order in which they are written; `readRows` reads them in the same. A new one goes to the end, under a new codec number (docs/book.md). */
const TEXTS: readonly ((row: KnownRow) => string | null)[] = [
  (row) => row.ledger,
  (row) => row.kind,
  (row) => row.state,
  (row) => row.at,
  (row) => row.settleDay,
  (row) => row.currency,
  (row) => row.reference,
  (row) => row.terminal,
  (row) => row.card,
  (row) => row.due,
  (row) => row.words,
];
const NUMBERS: readonly ((row: KnownRow) => number | null)[] = [
  (row) => row.amount,
  (row) => row.fee,
  (row) => row.net,
  (row) => row.balance,
  (row) => row.rate,
  (row) => row.supersededBy,
];
const PLACES: readonly ((row: KnownRow) => number)[] = [({ row }) => row[0], ({ row }) => row[1], ({ row }) => row[2]];

/** One day's rows by column: a row by itself would cost several hundred bytes, a column of equals costs two. */
export function writeRows(rows: readonly KnownRow[]): Uint8Array<ArrayBuffer> {
  const to = new ByteWriter();
  to.count(rows.length);
  for (const text of TEXTS) writeTexts(to, rows.map(text));
  for (const number of NUMBERS) writeNumbers(to, rows.map(number));
  for (const place of PLACES) writeNumbers(to, rows.map(place));
  const found = new Set<string>();
  for (const { links } of rows) for (const name in links) found.add(name);
  const names = [...found].sort();
  to.count(names.length);
  for (const name of names) {
    to.text(name);
    writeTexts(
      to,
      rows.map((row) => row.links[name] ?? null),
    );
  }
  writeKeys(to, rows);
  return to.sealed();
}

/** Throws `Damaged` where the bytes are not what `writeRows` gave. */
export function readRows(account: string, day: Day, bytes: Uint8Array): KnownRow[] {
  const from = new ByteReader(bytes);
  const length = from.count();
  const texts = TEXTS.map(() => readTexts(from, length));
  const numbers = NUMBERS.map(() => readNumbers(from, length));
  const places = PLACES.map(() => readNumbers(from, length));
  const links = Array.from({ length: from.count() }, () => [from.text(), readTexts(from, length)] as const);
  const [ledger, kind, state, at, settleDay, currency, reference, terminal, card, due, words] = texts;
  const [amount, fee, net, balance, rate, supersededBy] = numbers;
  const rows: KnownRow[] = new Array(length);
  for (let n = 0; n < length; n += 1) {
    // Written by `writeRows` and unchanged since, which the check sum says: the types are those that went in.
    rows[n] = {
      account,
      ledger: ledger?.[n],
      kind: kind?.[n],
      state: state?.[n],
      day,
      at: at?.[n],
      settleDay: settleDay?.[n],
      amount: amount?.[n],
      fee: fee?.[n],
      net: net?.[n],
      balance: balance?.[n],
      currency: currency?.[n],
      reference: reference?.[n],
      links: linksOf(links, n),
      terminal: terminal?.[n],
      card: card?.[n],
      rate: rate?.[n],
      due: due?.[n],
      words: words?.[n],
      row: [places[0]?.[n], places[1]?.[n], places[2]?.[n]],
      supersededBy: supersededBy?.[n],
      key: '',
    } as KnownRow;
  }
  readKeys(from, rows);
  return rows;
}

function linksOf(columns: readonly (readonly [string, readonly (string | null)[]])[], n: number): Entry['links'] {
  const links: Entry['links'] = {};
  for (const [name, values] of columns) {
    const value = values[n];
    if (value !== null && value !== undefined) links[name] = value;
  }
  return links;
}
