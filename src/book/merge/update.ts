import type { Entry, State } from '#records/entry.ts';
import { sharper } from './clocks.ts';
import type { KnownRow } from './day-books.ts';

export const settled = (state: State): boolean => state === 'done' || state === 'failed';

/** A row that was on its way has now come out. */
export const links = (known: KnownRow, entry: Entry): boolean => !settled(known.state) && settled(entry.state);

/**
 * A known row, seen again. The later word wins, except that a settled row is not made pending again by an older page;
 * what this source does not give (null) stays as it was. Amount and kind of a settled row never change: a row with another amount is another row.
 * The very same row where nothing was said anew.
 */
export function seenAgain(known: KnownRow, entry: Entry): KnownRow {
  if (saysNothingNew(known, entry)) return known;
  const older = settled(known.state) && !settled(entry.state);
  const linked = links(known, entry);
  const [first, second] = older ? [known, entry] : [entry, known];
  const now: KnownRow = {
    ...known,
    state: first.state === 'unknown' ? second.state : first.state,
    amount: linked ? (entry.amount ?? known.amount) : known.amount,
    at: sharper(known.at, entry.at),
    settleDay: first.settleDay ?? second.settleDay,
    fee: first.fee ?? second.fee,
    net: first.net ?? second.net,
    balance: first.balance ?? second.balance,
    reference: known.reference ?? entry.reference,
    links: sameLinks(first.links, second.links) ? known.links : { ...second.links, ...first.links },
    terminal: known.terminal ?? entry.terminal,
    card: first.card ?? second.card,
    rate: first.rate ?? second.rate,
    due: first.due ?? second.due,
    words: linked ? entry.words : known.words,
    supersededBy: null,
  };
  return MAY_CHANGE.every((field) => now[field] === known[field]) ? known : now;
}

const MAY_CHANGE = [
  'state',
  'amount',
  'at',
  'settleDay',
  'fee',
  'net',
  'balance',
  'reference',
  'links',
  'terminal',
  'card',
  'rate',
  'due',
  'words',
  'supersededBy',
] as const satisfies readonly (keyof KnownRow)[];

/** Most rows that are seen again say just what they said: told here in advance, without making a row to compare. */
function saysNothingNew(known: KnownRow, entry: Entry): boolean {
  return (
    known.supersededBy === null &&
    known.state === entry.state &&
    LATEST.every((field) => entry[field] === null || entry[field] === known[field]) &&
    sharper(known.at, entry.at) === known.at &&
    FIRST.every((field) => entry[field] === null || known[field] !== null) &&
    sameLinks(known.links, entry.links)
  );
}

/** Fields in which the later word wins, and those in which the first does. */
const LATEST = ['fee', 'net', 'balance', 'settleDay', 'card', 'rate', 'due'] as const;
const FIRST = ['reference', 'terminal'] as const;

function sameLinks(one: Entry['links'], other: Entry['links']): boolean {
  let more = 0;
  for (const name in one) {
    if (one[name] !== other[name]) return false;
    more += 1;
  }
  for (const _ in other) more -= 1;
  return more === 0;
}

/** A row that was told until now, shown by a list: the list knows better, but for what it does not say. */
export function shownAtLast(told: KnownRow, entry: Entry, key: string): KnownRow {
  const { row, ...rest } = entry;
  return { ...rest, terminal: entry.terminal ?? told.terminal, at: entry.at ?? told.at, row, key, supersededBy: null };
}

/** What a later reading can say anew of a row: equal text, nothing new. */
export const figures = (entry: Omit<Entry, 'row'>): string =>
  JSON.stringify([entry.state, entry.fee, entry.net, entry.balance, entry.settleDay]);
