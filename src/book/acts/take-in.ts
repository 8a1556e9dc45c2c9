import type { Day } from '#money/day.ts';
import type { LastCheck } from '#records/arrears.ts';
import type { Entry, Ledger } from '#records/entry.ts';
import type { Reading } from '#records/reading.ts';
import type { CaptureHead, TakeIn, TakenIn } from '../book.ts';
import { type AccountRecord, NOBODY, newAccount, seenAccount, spanOf } from '../coverage/accounts.ts';
import { wholeBefore } from '../coverage/coverage.ts';
import { dayKey } from '../identity/day-key.ts';
import { daysOfId, type IdMonth, monthOf, place } from '../identity/id-index.ts';
import { identify, type KeyedEntry } from '../identity/identity.ts';
import type { DayBook } from '../merge/day-books.ts';
import type { Homes } from '../merge/homes.ts';
import { traceOf } from '../merge/images.ts';
import { type Merged, mergeReading } from '../merge/merge.ts';
import { OpenDays } from '../merge/open-days.ts';
import type { Misread, Window } from '../merge/supersede.ts';
import { linkHash, sawHash } from '../proof/proof.ts';
import { writeSightings } from '../proof/seen.ts';
import type { Change, Shelf, Tail } from '../shelf.ts';
import { attemptsAfter } from './attempts.ts';
import { whatFollows } from './doubles.ts';
import { type Remembered, remembering } from './remembered.ts';
import { misreadBy, unreadOf, withoutMisread } from './unread.ts';

/** Outcomes that prove something about a span of days, and so make a capture even without rows. */
const PROVING: readonly Reading['outcome'][] = ['read', 'part', 'empty'];
const LONGEST_PLACE = 2000;

/** Works out everything that taking in this reading changes. Writes nothing. */
export async function plan(shelf: Shelf, input: TakeIn): Promise<{ change: Change; taken: TakenIn }> {
  const { reading, place: where, jobId = null } = input;
  const corrects = (input.replaces ?? []).length > 0;
  if (reading.entries.length === 0 && !PROVING.includes(reading.outcome) && !corrects) {
    const base = await shelf.tail();
    const taken = report(input, null, { added: 0, existing: 0, linked: 0, superseded: 0 });
    const unread = await unreadOf(input);
    // A file that is no bill says nothing of a portal; a page that did not answer does.
    const check = input.source === 'page' ? { check: { jobId, taken } } : {};
    const attempts = await attemptsOf(shelf, input);
    return { taken, change: { base, ...check, ...attempts, jobId, ...(unread ? { unread } : {}) } };
  }
  const days = daysOf(reading);
  const near = askedEarly(shelf, days);
  const asked = Promise.all([
    near.accounts(),
    shelf.unread(),
    misreadBy(shelf, input.replaces ?? []),
    attemptsOf(shelf, input),
    idMonths(shelf, reading.stableIds ? reading.entries : []),
    shelf.days(days),
  ]);
  // It is waited for below, unless something fails first: then there is nobody left to hear that this failed too.
  asked.catch(() => undefined);
  // With the first answer all questions have gone out: the database works on the others while this thread names rows.
  const base = await shelf.tail();
  const keyed = identify(reading.entries, reading.stableIds, input.source === 'told');
  const bytes = writeSightings(input.sightings);
  const [[known, last, misread, attempts, months, kept], saw] = await Promise.all([asked, sawHash(bytes)]);
  const seq = base.seq + 1;
  const records = new Map(known.map((record) => [record.id, record]));
  const draft = headOf(input, base);
  const proving = prove(shelf, input, base, bytes, saw);
  proving.catch(() => undefined);
  const merged = await merge(shelf, keyed, months, kept, draft, records, misread);
  const follows = await whatFollows(near, merged.days, merged.images);
  const proof = await proving;
  const taken = report(input, seq, merged.report);
  const { added, existing, linked, superseded, rejected } = taken;
  const head: CaptureHead = { ...draft, added, existing, linked, superseded, rejected, ...proof.head };
  const accounts = taken.accounts.map((id) => {
    const record = records.get(id) ?? newAccount(id);
    return seenAccount({ ...record, spans: withoutMisread(record.spans, input) }, head);
  });
  const change: Change = {
    base,
    tail: { seq, hash: head.hash },
    ...follows,
    ids: place([...months.values()].flat(), merged.placed),
    accounts: [...accounts, ...corrected(records, misread, input, taken)],
    captures: [head],
    seen: [{ seq, ...proof.seen }],
    traces: [traceOf(seq, merged.days, merged.images)],
    check: { jobId, taken },
    ...attempts,
    jobId,
  };
  const again = corrects ? await unreadOf(input) : null;
  if (again) return { taken, change: { ...change, unread: again } };
  return { taken, change: last?.place === where ? { ...change, unread: null } : change };
}

/** The looks that did not answer, where this reading changes them. */
async function attemptsOf(shelf: Shelf, input: TakeIn): Promise<Pick<Change, 'attempts'>> {
  const before = await shelf.attempts();
  const after = attemptsAfter(before, input);
  return after === before ? {} : { attempts: after };
}

/** The head of the new capture, before it is known what becomes of its rows. */
function headOf(input: TakeIn, base: Tail): CaptureHead {
  const { reading, source, place: where, at } = input;
  return {
    seq: base.seq + 1,
    source,
    place: where.slice(0, LONGEST_PLACE),
    at,
    provider: reading.provider ?? NOBODY,
    format: reading.format,
    accounts: accountsOf(reading),
    outcome: reading.outcome,
    coverage: reading.coverage,
    controls: reading.controls,
    added: 0,
    existing: 0,
    linked: 0,
    superseded: 0,
    rejected: 0,
    lists: listsOf(reading),
    names: reading.names,
    saw: null,
    sameAs: null,
    hash: '',
    previous: base.hash,
    original: null,
    undoneAt: null,
    erasedAt: null,
  };
}

/** What was seen, and the link that proves it. The same, seen again, is kept once. */
async function prove(
  shelf: Shelf,
  { sightings, place: where, at }: TakeIn,
  base: Tail,
  bytes: Uint8Array<ArrayBuffer>,
  saw: string,
) {
  const instants = sightings.map((sighting) => sighting.at);
  const sameAs = await shelf.whoSaw(saw);
  const link = { previous: base.hash, place: where.slice(0, LONGEST_PLACE), at, instants, saw };
  const seen = { codec: 2 as const, instants, bytes: sameAs === null ? bytes : new Uint8Array() };
  return { head: { saw, sameAs, hash: await linkHash(link) }, seen };
}

/** Misread captures may have written to accounts that the corrected reading does not name. */
function corrected(
  records: ReadonlyMap<string, AccountRecord>,
  misread: Misread | null,
  input: TakeIn,
  { accounts }: TakenIn,
): AccountRecord[] {
  const left = misread ? [...misread.accounts].filter((id) => !accounts.includes(id)) : [];
  return left.flatMap((id) => {
    const record = records.get(id);
    return record ? [{ ...record, spans: withoutMisread(record.spans, input) }] : [];
  });
}

/** Each day on which these rows are, once. */
export function daysOf({ entries }: Pick<Reading, 'entries'>): { account: string; day: Day }[] {
  const days = new Map<string, { account: string; day: Day }>();
  let before: Entry | null = null;
  for (const entry of entries) {
    // Lists are in order of time: nearly every row is of the day of the row before it.
    if (before === null || before.day !== entry.day || before.account !== entry.account) {
      days.set(dayKey(entry.account, entry.day), { account: entry.account, day: entry.day });
    }
    before = entry;
  }
  return [...days.values()];
}

/** Asks for what will be needed to figure the days of this reading. */
function askedEarly(shelf: Shelf, days: readonly { readonly account: string; readonly day: Day }[]): Remembered {
  const near = remembering(shelf);
  const months = new Map<string, string[]>();
  for (const { account, day } of days) months.set(account, [...(months.get(account) ?? []), monthOf(day)]);
  for (const [account, of] of months) {
    const sorted = of.sort();
    void near.marks(account);
    void near.sheets(account, { from: sorted[0] ?? '', to: sorted.at(-1) ?? '' });
  }
  return near;
}

export async function merge(
  shelf: Shelf,
  keyed: readonly KeyedEntry[],
  months: ReadonlyMap<string, readonly IdMonth[]>,
  kept: ReadonlyMap<string, DayBook>,
  head: CaptureHead,
  records: ReadonlyMap<string, AccountRecord>,
  misread: Misread | null,
  homes: Homes | null = null,
): Promise<Merged> {
  const open = new OpenDays(kept);
  const keep = async (account: string, period: { from: Day; to: Day } | null): Promise<Day[]> => {
    const days: Day[] = [];
    for await (const part of shelf.span(account, period)) {
      for (const book of part) {
        open.fetched(book);
        days.push(book.day);
      }
    }
    return days;
  };

  let window: Window | null = null;
  const spans = windowOf(head, records);
  const { from, to } = head.coverage;
  if (from !== null && to !== null && spans.size > 0) {
    const days = new Map<string, Day[]>();
    for (const account of spans.keys()) days.set(account, await keep(account, { from, to }));
    const ledgers = new Set(keyed.map(({ entry }) => entry.ledger).filter((ledger) => ledger !== 'notice'));
    window = { days, ledgers: [...ledgers], before: new Set([...spans.values()].flatMap((seqs) => [...seqs])) };
  }
  if (misread) for (const account of misread.accounts) misread.days.set(account, await keep(account, null));

  const heard = new Map<string, readonly Day[]>();
  const elsewhere = new Map<string, { account: string; day: Day }>();
  const idsOf = lastAnswered((list) => months.get(list) ?? []);
  for (const { entry, level, group } of keyed) {
    const list = level === 'id' ? idsOf(entry) : [];
    if (list.length === 0) continue;
    const book = open.of(entry.account, entry.day);
    // Most rows that are read again are known just as they are: they are not looked for elsewhere.
    if (book.isRead && book.expected(entry)) continue;
    const days = daysOfId(list, group);
    if (days.length === 0) continue;
    heard.set(group, days);
    // One row that is known of a day, and the others mostly are too.
    if (days.includes(entry.day)) book.expected(entry);
    for (const day of days) {
      if (!open.has(entry.account, day)) elsewhere.set(dayKey(entry.account, day), { account: entry.account, day });
    }
  }
  for (const book of (await shelf.days([...elsewhere.values()])).values()) open.fetched(book);

  return mergeReading(
    { days: open, daysOfId: (group) => heard.get(group) ?? [] },
    keyed,
    head.seq,
    window,
    misread,
    homes,
  );
}

interface Listed {
  readonly account: string;
  readonly ledger: Ledger;
}

const listOf = ({ account, ledger }: Listed): string => `${ledger}|${account}`;

/** Asks once for rows of one account and list that follow each other, as nearly all do. */
function lastAnswered<T>(answer: (list: string) => T): (row: Listed) => T {
  let last: { readonly account: string; readonly ledger: Ledger; readonly answer: T } | null = null;
  return ({ account, ledger }) => {
    if (last === null || last.account !== account || last.ledger !== ledger)
      last = { account, ledger, answer: answer(listOf({ account, ledger })) };
    return last.answer;
  };
}

/** What the index of ids says of the lists in which these rows are. */
export async function idMonths(
  shelf: Pick<Shelf, 'ids'>,
  entries: readonly Entry[],
): Promise<Map<string, readonly IdMonth[]>> {
  const lists = new Map<string, Listed>();
  let before: Entry | null = null;
  for (const entry of entries) {
    if (before?.account !== entry.account || before.ledger !== entry.ledger) lists.set(listOf(entry), entry);
    before = entry;
  }
  const asked = [...lists].map(
    async ([name, { account, ledger }]) => [name, await shelf.ids(account, ledger)] as const,
  );
  return new Map(await Promise.all(asked));
}

/** For each account: the lists that the reading shows of it; all of the reading's where it shows none of the account's own. */
function listsOf({ entries, accounts }: Reading): Record<string, string> {
  const own = new Map<string, Set<Ledger>>();
  const all = new Set<Ledger>();
  for (const { account, ledger } of entries) {
    const set = own.get(account) ?? new Set();
    own.set(account, set);
    if (ledger === 'notice') continue;
    all.add(ledger);
    set.add(ledger);
  }
  const ids = new Set([...accounts, ...entries.map(({ account }) => account)]);
  return Object.fromEntries([...ids].map((id) => [id, [...(own.get(id) ?? all)].sort().join('+')]));
}

/** For each account that this capture proves to have read again whole: the captures that had read the same before. */
function windowOf(head: CaptureHead, records: ReadonlyMap<string, AccountRecord>): Map<string, ReadonlySet<number>> {
  const found = new Map<string, ReadonlySet<number>>();
  for (const account of head.accounts) {
    const span = spanOf(head, account);
    const before = span.whole ? wholeBefore(records.get(account)?.spans ?? [], span) : new Set<number>();
    if (before.size > 0 && span.list !== '') found.set(account, before);
  }
  return found;
}

const accountsOf = (reading: Reading): string[] => [
  ...new Set([...reading.accounts, ...reading.entries.map((entry) => entry.account)]),
];

function report(
  { reading, place: where, at }: TakeIn,
  seq: number | null,
  figures: Pick<TakenIn, 'added' | 'existing' | 'linked' | 'superseded'>,
): TakenIn {
  const { outcome, provider, coverage } = reading;
  const rejected = reading.rejected.length;
  const { added, existing } = figures;
  const check: LastCheck = { at, place: where, provider, outcome, gaps: coverage.gaps, added, existing, rejected };
  return { seq, ...figures, rejected, accounts: accountsOf(reading), check };
}
