import { UNITS_PER_MAJOR, type Units } from '#money/amount.ts';
import { addDays, type Day, daysBetween } from '#money/day.ts';
import type { Code } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import type { Deduction } from './deductions.ts';
import { groupBy } from './group.ts';
import type { Book } from './prepare.ts';
import { allTerminalTerms } from './terminals.ts';
import { namedCode, saysDirectDebit, saysRisk, saysTerminal } from './words.ts';

/** Within so many days the same sum of the same kind in two lists is one charge. */
const SAME_CHARGE_DAYS = 3;
/** Of equal charges on one day, so many are tried for one at the same terminal. */
const MOST_TRIED = 100;
/** A monthly debit is three of one sum, each a month after the one before. */
const MONTHS_SEEN = 3;
const SHORTEST_MONTH = 26;
const LONGEST_MONTH = 35;

/** Charges with a row of their own: those that a bill names, money frozen, and debits that nothing names and that come every month. */
export function rowsOfTheirOwn(book: Book): Deduction[] {
  const found: Deduction[] = [];
  const unnamed: KeptEntry[] = [];
  const deposits = new Set(allTerminalTerms(book).flatMap((one) => one.deposit?.amount ?? []));
  const sells = new Set(book.rows.filter((row) => row.kind === 'sale').map((row) => row.ledger));
  for (const entry of book.rows) {
    if (entry.ledger === 'notice' || !CHARGES.has(entry.kind)) continue;
    const amount = out(entry);
    // A bank may say what it was in the name of the other side (OFX).
    const said = entry.ledger === 'bank' ? `${entry.words} ${entry.links['counterparty'] ?? ''}` : entry.words;
    // What the merchant pays by himself was not taken from him; a direct debit was.
    const debited = entry.kind === 'fee-payment' && saysDirectDebit(entry.words);
    const sold = sells.has(entry.ledger);
    // Money that leaves a list without sales is a buyer's own spending, unless an acquirer's words say what it was.
    const anybodys = entry.ledger === 'bank' || (UNSURE.has(entry.kind) && !sold);
    if (amount <= 0 || (anybodys && !((debited || entry.kind === 'fee') && saysTerminal(said)))) continue;
    const named = entry.kind === 'fee-payment' && !debited ? null : namedCode(said);
    const code = named ?? (entry.kind === 'deposit' ? 'DEPOSIT' : entry.kind === 'hold' ? held(entry, deposits) : null);
    const proof = named || entry.kind === 'deposit' ? 'named' : deposits.has(amount) ? 'terms' : 'frozen';
    if (code) found.push(charge(entry, code, proof));
    else if (UNSURE.has(entry.kind) && sold) unnamed.push(entry);
  }
  return [...found, ...monthly(unnamed)];
}

const CHARGES: ReadonlySet<string> = new Set(['fee', 'deposit', 'hold', 'unknown', 'adjustment', 'fee-payment']);
/** Kinds whose rows may as well be something else. */
const UNSURE: ReadonlySet<string> = new Set(['unknown', 'adjustment', 'fee-payment']);

const out = (entry: KeptEntry): Units => -(entry.net ?? entry.amount ?? 0);

const charge = (entry: KeptEntry, code: Code, proof: Deduction['proof']): Deduction => ({
  code,
  terminal: entry.terminal,
  day: entry.day,
  amount: out(entry),
  rows: [entry],
  proof,
});

/** Money frozen without a word why: the agreed sum, or a whole one as deposits have (99–399 [T]), is a deposit (乐刷 冻结/解冻 [S]). */
function held(entry: KeptEntry, deposits: ReadonlySet<Units>): Code {
  const amount = out(entry);
  if (deposits.has(amount)) return 'DEPOSIT';
  const usual = amount % UNITS_PER_MAJOR === 0 && amount >= 50 * UNITS_PER_MAJOR && amount <= 500 * UNITS_PER_MAJOR;
  return usual && !saysRisk(entry.words) ? 'DEPOSIT' : 'HOLD';
}

/** Debits of one sum, list, terminal and wording that come month by month. Anything else without a name is not told from the merchant's own. */
function monthly(unnamed: readonly KeptEntry[]): Deduction[] {
  const groups = groupBy(unnamed, (row) => JSON.stringify([row.ledger, row.terminal, out(row), row.kind, row.words]));
  return [...groups.values()].flatMap((alike) => {
    if (alike.length < MONTHS_SEEN) return [];
    const steady = alike.every((row, i) => {
      const before = alike[i - 1];
      if (!before) return true;
      const days = daysBetween(before.day, row.day);
      return days >= SHORTEST_MONTH && days <= LONGEST_MONTH;
    });
    return steady ? alike.map((row) => charge(row, 'UNEXPLAINED', 'monthly')) : [];
  });
}

/** The same charge in two lists of the account counts once; both rows prove it. */
export function joinLists(netted: readonly Deduction[], own: readonly Deduction[]): Deduction[] {
  const joined: Deduction[] = [...netted];
  const places = new Map<string, number[]>();
  const fronts = new Map<string, number>();
  const keep = (one: Deduction, index: number): void => {
    const place = placeOf(one, one.day, listOf(one));
    const known = places.get(place);
    if (known) known.push(index);
    else places.set(place, [index]);
  };
  joined.forEach(keep);
  const lists = [...new Set([...netted, ...own].map(listOf))];
  const twinOf = (one: Deduction): number | null => {
    for (const day of lists.length > 1 ? nearbyDays(one.day) : []) {
      for (const list of lists) {
        if (list === listOf(one)) continue;
        const place = placeOf(one, day, list);
        const known = places.get(place) ?? [];
        const by = `${place} ${listOf(one)}`;
        let front = fronts.get(by) ?? 0;
        // Equal charges come by the thousand: those that this list has joined already are passed once.
        while (front < known.length && !isApart(joined[known[front] ?? -1], one)) front += 1;
        fronts.set(by, front);
        const found = known.slice(front, front + MOST_TRIED).find((at) => isTwin(joined[at], one));
        if (found !== undefined) return found;
      }
    }
    return null;
  };
  for (const one of own) {
    const twin = twinOf(one);
    const other = twin === null ? undefined : joined[twin];
    if (twin !== null && other)
      joined[twin] = { ...other, terminal: other.terminal ?? one.terminal, rows: [...other.rows, ...one.rows] };
    else keep(one, joined.push(one) - 1);
  }
  return joined;
}

const listOf = (one: Deduction): string => one.rows[0]?.ledger ?? '';
const placeOf = (one: Deduction, day: Day, list: string): string => `${one.code} ${one.amount} ${day} ${list}`;

/** The day itself first, then outwards. */
const nearbyDays = (day: Day): Day[] => [
  day,
  ...Array.from({ length: SAME_CHARGE_DAYS }, (_, i) => [addDays(day, i + 1), addDays(day, -i - 1)]).flat(),
];

/** No row of the list of `one` is in it yet. */
const isApart = (known: Deduction | undefined, one: Deduction): boolean =>
  known?.rows.every((row) => row.ledger !== listOf(one)) ?? false;

function isTwin(known: Deduction | undefined, one: Deduction): boolean {
  if (!known || !isApart(known, one)) return false;
  return known.terminal === null || one.terminal === null || known.terminal === one.terminal;
}
