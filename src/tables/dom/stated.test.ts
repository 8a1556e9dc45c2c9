import { describe, expect, it } from 'vitest';
import { statedIn } from './stated.ts';

describe('statedIn', () => {
  it.each([
    ['根据输入条件共查询到 97 条', 97],
    ['根据查询条件共查询到5,000条记录', 5000],
    ['共 42 条', 42],
    ['显示第 1 到第 10 条记录，总共 26 条记录', 26],
    ['共0条', 0],
    ['总记录数：128', 128],
    ['1–20 of 97', 97],
    ['Showing 1 to 10 of 57 entries', 57],
    ['Total 33 items', 33],
    ['97 results', 97],
  ])('reads %s', (text, count) => expect(statedIn(text)).toBe(count));

  it.each([
    '共 5 页',
    '第 1 / 10 页',
    'Page 2 of 5',
    '1–2 of 5 pages',
    '10 条/页',
    '余额 97 元',
    '10 entries per page',
    '',
  ])('finds no count in %s', (text) => expect(statedIn(text)).toBeNull());
});
