import type { Day } from '#money/day.ts';
import type { Knowledge } from '#records/arrears.ts';
import type { Attempt } from '#records/attempt.ts';
import type { KeptEntry } from '#records/entry.ts';
import type { Mark } from '#records/mark.ts';
import type { Match } from '#records/match.ts';
import { isSaleLine, TRADED } from '#records/sale-line.ts';
import type { AccountTerms, TermsFile } from '#records/terms.ts';
import { termsFor } from '#records/terms-for.ts';
import type { Facts } from './sales/facts.ts';
import { salesOfFlow, withSettleDays } from './sales-by-number.ts';

/** One account's rows in one currency, in order of time: what every finder is given. */
export interface Book {
  readonly account: string;
  readonly currency: string;
  readonly asOf: Day;
  /** Rows that count: done (or of unknown outcome), not superseded, not after `asOf`. */
  readonly rows: readonly KeptEntry[];
  /** Rows that are pending or failed: they move no money, but a fee among them is still to be paid. */
  readonly unfinished: readonly KeptEntry[];
  readonly knowledge: Knowledge | null;
  readonly terms: AccountTerms | null;
  /** What all trades come to, where `rows` has only those of them that must be seen; null where it has all. */
  readonly facts: Facts | null;
  /** What the merchant says of rows, by key. */
  readonly standings: ReadonlyMap<string, Standing>;
}

type Standing = NonNullable<Mark['standing']>;

export interface Input {
  readonly entries: readonly KeptEntry[];
  readonly knowledge: ReadonlyMap<string, Knowledge>;
  readonly terms: TermsFile | null;
  readonly asOf: Day;
  /** Of accounts of which `entries` has only the rows that must be seen: what all their trades come to, by account and currency. */
  readonly facts?: ReadonlyMap<string, ReadonlyMap<string, Facts>>;
  /** What was to arrive joined with what did, of all accounts (`src/reconciliation`); none where nothing that arrives has been read. */
  readonly matches?: readonly Match[];
  /** Looks at portals that have not answered since, oldest first; absent: all answer. */
  readonly attempts?: readonly Attempt[];
  /** What the merchant says of rows; absent: nothing. */
  readonly marks?: readonly Pick<Mark, 'account' | 'key' | 'standing'>[];
}

const NOTHING_SAID: Book['standings'] = new Map();

/** Splits rows by account and currency and orders them, so that the order in which they were given never matters. */
export function prepare(input: Input): Book[] {
  const groups = new Map<string, Map<Day, KeptEntry[]>>();
  for (const entry of input.entries) {
    if (entry.supersededBy !== null || entry.day > input.asOf) continue;
    const id = `${entry.currency} ${entry.account}`;
    const days = groups.get(id) ?? new Map<Day, KeptEntry[]>();
    groups.set(id, days);
    const rows = days.get(entry.day);
    if (rows) rows.push(entry);
    else days.set(entry.day, [entry]);
  }
  const standings = new Map<string, Map<string, Standing>>();
  for (const { account, key, standing } of input.marks ?? []) {
    if (standing === null) continue;
    const own = standings.get(account) ?? new Map<string, Standing>();
    standings.set(account, own.set(key, standing));
  }
  return [...groups.keys()].sort().map((id): Book => {
    const account = id.slice(4);
    const rows: KeptEntry[] = [];
    const unfinished: KeptEntry[] = [];
    // Whole days are ordered first: sorting a year of rows at once by text costs several times more.
    for (const [, ofDay] of [...(groups.get(id) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1))) {
      for (const entry of ofDay.sort(byTime)) {
        (entry.state === 'pending' || entry.state === 'failed' ? unfinished : rows).push(entry);
      }
    }
    return {
      account,
      currency: id.slice(0, 3),
      asOf: input.asOf,
      rows,
      unfinished,
      knowledge: input.knowledge.get(account) ?? null,
      terms: input.terms ? termsFor(input.terms, account) : null,
      facts: factsOf(input, account, id.slice(0, 3)),
      standings: standings.get(account) ?? NOTHING_SAID,
    };
  });
}

/** Without trades there is nothing to count: whatever is a sale then stands in rows. */
function factsOf({ facts }: Input, account: string, currency: string): Facts | null {
  const found = facts?.get(account)?.get(currency) ?? null;
  return found !== null && found.trades > 0 ? found : null;
}

/** Earlier first. A row without a clock time stands after those of its day that have one; equal instants go by place, then by key. */
export function byTime(a: KeptEntry, b: KeptEntry): number {
  return (
    compareInstants(a, b) ||
    a.row[0] - b.row[0] ||
    a.row[1] - b.row[1] ||
    a.row[2] - b.row[2] ||
    (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)
  );
}

/** Negative when `a` happened before `b`, 0 when the source does not tell. */
export function compareInstants(a: KeptEntry, b: KeptEntry): number {
  if (a.day !== b.day) return a.day < b.day ? -1 : 1;
  if (a.at === b.at) return 0;
  if (a.at === null) return 1;
  if (b.at === null) return -1;
  // Texts with the same offset order as they stand; parsing 200 000 instants would cost more than all finders together.
  if (a.at.length === b.at.length && a.at.slice(19) === b.at.slice(19)) return a.at < b.at ? -1 : 1;
  return Date.parse(a.at) - Date.parse(b.at) || 0;
}

const sold = new WeakMap<Book, readonly KeptEntry[]>();

/**
 * The list in which sales stand with what reached the merchant: `trade`, or `settlement` where no trade list was read, or the account's own
 * flow where neither was and its fees name their sales. Never two of them: the same sale may stand in each. Looked for once in each book, because
 * every second finder asks.
 */
export function saleRows(book: Book): readonly KeptEntry[] {
  let rows = sold.get(book);
  if (!rows) {
    rows = saleRowsOf(book);
    sold.set(book, rows);
  }
  return rows;
}

function saleRowsOf(book: Book): readonly KeptEntry[] {
  const trade = book.rows.filter((row) => row.ledger === 'trade' && TRADED.has(row.kind));
  if (trade.length > 0) return withSettleDays(trade, book.rows);
  const settled = book.rows.flatMap((row) => (row.ledger === 'settlement' ? (soldIn(row) ?? []) : []));
  return settled.length > 0 ? settled : salesOfFlow(book.rows);
}

/** Second of the provider's day at which a row stands; null where the source does not tell. */
export function secondOf({ at }: KeptEntry): number | null {
  if (at === null || at.length < 19) return null;
  const two = (place: number): number => at.charCodeAt(place) * 10 + at.charCodeAt(place + 1) - 528;
  return two(11) * 3600 + two(14) * 60 + two(17);
}

/** The sale for which a line of a settlement list stands; null for a payout. */
function soldIn(row: KeptEntry): KeptEntry | null {
  if (TRADED.has(row.kind)) return row;
  if (!isSaleLine(row) || row.amount === null) return null;
  return { ...row, kind: row.amount < 0 ? 'refund' : 'sale' };
}
