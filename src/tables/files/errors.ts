/**
 * Why a file gave nothing to read. Closed set; `file.<error>` in `src/text/areas/files.ts` is the sentence of each.
 * `unsafe-xml`: XML with a document type, in which entities could be defined.
 * `unsupported-pdf`: its words or columns cannot be told for certain. `locked-workbook`: a spreadsheet encrypted by its own program,
 * which no password given here can open.
 */
export const FILE_ERRORS = [
  'empty',
  'too-large',
  'not-a-table',
  'unknown-container',
  'needs-password',
  'wrong-password',
  'locked-workbook',
  'damaged',
  'wrong-encoding',
  'scanned-pdf',
  'unsupported-pdf',
  'unsafe-xml',
  'stopped',
] as const;
export type FileError = (typeof FILE_ERRORS)[number];
