import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openBook } from '#book/store.ts';
import { type Recipe, recipeOf } from '#records/recipe.ts';
import type { Sighting } from '#records/sighting.ts';
import { reset } from './fake-browser.ts';

vi.mock('#browser/index.ts', () => import('./fake-browser.ts'));
const { takeInSightings } = await import('./intake.ts');
const { forget, openSource, previewSource, tablesOf, teach, teachSources } = await import('./teach.ts');

beforeEach(reset);
afterEach(async () => {
  openBook().close();
  const deleted = indexedDB.deleteDatabase('arrears-radar');
  await new Promise((resolve) => deleted.addEventListener('success', resolve));
});

const HOST = 'https://pos.example-acquirer.test';
const NAMED = ['交易时间', '交易类型', '交易金额', '手续费', '结算金额'];
const UNNAMED = ['列1', '列2', '列3', '列4', '列5'];
const FIRST = [
  ['2026-11-05 13:22:01', '消费', '10000', '60', '9940'],
  ['2026-11-06 10:01:02', '消费', '20000', '120', '19880'],
];
const SECOND = [...FIRST, ['2026-11-07 09:00:00', '消费', '5000', '30', '4970']];

function seen(path: string, header: readonly string[], rows: readonly string[][]): Sighting {
  const table = { where: 'top', way: 'plain-table', caption: null, hiddenRows: 0, stated: rows.length };
  return {
    place: `${HOST}${path}`,
    frame: 'top',
    title: '',
    at: '2026-11-20T02:00:00.000Z',
    tables: [{ ...table, header: [...header], rows: rows.map((row) => [...row]) }],
    texts: [],
    cues: [],
    pager: null,
  };
}

async function take(sighting: Sighting, at: string) {
  const taken = await takeInSightings({
    sightings: [sighting],
    source: 'page',
    place: sighting.place,
    at,
    end: 'end',
    provider: 'site:pos.example-acquirer.test',
  });
  if (!taken.ok) throw new Error(taken.error);
  return taken.value;
}

function recipe(path: string, header: readonly string[], more: Partial<Recipe> = {}): Recipe {
  const fields = ['at', 'kind', 'amount', 'fee', 'net'] as const;
  const made = recipeOf({
    recipe: 'arrears-radar',
    version: 1,
    id: 'r1',
    savedAt: '2026-11-23T02:00:00.000Z',
    name: '某某支付',
    place: { source: 'page', host: 'pos.example-acquirer.test', path },
    account: null,
    columns: header.map((title, i) => ({ header: title, field: fields[i], unit: i > 1 ? 'minor' : null, rank: 0 })),
    signs: 'auto',
    kinds: [],
    only: false,
    ...more,
  });
  if (!made.ok) throw new Error(made.error);
  return made.value;
}

async function kept(): Promise<readonly (readonly [string, number | null])[]> {
  const entries = await openBook().entriesOf();
  if (!entries.ok) throw new Error(entries.error);
  return entries.value
    .filter(({ supersededBy }) => supersededBy === null)
    .map(({ account, amount }) => [account, amount]);
}

async function given<T>(result: Promise<{ ok: true; value: T } | { ok: false; error: string }>): Promise<T> {
  const answer = await result;
  if (!answer.ok) throw new Error(answer.error);
  return answer.value;
}

const SITE = 'site:pos.example-acquirer.test:?';

describe('a page that gave nothing', () => {
  test('is kept, offered, read again when taught, and then kept no longer', async () => {
    expect((await take(seen('/list', UNNAMED, FIRST), '2026-11-20T02:00:00.000Z')).taken.seq).toBeNull();
    const [source] = await given(teachSources());
    expect(source).toMatchObject({ id: 'unread', place: `${HOST}/list`, outcome: 'not-a-known-page' });
    const opened = await given(openSource('unread'));
    if (!opened) throw new Error('nothing was kept');
    expect(await tablesOf(opened)).toMatchObject([{ rowCount: 2, isList: false }]);
    expect(await previewSource(opened, recipe('/list', UNNAMED))).toMatchObject({ count: 2, rejectedCount: 0 });
    expect(await kept()).toEqual([]);

    const again = await given(teach(recipe('/list', UNNAMED)));
    expect(again).toMatchObject({ reading: { outcome: 'read' }, taken: { added: 2, existing: 0 } });
    expect(await kept()).toEqual([
      [SITE, 10_000_000],
      [SITE, 20_000_000],
    ]);
    expect(await given(openBook().unread())).toBeNull();
    expect(await given(openBook().accounts())).toMatchObject([{ id: SITE, label: '某某支付' }]);
    // From now on the page is read at once.
    expect(await take(seen('/list', UNNAMED, SECOND), '2026-11-21T02:00:00.000Z')).toMatchObject({
      taken: { added: 1, existing: 2 },
    });
  });

  test('is replaced by the next one, and is not lost to a page without any table', async () => {
    await take(seen('/list', UNNAMED, FIRST), '2026-11-20T02:00:00.000Z');
    await take(seen('/other', UNNAMED, FIRST), '2026-11-20T03:00:00.000Z');
    await take({ ...seen('/login', [], []), tables: [] }, '2026-11-20T04:00:00.000Z');
    expect((await given(openBook().unread()))?.place).toBe(`${HOST}/other`);
  });

  test('is bound to its own page: a recipe for another reads nothing again', async () => {
    await take(seen('/list', UNNAMED, FIRST), '2026-11-20T02:00:00.000Z');
    expect(await given(teach(recipe('/elsewhere', UNNAMED)))).toBeNull();
    expect(await kept()).toEqual([]);
  });
});

describe('a page that was understood wrongly', () => {
  test('is corrected in every capture of it; what was misread is marked as gone, and a second time adds nothing', async () => {
    await take(seen('/list', NAMED, FIRST), '2026-11-20T02:00:00.000Z');
    await take(seen('/list', NAMED, SECOND), '2026-11-21T02:00:00.000Z');
    await take(seen('/other', NAMED, FIRST.slice(0, 1)), '2026-11-21T03:00:00.000Z');
    // Cents taken for yuan; /other shows one of the same rows.
    expect((await kept()).map(([, amount]) => amount)).toEqual([1_000_000_000, 2_000_000_000, 500_000_000]);

    await given(teach(recipe('/list', NAMED)));
    // What another page has shown is that page's to say.
    expect((await kept()).map(([, amount]) => amount ?? 0).sort((a, b) => a - b)).toEqual([
      5_000_000, 10_000_000, 20_000_000, 1_000_000_000,
    ]);
    await given(teach(recipe('/other', NAMED, { id: 'r2' })));
    const right = await kept();
    expect(right.map(([, amount]) => amount ?? 0).sort((a, b) => a - b)).toEqual([5_000_000, 10_000_000, 20_000_000]);
    const again = await given(teach(recipe('/list', NAMED)));
    expect(again?.taken).toMatchObject({ added: 0, superseded: 0 });
    expect(await kept()).toEqual(right);
    expect(await given(openBook().recipes())).toHaveLength(2);
    expect(await given(openBook().verify())).toMatchObject({ unbroken: true });
  });

  test('moves to the merchant number that the merchant gives', async () => {
    await take(seen('/list', NAMED, FIRST), '2026-11-20T02:00:00.000Z');
    await given(teach(recipe('/list', NAMED, { account: '898310148160568' })));
    expect(await kept()).toEqual([
      ['site:pos.example-acquirer.test:898310148160568', 10_000_000],
      ['site:pos.example-acquirer.test:898310148160568', 20_000_000],
    ]);
  });
});

describe('a recipe that is forgotten', () => {
  test('takes with it what only it has read; the page can be taught anew', async () => {
    await take(seen('/list', UNNAMED, FIRST), '2026-11-20T02:00:00.000Z');
    await given(teach(recipe('/list', UNNAMED)));
    await take(seen('/list', UNNAMED, SECOND), '2026-11-21T02:00:00.000Z');
    expect(await kept()).toHaveLength(3);
    await given(forget('r1'));
    expect(await kept()).toEqual([]);
    expect(await given(openBook().recipes())).toEqual([]);
    expect((await given(teachSources())).map(({ id }) => id)).toContain('unread');
    await given(teach(recipe('/list', UNNAMED)));
    expect(await kept()).toHaveLength(3);
  });

  test('leaves what the titles themselves say', async () => {
    await take(seen('/list', NAMED, FIRST), '2026-11-20T02:00:00.000Z');
    const before = await kept();
    await given(teach(recipe('/list', NAMED)));
    await given(forget('r1'));
    expect(await kept()).toEqual(before);
  });
});

test('somebody else’s recipe changes nothing of what was read before', async () => {
  await take(seen('/list', NAMED, FIRST), '2026-11-20T02:00:00.000Z');
  const before = await kept();
  expect(await given(teach(recipe('/list', NAMED), 'unread'))).toBeNull();
  expect(await kept()).toEqual(before);
});

test('a recipe that this version does not understand is left out, not obeyed', async () => {
  await given(openBook().changeRecipes(() => [{ ...recipe('/list', UNNAMED), version: 9 } as unknown as Recipe]));
  expect(await given(openBook().recipes())).toEqual([]);
});
