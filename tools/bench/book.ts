import type { Content, Taken } from './book/in-page.ts';
import { median, type Row, ratio } from './measure.ts';
import { type Ask, inOnePage } from './page.ts';

const ROUNDS = 3;
/** Captures of 5 000, days of 300 rows an account. */
const SMALL = { rows: 200_000, days: 134 };
/** Three years, five providers, forty terminals. */
export const LARGE = { rows: 1_000_000, days: 1096 };

/** The book against one record a row, and the book at a million rows. Everything in one Chromium. */
export const benchBook = (): Promise<Row[]> =>
  inOnePage('tools/bench/book/in-page.ts', async (ask) => [...(await against(ask)), ...(await atLarge(ask))]);

async function against(ask: Ask): Promise<Row[]> {
  const { rows, days } = SMALL;
  const times = { raw: [] as number[], dexie: [] as number[], first: [] as number[], again: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const name = `small-${round}`;
    const raw = await ask<Content & { ms: number }>(`raw(${rows}, ${days})`);
    const first = await ask<Taken>(`takeIn('${name}', ${rows}, ${days}, false)`);
    const dexie = await ask<Content & { ms: number }>(`dexie(${rows}, ${days})`);
    const again = await ask<Taken>(`takeIn('${name}', ${rows}, ${days}, true)`);
    const ours = await ask<Content>(`content('${name}')`);
    for (const theirs of [raw, dexie]) {
      if (theirs.rows !== ours.rows || theirs.sum !== ours.sum) throw new Error('the contestants kept different rows');
    }
    times.raw.push(raw.ms);
    times.dexie.push(dexie.ms);
    times.first.push(first.ms);
    times.again.push(again.ms);
  }
  const speed = (ms: readonly number[]): string => `${((rows / median(ms)) * 1000).toFixed(0)} rows/s`;
  return [
    { what: '200 000 rows, IndexedDB put by put, two indexes', figure: speed(times.raw) },
    { what: 'the same by Dexie bulkPut', figure: speed(times.dexie) },
    {
      what: 'the same by the book: identity, origins, proof, totals',
      figure: speed(times.first),
      ratio: `${ratio(times.raw, times.first)} raw, ${ratio(times.dexie, times.first)} Dexie`,
    },
    {
      what: 'the same again: nothing new',
      figure: speed(times.again),
      ratio: `${ratio(times.raw, times.again)} raw, ${ratio(times.dexie, times.again)} Dexie`,
    },
  ];
}

async function atLarge(ask: Ask): Promise<Row[]> {
  const { rows, days } = LARGE;
  const before = await ask<number>('usedBytes()');
  const taken = await ask<Taken>(`takeIn('large', ${rows}, ${days}, false)`);
  const content = await ask<Content>(`content('large')`);
  if (content.rows !== rows) throw new Error(`${content.rows} rows are kept`);
  const bytes = ((await ask<number>('usedBytes()')) - before) / rows;
  const months = await several(ask, () => `months('large')`);
  const day = await several(ask, () => `day('large', ${rows}, ${days})`);
  if (day.answer < 150) throw new Error(`the day has ${day.answer} rows`);
  await ask(`knowBusyDay('large')`);
  const page = await several(ask, (n) => `newPage('large', ${n})`);
  if (page.answer !== 25) throw new Error(`the page added ${page.answer} rows`);
  return [
    { what: '1 000 000 rows, three years, five providers: taken in', figure: `${(taken.ms / 1000).toFixed(1)} s` },
    { what: 'longest capture of 5 000', figure: `${taken.longest.toFixed(0)} ms` },
    { what: 'most memory of the page meanwhile', figure: `${(taken.memory / 2 ** 20).toFixed(0)} MiB` },
    { what: 'database', figure: `${bytes.toFixed(0)} bytes a row` },
    { what: 'totals by month', figure: `${months.ms.toFixed(1)} ms` },
    { what: `one day's ${day.answer} rows`, figure: `${day.ms.toFixed(1)} ms` },
    { what: '25 new rows into a day of 5 000', figure: `${page.ms.toFixed(1)} ms` },
  ];
}

/** The median of several askings. */
async function several(ask: Ask, call: (n: number) => string): Promise<{ ms: number; answer: number }> {
  const asked: { ms: number; answer: number }[] = [];
  for (let n = 0; n < 7; n += 1) asked.push(await ask(call(n)));
  return { ms: median(asked.map(({ ms }) => ms)), answer: asked[0]?.answer ?? 0 };
}
