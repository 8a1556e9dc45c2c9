import type { Day } from '#money/day.ts';
import type { Entry } from './entry.ts';
import type { Control, Gap, Outcome, Rejected } from './reading.ts';

/** Where a bill file is that is being read. `of` 0: not known. */
export type BillStep =
  | { readonly is: 'opening'; readonly done: number; readonly of: number }
  | { readonly is: 'interpreting' };

/** What a bill file says, before anything of it is in the book: small, whatever the file holds. */
export interface BillPreview {
  readonly outcome: Outcome;
  readonly gaps: readonly Gap[];
  readonly provider: string | null;
  readonly format: string | null;
  readonly accounts: readonly string[];
  readonly from: Day | null;
  readonly to: Day | null;
  readonly controls: readonly Control[];
  /** How many rows would be kept. */
  readonly count: number;
  /** The first of them. */
  readonly entries: readonly Entry[];
  readonly rejectedCount: number;
  /** The first of the rows that could not be read. */
  readonly rejected: readonly Rejected[];
  /** Accounts that the book does not know, though it knows others of their provider. */
  readonly strangers: readonly string[];
  /** The capture that saw exactly this, under whatever name, and still counts; null where none did. */
  readonly sameAs: number | null;
}
