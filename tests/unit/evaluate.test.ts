import { expect, test } from 'vitest';
import { readBook } from '../../tools/evaluate/read.ts';
import { SCENARIOS } from '../../tools/evaluate/scenarios.ts';
import { scoreOf } from '../../tools/evaluate/score.ts';

test.for(SCENARIOS)('$name: what was put into the book is said, exactly, and nothing else', async ({ make }) => {
  const { files, terms, asOf, labels } = make(1);
  const { missed, invented, inexact } = scoreOf(await readBook(files, terms, asOf), labels);
  expect({ missed, invented, inexact }).toEqual({ missed: [], invented: [], inexact: [] });
});

test('a cause that was not put there, or not found, is counted against it', async () => {
  const { files, terms, asOf, labels } = SCENARIOS[0]?.make(1) ?? {
    files: [],
    terms: null,
    asOf: '2026-01-01' as const,
    labels: [],
  };
  const arrears = await readBook(files, terms, asOf);
  expect(scoreOf(arrears, []).invented).toHaveLength(1);
  const wrong = labels.map((label) => ({ ...label, sum: label.sum + 1 }));
  expect(scoreOf(arrears, wrong).inexact).toHaveLength(1);
  expect(scoreOf({ ...arrears, items: [] }, labels).missed).toHaveLength(1);
});
