import { expect, test } from 'vitest';
import type { LookPart, Sighting } from '#records/sighting.ts';
import { lookAt } from './look.ts';

const sighting = (rows: string[][]): Sighting => ({
  place: 'https://portal.test/',
  frame: 'top',
  title: '',
  at: '2026-11-02T01:00:00.000Z',
  tables: [{ where: 'top', way: 'plain-table', caption: null, header: ['金额'], rows, hiddenRows: 0, stated: null }],
  texts: [],
  cues: [],
  pager: null,
});

const rowsOf = (count: number, from = 0): string[][] => Array.from({ length: count }, (_, n) => [String(from + n)]);

test('parts are joined in their order, however many rows there are', async () => {
  const parts: LookPart[] = [
    { sighting: sighting(rowsOf(200_000)), more: true, goesOn: 0 },
    { sighting: sighting(rowsOf(150_000, 200_000)), more: false, goesOn: 0 },
  ];
  const taken: number[] = [];
  const whole = await lookAt(
    async () => parts.shift(),
    (part) => taken.push(part.tables[0]?.rows.length ?? 0),
  );
  expect(taken).toEqual([200_000]);
  expect(whole?.tables[0]?.rows).toHaveLength(350_000);
  expect(whole?.tables[0]?.rows.at(-1)).toEqual(['349999']);
});

test('a frame that does not answer, or answers with no look, is none', async () => {
  expect(await lookAt(async () => Promise.reject(new Error('gone')))).toBeNull();
  expect(await lookAt(async () => ({ sighting: 1 }))).toBeNull();
});
