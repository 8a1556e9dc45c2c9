import type { Table } from '#records/sighting.ts';
import { columnMask, maskText } from '../mask.ts';
import { hasDrawnFigures } from './drawn.ts';
import type { Grid } from './grid.ts';
import { tellHeader } from './header.ts';
import type { Turns } from './slice.ts';
import { EMPTY_WORDS, LOADING_WORDS } from './words.ts';

/** One table in the page: what it says, and the element that it is. `stated` is filled in later, from the words around it. */
export interface Found {
  readonly element: Element;
  readonly table: Table;
  /** For each of the table's rows the element that it is in the page, where it is one. */
  readonly rows: readonly (Element | undefined)[];
  /** The table's own place says that there are no records. */
  readonly saysEmpty: boolean;
  readonly saysLoading: boolean;
  /** Figures are drawn, not written: a person sees them, a reader does not. */
  readonly pictures: boolean;
}

export interface Source {
  readonly element: Element;
  readonly way: string;
  readonly where: string;
  readonly caption?: string | null;
  readonly grid: Grid;
  readonly hiddenRows?: number;
}

/** Gives a grid its header, masks every cell by its column, and keeps placeholder rows (暂无数据) out of the data. Null where nothing is in it. */
export async function toFound(source: Source, turns?: Turns): Promise<Found | null> {
  const told = tellHeader(source.grid.rows);
  const only = told.rows.length === 1 ? told.notices[0] : undefined;
  const notice = only ?? '';
  const saysEmpty = notice !== '' && notice.length <= 60 && EMPTY_WORDS.test(notice);
  const saysLoading = notice !== '' && notice.length <= 60 && LOADING_WORDS.test(notice);
  const rows = saysEmpty || saysLoading ? [] : told.rows;
  if (rows.length === 0 && told.header.every((name) => name === '')) return null;
  const header = told.header.map((name) => maskText(name.replace(SORT_MARKS, '')).slice(0, 2000));
  await mask(rows, header, turns);
  return {
    element: source.element,
    table: {
      where: source.where,
      way: told.turned ? 'vertical-table' : source.way,
      caption: short(source.caption ?? told.caption),
      header,
      rows,
      hiddenRows: (source.hiddenRows ?? 0) + source.grid.cut,
      stated: null,
    },
    rows: told.elements,
    saysEmpty,
    saysLoading,
    pictures: !saysEmpty && !saysLoading && hasDrawnFigures(source.element, header, rows),
  };
}

/** Marks for sorting and help that stand as text behind a column's name. */
const SORT_MARKS = /(?<=\S)[\s▲▼△▽▴▾▵▿↑↓⇅⇵↕⬍?？ⓘ]+$/u;

const short = (caption: string | null): string | null =>
  caption === null || caption === '' ? null : maskText(caption).slice(0, 500);

async function mask(rows: string[][], header: readonly string[], turns?: Turns): Promise<void> {
  const masks = header.map(columnMask);
  let count = 0;
  for (const row of rows) {
    count += 1;
    if ((count & 255) === 0) await turns?.rest();
    for (let at = 0; at < row.length; at += 1) {
      const text = row[at];
      if (text !== undefined && text.length >= 8) row[at] = masks[at]?.(text) ?? text;
    }
  }
}
