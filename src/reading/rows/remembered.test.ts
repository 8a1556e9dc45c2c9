import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rememberedBy } from './remembered.ts';

it('answers as the function that it remembers, whatever the cells hold', () => {
  const cell = fc.oneof(fc.constantFrom('', '消费', '1 ', '2 a1 ', '\u0000'), fc.string({ maxLength: 6 }));
  const rows = fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 40 });
  const columns = fc.uniqueArray(fc.nat(4), { maxLength: 4 });
  fc.assert(
    fc.property(columns, rows, (telling, table) => {
      const read = (cells: readonly string[]): string => JSON.stringify(telling.map((index) => cells[index] ?? ''));
      const reader = rememberedBy(telling, read);
      for (const cells of table) expect(reader(cells)).toBe(read(cells));
    }),
  );
});

it('asks once for rows that say the same, and keeps no long texts', () => {
  let asked = 0;
  const reader = rememberedBy([0], () => {
    asked += 1;
    return asked;
  });
  expect([reader(['消费', '1.00']), reader(['消费', '2.00'])]).toEqual([1, 1]);
  const long = ['x'.repeat(400)];
  expect([reader(long), reader(long)]).toEqual([2, 3]);
});
