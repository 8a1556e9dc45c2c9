import type { Damage, Question } from '#book/book.ts';
import type { Answer, Work } from '../work/deeds.ts';

export const EXPORT_FORMATS = ['csv', 'xlsx', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface Exported {
  readonly rows: number;
  /** Days that cannot be read back, and so are not in the file. */
  readonly damage: readonly Damage[];
}

/**
 * Saves the rows that answer a question as a file.
 * @param rows how many there will be, for the progress
 */
export type ExportOf = (format: ExportFormat, question: Question, rows: number, work: Work) => Answer<Exported>;
