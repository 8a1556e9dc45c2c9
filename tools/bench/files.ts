import type { Page } from 'puppeteer-core';
import type { Done, Read } from './files/in-page.ts';
import { median, type Row, ratio } from './measure.ts';
import { type Ask, inOnePage } from './page.ts';

const ROUNDS = 5;
const CSV = { rows: 100_000, columns: 20 };
const XLSX = { rows: 50_000, columns: 12 };

/** Bill files from bytes to checked entries, against the libraries' bare rows. Everything in one page of one Chromium, in turn. */
export const benchFiles = (): Promise<Row[]> =>
  inOnePage('tools/bench/files/in-page.ts', async (ask, page) => {
    const clean = await withoutGarbage(ask, page);
    return [...(await csv(clean, page)), ...(await xlsx(clean))];
  });

/** Asks when the garbage of the contestant before is collected: csv-parse leaves more of it than ours makes. */
async function withoutGarbage(ask: Ask, page: Page): Promise<Ask> {
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.enable');
  return async <T>(call: string): Promise<T> => {
    await session.send('HeapProfiler.collectGarbage');
    return ask<T>(call);
  };
}

async function csv(ask: Ask, page: Page): Promise<Row[]> {
  const { rows, columns } = CSV;
  const bytes = await ask<number>(`makeCsv(${rows})`);
  const took = { papa: [] as number[], csvParse: [] as number[], ours: [] as number[] };
  let memory = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const papa = await ask<Done>(`papa(${columns})`);
    const csvParse = await ask<Done>(`csvParse(${columns})`);
    const ours = await ask<Read>(`ours('wechat.csv')`);
    sameRows([papa, csvParse, ours], rows);
    read(ours, rows);
    took.papa.push(papa.ms);
    took.csvParse.push(csvParse.ms);
    took.ours.push(ours.ms);
    memory = Math.max(memory, ours.memory);
  }
  const longest = await longestTask(page, () => ask(`ours('wechat.csv')`));
  return [
    { what: `CSV of 100 000 × 20 (${mib(bytes)}): PapaParse, bare arrays`, figure: ms(took.papa) },
    { what: 'csv-parse, bare arrays', figure: ms(took.csvParse), ratio: ratio(took.csvParse, took.papa) },
    {
      what: 'bytes → entries, masked, checked against the totals',
      figure: ms(took.ours),
      ratio: `${ratio(took.ours, took.papa)} PapaParse, ${ratio(took.ours, took.csvParse)} csv-parse`,
    },
    { what: 'longest task meanwhile', figure: `${longest.toFixed(0)} ms` },
    { what: 'most memory of the page', figure: mib(memory) },
  ];
}

async function xlsx(ask: Ask): Promise<Row[]> {
  const { rows, columns } = XLSX;
  const bytes = await ask<number>(`makeXlsx(${rows})`);
  const took = { sheet: [] as number[], ours: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const sheet = await ask<Done>(`sheetRows(${columns})`);
    const ours = await ask<Read>(`ours('detail.xlsx')`);
    sameRows([sheet, ours], rows);
    read(ours, rows);
    took.sheet.push(sheet.ms);
    took.ours.push(ours.ms);
  }
  return [
    { what: `XLSX of 50 000 × 12 (${mib(bytes)}): SheetJS, bare rows`, figure: ms(took.sheet) },
    { what: 'bytes → entries, masked, checked', figure: ms(took.ours), ratio: ratio(took.ours, took.sheet) },
  ];
}

function sameRows(all: readonly Done[], rows: number): void {
  const [first] = all;
  for (const one of all) {
    if (one.rows !== rows || one.digest !== first?.digest)
      throw new Error(`the contestants read different rows: ${JSON.stringify(all)}`);
  }
}

function read({ outcome, entries, agrees }: Read, rows: number): void {
  if (outcome !== 'read' || entries !== rows || !agrees)
    throw new Error(`${outcome}, ${entries} entries, totals ${agrees ? 'agree' : 'differ'}`);
}

/** The longest task of the page's thread while something is done, ms; 0 where none took 50. */
async function longestTask(page: Page, work: () => Promise<unknown>): Promise<number> {
  await page.evaluate(() => {
    const world = globalThis as unknown as { longTasks: number[] };
    world.longTasks = [];
    new PerformanceObserver((list) => world.longTasks.push(...list.getEntries().map((e) => e.duration))).observe({
      type: 'longtask',
    });
  });
  await work();
  return page.evaluate(async () => {
    // Entries are handed over in a task of their own.
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return Math.max(0, ...(globalThis as unknown as { longTasks: number[] }).longTasks);
  });
}

const ms = (values: readonly number[]): string => `${median(values).toFixed(0)} ms`;
const mib = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MiB`;
