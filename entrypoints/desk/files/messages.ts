import type { BookError, TakenIn } from '#book/book.ts';
import type { Result } from '#money/result.ts';
import type { BillPreview, BillStep } from '#records/bill.ts';
import type { FileError } from '#tables/files/open.ts';

/*
 * What the desk and the worker that reads one file say to each other. Rows never travel: they stay where they were read until they are in the book.
 */

export type ToWorker =
  | { readonly is: 'open'; readonly file: File; readonly password: string | null }
  | { readonly is: 'keep' };

export type FromWorker =
  | { readonly is: 'ready' }
  | { readonly is: 'step'; readonly step: BillStep }
  | { readonly is: 'opened'; readonly opened: Result<BillPreview, FileError> }
  | { readonly is: 'kept'; readonly kept: Result<TakenIn, BookError> }
  | { readonly is: 'crashed' };
