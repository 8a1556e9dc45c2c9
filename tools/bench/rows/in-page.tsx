import { render } from 'preact';
import { openBook } from '#book/store.ts';
import { Rows } from '#ui/desk/rows/rows.tsx';
import { LanguageContext } from '#ui/parts/speak.ts';

/** What runs in the page: the desk's list over a large book, and a merchant who scrolls. */

export interface Scrolled {
  /** Between two frames, ms. */
  readonly frames: readonly number[];
  /** From each jump until its rows stood there, ms. */
  readonly blank: readonly number[];
  /** Most rows in the document at a time. */
  readonly rows: number;
}

const frame = (): Promise<number> => new Promise((done) => requestAnimationFrame(done));
const one = <T extends HTMLElement>(id: string): T | null => document.querySelector<T>(`[data-testid="${id}"]`);
const rowsNow = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-testid="list-row"]')];
const isDrawn = (): boolean => rowsNow().every((row) => row.dataset['key'] !== undefined);

/** Draws the list; answers how long it took until its first rows stood there, ms. */
export async function mount(name: string, rows: number): Promise<number> {
  const root = document.createElement('main');
  document.body.append(root);
  const deeds = {
    book: async () => openBook(name),
    refresh: async () => null,
    checkMonth: async () => null,
    checkFee: async () => null,
    export: async () => ({ rows: 0, damage: [] }),
  };
  const start = performance.now();
  render(
    <LanguageContext.Provider value="zh">
      <Rows deeds={deeds} version="" />
    </LanguageContext.Provider>,
    root,
  );
  while (Number(one('list-status')?.dataset['count']) !== rows || rowsNow().length === 0 || !isDrawn()) await frame();
  return performance.now() - start;
}

/** Scrolls as a wheel does, `steps` frames of `px`. */
export const wheel = (steps: number, px: number): Promise<Scrolled> =>
  watched(async (box) => {
    for (let step = 0; step < steps; step += 1) {
      box.scrollTop += px;
      await frame();
    }
    return [];
  });

/** Drags the bar to places all over the list, and lets go at each. */
export const jump = (places: number): Promise<Scrolled> =>
  watched(async (box) => {
    const blank: number[] = [];
    for (let place = 0; place < places; place += 1) {
      const start = performance.now();
      box.scrollTop = ((place * 0.618_034) % 1) * (box.scrollHeight - box.clientHeight);
      do await frame();
      while (!isDrawn());
      blank.push(performance.now() - start);
    }
    return blank;
  });

async function watched(scroll: (box: HTMLElement) => Promise<number[]>): Promise<Scrolled> {
  const box = one('row-list');
  if (!box) throw new Error('no list');
  const frames: number[] = [];
  let [rows, running] = [0, true];
  const counting = (async () => {
    for (let last = await frame(); running; ) {
      const now = await frame();
      frames.push(now - last);
      rows = Math.max(rows, rowsNow().length);
      last = now;
    }
  })();
  const blank = await scroll(box);
  running = false;
  await counting;
  return { frames, blank, rows };
}

export { takeIn } from '../book/in-page.ts';
