import type { Undone } from '#book/merge/undo.ts';
import type { BillPreview, BillStep } from '#records/bill.ts';
import type { TextKey } from '#text/index.ts';
import type { Counts } from '#ui/parts/outcome.tsx';

/** What one bill file said, and what became of it in the book. */
export interface FileReading extends BillPreview {
  /** Of the capture that keeps it; null where there was nothing to keep. */
  readonly seq: number | null;
  readonly counts: Counts;
}

/** A file that is no longer open and cannot be taken in as it is. `refused` carries the sentence of a file's or the book's error. */
type Refused = { readonly is: 'refused'; readonly why: TextKey };

export type KeptAnswer = { readonly is: 'reading'; readonly reading: FileReading } | Refused;

/** The rows of a file that wait for the merchant's word. One of both is called, once. */
export interface Held {
  /** Takes them into the book. A rejection is shown as `import.crashed`. */
  readonly keep: () => Promise<KeptAnswer>;
  readonly leave: () => void;
}

/** How opening a file ended. */
export type FileAnswer =
  | { readonly is: 'preview'; readonly preview: BillPreview; readonly held: Held }
  | { readonly is: 'password'; readonly wrong: boolean }
  | { readonly is: 'stopped' }
  | Refused;

export interface FileOptions {
  readonly password: string | null;
  readonly signal: AbortSignal;
  readonly step: (step: BillStep) => void;
}

export interface FileDeeds {
  /** Opens one file and reads it; keeps nothing in the book. A stop ends it at once. A rejection is shown as `import.crashed`. */
  readonly read: (file: File, options: FileOptions) => Promise<FileAnswer>;
  /** Takes a capture back, and makes the summary anew. */
  readonly undo: (seq: number) => Promise<Undone | TextKey>;
}
