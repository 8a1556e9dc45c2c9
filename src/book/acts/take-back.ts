import type { Day } from '#money/day.ts';
import { fail, ok, type Result } from '#money/result.ts';
import type { CaptureHead } from '../book.ts';
import { accountFrom } from '../coverage/accounts.ts';
import { dayKey } from '../identity/day-key.ts';
import { type IdMonth, place } from '../identity/id-index.ts';
import type { DayBook } from '../merge/day-books.ts';
import { type Image, imagesIn, readableImages, type Trace } from '../merge/images.ts';
import type { PlacedRow } from '../merge/merge.ts';
import { OpenDay } from '../merge/open-day.ts';
import { type Move, movesSince, placesOf } from '../merge/places.ts';
import { type TakenBack, type Undone, undoCapture } from '../merge/undo.ts';
import type { Shelf } from '../shelf.ts';
import { whatFollows } from './doubles.ts';

/** Takes a capture back whole, in one transaction. A capture taken back or erased before is no capture any more. */
export async function undo(shelf: Shelf, seq: number): Promise<Result<Undone, 'no-such-capture'>> {
  const heads = await shelf.heads();
  const head = heads.find((one) => one.seq === seq);
  if (!head || head.undoneAt !== null || head.erasedAt !== null) return fail('no-such-capture');
  const trace = await shelf.trace(seq);
  const before = heads.filter(isTakenBack);
  const traces = await tracesOf(shelf, [head, ...before]);
  const isGone = new Set(before.map((one) => one.seq));
  const moves = movesSince([...(await shelf.tracesAfter(seq)), ...traces], (one) => isGone.has(one));
  const kept = await touched(shelf, head, trace, moves(seq));
  const own = [...kept.values()];
  const takenBack = [head, ...before].map((one) => takenBackOf(one, traces, seq));
  await openAll(
    shelf,
    takenBack.flatMap(({ images }) => images).map(({ account, was }) => ({ account, day: was.day })),
    kept,
  );

  const open = new Map<string, OpenDay>();
  const dayOf = (account: string, day: Day): OpenDay => {
    const key = dayKey(account, day);
    const book = open.get(key) ?? new OpenDay(account, day, kept.get(key) ?? null);
    open.set(key, book);
    return book;
  };
  const books = own.map(({ account, day }) => dayOf(account, day));
  const { removed, restored, placed } = undoCapture(seq, books, takenBack, dayOf);

  const changed = [...open.values()].filter((book) => book.changed);
  const gone: CaptureHead = { ...head, undoneAt: new Date().toISOString() };
  const left = heads.map((one) => (one.seq === seq ? gone : one));
  const of = new Set([...head.accounts, ...(trace?.touched ?? []).map(({ account }) => account)]);
  const accounts = (await shelf.accounts()).filter(({ id }) => of.has(id));
  await shelf.commit({
    base: await shelf.tail(),
    ...(await whatFollows(shelf, changed, restored.map(turned))),
    ids: await placedIn(shelf, placed),
    captures: [gone],
    accounts: accounts.map((record) => accountFrom(record, left)),
  });
  return ok({ removed, restored: restored.length });
}

/**
 * What rows said before a capture that is taken back now, or was before. What another one changed and cannot be told any more is its own loss; this one
 * is not taken back by half: throws `Damaged`.
 */
function takenBackOf({ seq }: CaptureHead, traces: readonly Trace[], now: number): TakenBack {
  const trace = traces.find((one) => one.seq === seq);
  if (!trace) return { seq, images: [] };
  return { seq, images: seq === now ? imagesIn(trace) : readableImages(trace).images };
}

/**
 * The day books that a capture saw or changed, and those on which its rows stand since. Captures from before version 2 left no trace: all days of their
 * accounts are looked at.
 * @param moves of rows since (`movesSince`)
 */
export async function touched(
  shelf: Shelf,
  { accounts }: CaptureHead,
  trace: Pick<Trace, 'touched'> | null,
  moves: readonly Move[],
): Promise<Map<string, DayBook>> {
  if (trace) return shelf.days(placesOf(trace, moves));
  const books = new Map<string, DayBook>();
  for (const account of accounts) {
    for await (const part of shelf.span(account, null))
      for (const book of part) books.set(dayKey(account, book.day), book);
  }
  return books;
}

export const isTakenBack = ({ undoneAt }: CaptureHead): boolean => undoneAt !== null;

async function tracesOf(shelf: Shelf, heads: readonly CaptureHead[]): Promise<Trace[]> {
  const traces = await Promise.all(heads.map(({ seq }) => shelf.trace(seq)));
  return traces.flatMap((trace) => trace ?? []);
}

async function openAll(
  shelf: Shelf,
  days: readonly { readonly account: string; readonly day: Day }[],
  kept: Map<string, DayBook>,
): Promise<void> {
  const missing = days.filter(({ account, day }) => !kept.has(dayKey(account, day)));
  for (const [key, book] of await shelf.days(missing)) kept.set(key, book);
}

/** What it is now, it was; what it was, it is now. */
const turned = ({ account, day, key, was }: Image) => ({ account, day: was.day, key: was.key, was: { day, key } });

async function placedIn(shelf: Shelf, placed: readonly PlacedRow[]): Promise<IdMonth[]> {
  const lists = new Map(placed.map(({ account, ledger }) => [JSON.stringify([account, ledger]), { account, ledger }]));
  const months = await Promise.all([...lists.values()].map(({ account, ledger }) => shelf.ids(account, ledger)));
  return place(months.flat(), placed);
}
