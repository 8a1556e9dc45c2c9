import Papa from 'papaparse';
import { type Cell, COLUMNS, cellsOf, type ExportRow, type ExportWords } from './columns.ts';

/** Excel takes a file without it for the system's own code page, and shows Chinese as rubbish. */
const BYTE_ORDER_MARK = '\ufeff';
const LINE = '\r\n';
/** A spreadsheet takes text that starts so for a formula, and runs it (OWASP, CSV injection); full-width forms are taken so in East Asian settings. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
/** Digits alone: a spreadsheet takes them for a number, of which it keeps 15 digits, no leading zero, and shows 12 or more as `1.2E+11`. */
const DIGITS = /^\d+$/;

/** The first line, with the byte order mark before it. */
export const csvHead = (words: ExportWords): string =>
  BYTE_ORDER_MARK + lines([COLUMNS.map((column) => defused(words.title(column)))]);

export const csvLines = (rows: readonly ExportRow[], words: ExportWords): string =>
  rows.length === 0 ? '' : lines(rows.map((row) => cellsOf(row, words).map(csvCell)));

/**
 * The text of a cell. Numbers stay numbers, negative ones too. Text that would be a formula gets an apostrophe before it. An identifier of digits
 * becomes `="…"`, the one spelling of which Excel, WPS and LibreOffice keep every digit without being asked; it holds digits only, so nothing can
 * be slipped in.
 */
export function csvCell(cell: Cell): string {
  if (cell.is === 'nothing') return '';
  if (cell.is === 'number') return cell.text;
  if (cell.is === 'id' && DIGITS.test(cell.text)) return `="${cell.text}"`;
  return defused(cell.text);
}

const defused = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

const lines = (rows: readonly (readonly string[])[]): string =>
  Papa.unparse(rows as string[][], { newline: LINE }) + LINE;
