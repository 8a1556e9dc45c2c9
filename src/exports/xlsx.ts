import type { CellObject } from '@e965/xlsx';
import { type Cell, COLUMNS, cellsOf, type ExportRow, type ExportWords } from './columns.ts';

/** The whole workbook is in memory before the first byte of it is written: for more rows there is CSV. */
export const MOST_XLSX_ROWS = 100_000;
/** Characters in a cell; Excel refuses the file if there are more. */
const MOST_CHARACTERS = 32_767;

/** A workbook with one sheet. Identifiers and words are text cells, which no spreadsheet computes; amounts are numbers with two to five places. */
export async function xlsxOf(rows: readonly ExportRow[], words: ExportWords): Promise<Uint8Array<ArrayBuffer>> {
  const { utils, write } = await import('@e965/xlsx');
  const head = COLUMNS.map((column) => asText(words.title(column)));
  const sheet = utils.aoa_to_sheet([]);
  // Cells as they are: from plain values the library would guess which are numbers.
  const all = [head, ...rows.map((row) => cellsOf(row, words).map(asCell))];
  all.forEach((cells, r) => {
    cells.forEach((cell, c) => {
      if (cell) sheet[utils.encode_cell({ r, c })] = cell;
    });
  });
  sheet['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: all.length - 1, c: COLUMNS.length - 1 } });
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'Arrears Radar');
  const bytes = write(book, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer;
  return new Uint8Array(bytes);
}

const asText = (text: string): CellObject => ({ t: 's', v: text.slice(0, MOST_CHARACTERS) });

function asCell(cell: Cell): CellObject | null {
  if (cell.is === 'nothing') return null;
  // A double holds 15 digits for certain; an amount with more stays whole as text.
  const exact = cell.is === 'number' && cell.text.replace(/\D/g, '').length <= 15;
  return exact ? { t: 'n', v: Number(cell.text), z: '0.00###' } : asText(cell.text);
}
