import { fail, ok, type Result } from '#money/result.ts';
import type { ExportRow, ExportWords } from './columns.ts';
import { csvHead, csvLines } from './csv.ts';
import { JSON_HEAD, JSON_TAIL, jsonLines } from './json.ts';
import { MOST_XLSX_ROWS, xlsxOf } from './xlsx.ts';

/** Which file. Closed set. */
export const EXPORT_FORMATS = ['csv', 'xlsx', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const EXPORT_TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
};

/** A file that grows as rows of a view are given to it. */
export interface Export {
  /** False where no more rows can be taken. */
  readonly add: (rows: readonly ExportRow[]) => boolean;
  readonly file: () => Promise<Result<Blob, 'too-many-rows'>>;
}

/** Text that is held before it becomes part of the file, which the browser may keep on disk. */
const TOGETHER = 4 * 1024 * 1024;

export function newExport(format: ExportFormat, words: ExportWords): Export {
  return format === 'xlsx' ? workbook(words) : text(format, words);
}

function text(format: 'csv' | 'json', words: ExportWords): Export {
  const parts: Blob[] = [];
  let open = format === 'csv' ? csvHead(words) : JSON_HEAD;
  let isFirst = true;
  return {
    add: (rows) => {
      open += format === 'csv' ? csvLines(rows, words) : jsonLines(rows, isFirst);
      isFirst = isFirst && rows.length === 0;
      if (open.length > TOGETHER) {
        parts.push(new Blob([open]));
        open = '';
      }
      return true;
    },
    file: async () =>
      ok(new Blob([...parts, open, format === 'json' ? JSON_TAIL : ''], { type: EXPORT_TYPES[format] })),
  };
}

function workbook(words: ExportWords): Export {
  const all: ExportRow[] = [];
  return {
    add: (rows) => {
      all.push(...rows);
      return all.length <= MOST_XLSX_ROWS;
    },
    file: async () =>
      all.length > MOST_XLSX_ROWS
        ? fail('too-many-rows')
        : ok(new Blob([await xlsxOf(all, words)], { type: EXPORT_TYPES.xlsx })),
  };
}
