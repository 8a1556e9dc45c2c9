import type { KeptEntry } from '#records/entry.ts';
import { whatFollows } from '../acts/doubles.ts';
import { touched } from '../acts/take-back.ts';
import { daysOf, idMonths, merge } from '../acts/take-in.ts';
import type { CaptureHead } from '../book.ts';
import { Damaged } from '../codec/bytes.ts';
import { undamaged } from '../codec/undamaged.ts';
import { type AccountRecord, newAccount, seenAccount } from '../coverage/accounts.ts';
import { dayKey } from '../identity/day-key.ts';
import { place as placeIds } from '../identity/id-index.ts';
import { groupIn, type KeyedEntry, levelOfKey } from '../identity/identity.ts';
import { type DayBook, entriesIn, OpenDay } from '../merge/day-books.ts';
import { type Image, Images, traceOf } from '../merge/images.ts';
import { readableRows } from '../proof/damage.ts';
import { gunzip } from '../proof/gzip.ts';
import { isSightErased, seenBy } from '../proof/kept-seen.ts';
import { linkHash, sawHash } from '../proof/proof.ts';
import { parseSightings, type Seen, writeSightings } from '../proof/seen.ts';
import type { Shelf } from '../shelf.ts';
import { firstHash, Landing } from './landing.ts';
import { keepLaterWords } from './later-words.ts';

export interface MergedCapture {
  readonly seq: number;
  readonly added: number;
  readonly existing: number;
}

/**
 * Takes a capture of the book beside in, as the last one of this book: its rows by the same identity as any reading, in one transaction.
 * It is chained anew, and keeps the hash that it had. What this book has learnt from a later look stays.
 * @param instants of the captures of this book by number; the new one is added
 */
export async function mergeCapture(
  shelf: Shelf,
  beside: Shelf,
  head: CaptureHead,
  instants: Map<number, string>,
): Promise<MergedCapture> {
  const base = await shelf.tail();
  const seq = base.seq + 1;
  const trace = await beside.trace(head.seq);
  const daysThere = [...(await touched(beside, head, trace?.touched ?? null)).values()];
  const there = daysThere.flatMap(readableRows);
  const rows = there.filter(({ seenIn }) => seenIn.includes(head.seq));
  const keyed = rows.map(keyedOf);
  const months = await idMonths(shelf, keyed);
  const kept = await shelf.days(daysOf({ entries: keyed.map(({ entry }) => entry) }));
  // Without a span: what left a window that was read again, the backup itself says.
  const spanless = { ...head, seq, coverage: { ...head.coverage, from: null, to: null } };
  const merged = await merge(shelf, keyed, months, kept, spanless, new Map(), null);

  instants.set(seq, head.at);
  const books = new Map(merged.days.map((book) => [dayKey(book.account, book.day), book]));
  keepLaterWords(books, merged.images, seq, instants);
  const left = there.filter(({ supersededBy }) => supersededBy === head.seq);
  const images = [
    ...merged.images,
    ...(await supersede(shelf, books, left, new Landing(shelf, beside), seq, instants)),
  ];

  const { link, seen } = await chained(beside, head, base.hash);
  const sameAs = seen && (await shelf.whoSaw(link.saw));
  const { added, existing, linked, superseded } = merged.report;
  const gone = superseded + images.length - merged.images.length;
  const original = firstHash(head);
  const counts = { added, existing, linked, superseded: gone };
  const now: CaptureHead = { ...head, ...counts, ...link, seq, sameAs, original };
  const days = [...books.values()].filter((book) => book.changed);
  await shelf.commit({
    base,
    tail: { seq, hash: link.hash },
    ...(await whatFollows(shelf, days, images)),
    ids: placeIds([...months.values()].flat(), merged.placed),
    accounts: await accountsAfter(shelf, beside, head, now, damagedAccounts(daysThere)),
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
  shelf: Shelf,
  books: Map<string, OpenDay>,
  left: readonly KeptEntry[],
  landing: Landing,
  seq: number,
  instants: ReadonlyMap<number, string>,
): Promise<Image[]> {
  const images = new Images();
  const at = instants.get(seq) ?? '';
  for (const row of left) {
    const place = await landing.find(row);
    if (!place) continue;
    const { account } = row;
    const { day, key } = place;
    const name = dayKey(account, day);
    let book = books.get(name);
    if (!book) {
      const kept: DayBook | undefined = (await shelf.days([{ account, day }])).get(name);
      book = new OpenDay(account, day, kept ?? null);
      books.set(name, book);
    }
    const slot = book.slots.find((one) => !one.gone && one.row.key === key);
    if (!slot || slot.row.supersededBy !== null || slot.claimed) continue;
    if (slot.origin.some((one) => (instants.get(one) ?? '') > at)) continue;
    images.keep(book, slot);
    book.rewrite(slot, { ...slot.row, supersededBy: seq });
  }
  return images.all();
}

/** The link of the capture behind this book's last, over what it saw; over the mere name of that where it was erased. */
async function chained(beside: Shelf, head: CaptureHead, previous: string) {
  const { place: where, at } = head;
  const kept = await seenBy(beside, head);
  if (!kept && !isSightErased(head)) throw new Damaged();
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

/** Accounts of which the backup could not tell every row: what was proved of them there is not proved here. */
const damagedAccounts = (books: readonly DayBook[]): Set<string> =>
  new Set(books.filter((book) => undamaged(() => entriesIn(book)) === null).map(({ account }) => account));

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
