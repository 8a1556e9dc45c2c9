import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lookAt } from '../../src/bridge/look.ts';
import { LookPart, type Sighting } from '../../src/records/sighting.ts';
import { type Chromium, launchChromium } from '../browsers/chromium.ts';
import { builtReader } from './lib/built-reader.ts';
import { readerIn } from './lib/in-page.ts';
import { type Served, serve } from './lib/serve.ts';

/** Long tables, handed over while the look still goes on. */
let chromium: Chromium;
let served: Served;
let reader: string;
let html = '';

const CARD = '6222021234567890';
const row = (n: number): string[] => ['2026-11-02', '消费', `${n}.00`, CARD];
const masked = (n: number): string[] => [...row(n).slice(0, 3), '622202******7890'];
const numbers = (count: number): number[] => Array.from({ length: count }, (_, n) => n);
const written = (cells: readonly string[]): string => `<tr>${cells.map((text) => `<td>${text}</td>`).join('')}</tr>`;
const list = (rows: readonly string[]): string =>
  `<p>商户号：898310148160568</p><table><thead><tr><th>交易日期</th><th>交易类型</th><th>金额</th><th>卡号</th></tr></thead><tbody>${rows.join('')}</tbody></table><p>共 ${rows.length} 条</p>`;

beforeAll(async () => {
  reader = await builtReader();
  served = await serve((_, response) =>
    response.end(`<!DOCTYPE html><meta charset="utf-8"><title>大</title><body>${html}`),
  );
  chromium = await launchChromium();
});
afterAll(async () => {
  await chromium?.close();
  await served?.close();
});

/** One look, and all that its parts before the last handed over. `between` is done to the page after the first of them. */
async function looked(
  body: string,
  between: (page: Page) => Promise<unknown> = async () => undefined,
): Promise<{ parts: Sighting[]; last: LookPart; whole: Sighting | null; again: Sighting }> {
  html = body;
  const page = await chromium.browser.newPage();
  try {
    await page.goto(served.origin);
    const inPage = await readerIn(page, reader);
    const parts: Sighting[] = [];
    let last: LookPart | undefined;
    const whole = await lookAt(
      async (asked) => {
        const part = await inPage.run(`__ask('look', ${JSON.stringify(asked)})`);
        last = LookPart.parse(part);
        if (asked.first) await between(page);
        return part;
      },
      (part) => parts.push(part),
    );
    if (last === undefined) throw new Error('no look');
    return { parts, last, whole, again: await inPage.look() };
  } finally {
    await page.close();
  }
}

const rowsOf = (sighting: Sighting | null): string[][] | undefined => sighting?.tables[0]?.rows;
const still = (sighting: Sighting | null) => ({ ...sighting, at: '' });

it('comes in parts, which together are the whole; each row is handed over once, masked', async () => {
  const { parts, last, whole } = await looked(list(numbers(4321).map((n) => written(row(n)))));
  expect(parts.length).toBeGreaterThan(0);
  expect(parts[0]?.texts).toEqual(['商户号：898310148160568']);
  expect(last.goesOn).toBe(0);
  expect([...parts.flatMap((part) => rowsOf(part) ?? []), ...(rowsOf(last.sighting) ?? [])]).toEqual(
    numbers(4321).map(masked),
  );
  expect(rowsOf(whole)).toEqual(numbers(4321).map(masked));
  expect(whole?.texts).toEqual(['商户号：898310148160568', '共 4321 条']);
  expect(whole?.tables[0]?.stated).toBe(4321);
});

it('a short table comes at once', async () => {
  const { parts, last, whole, again } = await looked(list(numbers(40).map((n) => written(row(n)))));
  expect([parts.length, last.more, last.goesOn]).toEqual([0, false, -1]);
  expect(still(whole)).toEqual(still(again));
});

it('a wider row far down makes what was handed over no longer count', async () => {
  const wide = written([...row(3000), '备注']);
  const { parts, last, whole } = await looked(list([...numbers(3000).map((n) => written(row(n))), wide]));
  expect(parts.length).toBeGreaterThan(0);
  expect(last.goesOn).toBe(-1);
  expect(rowsOf(whole)?.length).toBe(3001);
  expect(rowsOf(whole)?.[0]).toEqual([...masked(0), '']);
  expect(rowsOf(whole)?.at(-1)).toEqual([...masked(3000), '备注']);
});

it('so does a change of the table while it is looked at', async () => {
  const { parts, last, whole, again } = await looked(list(numbers(20_000).map((n) => written(row(n)))), (page) =>
    page.evaluate(() => {
      const cell = document.querySelector('tbody tr')?.children[2];
      if (cell) cell.textContent = '7.77';
    }),
  );
  expect(parts.length).toBeGreaterThan(0);
  expect(last.goesOn).toBe(-1);
  expect(rowsOf(whole)?.[0]?.[2]).toBe('7.77');
  expect(still(whole)).toEqual(still(again));
});

it('a new look begins anew, whatever was asked of the one before', async () => {
  html = list(numbers(5000).map((n) => written(row(n))));
  const page = await chromium.browser.newPage();
  try {
    await page.goto(served.origin);
    const inPage = await readerIn(page, reader);
    const first = LookPart.parse(await inPage.run(`__ask('look', { first: true })`));
    expect(first.more).toBe(true);
    expect(rowsOf(await inPage.look())).toEqual(numbers(5000).map(masked));
    await expect(inPage.run(`__ask('look', { first: false })`)).rejects.toThrow('0 answers');
  } finally {
    await page.close();
  }
});
