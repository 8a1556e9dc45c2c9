import type { Day } from '#money/day.ts';
import type { KeptEntry } from '#records/entry.ts';
import { whatFollows } from '../acts/doubles.ts';
import { daysOf, idMonths, merge } from '../acts/take-in.ts';
import type { CaptureHead } from '../book.ts';
import { Damaged } from '../codec/bytes.ts';
import { type AccountRecord, newAccount, seenAccount } from '../coverage/accounts.ts';
import { dayKey } from '../identity/day-key.ts';
import { place as placeIds } from '../identity/id-index.ts';
import { groupIn, type KeyedEntry, levelOfKey } from '../identity/identity.ts';
import { type Image, Images, traceOf } from '../merge/images.ts';
import { OpenDay, type Slot } from '../merge/open-day.ts';
import { gunzip } from '../proof/gzip.ts';
import { isSightErased, seenBy } from '../proof/kept-seen.ts';
import { linkHash, sawHash } from '../proof/proof.ts';
import { parseSightings, type Seen, writeSightings } from '../proof/seen.ts';
import type { Shelf } from '../shelf.ts';
import type { AsRead } from './as-read.ts';
import { firstHash, Landing } from './landing.ts';
import { keepLaterWords } from './later-words.ts';
import type { Rehomed } from './rehomed.ts';

export interface MergedCapture {
  readonly seq: number;
  readonly added: number;
  readonly existing: number;
}

/** What is known from one capture of a backup to the next. */
export interface Merging {
  readonly shelf: Shelf;
  readonly beside: Shelf;
  readonly asRead: AsRead;
  readonly rehomed: Rehomed;
  /** When each capture of this book was read. */
  readonly instants: Map<number, string>;
  /** The captures of this book that the backup has as well, with their numbers there. */
  readonly theirs: Map<number, number>;
}

/**
 * Takes a capture of the book beside in, as the last one of this book: its rows as it left them there, by the same identity as any reading, in one
 * transaction. It is chained anew, and keeps the hash that it had. What this book has learnt from a later look stays.
 */
export async function mergeCapture(merging: Merging, head: CaptureHead): Promise<MergedCapture> {
  const { shelf, beside, asRead, rehomed, instants, theirs } = merging;
  const base = await shelf.tail();
  const seq = base.seq + 1;
  const daysThere = await asRead.daysOf(head);
  const there = daysThere.flatMap(({ rows }) => rows ?? []);
  const shown = there.filter(({ seenIn }) => seenIn.includes(head.seq));
  const keyed = shown.map(keyedOf);
  const byId = keyed.filter(({ level }) => level === 'id');
  const months = await idMonths(
    shelf,
    byId.map(({ entry }) => entry),
  );
  const kept = await shelf.days(daysOf({ entries: keyed.map(({ entry }) => entry) }));
  // Without a span: what left a window that was read again, the backup itself says.
  const spanless = { ...head, seq, coverage: { ...head.coverage, from: null, to: null } };
  rehomed.renamedThere(await asRead.changedBy(head));
  const homes = rehomed.homesOf(new Map(keyed.map(({ entry }, at) => [entry, shown[at] as KeptEntry])));
  const merged = await merge(shelf, keyed, months, kept, spanless, new Map(), null, homes);
  rehomed.merged(seq, merged.images);

  instants.set(seq, head.at);
  theirs.set(seq, head.seq);
  // Of captures of one book the number says which came later, of captures of two only the clock.
  const isLater = (capture: number): boolean => {
    const other = theirs.get(capture);
    return other === undefined ? (instants.get(capture) ?? '') > head.at : other > head.seq;
  };
  const books = new Map(merged.days.map((book) => [dayKey(book.account, book.day), book]));
  keepLaterWords(books, merged.images, seq, isLater);
  const left = there.filter(({ supersededBy }) => supersededBy === head.seq);
  const images = [...merged.images, ...(await supersede(merging, books, left, seq, isLater))];

  const { link, seen } = await chained(beside, head, base.hash);
  const sameAs = seen && !head.sightLost ? await shelf.whoSaw(link.saw) : null;
  const { added, existing, linked, superseded } = merged.report;
  const gone = superseded + images.length - merged.images.length;
  const original = firstHash(head);
  const counts = { added, existing, linked, superseded: gone };
  const now: CaptureHead = { ...head, ...counts, ...link, seq, sameAs, original };
  const days = [...books.values()].filter((book) => book.changed);
  // Accounts of which the backup could not tell every row: what was proved of them there is not proved here.
  const damaged = new Set(daysThere.filter(({ rows }) => rows === null).map(({ account }) => account));
  await shelf.commit({
    base,
    tail: { seq, hash: link.hash },
    ...(await whatFollows(shelf, days, images)),
    ids: placeIds([...months.values()].flat(), merged.placed),
    accounts: await accountsAfter(shelf, beside, head, now, damaged),
    captures: [now],
    seen: seen ? [{ ...seen, seq, bytes: sameAs === null ? seen.bytes : new Uint8Array() }] : [],
    traces: [traceOf(seq, days, images)],
  });
  return { seq, added, existing };
}

function keyedOf({ seenIn: _, supersededBy: __, key, ...entry }: KeptEntry): KeyedEntry {
  const level = levelOfKey(key);
  return { entry, key, level, group: groupIn({ ...entry, key }, level) };
}

/** Marks the rows that this capture no longer found, unless a later look showed them again. */
async function supersede(
  { shelf, beside, rehomed, theirs }: Merging,
  books: Map<string, OpenDay>,
  left: readonly KeptEntry[],
  seq: number,
  isLater: (capture: number) => boolean,
): Promise<Image[]> {
  const images = new Images();
  const landing = new Landing(shelf, beside);
  for (const row of left) {
    const known = await slotAt(shelf, books, row.account, rehomed.find(row));
    const isTheirs = known.slot !== undefined && rehomed.isHome(known.slot.origin);
    const place = isTheirs ? null : await landing.find(row);
    const { book, slot } = place ? await slotAt(shelf, books, row.account, place) : known;
    if (!isTheirs && !place) continue;
    if (!slot || slot.claimed) continue;
    const { supersededBy } = slot.row;
    // Of two captures of the backup that marked it, the later one did so after the row had been shown again.
    const isOlder = supersededBy !== null && supersededBy !== seq && theirs.has(supersededBy) && !isLater(supersededBy);
    if (supersededBy !== null && !isOlder) continue;
    if (slot.origin.some(isLater)) continue;
    images.keep(book, slot);
    book.rewrite(slot, { ...slot.row, supersededBy: seq });
  }
  return images.all();
}

/** The row that stands there, with its day, opened if it is not. */
async function slotAt(
  shelf: Shelf,
  books: Map<string, OpenDay>,
  account: string,
  { day, key }: { readonly day: Day; readonly key: string },
): Promise<{ book: OpenDay; slot: Slot | undefined }> {
  const name = dayKey(account, day);
  let book = books.get(name);
  if (!book) {
    book = new OpenDay(account, day, (await shelf.days([{ account, day }])).get(name) ?? null);
    books.set(name, book);
  }
  return { book, slot: book.slots.find((one) => !one.gone && one.row.key === key) };
}

/** The link of the capture behind this book's last, over what it saw; over the mere name of that where it was erased. */
async function chained(beside: Shelf, head: CaptureHead, previous: string) {
  const { place: where, at } = head;
  const kept = await seenBy(beside, head);
  if (!kept && !isSightErased(head)) throw new Damaged();
  if (kept && head.sightLost) {
    const seen = { codec: 2 as const, instants: kept.codec === 2 ? kept.instants : [], bytes: new Uint8Array() };
    const saw = head.saw ?? firstHash(head);
    const hash = await linkHash({ previous, place: where, at, instants: seen.instants, saw });
    return { link: { previous, saw, hash }, seen };
  }
  const seen = kept && (kept.codec === 1 ? await inColumns(kept) : { ...kept, bytes: new Uint8Array(kept.bytes) });
  const saw = seen ? await sawHash(seen.bytes) : (head.saw ?? firstHash(head));
  const hash = await linkHash({ previous, place: where, at, instants: seen?.instants ?? [], saw });
  return { link: { previous, saw, hash }, seen };
}

async function inColumns({ bytes }: Extract<Seen, { codec: 1 }>) {
  const json = await gunzip(bytes);
  if (!json.ok) throw new Damaged();
  const sightings = parseSightings(json.value);
  return { codec: 2 as const, instants: sightings.map(({ at }) => at), bytes: writeSightings(sightings) };
}

/** The accounts with what this capture proves of them, where it still proves it in its own book. */
async function accountsAfter(
  shelf: Shelf,
  beside: Shelf,
  there: CaptureHead,
  head: CaptureHead,
  damaged: ReadonlySet<string>,
): Promise<AccountRecord[]> {
  if (head.undoneAt !== null) return [];
  const records = new Map((await shelf.accounts()).map((record) => [record.id, record]));
  const others = new Map((await beside.accounts()).map((record) => [record.id, record]));
  return head.accounts.map((id) => {
    const record = records.get(id) ?? newAccount(id);
    const after = seenAccount(record, head);
    const proves = others.get(id)?.spans.some(({ seqs }) => seqs.includes(there.seq)) ?? false;
    const isWhole = proves && !damaged.has(id);
    const isOlder = record.readAt !== null && record.readAt > head.at;
    return {
      ...after,
      name: isOlder ? (record.name ?? after.name) : after.name,
      spans: isWhole ? after.spans : record.spans,
    };
  });
}
