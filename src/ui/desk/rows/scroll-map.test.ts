import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Extent,
  isScaled,
  offsetAt,
  offsetShowing,
  type Position,
  ROW_PX,
  START,
  scrolled,
  shownRows,
  spaceHeight,
  topAt,
} from './scroll-map.ts';

/** From one row to ten million, which no element is tall enough for. */
const extent: fc.Arbitrary<Extent> = fc.record({
  rows: fc.oneof(fc.integer({ min: 1, max: 2000 }), fc.integer({ min: 200_000, max: 10_000_000 })),
  view: fc.integer({ min: ROW_PX, max: 2000 }),
});
const share = fc.double({ min: 0, max: 1, noNaN: true });
const lowest = (of: Extent): number => Math.max(0, spaceHeight(of.rows) - of.view);
const farthest = (of: Extent): number => Math.max(0, of.rows * ROW_PX - of.view);

describe('scroll bar and list', () => {
  test('a million rows are scaled, a hundred thousand are not', () => {
    expect([isScaled(100_000), isScaled(1_000_000)]).toEqual([false, true]);
    expect(spaceHeight(10_000_000)).toBeLessThanOrEqual(8_000_000);
  });

  test('each end of the bar is that end of the list', () => {
    fc.assert(
      fc.property(extent, share, (of, at) => {
        const from: Position = { top: at * lowest(of), offset: at * farthest(of) };
        expect(scrolled(from, 0, of).offset).toBe(0);
        expect(scrolled(from, lowest(of), of).offset).toBe(farthest(of));
      }),
    );
  });

  test('a place in the list has a place on the bar, and back', () => {
    fc.assert(
      fc.property(extent, share, (of, at) => {
        const offset = at * farthest(of);
        const top = topAt(offset, of);
        expect(top).toBeGreaterThanOrEqual(0);
        expect(top).toBeLessThanOrEqual(lowest(of));
        expect(offsetAt(top, of)).toBeCloseTo(offset, 3);
      }),
    );
  });

  test('however it is scrolled, rows show, all of them in the list, and never more than fit', () => {
    fc.assert(
      fc.property(extent, fc.array(share, { maxLength: 20 }), (of, stops) => {
        let position = START;
        for (const stop of stops) {
          position = scrolled(position, stop * lowest(of), of);
          const { first, end } = shownRows(position.offset, of);
          expect(first).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(of.rows);
          expect(end).toBeGreaterThan(first);
          expect(end - first).toBeLessThanOrEqual(Math.ceil(of.view / ROW_PX) + 1);
        }
      }),
    );
  });

  test('a short step moves the rows by as much as the bar, in a scaled list too', () => {
    const of = { rows: 1_000_000, view: 600 };
    const from = { top: 4_000_000, offset: 17_000_000 };
    expect(scrolled(from, 4_000_100, of)).toEqual({ top: 4_000_100, offset: 17_000_100 });
    expect(scrolled(from, 6_000_000, of).offset).toBeCloseTo(offsetAt(6_000_000, of), 3);
  });

  test('every row can be brought to show whole, and one that shows stays where it is', () => {
    fc.assert(
      fc.property(extent, share, share, (of, at, where) => {
        const index = Math.min(of.rows - 1, Math.floor(at * of.rows));
        const offset = offsetShowing(index, where * farthest(of), of);
        expect(index * ROW_PX).toBeGreaterThanOrEqual(offset - 1e-6);
        expect((index + 1) * ROW_PX).toBeLessThanOrEqual(offset + Math.max(of.view, ROW_PX) + 1e-6);
        expect(offsetShowing(index, offset, of)).toBe(offset);
        const { first, end } = shownRows(offset, of);
        expect(index >= first && index < end).toBe(true);
      }),
    );
  });
});
