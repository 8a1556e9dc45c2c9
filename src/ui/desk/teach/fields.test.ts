import { describe, expect, it } from 'vitest';
import { KINDS } from '#records/entry.ts';
import { FIELDS } from '#records/provider.ts';
import { SIGNS as ALL_SIGNS, RECIPE_PROBLEMS } from '#records/recipe.ts';
import type { SeenTable } from '#records/teaching.ts';
import { say } from '#text/index.ts';
import { KIND_CHOICES } from '#ui/parts/keys.ts';
import { draftOf, withField, withKind, withUnit } from './draft.ts';
import { FIELD_GROUPS, fieldKey, problemKey, SIGNS, signsKey, UNITS, unitKey } from './fields.ts';

describe('what can be chosen', () => {
  it('is every field, once, and "not used"', () => {
    const offered = FIELD_GROUPS.flatMap(({ fields }): readonly string[] => fields);
    expect([...offered, 'ignore'].sort()).toEqual([...FIELDS].sort());
  });

  it('is every kind and every way of signs', () => {
    expect([...KIND_CHOICES].sort()).toEqual([...KINDS].sort());
    expect(SIGNS).toEqual(ALL_SIGNS);
  });

  it.each(['zh', 'en'] as const)('has its words in %s, no two alike', (language) => {
    const keys = [
      ...FIELDS.map(fieldKey),
      ...UNITS.map(unitKey),
      ...SIGNS.map(signsKey),
      ...RECIPE_PROBLEMS.map(problemKey),
    ];
    expect(new Set(keys.map((key) => say(language, key))).size).toBe(keys.length);
  });
});

describe('a draft', () => {
  const table: SeenTable = {
    index: 0,
    place: { source: 'page', host: 'pos.example-acquirer.test', path: '/list' },
    caption: null,
    rowCount: 1,
    sample: [],
    columns: [
      { header: '列1', field: 'at', unit: null, rank: 100 },
      { header: '列2', field: 'amount', unit: 'minor', rank: 100 },
    ],
    isList: true,
    recipe: null,
  };

  it('begins as the table is understood now', () => {
    expect(draftOf(table)).toMatchObject({ columns: table.columns, name: 'pos.example-acquirer.test', signs: 'auto' });
  });

  it('lets go of a unit where there is no figure any more, and keeps it where there is', () => {
    expect(withField(draftOf(table), 1, 'remark').columns[1]).toMatchObject({ field: 'remark', unit: null });
    expect(withField(draftOf(table), 1, 'fee').columns[1]).toMatchObject({ field: 'fee', unit: 'minor' });
    expect(withUnit(draftOf(table), 1, 'wan').columns.map(({ unit }) => unit)).toEqual([null, 'wan']);
  });

  it('says one kind for one word', () => {
    const said = withKind(withKind(draftOf(table), '甲', 'sale'), '甲', 'refund');
    expect(said.kinds).toEqual([{ word: '甲', kind: 'refund' }]);
    expect(withKind(said, '甲', null).kinds).toEqual([]);
  });
});
