import { expect, test } from 'vitest';
import type { Sighting } from '#records/sighting.ts';
import { longestOf, shownOf } from './shown.ts';

const table = (count: number) => ({
  header: ['金额'],
  rows: Array.from({ length: count }, (_, n) => [String(n)]),
  caption: null,
});
const seen = (frame: string, rows: number, page: number | null = null, texts: readonly string[] = []) =>
  ({ frame, tables: [table(rows)], texts, pager: page === null ? null : { page } }) as unknown as Sighting;

const pagesOf = (...sightings: readonly Sighting[]) => shownOf(sightings).map(({ page }) => page);

test('pages are counted in the frame of the list; a card in another frame is no page', () => {
  expect(pagesOf(seen('top', 1), seen('top>0', 100), seen('top>0', 40))).toEqual([null, 1, 2]);
  expect(pagesOf(seen('top', 1), seen('top>0', 100, 7), seen('top>0', 40, 8))).toEqual([null, 7, 8]);
  expect(pagesOf(seen('top>0', 100, 1), seen('top>0', 40))).toEqual([1, 2]);
});

test('the lines beside a table stand on its page, and the longest table is shown first', () => {
  const shown = shownOf([
    seen('top', 1, null, ['余额']),
    seen('top>0', 3),
    seen('top>0', 5, null, ['合计', '第 2 页']),
  ]);
  expect(shown.map(({ is, page, rows }) => [is, page, rows.length])).toEqual([
    ['table', null, 1],
    ['texts', null, 1],
    ['table', 1, 3],
    ['table', 2, 5],
    ['texts', 2, 2],
  ]);
  expect(longestOf(shown)).toBe(3);
  expect(longestOf([])).toBe(0);
});
