import { expect, test } from 'vitest';
import type { KeptEntry } from '#records/entry.ts';
import type { DayColumns } from '#records/row-columns.ts';
import { memoryBook } from './memory.ts';
import { entry, input, reading, SHOP } from './testing.ts';

const sales = Array.from({ length: 1500 }, (_, n) =>
  entry({
    day: n < 1200 ? '2026-10-01' : '2026-10-02',
    at: n % 7 === 0 ? null : `2026-10-01T10:${String(n % 60).padStart(2, '0')}:05+08:00`,
    amount: (n + 1) * 1000,
    terminal: `T${n % 3}`,
    links: n % 2 === 0 ? { order: `A${n}`, trace: `${n}` } : {},
    reference: `R${n}`,
  }),
);

test('a day is shown by column in its blocks, and the rows that are wanted come as they are kept', async () => {
  const book = memoryBook();
  await book.takeIn(input(reading(sales)));
  const kept: KeptEntry[] = [];
  const shown: DayColumns[] = [];
  const done = await book.byColumn(SHOP, {
    look: (day) => {
      shown.push(day);
      return day.blocks.map(({ terminal, length }) =>
        Array.from({ length }, (_, n) => n).filter((n) => terminal.values[terminal.places[n] ?? 0] === 'T1'),
      );
    },
    keep: (rows) => void kept.push(...rows),
    whole: () => true,
  });
  expect(done).toEqual({ ok: true, value: { all: true, damage: [] } });
  const rows = await book.entriesOf();
  if (!rows.ok) throw new Error(rows.error);
  expect(shown.map(({ day, blocks }) => [day, ...blocks.map(({ length }) => length)])).toEqual([
    ['2026-10-01', 1000, 200],
    ['2026-10-02', 300],
  ]);
  expect(kept).toEqual(rows.value.filter(({ terminal }) => terminal === 'T1'));
  const blocks = shown.flatMap((day) => day.blocks);
  expect(blocks.flatMap(({ amount }) => [...amount])).toEqual(rows.value.map(({ amount }) => amount));
  expect(blocks.flatMap(({ order }) => [...order.places].map((place) => order.values[place]))).toEqual(
    rows.value.map(({ links }) => links['order'] ?? null),
  );
  const second = ({ at }: KeptEntry): number => (at === null ? -1 : 36_000 + Number(at.slice(14, 16)) * 60 + 5);
  expect(blocks.flatMap(({ seconds }) => [...seconds])).toEqual(rows.value.map(second));
});

test('a day of which the merchant has said something comes whole, as he sees it; what is new is asked about', async () => {
  const book = memoryBook();
  const more = entry({ day: '2026-10-02', amount: 77_000, reference: 'NEW' });
  await book.takeIn(input(reading(sales, { cover: { whole: false } })));
  await book.takeIn(input(reading([more], { cover: { whole: false } }), { at: '2026-10-05T00:00:00.000Z' }));
  const rows = await book.day(SHOP, '2026-10-01');
  const first = rows.ok ? rows.value[0]?.entry : undefined;
  await book.mark(SHOP, first?.key ?? '', { correction: { amount: 5_000_000 } });
  const asked: number[] = [];
  let whole: readonly KeptEntry[] = [];
  await book.byColumn(
    SHOP,
    {
      look: ({ blocks }) => {
        for (const block of blocks) asked.push(block.asked.reduce((sum, one) => sum + one, 0));
        return [];
      },
      keep: () => undefined,
      whole: (_account, _day, of) => {
        whole = of;
        return true;
      },
    },
    { days: ['2026-10-01', '2026-10-02'], after: 1 },
  );
  expect(asked).toEqual([1]);
  expect(whole.length).toBe(1200);
  expect(whole[0]?.amount).toBe(5_000_000);
});
