import { expect, test } from 'vitest';
import { pageWords } from './pager.ts';

test.each([
  ['第 2 / 5 页', 2, 5],
  ['Page 2 of 5', 2, 5],
  ['共 5 页', null, 5],
  ['第 0 页', null, null],
])('reads %s', (words, page, pages) => expect(pageWords(words)).toEqual({ page, pages }));

test.each([`第 ${'9'.repeat(20)} 页 共 3 页`, `Page 1 of ${'9'.repeat(400)}`, `共${'8'.repeat(19)}页`])(
  'a number that no list has pages for is not taken: %s',
  (words) => {
    const { page, pages } = pageWords(words);
    for (const number of [page, pages]) expect(number === null || number < 1_000_000).toBe(true);
  },
);
