import type { Entry, KeptEntry, State } from '#records/entry.ts';

const settled = (state: State): boolean => state === 'done' || state === 'failed';

/** A row that was on its way has now come out. */
export const links = (known: KeptEntry, entry: Entry): boolean => !settled(known.state) && settled(entry.state);

/**
 * A known row, seen again by capture `seq`. The later word wins, except that a settled row is not made pending again by an older page;
 * what this source does not give (null) stays as it was. Amount and kind of a settled row never change: a row with another amount is another row.
 */
export function seenAgain(known: KeptEntry, entry: Entry, seq: number): KeptEntry {
  const seenIn = known.seenIn.includes(seq) ? known.seenIn : [...known.seenIn, seq];
  const older = settled(known.state) && !settled(entry.state);
  const [first, second] = older ? [known, entry] : [entry, known];
  return {
    ...known,
    state: first.state === 'unknown' ? second.state : first.state,
    amount: links(known, entry) ? (entry.amount ?? known.amount) : known.amount,
    at: known.at ?? entry.at,
    settleDay: first.settleDay ?? second.settleDay,
    fee: first.fee ?? second.fee,
    net: first.net ?? second.net,
    balance: first.balance ?? second.balance,
    reference: known.reference ?? entry.reference,
    links: { ...second.links, ...first.links },
    terminal: known.terminal ?? entry.terminal,
    card: first.card ?? second.card,
    rate: first.rate ?? second.rate,
    due: first.due ?? second.due,
    words: links(known, entry) ? entry.words : known.words,
    seenIn,
    supersededBy: null,
  };
}

/** What a later reading can say anew of a row: equal text, nothing new. */
export const figures = (entry: Entry): string =>
  JSON.stringify([entry.state, entry.fee, entry.net, entry.balance, entry.settleDay]);
