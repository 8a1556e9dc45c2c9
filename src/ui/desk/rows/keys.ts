import type { MarkError } from '#book/acts/marks.ts';
import type { BookError, Marked } from '#book/book.ts';
import type { Source } from '#records/capture.ts';
import type { Entry, Ledger, State } from '#records/entry.ts';
import type { Mark } from '#records/mark.ts';
import type { TextKey } from '#text/index.ts';
import type { FilterProblem } from './filter.ts';
import type { Grouping } from './grouping.ts';

export const ledgerKey = (ledger: Ledger): TextKey => `ledger.${ledger}`;
export const entryStateKey = (state: State): TextKey => `entry-state.${state}`;
export const cardKey = (card: NonNullable<Entry['card']>): TextKey => `card.${card}`;
export const sourceKey = (source: Source): TextKey => `source.${source}`;
export const groupingKey = (by: Grouping): TextKey => `totals.${by}`;
export const problemKey = (problem: FilterProblem): TextKey => `filter-problem.${problem}`;
export const standingKey = (standing: Mark['standing']): TextKey => `standing.${standing ?? 'none'}`;
export const markedKey = (marked: Marked): TextKey =>
  marked === 'noted' || marked === 'any' ? `filter.marked-${marked}` : `standing.${marked}`;
export const standingHintKey = (standing: Mark['standing']): TextKey => `standing.${standing ?? 'none'}-hint`;

/** Why the book did not keep what was said of a row. */
export type Refusal = BookError | MarkError | 'no-such-row' | 'too-large';

export function refusalKey(refusal: Refusal): TextKey {
  switch (refusal) {
    case 'parts-differ':
    case 'same-as-itself':
    case 'same-as-a-double':
    case 'no-such-row':
    case 'too-large':
      return `mark-error.${refusal}`;
    default:
      return `book.${refusal}`;
  }
}
