import { resolve } from 'node:path';
import { type Chromium, launchChromium } from '../../tests/browsers/chromium.ts';
import type { Timed } from './arrears/in-extension.ts';
import { LARGE } from './book.ts';
import { bundle } from './bundle.ts';
import { atRest, median, type Row, ratio } from './measure.ts';

const ROUNDS = 5;
/** Accounts into which pages are taken. */
const ACCOUNTS = 5;

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
  const rows = await ask<number>(`fill(${LARGE.rows}, ${LARGE.days})`);
  const took = { plain: [] as number[], whole: [] as number[], after: [] as number[] };
  let memory = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const plain = await ask<Timed>('plainly()');
    await ask('forget()');
    const whole = await ask<Timed>('refresh()');
    same(plain, whole);
    await ask(`takePage(${round % ACCOUNTS}, ${round})`);
    const after = await ask<Timed>('refresh()');
    same(await ask<Timed>('plainly()'), after);
    took.plain.push(plain.ms);
    took.whole.push(whole.ms);
    took.after.push(after.ms);
    memory = Math.max(memory, whole.memory);
  }
  return [
    { what: `${rows} rows, every row as an object: what is owed, and why`, figure: ms(took.plain) },
    {
      what: 'the summary made anew from the whole book, ordinary trades counted',
      figure: ms(took.whole),
      ratio: ratio(took.whole, took.plain),
    },
    { what: 'memory of the page then', figure: `${(memory / 2 ** 20).toFixed(0)} MiB` },
    {
      what: 'the summary after 25 new rows in one of its days',
      figure: ms(took.after),
      ratio: ratio(took.after, took.plain),
    },
  ];
}

function same(one: Timed, other: Timed): void {
  if (one.items === 0) throw new Error('nothing is owed');
  if (one.summary !== other.summary)
    throw new Error(`the contestants differ:\n${one.summary.slice(0, 2000)}\n${other.summary.slice(0, 2000)}`);
}

const ms = (values: readonly number[]): string => `${median(values).toFixed(0)} ms`;
