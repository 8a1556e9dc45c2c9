import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import type { CDPSession, Page } from 'puppeteer-core';
import { type Chromium, launchChromium } from '../../tests/browsers/chromium.ts';
import { builtReader, builtScript } from '../../tests/pages/lib/built-reader.ts';
import { type ReaderInPage, readerIn } from '../../tests/pages/lib/in-page.ts';
import { type Served, serve } from '../../tests/pages/lib/serve.ts';
import type { Took } from './in-page/contestants.ts';
import { atRest, median, type Row, ratio } from './measure.ts';
import { type TablePage, tablePage } from './table-page.ts';

const ROWS = 20_000;
const ROUNDS = 5;
const UNITS_PER_CENT = 1000;
const IN_PAGE = resolve(import.meta.dirname, 'in-page');

interface Bench {
  readonly chromium: Chromium;
  readonly served: Served;
  readonly reader: string;
  readonly contestants: string;
  readonly interpreter: string;
  /** What the server answers with. */
  page: TablePage;
}

interface Opened {
  readonly tab: Page;
  readonly inPage: ReaderInPage;
  readonly session: CDPSession;
}

/**
 * A long table with spans, from the page to typed and masked entries, against the least that any reader must do (every cell's
 * `textContent`) and against SheetJS. All in one world of one page, in turn, after a collection of garbage each time; the interpreter beside the page,
 * where the background is.
 */
export async function benchTable(): Promise<Row[]> {
  const bench: Bench = {
    chromium: await launchChromium(),
    served: await serve((_, response) => response.end(bench.page.html)),
    reader: await builtReader(),
    contestants: await builtScript('contestants', IN_PAGE),
    interpreter: await builtScript('interpreter', IN_PAGE),
    page: tablePage(ROWS),
  };
  try {
    return [...(await race(bench)), ...(await growth(bench))];
  } finally {
    await bench.chromium.close();
    await bench.served.close();
  }
}

async function race(bench: Bench): Promise<Row[]> {
  const { tab, inPage, session } = await open(bench);
  const settle = async (): Promise<void> => {
    await session.send('HeapProfiler.collectGarbage');
    await atRest(bench.chromium.browser);
    // A collection lets the browser walk the whole page before its next frame (PrePaint, half a second here), which is nobody's reading.
    await inPage.run('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(0))))');
  };
  const timed = async (run: string): Promise<number> => {
    await settle();
    return inPage.run<number>(
      `(async () => { const from = performance.now(); await __contestants.${run}(); return performance.now() - from; })()`,
    );
  };
  await timed('bare');
  assertRead(await inPage.run<Took>('__contestants.ours()'), bench.page);
  // Once: it compares every cell with every merged range, which takes a minute here.
  const sheet = [await timed('sheet')];
  await assertEqual(inPage, bench.page);
  const bare: number[] = [];
  const ours: number[] = [];
  const rests: number[] = [];
  await watchTasks(tab);
  let tasks: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    bare.push(await timed('bare'));
    await settle();
    const read = await inPage.run<Took>('__contestants.ours()');
    tasks = [...tasks, ...(await longTasks(tab, read))];
    assertRead(read, bench.page);
    ours.push(read.took);
    rests.push(read.interpreted.rest);
  }
  await tab.close();
  return [
    { what: '20 000 rows × 10 columns with spans: bare loop over textContent', figure: ms(bare) },
    { what: 'SheetJS table_to_sheet + sheet_to_json', figure: ms(sheet), ratio: ratio(sheet, bare) },
    {
      what: `page → entries, typed and masked (of that ${ms(rests)} after the look)`,
      figure: ms(ours),
      ratio: ratio(ours, bare),
    },
    { what: 'SheetJS against page → entries', figure: '', ratio: ratio(sheet, ours) },
    {
      what: `tasks over 50 ms in ${ROUNDS} readings`,
      figure: tasks.length === 0 ? 'none' : `${tasks.length}, longest ${Math.max(...tasks).toFixed(0)} ms`,
    },
  ];
}

/** What a reading leaves in memory, by the number of rows. */
async function growth(bench: Bench): Promise<Row[]> {
  const rows: Row[] = [];
  let first = 0;
  for (const count of [ROWS, ROWS * 2, ROWS * 4]) {
    bench.page = tablePage(count);
    const { tab, inPage, session } = await open(bench);
    const used = async (): Promise<number> => {
      await session.send('HeapProfiler.collectGarbage');
      return (await session.send('Runtime.getHeapUsage')).usedSize;
    };
    const before = await used();
    const { took } = await inPage.run<Took>('__contestants.ours(true)');
    const kept = (await used()) - before;
    await tab.close();
    first ||= kept;
    rows.push({
      what: `first reading of ${count.toLocaleString('en').replace(',', ' ')} rows: ${took.toFixed(0)} ms, kept in memory`,
      figure: `${(kept / 2 ** 20).toFixed(1)} MiB`,
      ratio: `${(kept / first).toFixed(2)}×`,
    });
  }
  return rows;
}

const ms = (values: readonly number[]): string => `${median(values).toFixed(0)} ms`;

async function open({ chromium, served, reader, contestants, interpreter }: Bench): Promise<Opened> {
  const tab = await chromium.browser.newPage();
  await tab.goto(served.origin);
  const inPage = await readerIn(tab, reader);
  await inPage.run(`${contestants}; __contestants.start(${JSON.stringify(interpreter)})`);
  return { tab, inPage, session: await tab.createCDPSession() };
}

async function assertEqual(inPage: ReaderInPage, page: TablePage): Promise<void> {
  const bare = await inPage.run<string[][]>('__contestants.said.bare.slice(2)');
  assert.deepEqual(bare, page.own, 'the bare loop');
  const sheet = await inPage.run<string[][]>('__contestants.said.sheet.slice(2)');
  assert.deepEqual(sheet, page.grid, 'SheetJS');
  const table = (await inPage.look()).tables[0];
  assert.deepEqual(table?.header, page.header, 'the header that the reader reports');
  assert.deepEqual(table?.rows, page.masked, 'the rows that the reader reports');
  await inPage.run('__contestants.forget()');
}

function assertRead({ interpreted: { rest: _, ...read } }: Took, { own, sums: { amount, fee, net } }: TablePage): void {
  assert.deepEqual(
    read,
    {
      outcome: 'read',
      entries: own.length,
      rejected: 0,
      sums: { amount: amount * UNITS_PER_CENT, fee: fee * UNITS_PER_CENT, net: net * UNITS_PER_CENT },
    },
    'the entries',
  );
}

interface Task {
  readonly startTime: number;
  readonly duration: number;
}

async function watchTasks(tab: Page): Promise<void> {
  await tab.evaluate(() => {
    const world = globalThis as unknown as { longTasks: Task[] };
    world.longTasks = [];
    const watch = new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) world.longTasks.push({ startTime, duration });
    });
    watch.observe({ type: 'longtask' });
  });
}

/**
 * The tasks over 50 ms that ran during one reading, in milliseconds. The collection of garbage before it is one too, takes most of a second, and may be told
 * of late: therefore by their times.
 */
async function longTasks(tab: Page, { began, took }: Took): Promise<number[]> {
  const tasks = await tab.evaluate(async () => {
    // Entries are handed over in a task of their own.
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return (globalThis as unknown as { longTasks: Task[] }).longTasks.splice(0);
  });
  const during = tasks.filter((task) => task.startTime + task.duration > began && task.startTime < began + took);
  return during.map(({ duration }) => duration);
}
