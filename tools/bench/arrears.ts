import { resolve } from 'node:path';
import { type Chromium, launchChromium } from '../../tests/browsers/chromium.ts';
import type { Timed } from './arrears/in-extension.ts';
import { LARGE } from './book.ts';
import { bundle } from './bundle.ts';
import { atRest, median, processorMs, type Row, ratio } from './measure.ts';

const ROUNDS = 3;
/** Accounts into which pages are taken. */
const ACCOUNTS = 5;

/** With the processor time of all processes of the browser. */
type Measured = Timed & { readonly processor: number };

/** What is owed by a book of a million rows: worked out from the book, and after one more page of 25 rows. In a page of the built extension. */
export async function benchArrears(): Promise<Row[]> {
  const chromium = await launchChromium({ extension: resolve('.output/chrome-mv3') });
  try {
    return await measured(chromium);
  } finally {
    await chromium.close();
  }
}

async function measured({ browser, extension }: Chromium): Promise<Row[]> {
  const page = await browser.newPage();
  // No script of the extension's own runs here.
  await page.goto(`chrome-extension://${extension?.id ?? ''}/manifest.json`);
  await page.evaluate(bundle('tools/bench/arrears/in-extension.ts', 'bench'));
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.enable');
  const ask = async <T>(call: string): Promise<T> => {
    await session.send('HeapProfiler.collectGarbage');
    await atRest(browser);
    return (await page.evaluate(`bench.${call}`)) as T;
  };
  const asked = async (call: string): Promise<Measured> => {
    await session.send('HeapProfiler.collectGarbage');
    await atRest(browser);
    const before = await processorMs(browser);
    const timed = (await page.evaluate(`bench.${call}`)) as Timed;
    return { ...timed, processor: (await processorMs(browser)) - before };
  };
  const rows = await ask<number>(`fill(${LARGE.rows}, ${LARGE.days})`);
  const took = { plain: [] as Measured[], whole: [] as Measured[], after: [] as Measured[] };
  let memory = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const plain = await asked('plainly()');
    await ask('forget()');
    const whole = await asked('refresh()');
    same(plain, whole);
    await ask(`takePage(${round % ACCOUNTS}, ${round})`);
    const after = await asked('refresh()');
    same(await asked('plainly()'), after);
    took.plain.push(plain);
    took.whole.push(whole);
    took.after.push(after);
    memory = Math.max(memory, whole.memory);
  }
  return [
    { what: `${rows} rows, every row as an object: what is owed, and why`, figure: figure(took.plain) },
    {
      what: 'the summary made anew from the whole book, ordinary trades counted',
      figure: figure(took.whole),
      ratio: ratioOf(took.whole, took.plain),
    },
    { what: 'memory of the page then', figure: `${(memory / 2 ** 20).toFixed(0)} MiB` },
    {
      what: 'the summary after 25 new rows in one of its days',
      figure: figure(took.after),
      ratio: ratioOf(took.after, took.whole),
    },
  ];
}

function same(one: Timed, other: Timed): void {
  if (one.items === 0) throw new Error('nothing is owed');
  if (one.summary !== other.summary)
    throw new Error(`the contestants differ:\n${one.summary.slice(0, 2000)}\n${other.summary.slice(0, 2000)}`);
}

const ratioOf = (ours: readonly Timed[], theirs: readonly Timed[]): string =>
  ratio(
    ours.map(({ ms }) => ms),
    theirs.map(({ ms }) => ms),
  );

const figure = (all: readonly Measured[]): string =>
  `${median(all.map(({ ms }) => ms)).toFixed(0)} ms, processor ${median(all.map(({ processor }) => processor)).toFixed(0)} ms`;
