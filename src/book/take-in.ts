import type { Day } from '#money/day.ts';
import type { LastCheck } from '#records/arrears.ts';
import type { Capture } from '#records/capture.ts';
import type { KeptEntry, Ledger } from '#records/entry.ts';
import type { Reading } from '#records/reading.ts';
import type { TakeIn, TakenIn } from './book.ts';
import { type AccountRecord, type Span, wholeBefore, withSpan } from './coverage.ts';
import { dayKey } from './day-books.ts';
import { chainHash, gzip } from './hash.ts';
import { daysOfId, type IdMonth, place } from './id-index.ts';
import { identify, type KeyedEntry } from './identity.ts';
import { type Merged, mergeReading } from './merge.ts';
import type { Change, Shelf } from './shelf.ts';
import type { Misread, Window } from './supersede.ts';
import { misreadBy, unreadOf, withoutMisread } from './unread.ts';

/** Outcomes that prove something about a span of days, and so make a capture even without rows. */
const PROVING: readonly Reading['outcome'][] = ['read', 'part', 'empty'];
/** The provider of a capture whose source nobody could name. */
const NOBODY = '?';

/** Works out everything that taking in this reading changes. Writes nothing. */
export async function plan(shelf: Shelf, input: TakeIn): Promise<{ change: Change; taken: TakenIn }> {
  const { reading, place: where, at, jobId = null } = input;
  const base = await shelf.tail();
  const corrects = (input.replaces ?? []).length > 0;
  if (reading.entries.length === 0 && !PROVING.includes(reading.outcome) && !corrects) {
    const taken = report(input, null, { added: 0, existing: 0, linked: 0, superseded: 0 });
    // A file that is no bill says nothing of a portal; a page that did not answer does.
    const check = input.source === 'file' ? null : { jobId, taken };
    const unread = await unreadOf(input);
    const change = { base, capture: null, days: [], accounts: [], ids: [], check, jobId };
    return { taken, change: unread ? { ...change, unread } : change };
  }
  const seq = base.seq + 1;
  const keyed = identify(reading.entries, reading.stableIds);
  const records = new Map((await shelf.accounts()).map((record) => [record.id, record]));
  const months = await idMonths(shelf, keyed);
  const misread = await misreadBy(shelf, input.replaces ?? []);
  const { merged, known } = await merge(shelf, keyed, months, seq, windowOf(input, seq, records), input, misread);
  const seenJson = JSON.stringify(input.sightings);
  const taken = report(input, seq, merged.report);
  const capture: Capture = {
    seq,
    source: input.source,
    place: where.slice(0, 2000),
    at,
    provider: reading.provider ?? NOBODY,
    format: reading.format,
    accounts: [...taken.accounts],
    outcome: reading.outcome,
    coverage: reading.coverage,
    controls: reading.controls,
    added: taken.added,
    existing: taken.existing,
    superseded: taken.superseded,
    rejected: taken.rejected,
    seen: await gzip(seenJson),
    hash: await chainHash(base.hash, where.slice(0, 2000), at, seenJson),
    previous: base.hash,
  };
  const ids = place(
    known,
    merged.placed.map(({ keyed: { entry, group }, day, left }) => ({
      account: entry.account,
      ledger: entry.ledger,
      group,
      day,
      left,
    })),
  );
  const accounts = taken.accounts.map((id) => seenAccount(records.get(id), id, input, seq));
  const left = misread ? [...misread.accounts].filter((id) => !taken.accounts.includes(id)) : [];
  const corrected = left.flatMap((id) => {
    const record = records.get(id);
    return record ? [{ ...record, spans: withoutMisread(record.spans, input) }] : [];
  });
  const change = {
    base,
    capture,
    days: merged.days,
    accounts: [...accounts, ...corrected],
    ids,
    check: { jobId, taken },
    jobId,
  };
  const again = corrects ? await unreadOf(input) : null;
  if (again) return { taken, change: { ...change, unread: again } };
  const last = await shelf.unread();
  return { taken, change: last?.place === where ? { ...change, unread: null } : change };
}

async function merge(
  shelf: Shelf,
  keyed: readonly KeyedEntry[],
  months: ReadonlyMap<string, readonly IdMonth[]>,
  seq: number,
  spans: ReadonlyMap<string, ReadonlySet<number>>,
  { reading }: TakeIn,
  misread: Misread | null,
): Promise<{ merged: Merged; known: readonly IdMonth[] }> {
  const wanted = new Map<string, { account: string; day: Day }>();
  const want = (account: string, day: Day): void => void wanted.set(dayKey(account, day), { account, day });
  const others = new Map<string, readonly Day[]>();
  for (const { entry, level, group } of keyed) {
    want(entry.account, entry.day);
    if (level !== 'id') continue;
    const days = daysOfId(months.get(listOf(entry)) ?? [], group).filter((day) => day !== entry.day);
    for (const day of days) want(entry.account, day);
    if (days.length > 0) others.set(group, days);
  }
  const kept = await shelf.days([...wanted.values()]);
  const books = new Map<string, readonly KeptEntry[]>(kept);

  let window: Window | null = null;
  const { from, to } = reading.coverage;
  if (from !== null && to !== null && spans.size > 0) {
    const days = new Map<string, Day[]>();
    for (const account of spans.keys()) {
      const span = await shelf.span(account, { from, to });
      for (const { day, entries } of span) books.set(dayKey(account, day), entries);
      days.set(
        account,
        span.map(({ day }) => day),
      );
    }
    window = { days, ledgers: ledgersOf(reading), before: new Set([...spans.values()].flatMap((seqs) => [...seqs])) };
  }
  if (misread) {
    for (const account of misread.accounts) {
      const span = await shelf.span(account, null);
      for (const { day, entries } of span) books.set(dayKey(account, day), entries);
      misread.days.set(
        account,
        span.map(({ day }) => day),
      );
    }
  }
  const merged = mergeReading(
    {
      dayBook: (account, day) => books.get(dayKey(account, day)) ?? [],
      elsewhere: ({ group }) => others.get(group) ?? [],
    },
    keyed,
    seq,
    window,
    misread,
  );
  return { merged, known: [...months.values()].flat() };
}

const listOf = ({ account, ledger }: { account: string; ledger: Ledger }): string => JSON.stringify([account, ledger]);

async function idMonths(shelf: Shelf, keyed: readonly KeyedEntry[]): Promise<Map<string, readonly IdMonth[]>> {
  const months = new Map<string, readonly IdMonth[]>();
  for (const { entry, level } of keyed) {
    if (level !== 'id' || months.has(listOf(entry))) continue;
    months.set(listOf(entry), await shelf.ids(entry.account, entry.ledger));
  }
  return months;
}

const ledgersOf = (reading: Reading): Ledger[] => [
  ...new Set(reading.entries.map((entry) => entry.ledger).filter((ledger) => ledger !== 'notice')),
];

function spanOf({ reading, source, at }: TakeIn, account: string, seq: number): Span {
  const own = { ...reading, entries: reading.entries.filter((entry) => entry.account === account) };
  const { from, to, whole, gaps } = reading.coverage;
  const list = ledgersOf(own.entries.length > 0 ? own : reading)
    .sort()
    .join('+');
  const proved = whole && reading.outcome !== 'part';
  return { source, format: reading.format, list, from, to, whole: proved, gaps: proved ? [] : gaps, at, seqs: [seq] };
}

/** For each account that this reading proves to have read again whole: the captures that had read the same before. */
function windowOf(
  input: TakeIn,
  seq: number,
  records: ReadonlyMap<string, AccountRecord>,
): Map<string, ReadonlySet<number>> {
  const found = new Map<string, ReadonlySet<number>>();
  for (const account of accountsOf(input.reading)) {
    const span = spanOf(input, account, seq);
    const before = span.whole ? wholeBefore(records.get(account)?.spans ?? [], span) : new Set<number>();
    if (before.size > 0 && span.list !== '') found.set(account, before);
  }
  return found;
}

const accountsOf = (reading: Reading): string[] => [
  ...new Set([...reading.accounts, ...reading.entries.map((entry) => entry.account)]),
];

/** `chinaums:898…` → its parts; a number of `?` is unknown. The provider itself may hold colons (`site:host:8080`). */
export function newAccount(id: string): AccountRecord {
  const cut = id.lastIndexOf(':');
  const number = id.slice(cut + 1);
  return {
    id,
    provider: cut < 0 ? NOBODY : id.slice(0, cut),
    merchantNumber: number === '?' ? null : number,
    name: null,
    label: null,
    readAt: null,
    spans: [],
  };
}

function seenAccount(known: AccountRecord | undefined, id: string, input: TakeIn, seq: number): AccountRecord {
  const record = known ?? newAccount(id);
  return {
    ...record,
    name: input.reading.names[id] ?? record.name,
    readAt: record.readAt !== null && record.readAt > input.at ? record.readAt : input.at,
    spans: withSpan(withoutMisread(record.spans, input), spanOf(input, id, seq)),
  };
}

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
