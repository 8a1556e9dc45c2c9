import type { Eyes } from '#look/eyes.ts';
import type { Looked } from '#look/look.ts';
import type { WalkEnd } from '#records/job.ts';
import type { Pager } from '#records/sighting.ts';
import type { Patience, Settled, State } from './settle.ts';
import { Windows } from './windows.ts';

/** What scrolling needs of the walk around it. */
export interface Scrolling {
  readonly eyes: Eyes;
  read(): Promise<Looked>;
  now(): State;
  /** Waits until the page is quiet, or, with `before`, for a change of the list. */
  settle(before?: State | null, most?: number): Promise<Settled>;
  /** A pause before more is asked of the portal. */
  rest(): Promise<void>;
  /** Hands on a part of the list; anything but `go` ends the walk. */
  hand(looked: Looked): Promise<'go' | WalkEnd>;
  readonly patience: Patience;
}

/** How long more may take to come at the end of a list that does not say that it is loading (ms). */
const END_WAIT = 2500;
const MOST_TIME = 900_000;
const MOST_ROWS = 100_000;
/** Rows that are handed on at once. */
const PIECE = 500;
/** The part of what is seen that is scrolled on: the rest is seen twice. */
const STEP = 0.7;

/**
 * Scrolls a list through that may hold more than is in the page, less than what is seen at a time, and to its end again as long as more comes there.
 * Parts of a long list are handed on at once; the rest is returned, or null where nothing more may be handed on. Where it is not certain that all
 * was seen, the pager says that there is more. The list is left where it was found.
 */
export async function scrollThrough(
  first: Looked,
  walk: Scrolling,
): Promise<{ readonly looked: Looked | null; readonly end: WalkEnd | null }> {
  const { endByCue, moreThan, saysLoading, windowOf } = walk.eyes;
  let { box } = first;
  const mayHoldMore = first.room !== null || (first.pager === null && first.rows.length < first.stated);
  if (box === null || !mayHoldMore) return { looked: first, end: null };
  const began = box.scrollTop;
  const since = performance.now();
  const joined = new Windows();
  let grewAt = since;
  let handed = 0;
  let at = first;
  let end: WalkEnd | null = null;
  if (began > 0) {
    scrollTo(box, 0);
    await walk.settle();
    at = await walk.read();
  }
  for (;;) {
    box = at.box ?? box;
    const { rows, places, pinned } = windowOf(at, box);
    const now = performance.now();
    const grew = joined.add({ rows, places }) > 0;
    if (grew) grewAt = now;
    const count = joined.rows.length;
    const atEnd = isAtEnd(box);
    const undrawn = rows.length === 0 || at.room === 'below';
    const loading = saysLoading(at.sighting);
    const known = first.pager !== null || at.hasLast || count >= at.stated;
    const waits = loading ? walk.patience.most : known && !undrawn ? -1 : END_WAIT;
    end ??= endByCue(at.sighting) ?? (now - since > MOST_TIME || count > MOST_ROWS ? 'limit' : null);
    if (end !== null || (atEnd && now - grewAt > waits)) {
      if (loading) end ??= 'not-settled';
      scrollTo(box, began);
      if (end === null) await walk.settle();
      const state = first.pager?.state ?? (handed > 0 ? { page: null, pages: null, hasNext: false } : at.state);
      const pager = end === null && joined.sure && !undrawn ? state : moreThan(state);
      return { looked: withRows(at, [...joined.rows.slice(handed), ...pinned], pager, true), end };
    }
    if (count - handed >= PIECE && !atEnd) {
      const went = await walk.hand(withRows(at, joined.rows.slice(handed), moreThan(null), false));
      if (went !== 'go') return { looked: null, end: went };
      handed = count;
    }
    const before = walk.now();
    // A page that is quiet may only be late: to scroll on would leave out what it has still to draw.
    const late = !atEnd && !grew && now - grewAt < END_WAIT / 2;
    if (atEnd) {
      await walk.rest();
      // Some lists only listen to a movement.
      scrollTo(box, box.scrollTop - 1);
    }
    if (!late) scrollTo(box, at.room === null ? box.scrollHeight : box.scrollTop + box.clientHeight * STEP);
    const how = await (atEnd || late ? walk.settle(before, END_WAIT / 2) : walk.settle());
    if (how === 'stopped' || how === 'leaving') end = how;
    else at = await walk.read();
  }
}

/** Moves at once, whatever the page's styles say of smooth scrolling. */
const scrollTo = (box: Element, top: number): void => box.scrollTo({ top, behavior: 'instant' });

const isAtEnd = (box: Element): boolean => box.scrollTop + box.clientHeight >= box.scrollHeight - 2;

/** The same look with other rows of the list; what stands beside the list is told once. */
function withRows(looked: Looked, rows: Windows['rows'], pager: Pager | null, beside: boolean): Looked {
  const { sighting, mainIndex } = looked;
  const tables = sighting.tables.flatMap((table, at) =>
    at === mainIndex ? { ...table, rows: rows.map((row) => [...row]) } : beside ? table : [],
  );
  return { ...looked, rows, sighting: { ...sighting, tables, pager } };
}
