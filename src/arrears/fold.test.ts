import { expect, test } from 'vitest';
import { addDays } from '#money/day.ts';
import { MAX_ROWS } from './causes/cause.ts';
import { computeArrears } from './compute.ts';
import { row, yuan } from './testing.ts';

test('a thousand charges of one kind are told as one, and none leaves the sum', () => {
  const entries = Array.from({ length: 1000 }, (_, i) =>
    row({
      day: addDays('2024-01-01', i),
      ledger: 'funds',
      kind: 'fee',
      amount: yuan(-36),
      words: '流量费',
      terminal: 'T1',
    }),
  );
  const { items } = computeArrears({ entries, knowledge: new Map(), terms: null, asOf: '2027-01-01' });
  const taken = items.filter((one) => one.state === 'taken');
  expect(taken).toHaveLength(1);
  expect(taken[0]).toMatchObject({
    code: 'SIM_FEE',
    terminal: 'T1',
    min: yuan(36_000),
    max: yuan(36_000),
    since: '2024-01-01',
  });
  expect(taken[0]?.causes[0]?.params['items']).toBe('1000');
  expect(taken[0]?.causes[0]?.rows.length).toBeLessThanOrEqual(MAX_ROWS);
});
