import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { lookAt } from '../../src/bridge/look.ts';
import { LookPart, type Sighting } from '../../src/records/sighting.ts';
import { ownPages } from './lib/own-page.ts';

/** Long tables, handed over while the look still goes on. */
const withPage = ownPages();

const CARD = '6222021234567890';
const row = (n: number): string[] => ['2026-11-02', '消费', `${n}.00`, CARD];
const masked = (n: number): string[] => [...row(n).slice(0, 3), '622202******7890'];
const numbers = (count: number): number[] => Array.from({ length: count }, (_, n) => n);
const written = (cells: readonly string[]): string => `<tr>${cells.map((text) => `<td>${text}</td>`).join('')}</tr>`;
const list = (rows: readonly string[]): string =>
  `<p>商户号：898310148160568</p><table><thead><tr><th>交易日期</th><th>交易类型</th><th>金额</th><th>卡号</th></tr></thead><tbody>${rows.join('')}</tbody></table><p>共 ${rows.length} 条</p>`;

interface Parted {
  /** What was handed over before the last part. */
  readonly parts: Sighting[];
  readonly last: LookPart;
  readonly whole: Sighting | null;
  /** The same page, looked at once more. */
  readonly again: Sighting;
}

/** One look. `between` is done to the page after the first of its parts. */
async function looked(
  body: string,
  between: (page: Page) => Promise<unknown> = async () => undefined,
): Promise<Parted> {
  const seen: Parted[] = [];
  await withPage(body, async (inPage, page) => {
    const parts: Sighting[] = [];
    const answers: LookPart[] = [];
    const whole = await lookAt(
      async (asked) => {
        const part = await inPage.run(`__ask('look', ${JSON.stringify(asked)})`);
        answers.push(LookPart.parse(part));
        if (asked.first) await between(page);
        return part;
      },
      (part) => parts.push(part),
    );
    const last = answers.at(-1);
    if (last) seen.push({ parts, last, whole, again: await inPage.look() });
  });
  const [parted] = seen;
  if (!parted) throw new Error('no look');
  return parted;
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
  await withPage(list(numbers(5000).map((n) => written(row(n)))), async (inPage) => {
    const first = LookPart.parse(await inPage.run(`__ask('look', { first: true })`));
    expect(first.more).toBe(true);
    expect(rowsOf(await inPage.look())).toEqual(numbers(5000).map(masked));
    await expect(inPage.run(`__ask('look', { first: false })`)).rejects.toThrow('0 answers');
  });
});
