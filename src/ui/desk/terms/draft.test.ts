import { describe, expect, test } from 'vitest';
import { TermsFile } from '#records/terms.ts';
import { draftOf, emptyInstant, emptyLine, emptyMonthly, emptyTerminal, termsOf } from './draft.ts';

const ACCOUNT = 'lakala:822290070111135';

describe('what the fields say', () => {
  test('becomes terms, with a rate as merchants write it and thousands', () => {
    const line = { ...emptyLine(), applies: 'debit', rate: '0.5', cap: '1,020.00', from: '2026-01-01' };
    const terminal = {
      ...emptyTerminal(),
      terminal: ' T1 ',
      activated: '2025-09-01',
      simAmount: '36',
      depositAmount: '99',
      depositTarget: '150,000',
    };
    const { terms, mistakes } = termsOf(
      ACCOUNT,
      { lines: [line], instants: [], monthly: [], terminals: [terminal] },
      undefined,
    );
    expect([...mistakes]).toEqual([]);
    expect(terms).toEqual({
      account: ACCOUNT,
      tariff: [{ from: '2026-01-01', to: null, applies: 'debit', rate: '0.5%', cap: '1020.00' }],
      terminals: [
        {
          terminal: 'T1',
          activated: '2025-09-01',
          sim: { amount: '36', delayDays: 30, cycleMonths: 12 },
          deposit: { amount: '99', target: '150000', withinDays: 90 },
        },
      ],
    });
    expect(TermsFile.safeParse({ accounts: [terms] }).success).toBe(true);
  });

  test('and terms become the fields again; what the form does not show stays', () => {
    const { terms } = termsOf(
      ACCOUNT,
      { lines: [{ ...emptyLine(), rate: '6‰' }], instants: [], monthly: [], terminals: [] },
      undefined,
    );
    const kept = { ...terms, float: '500.00' };
    const again = termsOf(ACCOUNT, draftOf(kept), kept);
    expect(again.terms).toEqual(kept);
  });

  test('is refused field by field', () => {
    const line = { ...emptyLine(), rate: 'six', cap: '-3', from: '2026-02-01', to: '2026-01-01' };
    const terminal = { ...emptyTerminal(), depositAmount: '99', simDelay: 'x' };
    const { mistakes } = termsOf(
      ACCOUNT,
      { lines: [line], instants: [], monthly: [], terminals: [terminal] },
      undefined,
    );
    expect(Object.fromEntries(mistakes)).toEqual({
      'line 0 rate': 'terms-form.bad-rate',
      'line 0 cap': 'terms-form.bad-sum',
      'line 0 to': 'terms-form.bad-period',
      'terminal 0 terminal': 'terms-form.bad-terminal',
      'terminal 0 activated': 'terms-form.bad-day',
      'terminal 0 depositTarget': 'terms-form.bad-target',
      'terminal 0 simDelay': 'terms-form.bad-count',
    });
  });

  test('has lines for sums and for settling at once, and says which cannot be', () => {
    const qr = { ...emptyLine(), applies: 'qr', rate: '0.38', upTo: '1,000' };
    const above = { ...emptyLine(), applies: 'qr', rate: '0.6', above: '1000' };
    const instants = [{ ...emptyInstant(), rate: '0.02', fixed: '3', from: '2026-01-01' }];
    const { terms, mistakes } = termsOf(
      ACCOUNT,
      { lines: [qr, above], instants, monthly: [], terminals: [] },
      undefined,
    );
    expect([...mistakes]).toEqual([]);
    expect(terms.tariff.map(({ above, upTo }) => [above, upTo])).toEqual([
      [undefined, '1000'],
      ['1000', undefined],
    ]);
    expect(terms.instant).toEqual([{ from: '2026-01-01', to: null, rate: '0.02%', fixed: '3' }]);
    expect(termsOf(ACCOUNT, draftOf(terms), terms).terms).toEqual(terms);
    expect(termsOf(ACCOUNT, { ...draftOf(terms), instants: [] }, terms).terms.instant).toBeUndefined();

    const wrong = { lines: [{ ...qr, above: '1000' }], instants: [emptyInstant()], monthly: [], terminals: [] };
    expect(Object.fromEntries(termsOf(ACCOUNT, wrong, undefined).mistakes)).toEqual({
      'line 0 upTo': 'terms-form.bad-range',
      'instant 0 rate': 'terms-form.bad-instant',
    });
  });

  test('has spans of monthly collection, and says which cannot be', () => {
    const draft = { lines: [], instants: [], monthly: [{ ...emptyMonthly(), day: '10' }], terminals: [] };
    const { terms, mistakes } = termsOf(ACCOUNT, draft, undefined);
    expect([...mistakes]).toEqual([]);
    expect(terms.monthly).toEqual([{ from: '2000-01-01', to: null, day: 10 }]);
    expect(TermsFile.safeParse({ accounts: [terms] }).success).toBe(true);
    expect(termsOf(ACCOUNT, draftOf(terms), terms).terms).toEqual(terms);
    expect(termsOf(ACCOUNT, { ...draftOf(terms), monthly: [] }, terms).terms.monthly).toBeUndefined();
    for (const day of ['', '0', '32', 'x'])
      expect(
        Object.fromEntries(
          termsOf(ACCOUNT, { ...draft, monthly: [{ day, from: '2026-02-01', to: '2026-01-01' }] }, undefined).mistakes,
        ),
      ).toEqual({
        'monthly 0 day': 'terms-form.bad-date',
        'monthly 0 to': 'terms-form.bad-period',
      });
  });
});
