import type { Day } from '#money/day.ts';
import type { CauseId, Code, ItemState } from '#records/arrears.ts';
import type { TermsFile } from '#records/terms.ts';
import type { File } from './print.ts';

/** What was put into a book, and must be found: its cause, the day since which it shows, and what it comes to. */
export interface Label {
  readonly cause: CauseId;
  readonly code: Code;
  readonly state: ItemState;
  readonly since: Day;
  /** In fen. */
  readonly sum: number;
}

/** A book with everything that is to be said of it; nothing else may be. */
export interface Labelled {
  readonly files: readonly File[];
  readonly terms: TermsFile | null;
  readonly asOf: Day;
  readonly labels: readonly Label[];
}
