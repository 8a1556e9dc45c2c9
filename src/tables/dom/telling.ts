import type { Table } from '#records/sighting.ts';
import { columnMask, maskText } from '../mask.ts';
import { type GridRow, widthOf } from './grid.ts';
import { type Told, tellHeader } from './header.ts';
import type { Turns } from './slice.ts';

/** Where a table stands and how it was found. */
export interface Source {
  readonly element: Element;
  readonly way: string;
  readonly where: string;
  readonly caption?: string | null;
}

/** Tells the rows of a grid from its header and masks them. `all` holds those that were given before, and more; the table's list of rows grows with them. */
export type Telling = (
  all: readonly GridRow[],
  turns?: Turns,
) => Promise<{ readonly told: Told; readonly table: Table }>;

/** Marks for sorting and help that stand as text behind a column's name. */
const SORT_MARKS = /(?<=\S)[\s▲▼△▽▴▾▵▿↑↓⇅⇵↕⬍?？ⓘ]+$/u;
/** So many rows below a header, and no later one changes it. */
const SURE = 200;

/**
 * A grid may be told while it is still growing: what its first rows show of the header holds for all, unless a later row is wider. Then all is told
 * anew, as if nothing had been told before.
 */
export function telling({ way, where, caption }: Source): Telling {
  let told: Told | undefined;
  let table: Table | undefined;
  let masks: ((text: string) => string)[] = [];
  let count = 0;
  return async (all, turns) => {
    let rows: readonly string[][];
    if (told?.further && table && table.rows.length > SURE && widthOf(all) === told.header.length) {
      const more = told.further(all.slice(count));
      told.elements.push(...more.elements);
      rows = more.rows;
    } else {
      told = tellHeader(all);
      rows = told.rows;
      const header = told.header.map((name) => maskText(name.replace(SORT_MARKS, '')).slice(0, 2000));
      masks = header.map(columnMask);
      table = {
        where,
        way: told.turned ? 'vertical-table' : way,
        caption: maskText(caption ?? told.caption ?? '').slice(0, 500) || null,
        header,
        rows: [],
        hiddenRows: 0,
        stated: null,
      };
    }
    count = all.length;
    for (const row of rows) if (table.rows.push(masked(row, masks)) % 256 === 0) await turns?.rest();
    return { told, table };
  };
}

/** The row itself stays as it was read: a wider one further down may show that it stands under another header. */
function masked(row: string[], masks: readonly ((text: string) => string)[]): string[] {
  let out = row;
  for (let at = 0; at < row.length; at += 1) {
    const text = row[at] ?? '';
    const said = text.length < 8 ? text : (masks[at]?.(text) ?? text);
    if (said === text) continue;
    if (out === row) out = row.slice();
    out[at] = said;
  }
  return out;
}
