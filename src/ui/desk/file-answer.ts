import type { Day } from '#money/day.ts';
import type { Control, Gap, Outcome, Rejected } from '#records/reading.ts';
import type { TextKey } from '#text/index.ts';
import type { Counts } from '#ui/parts/outcome.tsx';

/** What one bill file said, as the desk shows it. */
export interface FileReading {
  /** Of the capture that keeps it; null where there was nothing to keep. */
  readonly seq: number | null;
  readonly outcome: Outcome;
  readonly gaps: readonly Gap[];
  readonly provider: string | null;
  readonly format: string | null;
  readonly accounts: readonly string[];
  readonly from: Day | null;
  readonly to: Day | null;
  readonly controls: readonly Control[];
  readonly counts: Counts;
  readonly rejected: readonly Rejected[];
}

/** How taking in a file ended. `refused` carries the sentence of a file's or the book's error. */
export type FileAnswer =
  | { readonly is: 'reading'; readonly reading: FileReading }
  | { readonly is: 'password'; readonly wrong: boolean }
  | { readonly is: 'stopped' }
  | { readonly is: 'refused'; readonly why: TextKey };

/** Where a running file is. `of` 0: not known. */
export type FileStep =
  | { readonly is: 'opening'; readonly done: number; readonly of: number }
  | { readonly is: 'keeping' };

export interface FileOptions {
  readonly password: string | null;
  readonly signal: AbortSignal;
  readonly step: (step: FileStep) => void;
}

/** Opens one file, reads it, and takes it into the book. A rejection is shown as `import.crashed`. */
export type ReadFile = (file: File, options: FileOptions) => Promise<FileAnswer>;
