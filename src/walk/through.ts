import type { WalkEnd } from '#records/job.ts';
import type { Pager, Sighting } from '#records/sighting.ts';
import { LOADING_WORDS } from '#tables/dom/words.ts';
import { type Looked, moreThan } from './look.ts';
import { isAtEnd, scrollTo, windowOf } from './scroll.ts';
import type { Settled } from './settle.ts';
import { Windows } from './windows.ts';

/** What scrolling needs of the walk around it. */
export interface Scrolling {
  /** Reads the page as it stands. */
  read(): Promise<Looked>;
  /** Waits until the page is quiet: at most `most` milliseconds for a change of the list, if that is given. */
  settle(most?: number): Promise<Settled>;
  /** A pause before more is asked of the portal. */
  rest(): Promise<void>;
  /** Hands on a part of the list; anything but `go` ends the walk. */
  hand(looked: Looked): Promise<'go' | WalkEnd>;
  /** Why the page says that no more will come. */
  refusal(looked: Looked): WalkEnd | null;
  /** How long a page that says that it is loading may take (ms). */
  readonly patience: number;
}

/** How long more may take to come at the end of a list that does not say that it is loading (ms). */
const END_WAIT = 2500;
const MOST_TIME = 15 * 60_000;
const MOST_ROWS = 100_000;
/** Rows that are handed on at once. */
const PIECE = 1000;
/** The part of what is seen that is scrolled on: the rest is seen twice. */
const STEP = 0.7;
const NO_MORE = /没有更多|到底了|全部加载|no more/i;

/** A list that may hold more than is in the page: rows that come and go, or no pager and no count that is reached. */
const mayHoldMore = ({ windowed, pager, sighting, mainIndex, list }: Looked): boolean =>
  windowed ||
  (pager === null && (list?.rows.length ?? 0) < (sighting.tables[mainIndex]?.stated ?? Number.POSITIVE_INFINITY));

/**
 * Scrolls a list through, less than what is seen at a time, and to its end again as long as more comes there. Parts of a long list are handed on at
 * once; what is returned holds the rest. Where it is not certain that all was seen, its pager says that there is more. The list is left as it was found.
 */
export async function scrollThrough(
  first: Looked,
  walk: Scrolling,
): Promise<{ readonly looked: Looked; readonly end: WalkEnd | null }> {
  let { box } = first;
  if (box === null || !mayHoldMore(first)) return { looked: first, end: null };
  const began = box.scrollTop;
  const since = performance.now();
  const joined = new Windows();
  let handed = 0;
  let at = first;
  let end: WalkEnd | null = null;
  let grewAt = since;
  let pinned: Windows['rows'] = [];
  if (began > 0) {
    scrollTo(box, 0);
    await walk.settle();
    at = await walk.read();
  }
  for (;;) {
    box = at.box ?? box;
    const now = performance.now();
    if (at.list !== null) {
      const seen = windowOf(at.list, box);
      if (joined.add(seen) > 0) grewAt = now;
      pinned = [...seen.pinned];
    }
    const { texts, tables } = at.sighting;
    const rows = joined.rows.length;
    const says = (words: RegExp): boolean => texts.some((text) => text.length < 40 && words.test(text));
    end = walk.refusal(at) ?? (now - since > MOST_TIME || rows > MOST_ROWS ? 'limit' : null);
    if (end !== null || rows >= (tables[at.mainIndex]?.stated ?? Number.POSITIVE_INFINITY)) break;
    const atEnd = isAtEnd(box);
    if (atEnd) {
      const loading = says(LOADING_WORDS);
      if (!loading && (at.short === false || says(NO_MORE) || now - grewAt > END_WAIT)) break;
      if (now - grewAt > walk.patience) {
        end = 'not-settled';
        break;
      }
      await walk.rest();
      // Some lists only listen to a movement.
      scrollTo(box, box.scrollTop - 1);
    } else if (rows - handed >= PIECE) {
      const went = await walk.hand(withRows(at, joined.rows.slice(handed), moreThan(null), false));
      handed = rows;
      if (went !== 'go') {
        end = went;
        break;
      }
    }
    scrollTo(box, at.windowed ? box.scrollTop + box.clientHeight * STEP : box.scrollHeight);
    const how = await walk.settle(atEnd ? END_WAIT / 2 : undefined);
    if (how === 'stopped' || how === 'leaving') {
      end = how;
      break;
    }
    at = await walk.read();
  }
  scrollTo(box, began);
  if (end !== 'leaving') await walk.settle();
  const state = first.pager?.state ?? (at.windowed || at.short === true ? null : at.sighting.pager);
  const whole = end === null && joined.sure && at.short !== true;
  const rest = [...joined.rows.slice(handed), ...pinned];
  const none: Pager | null = handed > 0 ? { page: null, pages: null, hasNext: false } : null;
  return {
    looked: { ...first, sighting: withRows(at, rest, whole ? (state ?? none) : moreThan(state), true).sighting },
    end,
  };
}

/** The same look with other rows of the list; what stands beside the list is told once. */
function withRows(looked: Looked, rows: Windows['rows'], pager: Pager | null, beside: boolean): Looked {
  const { sighting, mainIndex } = looked;
  const tables: Sighting['tables'] = sighting.tables.flatMap((table, at) =>
    at === mainIndex ? { ...table, rows: rows.map((row) => [...row]) } : beside ? table : [],
  );
  return { ...looked, mainIndex: beside ? mainIndex : 0, sighting: { ...sighting, tables, pager } };
}
