import type { Table } from '#records/sighting.ts';
import { hasDrawnFigures } from './drawn.ts';
import type { Grid } from './grid.ts';
import type { Turns } from './slice.ts';
import { type Source, telling } from './telling.ts';
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

/** A table that was read to its end. */
export interface WholeSource extends Source {
  readonly grid: Grid;
  readonly hiddenRows?: number;
}

/** Gives a grid its header, masks every cell by its column, and keeps placeholder rows (暂无数据) out of the data. Null where nothing is in it. */
export async function toFound(source: WholeSource, turns?: Turns, tell = telling(source)): Promise<Found | null> {
  const { grid, element } = source;
  const { told, table } = await tell(grid.rows, turns);
  const only = table.rows.length === 1 ? told.notices[0] : undefined;
  const notice = only ?? '';
  const saysEmpty = notice !== '' && notice.length <= 60 && EMPTY_WORDS.test(notice);
  const saysLoading = notice !== '' && notice.length <= 60 && LOADING_WORDS.test(notice);
  if (saysEmpty || saysLoading) table.rows = [];
  if (table.rows.length === 0 && told.header.every((name) => name === '')) return null;
  table.hiddenRows = (source.hiddenRows ?? 0) + grid.cut;
  return {
    element,
    table,
    rows: told.elements,
    saysEmpty,
    saysLoading,
    pictures: !saysEmpty && !saysLoading && hasDrawnFigures(element, table.header, table.rows),
  };
}
