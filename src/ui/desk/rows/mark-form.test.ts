import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { KeptEntry } from '#records/entry.ts';
import { Correction } from '#records/mark.ts';
import { correctionForm, correctionOf, partForms, partsOf, sumOf } from './mark-form.ts';

const entry = {
  kind: 'fee',
  amount: -3_600_000,
  fee: null,
  net: -3_600_000,
  terminal: 'T1',
  due: null,
} as KeptEntry;
const empty = { kind: '', amount: '', fee: '', net: '', terminal: '', due: '' };

describe('a correction', () => {
  test('holds only what differs from what was read', () => {
    const form = { ...empty, kind: 'fee', amount: '-36', net: '-30.00', due: '2026-12-01' };
    expect(correctionOf(form, entry, {})).toEqual({ ok: true, value: { net: -3_000_000, due: '2026-12-01' } });
  });

  test('an empty form takes it back, but for the state, which it does not show', () => {
    expect(correctionOf(empty, entry, { amount: 1, state: 'failed' })).toEqual({
      ok: true,
      value: { state: 'failed' },
    });
  });

  test('says what cannot be read', () => {
    expect(correctionOf({ ...empty, amount: '三十六' }, entry, {})).toEqual({ ok: false, error: 'not-an-amount' });
    expect(correctionOf({ ...empty, due: '2026-02-30' }, entry, {})).toEqual({ ok: false, error: 'not-a-day' });
  });

  test('what is in the form and saved again is the same correction', () => {
    const units = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
    fc.assert(
      fc.property(
        fc.record(
          {
            kind: fc.constantFrom('sale' as const, 'unknown' as const),
            amount: units,
            fee: units,
            terminal: fc.constantFrom('T2', 'T3'),
            due: fc.constantFrom('2026-12-01' as const),
          },
          { requiredKeys: [] },
        ),
        (made) => {
          const correction = Correction.parse(made);
          if (correction.amount === entry.amount) return;
          expect(correctionOf(correctionForm(correction), entry, correction)).toEqual({ ok: true, value: correction });
        },
      ),
    );
  });
});

describe('parts', () => {
  test('are at least two, each with its amount', () => {
    const forms = partForms([
      { kind: 'fee', amount: -3_000_000, words: 'SIM' },
      { kind: 'fee', amount: -600_000, words: '' },
    ]);
    expect(sumOf(forms)).toBe(-3_600_000);
    expect(partsOf(forms)).toMatchObject({ ok: true, value: [{ amount: -3_000_000 }, { amount: -600_000 }] });
    expect(partsOf(forms.slice(1))).toEqual({ ok: false, error: 'too-few-parts' });
    expect(partsOf(forms.map((form) => ({ ...form, amount: '' })))).toEqual({ ok: false, error: 'not-an-amount' });
  });
});
