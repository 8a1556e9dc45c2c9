import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Recipe, recipeOf, recipesIn } from './recipe.ts';

const GOOD: Recipe = {
  recipe: 'arrears-radar',
  version: 1,
  id: 'a-1',
  savedAt: '2026-11-23T02:00:00.000Z',
  name: '某某支付',
  place: { source: 'page', host: 'pos.example-acquirer.test', path: '/flow#/list' },
  account: '898310148160568',
  columns: [
    { header: '列1', field: 'at', unit: null, rank: 0 },
    { header: '列2', field: 'amount', unit: 'minor', rank: 0 },
    { header: '列3', field: 'ignore', unit: null, rank: 0 },
  ],
  signs: 'auto',
  kinds: [{ word: '甲类', kind: 'refund' }],
  only: false,
};

const columns = (...fields: readonly Recipe['columns'][number]['field'][]) =>
  fields.map((field, i) => ({ header: `列${i + 1}`, field, unit: null, rank: 0 }));

describe('a recipe', () => {
  test('is accepted as it was exported, alone or in a list', () => {
    expect(recipesIn(JSON.stringify(GOOD))).toEqual({ ok: true, value: [GOOD] });
    expect(recipesIn(JSON.stringify([GOOD, { ...GOOD, id: 'b' }]))).toMatchObject({ ok: true });
  });

  test.each<[string, unknown, string]>([
    ['nothing', null, 'not-a-recipe'],
    ['a list', [], 'not-a-recipe'],
    ['text for columns', { ...GOOD, columns: 'amount' }, 'not-a-recipe'],
    ['a field that does not exist', { ...GOOD, columns: [{ ...GOOD.columns[0], field: 'pan' }] }, 'not-a-recipe'],
    ['a key that does not exist', { ...GOOD, script: 'alert(1)' }, 'not-a-recipe'],
    ['a key in a column', { ...GOOD, columns: [{ ...GOOD.columns[0], selector: 'td' }] }, 'not-a-recipe'],
    ['a host that is an address', { ...GOOD, place: { ...GOOD.place, host: 'https://x.example/' } }, 'not-a-recipe'],
    ['a host with a star', { ...GOOD, place: { ...GOOD.place, host: '*.example' } }, 'not-a-recipe'],
    ['a path with a query', { ...GOOD, place: { ...GOOD.place, path: '/a?b' } }, 'not-a-recipe'],
    ['a merchant number with a colon', { ...GOOD, account: 'chinaums:1' }, 'not-a-recipe'],
    ['a name that is turned around', { ...GOOD, name: 'abc\u202ecba' }, 'not-a-recipe'],
    [
      'a title with a control',
      { ...GOOD, columns: [...columns('at', 'amount'), { ...GOOD.columns[0], header: 'x\u0000' }] },
      'not-a-recipe',
    ],
    ['a title without end', { ...GOOD, columns: [{ ...GOOD.columns[0], header: 'x'.repeat(201) }] }, 'not-a-recipe'],
    [
      '101 columns',
      { ...GOOD, columns: columns(...Array.from({ length: 101 }, () => 'ignore' as const)) },
      'not-a-recipe',
    ],
    ['a later version', { ...GOOD, version: 2, more: {} }, 'newer-version'],
    ['no figure', { ...GOOD, columns: columns('at', 'remark') }, 'no-money'],
    ['no date', { ...GOOD, columns: columns('amount', 'remark') }, 'no-day'],
    ['two amounts', { ...GOOD, columns: columns('at', 'amount', 'amount') }, 'field-twice'],
    [
      'titles that are all the same',
      { ...GOOD, columns: columns('at', 'amount').map((c) => ({ ...c, header: 'x' })) },
      'titles',
    ],
    ['a word with two kinds', { ...GOOD, kinds: [...GOOD.kinds, { word: '甲类', kind: 'sale' }] }, 'word-twice'],
  ])('is refused with a reason: %s', (_name, value, error) => {
    expect(recipeOf(value)).toEqual({ ok: false, error });
  });

  test('of too large a file, of too many, and of broken text is refused', () => {
    expect(recipesIn(' '.repeat(600_000))).toEqual({ ok: false, error: 'too-large' });
    expect(recipesIn(JSON.stringify(Array.from({ length: 201 }, () => 1)))).toEqual({ ok: false, error: 'too-large' });
    expect(recipesIn('{"recipe":')).toEqual({ ok: false, error: 'not-a-recipe' });
    expect(recipesIn('['.repeat(200_000))).toEqual({ ok: false, error: 'not-a-recipe' });
  });

  test('cannot reach a prototype', () => {
    const text = JSON.stringify(GOOD);
    for (const key of ['__proto__', 'constructor', 'prototype']) {
      expect(recipesIn(text.replace('{', `{"${key}":{"polluted":1},`))).toMatchObject({ ok: false });
      expect(recipesIn(text.replace('"place":{', `"place":{"${key}":{"polluted":1},`))).toMatchObject({ ok: false });
    }
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect(recipeOf({ ...GOOD, kinds: [{ word: '__proto__', kind: 'sale' }] })).toMatchObject({ ok: true });
  });

  test('may be any JSON: the answer is a recipe or a reason, never a throw', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), (text) => {
        expect(typeof recipesIn(text).ok).toBe('boolean');
      }),
    );
    const keys = Object.keys(GOOD) as (keyof Recipe)[];
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.jsonValue(), (key, value) => {
        const read = recipeOf({ ...GOOD, [key]: value });
        expect(read.ok ? read.value[key] : value).toEqual(value);
      }),
    );
  });
});
