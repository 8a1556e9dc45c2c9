import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { KeptEntry } from '#records/entry.ts';
import { Correction } from '#records/mark.ts';
import {
  correctionForm,
  correctionOf,
  firstParts,
  isUnsaved,
  isUnsavedSplit,
  oddSign,
  partForms,
  partsOf,
  sumOf,
} from './mark-form.ts';

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

describe('what is not kept yet', () => {
  test('is what the form says beyond the correction, however it is written', () => {
    expect(isUnsaved(empty, entry, {})).toBe(false);
    expect(isUnsaved({ ...empty, amount: '-24' }, entry, {})).toBe(true);
    expect(isUnsaved({ ...empty, amount: '-24' }, entry, { amount: -2_400_000 })).toBe(false);
    expect(isUnsaved({ ...empty, amount: '二十四' }, entry, {})).toBe(true);
    expect(isUnsaved(empty, entry, { state: 'failed' })).toBe(false);
  });

  test('is a split that was begun, and none that only stands there', () => {
    const forms = firstParts(entry);
    const parts = [
      { kind: 'fee' as const, amount: '-30', words: '' },
      { kind: 'fee' as const, amount: '-6', words: '' },
    ];
    const kept = partsOf(parts);
    expect(isUnsavedSplit(forms, [], entry)).toBe(false);
    expect(isUnsavedSplit(parts, [], entry)).toBe(true);
    expect(isUnsavedSplit(parts, kept.ok ? kept.value : [], entry)).toBe(false);
  });
});

describe('a sign that was likely forgotten', () => {
  const read = (kind: KeptEntry['kind'], amount: number | null) => ({ kind, amount, net: null });

  test.each([
    ['a refund given as money in', { amount: 2_400_000 }, read('refund', -3_600_000), 'amount'],
    ['a refund that was not read', { amount: 2_400_000 }, read('refund', null), 'amount'],
    ['a sale given as money out', { amount: -2_400_000 }, read('sale', 3_600_000), 'amount'],
    [
      'a sale that is a refund now, and still money in',
      { kind: 'refund', amount: 2_400_000 },
      read('sale', 1),
      'amount',
    ],
    ['a net amount that goes the other way', { net: 5 }, { kind: 'fee', amount: -1, net: -1 }, 'net'],
  ] as const)('%s', (_, correction, row, field) => {
    expect(oddSign(correction, row)?.field).toBe(field);
  });

  test.each([
    ['as the source printed it', { amount: 2_400_000 }, read('refund', 3_600_000)],
    ['as its kind goes', { amount: -2_400_000 }, read('refund', null)],
    ['a kind that may go either way', { amount: 1 }, read('adjustment', null)],
    ['no amount', { terminal: 'T2' }, read('refund', -1)],
    ['nothing', { amount: 0 }, read('refund', -1)],
  ] as const)('none: %s', (_, correction, row) => {
    expect(oddSign(correction, row)).toBeNull();
  });
});
