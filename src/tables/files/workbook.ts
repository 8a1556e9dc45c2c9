import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import { fail, ok, type Result } from '#money/result.ts';
import { tidyCell } from './cells.ts';
import { codepages } from './codepages.ts';
import type { FileError } from './errors.ts';
import { LIMITS } from './limits.ts';
import { dateText, numberText } from './number-text.ts';
import type { Pace } from './pace.ts';

type Library = typeof import('@e965/xlsx');

/** One sheet as text, row by row; hidden rows are counted and left out. */
export interface Sheet {
  readonly name: string;
  readonly rows: string[][];
  /** Rows, by index in `rows`, in which a merged cell spans several columns: one level of a header with several. */
  readonly spanned: ReadonlySet<number>;
  readonly hiddenRows: number;
}

/**
 * All sheets of a spreadsheet: BIFF, XLSX, XLSB, ODS (bytes), or Excel's XML of 2003 (text). Cells are what a person reads there, except that dates
 * are `YYYY-MM-DD HH:MM:SS` and numbers keep their exact digits. Formulas are never computed; where no result is stored, the formula is shown.
 */
export async function readWorkbook(source: Uint8Array | string, pace: Pace): Promise<Result<Sheet[], FileError>> {
  const library = await import('@e965/xlsx');
  library.set_cptable(codepages);
  let book: WorkBook;
  try {
    book = library.read(source, {
      type: typeof source === 'string' ? 'string' : 'array',
      dense: true,
      cellNF: true,
      cellStyles: true,
      cellHTML: false,
      sheetRows: LIMITS.rows + 1,
    });
  } catch (error) {
    return fail(/password|encrypt/i.test(String(error)) ? 'locked-workbook' : 'damaged');
  }
  const sheets: Sheet[] = [];
  for (const [i, name] of book.SheetNames.entries()) {
    const sheet = book.Sheets[name];
    if (!sheet) continue;
    const hidden = (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0;
    const read = await readSheet(
      library,
      sheet,
      name,
      { date1904: book.Workbook?.WBProps?.date1904 === true, hidden },
      pace,
    );
    if (!read.ok) return read;
    sheets.push(read.value);
  }
  return ok(sheets);
}

async function readSheet(
  library: Library,
  sheet: WorkSheet,
  name: string,
  { date1904, hidden }: { date1904: boolean; hidden: boolean },
  pace: Pace,
): Promise<Result<Sheet, FileError>> {
  const data: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? [];
  if (data.length > LIMITS.rows) return fail('too-large');
  const grid: string[][] = [];
  for (let r = 0; r < data.length; r++) {
    if (!(await pace.step(r, data.length))) return fail('stopped');
    const cells = data[r] ?? [];
    if (cells.length > LIMITS.columns && cells.slice(LIMITS.columns).some((cell) => cell?.v !== undefined)) {
      return fail('too-large');
    }
    const row: string[] = [];
    for (let c = 0; c < Math.min(cells.length, LIMITS.columns); c++) {
      const text = cellText(library, cells[c], date1904);
      if (text.length > LIMITS.cell) return fail('too-large');
      row.push(text);
    }
    grid.push(row);
  }
  const spannedRows = spread(sheet, grid);
  if (!spannedRows) return fail('too-large');
  const rows: string[][] = [];
  const spanned = new Set<number>();
  let hiddenRows = 0;
  for (const [r, row] of grid.entries()) {
    if (hidden || sheet['!rows']?.[r]?.hidden === true) {
      if (row.some((cell) => cell !== '')) hiddenRows++;
      continue;
    }
    if (spannedRows.has(r)) spanned.add(rows.length);
    rows.push(row);
  }
  return ok({ name, rows, spanned, hiddenRows });
}

/** Repeats merged cells over the cells they cover, within the used part of the sheet. Null if a hostile sheet merges without end. */
function spread(sheet: WorkSheet, grid: string[][]): ReadonlySet<number> | null {
  const spanned = new Set<number>();
  const width = grid.reduce((most, row) => Math.max(most, row.length), 0);
  let cells = 0;
  for (const { s, e } of sheet['!merges'] ?? []) {
    const text = grid[s.r]?.[s.c] ?? '';
    const lastRow = Math.min(e.r, grid.length - 1);
    const lastColumn = Math.min(e.c, width - 1);
    if (lastRow < s.r || lastColumn < s.c) continue;
    cells += (lastRow - s.r + 1) * (lastColumn - s.c + 1);
    if (cells > LIMITS.spread) return null;
    for (let r = s.r; r <= lastRow; r++) {
      const row = grid[r];
      if (!row) continue;
      while (row.length <= lastColumn) row.push('');
      row.fill(text, s.c, lastColumn + 1);
      if (lastColumn > s.c) spanned.add(r);
    }
  }
  return spanned;
}

function cellText(library: Library, cell: CellObject | undefined, date1904: boolean): string {
  if (!cell) return '';
  const { v } = cell;
  if (v === undefined || v === null) return typeof cell.f === 'string' ? `=${cell.f}` : '';
  if (typeof v === 'string') return cell.t === 'e' ? (cell.w ?? v) : tidyCell(v);
  if (typeof v === 'boolean') return v ? 'TRUE' : 'FALSE';
  if (typeof v !== 'number' || cell.t === 'e') return tidyCell(cell.w ?? String(v));
  const format = typeof cell.z === 'string' ? cell.z : '';
  if (format !== '' && library.SSF.is_date(format) && !/\[[hms]+\]/i.test(format)) {
    const time = library.SSF.parse_date_code(v, { date1904 }) as Parameters<typeof dateText>[0] | null;
    if (time) return dateText(time, v, format);
  }
  return numberText({ value: v, shown: tidyCell(cell.w ?? String(v)), format });
}
