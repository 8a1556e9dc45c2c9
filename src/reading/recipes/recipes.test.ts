import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Reading } from '#records/reading.ts';
import { type Recipe, recipeOf } from '#records/recipe.ts';
import type { Sighting } from '#records/sighting.ts';
import type { SeenTable } from '#records/teaching.ts';
import { readSightings } from '../read.ts';
import { fileOf, pageOf, tableOf } from '../testing.ts';
import { previewOf } from './preview.ts';
import { seenTables } from './understand.ts';

const PLACE = 'https://pos.example-acquirer.test/unnamed';
const TODAY = '2026-11-23';
const page = { source: 'page', end: 'end', today: TODAY } as const;
const at = (sighting: Sighting, place = PLACE): Sighting => ({ ...sighting, place });

const HEADER = '列1|列2|列3|列4|列5';
const ROWS = ['2026-11-05 13:22:01|甲|10000|60|9940', '2026-11-05 14:02:11|乙|-2000|0|-2000', 'x|甲|1|0|1'];
const list = at(pageOf([tableOf(HEADER, ROWS)]));

function recipeFor(table: SeenTable | undefined, more: Partial<Recipe> = {}): Recipe {
  if (!table) throw new Error('no table');
  const { place, columns } = table;
  const base = {
    recipe: 'arrears-radar',
    version: 1,
    id: 'r',
    savedAt: '2026-11-23T02:00:00Z',
    name: '某某支付',
  } as const;
  const recipe = recipeOf({ ...base, place, columns, account: null, signs: 'auto', kinds: [], only: false, ...more });
  if (!recipe.ok) throw new Error(recipe.error);
  return recipe.value;
}

const fields = ['at', 'kind', 'amount', 'fee', 'net'] as const;
const taughtColumns = fields.map((field, i) => ({
  header: `列${i + 1}`,
  field,
  unit: i > 1 ? ('minor' as const) : null,
  rank: 0,
}));
const taught = recipeFor(seenTables([list])[0], {
  columns: taughtColumns,
  kinds: [
    { word: '甲', kind: 'sale' },
    { word: '乙', kind: 'refund' },
  ],
});
const figures = (reading: Reading) => reading.entries.map(({ kind, amount, fee, net }) => [kind, amount, fee, net]);

describe('a table with titles that mean nothing', () => {
  test('is not read, and is offered to be taught', () => {
    expect(readSightings([list], page)).toMatchObject({ outcome: 'not-a-known-page', entries: [] });
    expect(seenTables([list])).toMatchObject([
      { isList: false, rowCount: 3, place: { host: 'pos.example-acquirer.test' } },
    ]);
  });

  test('is read as taught: fields, units, kinds; what cannot be read is rejected and told', () => {
    const reading = readSightings([list], { ...page, recipes: [taught] });
    expect(reading).toMatchObject({
      outcome: 'part',
      format: 'recipe:r',
      accounts: ['site:pos.example-acquirer.test:?'],
    });
    expect(figures(reading)).toEqual([
      ['sale', 10_000_000, 60_000, 9_940_000],
      ['refund', -2_000_000, 0, -2_000_000],
    ]);
    expect(reading.rejected).toMatchObject([{ reason: 'bad-day', cell: { header: '列1', text: 'x' } }]);
  });

  test('the preview says the same, with sums and the words of kinds', () => {
    const preview = previewOf([list], taught, page);
    expect(preview).toMatchObject({ count: 2, rejectedCount: 1, totals: [{ amount: 8_000_000, fee: 60_000 }] });
    expect(previewOf([list], { ...taught, kinds: [] }, page).words).toEqual([
      { word: '甲', count: 2, kind: null },
      { word: '乙', count: 1, kind: null },
    ]);
  });

  test('columns may change places: titles are what counts', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), (order) => {
        const cells = (line: string): string => order.map((i) => line.split('|')[i] ?? '').join('|');
        const turned = at(pageOf([tableOf(cells(HEADER), ROWS.map(cells))]));
        const reading = readSightings([turned], { ...page, recipes: [taught] });
        expect(figures(reading)).toEqual(figures(readSightings([list], { ...page, recipes: [taught] })));
      }),
    );
  });

  test('with titles in its first row, which nobody marked', () => {
    const bare = at(pageOf([tableOf('||||', [HEADER, ...ROWS])]));
    expect(seenTables([bare])[0]?.columns.map(({ header }) => header)).toEqual(HEADER.split('|'));
    expect(readSightings([bare], { ...page, recipes: [taught] }).entries).toHaveLength(2);
  });

  test('signs as printed, against the words', () => {
    const odd = at(pageOf([tableOf(HEADER, ['2026-11-05 13:22:01|乙|500|0|500'])]));
    expect(figures(readSightings([odd], { ...page, recipes: [taught] }))).toEqual([['refund', -500_000, 0, -500_000]]);
    const printed = readSightings([odd], { ...page, recipes: [{ ...taught, signs: 'printed' }] });
    expect(figures(printed)).toEqual([['refund', 500_000, 0, 500_000]]);
  });

  test('a unit that the figures contradict is refused, taught or not', () => {
    const decimals = at(pageOf([tableOf(HEADER, ['2026-11-05 13:22:01|甲|100.25|0.60|99.65'])]));
    expect(readSightings([decimals], { ...page, recipes: [taught] }).rejected).toMatchObject([
      { reason: 'unit-conflict' },
    ]);
  });
});

describe('a recipe is not used elsewhere', () => {
  test.each([
    ['another host', 'https://pos.example-acquirer.test.evil.example/unnamed'],
    ['another port', 'https://pos.example-acquirer.test:8443/unnamed'],
    ['another path', 'https://pos.example-acquirer.test/unnamed/more'],
    ['another route', 'https://pos.example-acquirer.test/unnamed#/other'],
  ])('%s', (_name, place) => {
    const reading = readSightings([at(list, place)], { ...page, recipes: [taught] });
    expect(reading).toMatchObject({ outcome: 'not-a-known-page', entries: [] });
    expect(reading.coverage.gaps).toEqual([]);
  });

  test('nor on a file, nor a file’s on a page', () => {
    const file = fileOf([tableOf(HEADER, ROWS)]);
    expect(readSightings([file], { source: 'file', end: null, today: TODAY, recipes: [taught] }).entries).toEqual([]);
    const forFiles = { ...taught, place: { source: 'file' as const } };
    expect(readSightings([list], { ...page, recipes: [forFiles] }).entries).toEqual([]);
    const read = readSightings([file], {
      source: 'file',
      end: null,
      today: TODAY,
      recipes: [{ ...forFiles, account: '123' }],
    });
    expect(read.accounts).toEqual(['site:某某支付:123']);
  });

  test('a page keeps its own name, whatever the recipe calls it', () => {
    const reading = readSightings([list], {
      ...page,
      recipes: [{ ...taught, name: '银联商务', account: '898310148160568' }],
    });
    expect(reading.accounts).toEqual(['site:pos.example-acquirer.test:898310148160568']);
  });

  test('a star stands for one segment', () => {
    const shop = at(list, 'https://pos.example-acquirer.test/shop/12345/flow');
    const made = recipeFor(seenTables([shop])[0], { columns: taughtColumns });
    expect(made.place).toMatchObject({ path: '/shop/*/flow' });
    const other = at(list, 'https://pos.example-acquirer.test/shop/999/flow');
    expect(readSightings([other], { ...page, recipes: [made] }).entries).toHaveLength(2);
  });
});

describe('a taught page that has changed', () => {
  const drifted = (header: string): Reading =>
    readSightings([at(pageOf([tableOf(header, ROWS)]))], { ...page, recipes: [taught] });

  test.each([
    ['one title is new', '列1|列2|列3|列4|列9', { gone: '列5', fresh: '列9' }],
    ['a title more', `${HEADER}|新`, { gone: '—', fresh: '新' }],
    ['all are new', 'a|b|c|d|e', {}],
  ])('%s: nothing is kept, and it is said', (_name, header, params) => {
    const reading = drifted(header);
    expect(reading).toMatchObject({ outcome: 'changed', entries: [] });
    expect(reading.coverage.gaps).toContainEqual({ gap: 'recipe-drift', params: { name: '某某支付', ...params } });
  });

  test('a list that is read by its own words beside it is kept, and the drift is a gap', () => {
    const reading = drifted('交易时间|交易类型|交易金额|手续费|清算金额');
    expect(reading.outcome).toBe('part');
    expect(reading.coverage.gaps.map(({ gap }) => gap)).toContain('recipe-drift');
  });

  test('signed out, or without any table: nothing is said about the recipe', () => {
    const out = readSightings([at(pageOf([], { cues: ['signed-out'] }))], { ...page, recipes: [taught] });
    expect(out).toMatchObject({ outcome: 'signed-out', coverage: { gaps: [] } });
  });
});

describe('the recipe that says what was understood anyway', () => {
  const money = fc.integer({ min: -999_999, max: 999_999 }).map((cents) => (cents / 100).toFixed(2));
  const cellsOf: Readonly<Record<string, fc.Arbitrary<string>>> = {
    交易日期: fc.constantFrom('2026-11-05', '2026-11-06', '20261107', 'x'),
    清算日期: fc.constantFrom('2026-11-08', '-'),
    '交易金额(元)': money,
    手续费: money,
    结算金额: money,
    账户余额: money,
    交易类型: fc.constantFrom('消费', '退货', '流量费', '不知道', ''),
    交易代码: fc.constantFrom('T01', '退货'),
    备注: fc.constantFrom('', '流量费', '退款'),
    交易状态: fc.constantFrom('交易成功', '交易失败'),
    终端号: fc.constantFrom('10020001', '10020002'),
    商户订单号: fc.constantFrom('O1', 'O2'),
    卡号: fc.constant('621226******1234'),
    卡类型: fc.constantFrom('借记卡', '贷记卡'),
    支付方式: fc.constantFrom('微信', '刷卡'),
    收支类型: fc.constantFrom('收入', '支出'),
    品名: fc.constantFrom('苹果', '梨'),
  };

  test('changes nothing, whatever the columns and their order', () => {
    const titles = fc
      .shuffledSubarray(Object.keys(cellsOf), { minLength: 3 })
      .filter((chosen) => chosen.includes('交易日期') && chosen.some((title) => /金额/.test(title)));
    const table = titles.chain((chosen) =>
      fc
        .array(fc.tuple(...chosen.map((title) => cellsOf[title] ?? fc.constant(''))), { minLength: 1, maxLength: 12 })
        .map((rows) => ({ ...tableOf(chosen.join('|'), []), rows: rows.map((row) => [...row]) })),
    );
    fc.assert(
      fc.property(table, (seen) => {
        const sighting = at(pageOf([seen]));
        const before = readSightings([sighting], page);
        const [own] = seenTables([sighting]);
        fc.pre(own?.isList === true);
        const after = readSightings([sighting], { ...page, recipes: [recipeFor(own)] });
        expect({ ...after, format: before.format }).toEqual(before);
      }),
      { numRuns: 400 },
    );
  });
});
