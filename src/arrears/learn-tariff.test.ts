import { expect, test } from 'vitest';
import { addDays } from '#money/day.ts';
import { learnTariff } from './learn-tariff.ts';
import { prepare } from './prepare.ts';
import { sale, yuan } from './testing.ts';

const learned = (rows: ReturnType<typeof sale>[]) =>
  prepare({ entries: rows, knowledge: new Map(), terms: null, asOf: '2026-06-10' }).flatMap(learnTariff);
/** `rate` in hundredths of a percent; half up. */
const charged = (amount: number, rate: number): number => Math.round((amount * rate) / 100) / 100;

test('each card type’s newest tariff is learned, with its cap and its part for each sale', () => {
  const debit = Array.from({ length: 30 }, (_, n) => {
    const amount = 300 + n * 311;
    return sale(addDays('2026-03-01', n), amount, Math.min(20, charged(amount, 50)), { card: 'debit' });
  });
  const qr = Array.from({ length: 250 }, (_, n) => {
    const amount = 20 + n;
    return sale(addDays('2025-09-01', n), amount, charged(amount, n < 50 ? 60 : 38) + 0.5, { card: 'qr' });
  });
  expect(learned([...debit, ...qr])).toEqual([
    { card: 'qr', rate: '0.38%', fixed: yuan(0.5), cap: null, from: addDays('2025-09-01', 50), support: 200, of: 200 },
    { card: 'debit', rate: '0.50%', fixed: 0, cap: yuan(20), from: '2026-03-01', support: 30, of: 30 },
  ]);
});

test('too few sales, or no one tariff, say nothing', () => {
  const few = Array.from({ length: 9 }, (_, n) => sale('2026-03-01', 100 + n, 0.6));
  expect(learned(few)).toEqual([]);
  const mixed = Array.from({ length: 40 }, (_, n) =>
    sale('2026-03-01', 100 + n * 7, charged(100 + n * 7, 30 + (n % 9) * 10)),
  );
  expect(learned(mixed)).toEqual([]);
});
