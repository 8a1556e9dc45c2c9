import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Knowledge } from '#records/arrears.ts';
import type { Attempt } from '#records/attempt.ts';
import { computeArrears } from './compute.ts';
import { knowing, sale } from './testing.ts';

const ACCOUNT = 'chinaums:898310148160568';
const AS_OF = '2026-11-27';

/** China's wall clock. */
const tried = (at: string, how: Attempt['how'] = 'not-settled', provider = 'chinaums', place = '/list'): Attempt => ({
  provider,
  place: `https://portal.example.com${place}`,
  at: new Date(`2026-11-${at}:00+08:00`).toISOString(),
  how,
});

const told = (attempts: readonly Attempt[], knowledge: Knowledge = knowing('2026-11-01', '2026-11-20')) =>
  computeArrears({
    entries: [sale('2026-11-20', 100, 0.6)],
    knowledge: new Map([[ACCOUNT, knowledge]]),
    terms: null,
    asOf: AS_OF,
    attempts,
  }).items.map(({ code, state, min, since, account, causes }) => ({
    item: `${account} ${code} ${state} ${min} ${since}`,
    causes: causes.map(({ cause, confidence, params }) => `${cause} ${confidence} ${params['count']}`),
    params: causes.at(-1)?.params,
  }));

const item = `${ACCOUNT} WARNING open 0 2026-11-25`;

describe('a portal that does not answer', () => {
  test('three tries on two days: sure; two on one day: likely', () => {
    const three = [tried('25T10:00'), tried('25T18:00', 'no-page'), tried('26T09:00')];
    expect(told(three)).toEqual([
      {
        item,
        causes: ['portal-unreachable high 3'],
        params: { day: '2026-11-25', last: '2026-11-26', count: '3' },
      },
    ]);
    expect(told(three.slice(0, 2))).toMatchObject([{ item, causes: ['portal-unreachable medium 2'] }]);
    const pages = [tried('25T10:00'), tried('25T10:01', 'not-settled', 'chinaums', '/fees')];
    expect(told(pages)).toMatchObject([{ item, causes: ['portal-unreachable medium 2'] }]);
  });

  test('its own notice of maintenance is told at once, and that it stays away when it does', () => {
    expect(told([tried('25T10:00', 'maintenance')])).toMatchObject([{ item, causes: ['maintenance high 0'] }]);
    expect(told([tried('25T10:00', 'maintenance'), tried('26T10:00')])).toMatchObject([
      { item, causes: ['maintenance high 0', 'portal-unreachable medium 2'] },
    ]);
  });

  test('where others did not answer on the same days, it may be the merchant’s own network', () => {
    const own = [tried('25T10:00'), tried('26T10:00'), tried('26T18:00')];
    const other = [tried('25T10:02', 'no-page', 'lakala'), tried('26T18:02', 'no-page', 'lakala')];
    expect(told([...own, ...other])).toMatchObject([{ item, causes: ['portal-unreachable low 3'] }]);
    expect(told([...own, ...other.slice(0, 1)])).toMatchObject([{ item, causes: ['portal-unreachable high 3'] }]);
  });

  test.each([
    ['nobody looked', []],
    ['one slow page', [tried('25T10:00')]],
    ['one slow page, pressed three times', [tried('25T10:00'), tried('25T10:03'), tried('25T10:06')]],
    ['another provider’s portal', [tried('25T10:00', 'no-page', 'lakala'), tried('26T10:00', 'no-page', 'lakala')]],
    [
      'a site whose name only begins the same',
      [tried('25T10:00', 'no-page', 'chinaums2'), tried('26T10:00', 'no-page', 'chinaums2')],
    ],
  ])('is not told where %s', (_, attempts) => {
    expect(told(attempts)).toEqual([]);
  });

  test('is not told where its rows were read all the same, from a file', () => {
    const attempts = [tried('25T10:00'), tried('26T10:00')];
    expect(told(attempts, knowing('2026-11-01', '2026-11-26'))).toEqual([]);
    expect(told(attempts, knowing('2026-11-01', '2026-11-25'))).toHaveLength(1);
  });

  test('is one warning whatever the tries, never before the first of them, and owes nothing', () => {
    const anyAttempt = fc
      .record({
        day: fc.integer({ min: 1, max: 27 }),
        minute: fc.integer({ min: 0, max: 599 }),
        how: fc.constantFrom<Attempt['how']>('maintenance', 'not-settled', 'no-page'),
      })
      .map(({ day, minute, how }) =>
        tried(
          `${String(day).padStart(2, '0')}T${String(8 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`,
          how,
        ),
      );
    fc.assert(
      fc.property(fc.array(anyAttempt, { maxLength: 8 }), (all) => {
        const attempts = all.sort((a, b) => a.at.localeCompare(b.at));
        const items = told(attempts, knowing('2026-10-01', '2026-10-31'));
        expect(items.length).toBeLessThanOrEqual(1);
        if (attempts.length === 0) expect(items).toEqual([]);
        for (const { item: text } of items) expect(text).toMatch(/WARNING open 0/);
      }),
    );
  });
});
