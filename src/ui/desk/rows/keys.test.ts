import { describe, expect, test } from 'vitest';
import { MARK_ERRORS } from '#book/acts/marks.ts';
import { BOOK_ERRORS } from '#book/book.ts';
import { SOURCES } from '#records/capture.ts';
import { Entry, Ledger, State } from '#records/entry.ts';
import { STANDINGS } from '#records/mark.ts';
import { say } from '#text/index.ts';
import { FILTER_PROBLEMS } from './filter.ts';
import { GROUPINGS } from './grouping.ts';
import {
  cardKey,
  entryStateKey,
  groupingKey,
  ledgerKey,
  problemKey,
  refusalKey,
  sourceKey,
  standingHintKey,
  standingKey,
} from './keys.ts';

const refusals = [...BOOK_ERRORS, ...MARK_ERRORS, 'no-such-row', 'too-large'] as const;

describe.each(['zh', 'en'] as const)('every member of every closed set has its words in %s', (language) => {
  test.each([
    ...Ledger.options.map(ledgerKey),
    ...State.options.map(entryStateKey),
    ...Entry.shape.card.unwrap().options.map(cardKey),
    ...SOURCES.map(sourceKey),
    ...GROUPINGS.map(groupingKey),
    ...FILTER_PROBLEMS.map(problemKey),
    ...[null, ...STANDINGS].flatMap((standing) => [standingKey(standing), standingHintKey(standing)]),
    ...refusals.map(refusalKey),
  ])('%s', (key) => {
    expect(say(language, key).trim()).not.toBe('');
  });

  test('no two refusals are alike', () => {
    expect(new Set(refusals.map((refusal) => say(language, refusalKey(refusal)))).size).toBe(refusals.length);
  });
});
