import { utils } from '@e965/xlsx';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readInTurns } from '#reading/read.ts';
import type { Reading } from '#records/reading.ts';
import type { Sighting } from '#records/sighting.ts';
import { takeTurns } from '#tables/dom/slice.ts';

/** What the bench asks of the page. Each contestant keeps its output, so that only figures travel while the clock runs. */
export interface Contestants {
  /** Cell by cell, `textContent` and nothing else. */
  bare(): void;
  sheet(): void;
  /** Page → entries: the shipped reader's look, then the interpreter of the background. Milliseconds of each. */
  ours(): Promise<{ look: number; read: number }>;
  readonly said: { bare: string[][]; sheet: unknown[][]; sighting: Sighting | null; reading: Reading | null };
  forget(): void;
}

declare global {
  // The stub of the extension around the reader (tests/pages/lib/in-page.ts).
  var __ask: (name: 'look', body: object) => Promise<Sighting>;
  var __contestants: Contestants;
}

const list = (): HTMLTableElement => {
  const table = document.querySelector('table');
  if (table === null) throw new Error('no table');
  return table;
};

export default defineUnlistedScript(() => {
  const said: Contestants['said'] = { bare: [], sheet: [], sighting: null, reading: null };
  globalThis.__contestants = {
    said,
    bare() {
      const rows: string[][] = [];
      for (const row of list().rows) {
        const cells: string[] = [];
        for (const cell of row.cells) cells.push(cell.textContent);
        rows.push(cells);
      }
      said.bare = rows;
    },
    sheet() {
      // Raw: the texts as they stand. Otherwise it would spend more time on guessing numbers and days.
      const sheet = utils.table_to_sheet(list(), { raw: true });
      said.sheet = utils.sheet_to_json<unknown[]>(sheet, { header: 1, defval: '' });
    },
    async ours() {
      const from = performance.now();
      said.sighting = await __ask('look', {});
      const seen = performance.now();
      const context = { source: 'page', end: null, today: '2026-11-23' } as const;
      said.reading = await readInTurns([said.sighting], context, takeTurns().rest);
      return { look: seen - from, read: performance.now() - seen };
    },
    forget() {
      Object.assign(said, { bare: [], sheet: [], sighting: null, reading: null });
    },
  };
});
