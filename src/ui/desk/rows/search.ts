import type { Book, Damage, ListedRow, Question } from '#book/book.ts';
import { totalsOf } from '#book/figures/totals.ts';
import { countedAnswers } from '#book/questions.ts';
import type { Day } from '#money/day.ts';
import type { TextKey } from '#text/index.ts';
import type { DayOfAccount } from './stretches.ts';

/** How often a running search is shown, and how long it keeps the page to itself, ms. */
const SHOWN_EVERY = 250;
const TURN = 12;

/** How far a search is. */
export interface Search {
  /** The day that was searched last; null before the first. */
  readonly day: Day | null;
  readonly found: number;
  readonly state: 'running' | 'done' | 'stopped';
  /** Days that cannot be read back, and so were not searched; known at the end. */
  readonly damage: readonly Damage[];
}

/**
 * How many rows of each day answer the question, and what those that count come to; the rows themselves are not kept.
 * @param grow told now and then what has been found so far
 */
export async function search(
  book: Book,
  question: Question,
  signal: AbortSignal,
  grow: (days: readonly DayOfAccount[], search: Search) => void,
): Promise<{ days: readonly DayOfAccount[]; search: Search } | TextKey> {
  const days: DayOfAccount[] = [];
  let [last, found]: [Day | null, number] = [null, 0];
  let [turn, told] = [performance.now(), performance.now()];
  const now = (state: Search['state']): Search => ({ day: last, found, state, damage: [] });
  const visit = (rows: readonly ListedRow[], day: Day): boolean => {
    const account = rows[0]?.entry.account ?? '';
    const marks = new Map(rows.flatMap(({ mark }) => (mark ? [[mark.key, mark] as const] : [])));
    const entries = rows.map(({ entry }) => entry);
    found += rows.length;
    days.push({ account, day, rows: rows.length, totals: totalsOf(countedAnswers(question, entries, marks)) });
    return true;
  };
  const done = await book.find(question, visit, async (day) => {
    last = day;
    if (performance.now() - told > SHOWN_EVERY) {
      told = performance.now();
      grow([...days], now('running'));
    }
    if (performance.now() - turn > TURN) {
      await new Promise((resume) => setTimeout(resume, 0));
      turn = performance.now();
    }
    return !signal.aborted;
  });
  if (!done.ok) return `book.${done.error}`;
  return { days, search: { ...now(signal.aborted ? 'stopped' : 'done'), damage: done.value } };
}
