import type { Pager, Sighting } from '#records/sighting.ts';
import { holds, parentOf } from '#tables/dom/safe.ts';
import { type Seen, seeWithElements } from '#tables/dom/see.ts';
import { MONEY_NAME } from '#tables/dom/words.ts';
import { ELSEWHERE } from './controls.ts';
import { type FoundPager, findPager, pageWords } from './pager.ts';

/** One look, with what the walk needs to act on it. */
export interface Looked {
  readonly sighting: Sighting;
  readonly pager: FoundPager | null;
  /** The list that is walked: the largest one about money, or the largest. */
  readonly main: Element | null;
  readonly mainIndex: number;
}

/** Reads one document and its pager. Nothing is pressed, nothing changed. */
export async function look(doc: Document, at: string): Promise<Sighting> {
  return (await lookClosely(doc, at)).sighting;
}

export async function lookClosely(doc: Document, at: string): Promise<Looked> {
  const seen = await seeWithElements(doc, at);
  const mainIndex = mainOf(seen);
  const main = seen.tables[mainIndex]?.element ?? null;
  const pager = findPager(seen.outside, main);
  const state = pager?.state ?? (main === null ? null : saidOnly(seen, main));
  return { sighting: { ...seen.sighting, pager: state }, pager, main, mainIndex };
}

/** What a page says of further pages that nothing recognised leads to: a box to choose the page from, a link to the whole list. */
function saidOnly(seen: Seen, main: Element): Pager | null {
  for (const text of seen.sighting.texts) {
    if (text.length > 200) continue;
    const { page, pages } = pageWords(text);
    if (pages !== null && pages > 1) return { page, pages, hasNext: page === null || page < pages };
  }
  const near = parentOf(parentOf(main) ?? main) ?? main;
  const more = seen.outside.some((el) => ELSEWHERE.test((el.textContent ?? '').slice(0, 40).trim()) && holds(near, el));
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
