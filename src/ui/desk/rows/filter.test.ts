import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CaptureHead } from '#book/book.ts';
import { Ledger } from '#records/entry.ts';
import { STANDINGS } from '#records/mark.ts';
import { FILTER_PROBLEMS, filterOf, LEDGERS, MARKED, NO_FILTER, needsSearch, questionOf } from './filter.ts';

const asked = (over: Partial<typeof NO_FILTER>) => {
  const filter = filterOf({ ...NO_FILTER, ...over });
  return filter.ok ? filter.value : filter.error;
};

describe('from the fields to a question', () => {
  test('empty fields ask for everything, newest first', () => {
    expect(asked({})).toEqual({ question: { newestFirst: true }, asOf: null });
  });

  test('each field asks for its part', () => {
    const form = {
      account: 'chinaums:898',
      terminal: 'T1',
      kind: 'fee',
      ledger: 'trade',
      marked: 'disputed',
      from: '2026-10-01',
      to: '2026-10-31',
      text: ' 流量费 ',
      least: '1,000',
      most: '￥1000.00',
      'as-of': '2026-11-01',
    };
    expect(asked(form)).toEqual({
      question: {
        newestFirst: true,
        accounts: ['chinaums:898'],
        terminals: ['T1'],
        kinds: ['fee'],
        ledgers: ['trade'],
        marked: ['disputed'],
        period: { from: '2026-10-01', to: '2026-10-31' },
        text: '流量费',
        least: 100_000_000,
        most: 100_000_000,
      },
      asOf: '2026-11-01',
    });
  });

  test('one end of a span leaves the other open; an amount has no sign', () => {
    expect(asked({ from: '2026-10-01', least: '-36' })).toMatchObject({
      question: { period: { from: '2026-10-01', to: '2199-12-31' }, least: 3_600_000 },
    });
  });

  test.each([
    [{ from: '2026-13-01' }, 'not-a-day'],
    [{ from: '2026-10-02', to: '2026-10-01' }, 'days-crossed'],
    [{ most: 'much' }, 'not-an-amount'],
    [{ least: '2', most: '1' }, 'amounts-crossed'],
  ] as const)('%j is %s', (form, problem) => {
    expect(asked(form)).toBe(problem);
  });

  test('whatever is typed gives a question or a problem of the closed set', () => {
    const text = fc.oneof(fc.string(), fc.constantFrom('', '2026-10-01', '1,000.5', '-3', '1万'));
    const fields = Object.fromEntries(Object.keys(NO_FILTER).map((field) => [field, text]));
    fc.assert(
      fc.property(fc.record(fields), (form) => {
        const filter = filterOf({ ...NO_FILTER, ...form });
        if (!filter.ok) expect(FILTER_PROBLEMS).toContain(filter.error);
        else expect(filter.value.question.period?.from ?? '').not.toBe('Invalid Date');
      }),
    );
  });

  test('only accounts and days need no search', () => {
    expect(needsSearch({ accounts: ['a'], period: { from: '2026-10-01', to: '2026-10-02' }, newestFirst: true })).toBe(
      false,
    );
    expect([{ terminals: ['T'] }, { text: 'x' }, { least: 0 }, { asOf: 1 }].map(needsSearch)).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });

  test('every ledger can be chosen', () => {
    expect([...LEDGERS].sort()).toEqual([...Ledger.options].sort());
  });
});

describe('a past day', () => {
  const head = (seq: number, at: string) => ({ seq, at }) as CaptureHead;
  const heads = [head(1, '2026-10-01T04:00:00.000Z'), head(2, '2026-10-03T04:00:00.000Z'), head(3, '')];
  const filter = (asOf: '2026-09-30' | '2026-10-02' | '2026-10-05') => ({ question: { newestFirst: true }, asOf });

  test('is the last capture up to its end; before the first there is no book', () => {
    expect(questionOf(filter('2026-10-02'), heads)).toMatchObject({ asOf: 1 });
    expect(questionOf(filter('2026-10-05'), heads)).toMatchObject({ asOf: 2 });
    expect(questionOf(filter('2026-09-30'), heads)).toBeNull();
  });
});

test('every standing of a row can be asked for', () => {
  expect(MARKED).toEqual(expect.arrayContaining([...STANDINGS]));
});
