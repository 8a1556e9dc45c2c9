import type { WalkEnd } from '#records/job.ts';
import type { Pager, Sighting } from '#records/sighting.ts';
import { holds, parentOf } from '#tables/dom/safe.ts';
import { type EarlyLook, type Seen, seeWithElements } from '#tables/dom/see.ts';
import { LOADING_WORDS, MONEY_NAME } from '#tables/dom/words.ts';
import { ELSEWHERE } from './controls.ts';
import { type FoundPager, findPager, pagerBeside, pageWords } from './pager.ts';
import { type Listed, missingOf, type Room, roomOf, scrollBoxOf } from './room.ts';

/** One look, with what the walk needs to act on it. */
export interface Looked extends Listed {
  readonly sighting: Sighting;
  readonly pager: FoundPager | null;
  /** Of the list that is walked: the largest one about money, or the largest. */
  readonly mainIndex: number;
  readonly header: string;
  /** How many rows the list says that it has; infinitely many where it does not say. */
  readonly stated: number;
  /** What scrolls the list, if anything does. */
  readonly box: Element | null;
  /** Where the page has room for rows that are not in it: they are drawn as the list is scrolled. */
  readonly room: Room;
  /** The list's own numbers say that its last row is shown. */
  readonly hasLast: boolean;
  /** What the page says of further pages. */
  readonly state: Pager | null;
}

/** Reads one document and its pager. Nothing is pressed, nothing changed. */
export async function look(doc: Document, at: string, early?: EarlyLook): Promise<Sighting> {
  return (await lookClosely(doc, at, early)).sighting;
}

export async function lookClosely(doc: Document, at: string, early?: EarlyLook): Promise<Looked> {
  const seen = await seeWithElements(doc, at, early);
  const mainIndex = mainOf(seen);
  const found = seen.tables[mainIndex];
  const table = seen.sighting.tables[mainIndex];
  const list = {
    main: found?.element ?? null,
    rows: table?.rows ?? [],
    elements: found?.rows ?? [],
  };
  const pager = findPager(seen.outside, list.main) ?? (list.rows.length > 0 ? pagerBeside(doc) : null);
  const state = pager?.state ?? saidOnly(seen, list.main);
  const box = scrollBoxOf(list);
  const missing = pager === null ? missingOf(list) : null;
  const room = missing ? 'below' : roomOf(list, box);
  const sighting = { ...seen.sighting, pager: room === null ? state : moreThan(state) };
  const header = JSON.stringify(table?.header ?? null);
  const stated = table?.stated ?? Number.POSITIVE_INFINITY;
  return { ...list, sighting, pager, mainIndex, header, stated, box, room, hasLast: missing === 0, state };
}

/** Cues after which walking on would only hurt. */
export function endByCue({ cues }: Sighting): WalkEnd | null {
  if (cues.includes('signed-out') || cues.includes('session-expired')) return 'signed-out';
  if (cues.includes('throttled')) return 'throttled';
  return cues.includes('maintenance') ? 'maintenance' : null;
}

/** Whether a short line of the page says that more is on its way. */
export const saysLoading = ({ texts }: Sighting): boolean =>
  texts.some((text) => text.length < 40 && LOADING_WORDS.test(text));

/** A list of which more is to be seen, whatever its pager says. */
export const moreThan = (state: Pager | null): Pager => ({ page: null, pages: null, ...state, hasNext: true });

/** What a page says of further pages that nothing recognised leads to: a box to choose the page from, a link to the whole list. */
function saidOnly(seen: Seen, main: Element | null): Pager | null {
  if (main === null) return null;
  for (const text of seen.sighting.texts) {
    if (text.length > 200) continue;
    const { page, pages } = pageWords(text);
    if (pages !== null && pages > 1) return { page, pages, hasNext: page === null || page < pages };
  }
  const near = parentOf(parentOf(main) ?? main) ?? main;
  // What holds the list is no link; its text would be the whole list.
  const more = seen.outside.some(
    (el) => !holds(el, main) && ELSEWHERE.test((el.textContent ?? '').slice(0, 40).trim()) && holds(near, el),
  );
  return more ? { page: null, pages: null, hasNext: true } : null;
}

function mainOf(seen: Seen): number {
  let best = -1;
  let most = -1;
  seen.sighting.tables.forEach((table, index) => {
    if (table.way === 'key-value' || table.way === 'vertical-table') return;
    const words = table.header.filter((name) => MONEY_NAME.test(name)).length;
    const weight = (words > 0 ? 1_000_000 : 0) + table.rows.length * 10 + words;
    if (weight > most) [best, most] = [index, weight];
  });
  return best;
}
