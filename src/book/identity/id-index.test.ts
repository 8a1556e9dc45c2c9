import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Day } from '#money/day.ts';
import type { PlacedRow } from '../merge/merge.ts';
import { daysOfId, type IdMonth, place } from './id-index.ts';

const account = 'chinaums:898310148160568';
const ledger = 'trade';
const days: readonly Day[] = ['2026-10-31', '2026-11-01', '2026-11-02', '2026-11-30'];
const anyDay = fc.constantFrom(...days);
const anyGroup = fc.constantFrom('i:a', 'i:b', 'i:c', 'i:d', 'i:e');

/** The days of an id as a list that nothing sorts or packs. */
function simply(kept: readonly [string, Day][], placed: readonly PlacedRow[]): [string, Day][] {
  const left = [...kept];
  for (const { group, day } of placed) if (day !== null) left.push([group, day]);
  for (const { group, left: from } of placed) {
    const at = left.findIndex(([one, day]) => one === group && day === from);
    if (at >= 0) left.splice(at, 1);
  }
  return left;
}

const update = (months: readonly IdMonth[], changed: readonly IdMonth[]): IdMonth[] => [
  ...months.filter(({ month }) => !changed.some((one) => one.month === month)),
  ...changed,
];

it('finds each id under the days under which it was placed and has not left, in any order of coming and leaving', () => {
  const row = fc.record({
    group: anyGroup,
    day: fc.option(anyDay, { nil: null }),
    left: fc.option(anyDay, { nil: null }),
  });
  fc.assert(
    fc.property(fc.array(fc.array(row, { maxLength: 12 }), { maxLength: 6 }), (acts) => {
      let months: IdMonth[] = [];
      let expected: [string, Day][] = [];
      for (const act of acts) {
        const placed = act.map((one) => ({ account, ledger, ...one }) as const);
        expected = simply(expected, placed);
        months = update(months, place(months, placed));
      }
      const sorted = months.every(({ hashes }) =>
        hashes.every((hash, at) => at === 0 || hash >= (hashes[at - 1] ?? 0)),
      );
      expect(sorted).toBe(true);
      for (const group of ['i:a', 'i:b', 'i:c', 'i:d', 'i:e']) {
        const known = new Set(expected.filter(([one]) => one === group).map(([, day]) => day));
        expect(daysOfId(months, group).sort()).toEqual([...known].sort());
      }
    }),
  );
});

it('keeps the months of two accounts and two lists apart', () => {
  const placed = (of: string, list: 'trade' | 'funds'): PlacedRow => ({
    account: of,
    ledger: list,
    group: 'i:a',
    day: '2026-11-01',
    left: null,
  });
  const months = place([], [placed('a:1', 'trade'), placed('a:2', 'trade'), placed('a:1', 'funds')]);
  expect(months.map((one) => [one.account, one.ledger, one.hashes.length])).toEqual([
    ['a:1', 'trade', 1],
    ['a:2', 'trade', 1],
    ['a:1', 'funds', 1],
  ]);
});
