import { utils } from '@e965/xlsx';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { LookPart } from '#records/sighting.ts';
import type { Interpreted, Said } from './interpreter.ts';

/** One reading, in milliseconds from its start to its last entry, and what came of it. */
export interface Took {
  readonly began: number;
  readonly took: number;
  readonly interpreted: Interpreted;
}

/** What the bench asks of the page. Each contestant keeps its output, so that only figures travel while the clock runs. */
export interface Contestants {
  /** Cell by cell, `textContent` and nothing else. */
  bare(): void;
  sheet(): void;
  /** Page → entries: the shipped reader's look, and the interpreter, beside the page as the background is. `keep`: leaves what was looked at in `said`. */
  ours(keep?: boolean): Promise<Took>;
  /** Starts the interpreter, which waits as the background does. */
  start(script: string): void;
  readonly said: {
    bare: string[][];
    sheet: unknown[][];
    parts: LookPart[];
  };
  forget(): void;
}

declare global {
  // The stub of the extension around the reader (tests/pages/lib/in-page.ts).
  var __ask: (name: 'look', body: object) => Promise<LookPart>;
  var __contestants: Contestants;
}

const list = (): HTMLTableElement => {
  const table = document.querySelector('table');
  if (table === null) throw new Error('no table');
  return table;
};

export default defineUnlistedScript(() => {
  const said: Contestants['said'] = { bare: [], sheet: [], parts: [] };
  let background: Worker | null = null;
  /** Presses the button, and carries the background's messages to the reader and back. */
  const check = (keep: boolean): Promise<Interpreted> =>
    new Promise((done, failed) => {
      if (background === null) return failed(new Error('not started'));
      background.onerror = ({ message }) => failed(new Error(message));
      background.onmessage = async ({ data }: MessageEvent<Said>) => {
        if ('done' in data) return done(data.done);
        if ('failed' in data) return failed(new Error(data.failed));
        try {
          const part = await __ask('look', data.ask);
          if (keep) said.parts.push(part);
          background?.postMessage(JSON.stringify(part));
        } catch (error) {
          failed(error);
        }
      };
      background.postMessage(null);
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
    async ours(keep = false) {
      const began = performance.now();
      const interpreted = await check(keep);
      return { began, took: performance.now() - began, interpreted };
    },
    forget() {
      Object.assign(said, { bare: [], sheet: [], parts: [] });
    },
  };
});
