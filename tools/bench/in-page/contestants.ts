import { utils } from '@e965/xlsx';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Sighting } from '#records/sighting.ts';
import type { Interpreted } from './interpreter.ts';

/** Milliseconds of one reading, and of its two parts. */
export interface Took {
  readonly look: number;
  readonly read: number;
}

/** What the bench asks of the page. Each contestant keeps its output, so that only figures travel while the clock runs. */
export interface Contestants {
  /** Cell by cell, `textContent` and nothing else. */
  bare(): void;
  sheet(): void;
  /** Page → entries: the shipped reader's look, then the interpreter, beside the page as the background is. */
  ours(): Promise<Took>;
  /** Starts the interpreter, which waits as the background does. */
  start(script: string): void;
  readonly said: {
    bare: string[][];
    sheet: unknown[][];
    sighting: Sighting | null;
    interpreted: Interpreted | null;
  };
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
  const said: Contestants['said'] = { bare: [], sheet: [], sighting: null, interpreted: null };
  let background: Worker | null = null;
  const interpret = (sighting: string): Promise<Interpreted> =>
    new Promise((done, failed) => {
      if (background === null) return failed(new Error('not started'));
      background.onmessage = ({ data }: MessageEvent<Interpreted>) => done(data);
      background.onerror = ({ message }) => failed(new Error(message));
      background.postMessage(sighting);
    });
  globalThis.__contestants = {
    said,
    start(script) {
      background = new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
    },
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
      said.interpreted = await interpret(JSON.stringify(said.sighting));
      return { look: seen - from, read: performance.now() - seen };
    },
    forget() {
      Object.assign(said, { bare: [], sheet: [], sighting: null, interpreted: null });
    },
  };
});
