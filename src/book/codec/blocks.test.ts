import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entry } from '../testing.ts';
import { moreBlocks, readBlocks, writeBlocks } from './blocks.ts';
import { Damaged } from './bytes.ts';

const ACCOUNT = 'chinaums:898310148160568';
const DAY = '2026-10-01';
const rowsOf = (count: number, from = 0) =>
  Array.from({ length: count }, (_, n) => {
    const { row: _row, ...rest } = entry({ amount: from + n });
    return { ...rest, row: [0, 0, n] as [number, number, number], key: `x:${from + n}`, supersededBy: null };
  });
const read = (blocks: ReturnType<typeof writeBlocks>) => readBlocks(ACCOUNT, DAY, blocks);
const amounts = (blocks: ReturnType<typeof writeBlocks>) =>
  read(blocks).flatMap(({ rows }) => rows.map(({ amount }) => amount));

test('whatever is changed, taken out or put behind, the rows read back are those that were written, and full blocks before it are kept', () => {
  const change = fc.record({
    size: fc.integer({ min: 0, max: 2500 }),
    at: fc.nat(2500),
    more: fc.nat(30),
    out: fc.boolean(),
  });
  fc.assert(
    fc.property(change, ({ size, at, more, out }) => {
      const kept = read(writeBlocks(rowsOf(size)));
      const before = kept.flatMap(({ rows }) => [...rows]);
      const now = [...before.filter((_, n) => !out || n !== at), ...rowsOf(more, 10_000)];
      const written = writeBlocks(now, kept);
      expect(amounts(written)).toEqual(now.map(({ amount }) => amount));
      const untouched = Math.floor((out ? Math.min(at, size) : size) / 1000);
      for (let n = 0; n < untouched; n += 1) expect(written[n]).toBe(kept[n]?.bytes);
    }),
    { numRuns: 25 },
  );
});

test('more rows behind a day whose full blocks nobody reads give what writing all of them gives', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2500 }), fc.nat(1500), (size, more) => {
      const [kept, came] = [rowsOf(size), rowsOf(more, 10_000)];
      const blocks = writeBlocks(kept);
      const written = moreBlocks(ACCOUNT, DAY, blocks, came);
      expect(written).toEqual(writeBlocks([...kept, ...came]));
      for (let n = 0; n < blocks.length - 1; n += 1) expect(written[n]).toBe(blocks[n]);
    }),
    { numRuns: 25 },
  );
});

test('a record that is no list of blocks is damaged', () => {
  expect(() => readBlocks(ACCOUNT, DAY, new Uint8Array(40) as never)).toThrow(Damaged);
  expect(() => readBlocks(ACCOUNT, DAY, [new Uint8Array()])).toThrow(Damaged);
});
