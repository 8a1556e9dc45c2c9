import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Entry } from '#records/entry.ts';
import type { TakenIn } from '../book.ts';
import { memoryBook } from '../memory.ts';
import { entry, input, reading } from '../testing.ts';

interface Sale {
  readonly amount: number;
  readonly minute: number;
}

const at = (minute: number): string => `2026-10-01T10:0${minute}:00+08:00`;
const factOf = ({ amount, minute }: Sale): string => `${amount} ${minute}`;

/** As a portal shows it while it is on its way: without any number, and with words of its own. */
const waiting = ({ amount, minute }: Sale): Entry =>
  entry({ amount, at: at(minute), state: 'pending', fee: null, net: null, words: '处理中' });

/** What makes the row known by: the provider's id, a number of its terminal, or a number that nobody vouches for. */
const WAYS: Readonly<Record<string, { readonly stableIds: boolean; readonly over: (n: number) => Partial<Entry> }>> = {
  id: { stableIds: true, over: (n) => ({ reference: `4200${n}` }) },
  serial: { stableIds: false, over: (n) => ({ terminal: '10020001', links: { trace: `00010${n}` } }) },
  content: { stableIds: false, over: (n) => ({ reference: `R${n}` }) },
};

const anySales = fc.array(
  fc.record({ amount: fc.constantFrom(100_000, 200_000), minute: fc.nat(3), wasShown: fc.boolean() }),
  { minLength: 1, maxLength: 8 },
);

test.each(Object.entries(WAYS))(
  'rows that come out with a number (%s) are what they were without one where that is certain, and none is lost where it is not',
  async (_, { stableIds, over }) => {
    await fc.assert(
      fc.asyncProperty(anySales, fc.array(fc.boolean(), { maxLength: 3 }), async (sales, again) => {
        const early = reading(sales.filter(({ wasShown }) => wasShown).map(waiting), {
          stableIds,
          cover: { whole: false },
        });
        const late = reading(
          sales.map((sale, n) => ({ ...waiting(sale), state: 'done' as const, words: '消费', ...over(n) })),
          { stableIds, cover: { whole: false } },
        );
        const book = memoryBook();
        const takings: TakenIn[] = [];
        for (const of of [early, late]) {
          const taken = await book.takeIn(input(of));
          if (!taken.ok) throw new Error(taken.error);
          takings.push(taken.value);
        }
        const kept = await book.entriesOf();
        if (!kept.ok) throw new Error(kept.error);
        expect(kept.value.filter(({ state }) => state === 'done')).toHaveLength(sales.length);
        const isSure = (sale: Sale): boolean => sales.filter((one) => factOf(one) === factOf(sale)).length === 1;
        const linked = sales.filter((sale) => sale.wasShown && isSure(sale));
        const left = sales.filter((sale) => sale.wasShown && !isSure(sale));
        expect(kept.value.filter(({ state }) => state === 'pending')).toHaveLength(left.length);
        expect(takings[1]).toMatchObject({ linked: linked.length, added: sales.length - linked.length });
        // Read again, in whatever order, nothing is added; taken back, each row says again what it said.
        for (const which of again) {
          const taken = await book.takeIn(input(which ? early : late));
          expect(taken).toMatchObject({ ok: true, value: { added: 0 } });
        }
        for (let seq = 2 + again.length; seq >= 2; seq -= 1) await book.undo(seq);
        const then = await book.entriesOf();
        const toldBy = (rows: readonly Entry[]): string[] => rows.map((row) => `${row.state} ${row.amount}`).sort();
        expect(then.ok && toldBy(then.value)).toEqual(toldBy(early.entries));
      }),
      { numRuns: 100 },
    );
  },
);

test('a row that still waits is not the one that came out beside it', async () => {
  const sale = { amount: 100_000, minute: 1 };
  const out = { ...waiting(sale), state: 'done' as const, reference: 'R1' };
  const book = memoryBook();
  await book.takeIn(input(reading([waiting(sale)])));
  const taken = await book.takeIn(input(reading([waiting(sale), out])));
  expect(taken).toMatchObject({ ok: true, value: { added: 1, existing: 1, linked: 0 } });
});

test.each<[string, Partial<Entry>]>([
  ['another minute', { at: at(2) }],
  ['another amount', { amount: 1 }],
  ['another kind', { kind: 'refund' }],
  ['another order', { links: { order: '2' } }],
])('a row of %s is another row', async (_, over) => {
  const early = { ...waiting({ amount: 100_000, minute: 1 }), links: { order: '1' } };
  const book = memoryBook();
  await book.takeIn(input(reading([early])));
  const late: Entry = { ...early, state: 'done', reference: 'R1', links: {}, ...over };
  const taken = await book.takeIn(input(reading([late])));
  expect(taken).toMatchObject({ ok: true, value: { added: 1, linked: 0 } });
});
