import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry } from '#records/entry.ts';
import { memoryBook } from '../memory.ts';
import { entry, input, reading } from '../testing.ts';
import { clocksAgree, sharper } from './clocks.ts';

/** How sources print the same moment: to the second, to the minute, by its day alone. */
const CLOCKS = {
  seconds: (at: string) => at,
  minutes: (at: string) => `${at.slice(0, 17)}00${at.slice(19)}`,
  days: () => null,
} as const;
type Clock = keyof typeof CLOCKS;
const anyClock = fc.constantFrom<Clock>('seconds', 'minutes', 'days');

interface Sale {
  readonly second: number;
  readonly amount: number;
  readonly number: number;
}

/** No two sales share their number, but anything else. */
const anySales = fc.uniqueArray(
  fc.record({ second: fc.integer({ min: 0, max: 150 }), amount: fc.constantFrom(100, 200), number: fc.nat(20) }),
  { selector: ({ number }) => number, minLength: 1, maxLength: 8 },
);

const rowsOf = (sales: readonly Sale[], clock: Clock, over: Partial<Entry>): Entry[] =>
  sales.map(({ second, amount, number }) => {
    const two = (n: number): string => String(n).padStart(2, '0');
    const at = `2026-10-01T10:${two(Math.floor(second / 60))}:${two(second % 60)}+08:00`;
    return entry({ at: CLOCKS[clock](at), amount, reference: `R${number}`, ...over });
  });

describe('the same sales told by sources with other clocks and other words', () => {
  test.each([
    ['of one terminal', { terminal: '10020000' }, { terminal: '10020000' }],
    ['without a terminal', {}, { words: '刷卡消费' }],
    ['of a terminal that one of them leaves out', { terminal: '10020000' }, { words: '刷卡消费' }],
  ])('%s are taken in once', async (_, own, other) => {
    await fc.assert(
      fc.asyncProperty(anySales, fc.array(anyClock, { minLength: 2, maxLength: 4 }), async (sales, clocks) => {
        const book = memoryBook();
        for (const [n, clock] of clocks.entries()) {
          const taken = await book.takeIn(input(reading(rowsOf(sales, clock, n % 2 === 0 ? own : other))));
          expect(taken.ok && taken.value.added).toBe(n === 0 ? sales.length : 0);
        }
        const kept = await book.entriesOf();
        const sharpest = clocks.includes('seconds') ? 'seconds' : clocks.includes('minutes') ? 'minutes' : 'days';
        const times = (rows: readonly { at: string | null }[]) => rows.map(({ at }) => at).sort();
        expect(kept.ok && times(kept.value)).toEqual(times(rowsOf(sales, sharpest, own)));
      }),
    );
  });

  test('two sales of one number are two: at two terminals, in two minutes, or both to the second', async () => {
    const row = (over: Partial<Entry>) => entry({ reference: 'R1', at: '2026-10-01T10:00:23+08:00', ...over });
    const book = memoryBook();
    const rows = [
      row({ terminal: '10020000' }),
      row({ terminal: '10020001' }),
      row({ terminal: '10020000', at: '2026-10-01T10:01:00+08:00' }),
      row({ terminal: '10020000', at: '2026-10-01T10:00:24+08:00' }),
    ];
    for (const one of rows) {
      const taken = await book.takeIn(input(reading([one])));
      expect(taken.ok && taken.value.added).toBe(1);
    }
  });
});

test('the sharper of two instants is one of them, and agrees with both where they agree', () => {
  const at = fc.option(
    fc.constantFrom(
      '2026-10-01T10:00:00+08:00',
      '2026-10-01T10:00:23+08:00',
      '2026-10-01T10:00:24+08:00',
      '2026-10-01T10:00:23Z',
    ),
    { nil: null },
  );
  fc.assert(
    fc.property(at, at, (one, other) => {
      expect([one, other]).toContain(sharper(one, other));
      expect(clocksAgree(one, other)).toBe(clocksAgree(other, one));
      if (!clocksAgree(one, other)) expect(sharper(one, other)).toBe(one);
    }),
  );
});
