import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, daysBetween, daysOf, type Period } from '#money/day.ts';
import type { Retention } from '#records/provider.ts';
import { type AccountRecord, newAccount } from './accounts.ts';
import { atRisk, type Keeping, lastPublished } from './at-risk.ts';
import { knowledgeOf, listsIn, proofOf, type Span, withSpan } from './coverage.ts';
import { type DayState, dayCoverage, openRuns } from './day-coverage.ts';

const FIRST: Day = '2026-09-01';
const day = (n: number): Day => addDays(FIRST, n);
/** Noon in Shanghai. */
const noon = (of: Day): string => `${of}T04:00:00.000Z`;
const STOPPED = [{ gap: 'stopped' as const, params: {} }];

const span = (from: number, to: number, over: Partial<Span> = {}): Span => ({
  source: 'page',
  format: 'chinaums-detail',
  list: 'trade',
  from: day(from),
  to: day(to),
  whole: true,
  gaps: over.whole === false ? STOPPED : [],
  at: noon(day(to + 1)),
  seqs: [1],
  ...over,
});

/** Read on its last day, later, or even before. */
const anySpan: fc.Arbitrary<Span> = fc
  .record({
    from: fc.integer({ min: 0, max: 30 }),
    length: fc.integer({ min: 0, max: 12 }),
    after: fc.integer({ min: -1, max: 20 }),
    whole: fc.boolean(),
    list: fc.constantFrom('trade', 'funds', 'funds+trade'),
    seq: fc.integer({ min: 1, max: 99 }),
  })
  .map(({ from, length, after, whole, list, seq }) =>
    span(from, from + length, { whole, list, at: noon(day(from + length + after)), seqs: [seq] }),
  );

const WINDOW: Period = { from: day(-5), to: day(70) };
const states = (spans: readonly Span[], list = 'trade'): Map<Day, DayState> =>
  new Map(dayCoverage(spans, list, WINDOW, WINDOW.to).map((of) => [of.day, of.state]));
const record = (spans: readonly Span[]): AccountRecord => ({
  ...newAccount('wechatpay:1900009231'),
  readAt:
    spans
      .map(({ at }) => at)
      .sort()
      .at(-1) ?? null,
  spans,
});

describe('days of one list', () => {
  test('a whole reading makes exactly its days whole, apart from those that were not over', () => {
    fc.assert(
      fc.property(anySpan, (one) => {
        const whole = [...states([one])].filter(([, state]) => state === 'whole').map(([of]) => of);
        const over = daysOf({ from: one.from ?? FIRST, to: one.to ?? FIRST }).filter((of) => of < one.at.slice(0, 10));
        expect(whole).toEqual(one.whole && one.list !== 'funds' ? over : []);
      }),
    );
  });

  test('a later whole reading overrides a part; before it is over a day is no more than a part', () => {
    const part = span(3, 6, { whole: false, at: noon(day(6)) });
    expect([...states([part]).values()].filter((state) => state === 'part')).toHaveLength(4);
    expect([...states([part, span(0, 6)]).values()].filter((state) => state !== 'unknown')).toEqual(
      Array(7).fill('whole'),
    );
    const early = dayCoverage([span(0, 2, { at: noon(day(2)) })], 'trade', { from: day(1), to: day(3) }, day(3));
    expect(early.map(({ state, early: soon }) => [state, soon])).toEqual([
      ['whole', false],
      ['part', true],
      ['unknown', false],
    ]);
  });

  test('no part ever takes away what is whole, and the order of the captures does not matter', () => {
    fc.assert(
      fc.property(fc.array(anySpan, { maxLength: 8 }), fc.infiniteStream(fc.nat()), (spans, random) => {
        const shuffled = spans.map((one) => ({ one, key: random.next().value })).sort((a, b) => a.key - b.key);
        const kept = (list: readonly Span[]): Span[] => list.reduce<Span[]>(withSpan, []);
        const whole = (list: readonly Span[]): Day[] =>
          [...states(list)].filter(([, state]) => state === 'whole').map(([of]) => of);
        expect(whole(kept(shuffled.map(({ one }) => one)))).toEqual(whole(spans));
        expect(whole(spans.filter((one) => one.whole))).toEqual(whole(spans));
      }),
    );
  });

  test('an empty reading speaks of the list that its format has shown', () => {
    const none = span(5, 8, { list: '' });
    expect(states([none]).get(day(6))).toBe('unknown');
    expect(states([none, span(0, 2)]).get(day(6))).toBe('whole');
    expect(states([none, span(0, 2, { format: 'other' })]).get(day(6))).toBe('unknown');
  });

  test('what is not published is not missing', () => {
    const days = dayCoverage([span(0, 2)], 'trade', { from: day(2), to: day(6) }, day(4));
    expect(days.map(({ state }) => state)).toEqual(['whole', 'unknown', 'unknown', 'not-yet', 'not-yet']);
    expect(openRuns(days)).toEqual([{ from: day(3), to: day(4) }]);
  });
});

test('the calendar and "exact" never contradict each other', () => {
  fc.assert(
    fc.property(fc.array(anySpan, { minLength: 1, maxLength: 8 }), (spans) => {
      const lists = listsIn(spans).map((list) => {
        const { proved, early, parts } = proofOf(spans, list);
        const all = [...proved, ...early, ...parts];
        const first = all.map(({ from }) => from).sort()[0] ?? FIRST;
        const last =
          all
            .map(({ to }) => to)
            .sort()
            .at(-1) ?? FIRST;
        const of = states(spans, list);
        const open = (to: Day): boolean => daysOf({ from: first, to }).some((one) => of.get(one) !== 'whole');
        return { upToProved: open(proved.at(-1)?.to ?? addDays(first, -1)), upToLast: open(last) };
      });
      // Days shown whole before they were over may end a list that is known whole as of its reading.
      if (knowledgeOf(record(spans))?.whole) expect(lists.some(({ upToProved }) => upToProved)).toBe(false);
      else expect(lists.some(({ upToLast }) => upToLast)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

describe('what will be lost', () => {
  const fact = (value: number) => ({
    value,
    source: { zh: '测试', en: 'test' },
    dated: null,
    confidence: 'official' as const,
  });
  const keeping = (retention: Retention): Keeping => ({ zone: 'Asia/Shanghai', retention });
  const wechat = keeping({ months: fact(3), publishedHour: fact(10) });
  const at = (text: string): number => Date.parse(text);

  test('is named with the day until which it can be read', () => {
    const known = record([span(12, 80, { at: '2026-11-29T01:00:00.000Z' })]);
    expect(atRisk([known], () => wechat, at('2026-11-29T04:00:00Z'))).toEqual([
      {
        account: 'wechatpay:1900009231',
        provider: 'wechatpay',
        list: 'trade',
        from: '2026-08-29',
        to: '2026-09-12',
        until: '2026-11-29',
        daysLeft: 0,
        confidence: 'official',
      },
    ]);
    expect(atRisk([known], () => wechat, at('2026-12-13T04:00:00Z'))).toEqual([]);
  });

  test('of a provider that nothing is known of, nothing', () => {
    expect(atRisk([record([span(0, 2)])], () => keeping({}), at('2026-11-29T04:00:00Z'))).toEqual([]);
    expect(atRisk([record([span(0, 2)])], () => null, at('2026-11-29T04:00:00Z'))).toEqual([]);
  });

  test('of a buyer’s own bill nothing: how long merchants’ bills are kept says nothing of it', () => {
    const buyers = span(12, 80, { at: '2026-11-29T01:00:00.000Z', format: 'wechat-personal', list: 'funds' });
    const kept: Keeping = { ...wechat, formats: [{ id: 'wechat-personal', holder: 'buyer' }, { id: 'wechat-trade' }] };
    const risks = (spans: readonly Span[]) => atRisk([record(spans)], () => kept, at('2026-11-29T04:00:00Z'));
    expect(risks([buyers])).toEqual([]);
    expect(risks([buyers, { ...buyers, format: 'wechat-trade', list: 'trade' }])).toMatchObject([{ list: 'trade' }]);
  });

  test('a day is published at the hour that the provider names, on its own clock', () => {
    expect(lastPublished(at('2026-11-29T01:59:00Z'), wechat)).toBe('2026-11-27');
    expect(lastPublished(at('2026-11-29T02:00:00Z'), wechat)).toBe('2026-11-28');
    expect(lastPublished(at('2026-11-28T16:00:00Z'), keeping({}))).toBe('2026-11-28');
  });

  test('whatever the clock: every day of it is open, can still be read, and not for longer than the lead', () => {
    fc.assert(
      fc.property(
        fc.array(anySpan, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 0, max: 250 }),
        fc.integer({ min: 1, max: 13 }),
        fc.integer({ min: 0, max: 40 }),
        (spans, later, months, lead) => {
          const today = day(later);
          const risks = atRisk([record(spans)], () => keeping({ months: fact(months) }), at(noon(today)), lead);
          for (const { list, from, to, until, daysLeft } of risks) {
            expect(daysLeft).toBe(daysBetween(today, until));
            expect(daysLeft >= 0 && daysLeft <= lead).toBe(true);
            expect(to < today).toBe(true);
            for (const { state } of dayCoverage(spans, list, { from, to }, today))
              expect(['part', 'unknown']).toContain(state);
          }
        },
      ),
    );
  });
});
