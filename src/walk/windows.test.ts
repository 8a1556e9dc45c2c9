import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Windows } from './windows.ts';

/** Lists with many equal rows, and windows over them that move down by less than they show. */
const scrolled = fc
  .tuple(
    fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 40 }),
    fc.array(fc.tuple(fc.nat({ max: 8 }), fc.nat({ max: 8 })), { maxLength: 30 }),
    fc.integer({ min: 1, max: 8 }),
  )
  .map(([list, moves, size]) => {
    const windows: [from: number, to: number][] = [[0, Math.min(size, list.length)]];
    for (const [on, taller] of [...moves, ...list.map(() => [1, 1] as const)]) {
      const [from, to] = windows.at(-1) as [number, number];
      const next = Math.min(from + on, to - 1);
      windows.push([next, Math.min(list.length, Math.max(to, next + size + taller))]);
    }
    return { list, windows };
  });
const rowsOf = (list: readonly string[]): string[][] => list.map((text) => [text, '1.00']);

function join(list: readonly string[], windows: readonly [number, number][], place: (row: number) => number): Windows {
  const joined = new Windows();
  for (const [from, to] of windows) {
    const rows = rowsOf(list.slice(from, to));
    joined.add({ rows, places: rows.map((_, at) => place(from + at)) });
  }
  return joined;
}

test.each([
  ['row numbers', (row: number) => row + 2],
  ['pixels, not quite the same each time', (row: number) => row * 33 + (row % 3) * 0.3],
])('by %s every row is there once, twins and all', (_, place) => {
  fc.assert(
    fc.property(scrolled, ({ list, windows }) => {
      const joined = join(list, windows, place);
      expect(joined.rows).toEqual(rowsOf(list));
      expect(joined.sure).toBe(true);
    }),
  );
});

test('without places nothing is lost or doubled, or it is said', () => {
  fc.assert(
    fc.property(scrolled, ({ list, windows }) => {
      const joined = join(list, windows, () => Number.NaN);
      if (joined.sure) expect(joined.rows).toEqual(rowsOf(list));
    }),
  );
});

test('rows that all differ need no places', () => {
  fc.assert(
    fc.property(scrolled, ({ list, windows }) => {
      const numbered = list.map((text, at) => `${text}${at}`);
      const joined = join(numbered, windows, () => Number.NaN);
      expect(joined.rows).toEqual(rowsOf(numbered));
      expect(joined.sure).toBe(true);
    }),
  );
});

test('places that tell of slots and not of rows are not believed', () => {
  fc.assert(
    fc.property(scrolled, ({ list, windows }) => {
      const joined = new Windows();
      for (const [from, to] of windows) {
        const rows = rowsOf(list.slice(from, to).map((text, at) => `${text}${from + at}`));
        joined.add({ rows, places: rows.map((_, at) => at) });
      }
      expect(joined.rows).toEqual(rowsOf(list.map((text, at) => `${text}${at}`)));
    }),
  );
});

test('says so where windows share nothing', () => {
  const joined = new Windows();
  joined.add({ rows: [['a'], ['b']], places: [0, 40] });
  joined.add({ rows: [['d'], ['e']], places: [120, 160] });
  expect(joined.sure).toBe(false);
  expect(joined.rows).toEqual([['a'], ['b'], ['d'], ['e']]);
});

test('a row that changed in place is still one row, and is not proved', () => {
  const joined = new Windows();
  joined.add({ rows: [['a'], ['b']], places: [1, 2] });
  expect(joined.add({ rows: [['b!'], ['c']], places: [2, 3] })).toBe(1);
  expect(joined.sure).toBe(false);
  expect(joined.rows).toEqual([['a'], ['b'], ['c']]);
});
