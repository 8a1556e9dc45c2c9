import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { GridCell } from '#tables/dom/grid.ts';
import { type RenderedCell, renderedRows } from '#tables/dom/rendered.ts';
import { inFull, isPassedOver } from '#tables/dom/rows.ts';
import { sheetsOver } from '#tables/dom/sheets.ts';
import { takeTurns } from '#tables/dom/slice.ts';

/** What differs between reading a row by its rendering and reading every cell of it, and how many rows were read by their rendering. */
export interface BothWays {
  readonly differences: { readonly html: string; readonly fast: string; readonly close: string }[];
  readonly fast: number;
  readonly alike: boolean;
}

declare global {
  var __bothWays: () => Promise<BothWays>;
}

export default defineUnlistedScript(() => {
  globalThis.__bothWays = async () => {
    const body = document.querySelector('tbody');
    if (body === null) throw new Error('no rows');
    const { drawSigns, alike } = await sheetsOver(body, takeTurns());
    const read = renderedRows(alike);
    const how = { header: false, ghosts: false, nested: (el: Element) => el.tagName === 'TABLE' };
    const said = (row: HTMLTableRowElement, rendered: RenderedCell[] | null, signs: boolean): string => {
      const cells = inFull(row, rendered, 'body', how, { links: 0, hidden: 0 }, signs);
      return JSON.stringify(cells.map(written));
    };
    const differences: BothWays['differences'] = [];
    let fast = 0;
    for (const row of body.rows) {
      const rendered = read(row);
      if (rendered === null) continue;
      fast += 1;
      const close = isPassedOver(row, 'body', { links: 0, hidden: 0 }) ? 'passed over' : said(row, null, true);
      const quick = said(row, rendered, drawSigns);
      if (quick !== close) differences.push({ html: row.outerHTML, fast: quick, close });
    }
    return { differences: differences.slice(0, 3), fast, alike };
  };
});

const written = (cell: GridCell): unknown =>
  typeof cell === 'string' ? [cell, false, 1, 1] : [cell.text, cell.head, cell.colSpan, cell.rowSpan];
