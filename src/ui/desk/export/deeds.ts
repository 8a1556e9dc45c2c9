import type { Question } from '#book/book.ts';
import type { Answer, Work } from '../work/deeds.ts';

export const EXPORT_FORMATS = ['csv', 'xlsx', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/**
 * Saves the rows that answer a question as a file; answers how many they are.
 * @param rows how many there will be, for the progress
 */
export type ExportOf = (format: ExportFormat, question: Question, rows: number, work: Work) => Answer<number | null>;
