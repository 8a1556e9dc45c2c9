import { describe, expect, test } from 'vitest';
import type { Entry, KeptEntry } from '#records/entry.ts';
import type { TakenIn } from '../book.ts';
import { memoryBook } from '../memory.ts';
import { entry, input, reading, SHOP } from '../testing.ts';

async function keep(...readings: Parameters<typeof input>[]) {
  const book = memoryBook();
  const taken: TakenIn[] = [];
  for (const args of readings) {
    const result = await book.takeIn(input(...args));
    if (!result.ok) throw new Error(result.error);
    taken.push(result.value);
  }
  const entries = await book.entriesOf();
  return { book, taken, entries: entries.ok ? entries.value : [] };
}

const of = (entries: readonly Entry[], over: Parameters<typeof reading>[1] = {}) => reading(entries, over);
const live = (entries: readonly KeptEntry[]) => entries.filter(({ supersededBy }) => supersededBy === null);
const withIds = { stableIds: true };

describe('identity of a row', () => {
  test('reading the same source again adds nothing, and says so', async () => {
    const rows = [
      entry(),
      entry({ amount: 5 }),
      entry({ reference: 'A', terminal: 'T', at: '2026-10-01T08:00:00+08:00' }),
    ];
    const { taken, entries } = await keep([of(rows)], [of(rows)]);
    expect(taken.map(({ added, existing, superseded }) => [added, existing, superseded])).toEqual([
      [3, 0, 0],
      [0, 3, 0],
    ]);
    expect(entries.map(({ seenIn }) => seenIn)).toEqual([
      [1, 2],
      [1, 2],
      [1, 2],
    ]);
  });

  test('two honest equal rows stay two, and overlapping captures take the larger count', async () => {
    const twin = entry();
    const { entries, taken } = await keep([of([twin, twin])], [of([twin, twin, twin])], [of([twin])]);
    expect(entries).toHaveLength(3);
    expect(new Set(entries.map(({ key }) => key)).size).toBe(3);
    expect(taken.map(({ added }) => added)).toEqual([2, 1, 0]);
  });

  test('one id may have a sale and a refund row', async () => {
    const rows = [entry({ reference: 'X' }), entry({ reference: 'X', kind: 'refund', amount: -10_000_000 })];
    const { entries } = await keep([of(rows, withIds)], [of(rows, withIds)]);
    expect(entries).toHaveLength(2);
  });

  test('a row shown twice because the pages moved is one row when it has an id or a serial number', async () => {
    const byId = entry({ reference: 'X' });
    const bySerial = entry({ terminal: 'T', at: '2026-10-01T08:00:00+08:00', links: { trace: '000001' } });
    const { entries, taken } = await keep([of([byId, bySerial, byId, bySerial], withIds)]);
    expect(entries).toHaveLength(2);
    expect(taken[0]).toMatchObject({ added: 2, existing: 2 });
  });

  test.each(['000000', '-', '', 'null'])('%j is no serial number: twins that carry it stay two', async (trace) => {
    const twin = entry({ terminal: 'T', at: '2026-10-01T08:00:00+08:00', links: { trace } });
    const { entries } = await keep([of([twin, twin])], [of([twin, twin])]);
    expect(entries).toHaveLength(2);
  });

  test('rows whose ids differ are never merged, however equal', async () => {
    const same = { terminal: 'T', at: '2026-10-01T08:00:00+08:00' };
    const { entries } = await keep(
      [of([entry({ ...same, reference: 'A' })], withIds)],
      [of([entry({ ...same, reference: 'B' })], withIds)],
    );
    expect(entries).toHaveLength(2);
  });

  test('one id with two settled amounts is two rows, and their keys differ', async () => {
    const rows = [entry({ reference: 'X' }), entry({ reference: 'X', amount: 7 })];
    const { entries, book } = await keep([of(rows, withIds)], [of([...rows].reverse(), withIds)]);
    expect(entries.map(({ amount }) => amount).sort()).toEqual([10_000_000, 7]);
    const keys = entries.map(({ key }) => key);
    const found = await book.rows(SHOP, keys);
    expect(found.ok && found.value.map(({ key }) => key).sort()).toEqual([...keys].sort());
  });

  test('one id on two days of one reading: rows with instants of their own are two with different keys, and read again add nothing', async () => {
    const one = entry({ reference: 'A', at: '2026-10-01T08:00:00+08:00' });
    const other = entry({ reference: 'A', day: '2026-10-02', at: '2026-10-02T08:00:00+08:00' });
    const { entries, taken } = await keep(
      [of([one, other], withIds)],
      [of([one, other], withIds)],
      [of([other, one], withIds)],
    );
    expect(new Set(entries.map(({ key }) => key)).size).toBe(2);
    expect(taken.map(({ added }) => added)).toEqual([2, 0, 0]);
  });

  test('one id on two days of one reading, one of them only the day of settling, is one row', async () => {
    const traded = entry({ reference: 'A', at: '2026-10-01T08:00:00+08:00' });
    const settled = entry({ reference: 'A', day: '2026-10-02', settleDay: '2026-10-02' });
    const { entries } = await keep([of([traded, settled], withIds)]);
    expect(entries).toMatchObject([{ day: '2026-10-01', settleDay: '2026-10-02' }]);
  });

  test('a source whose references were not believed shows the same rows as one whose were', async () => {
    const rows = [entry({ reference: 'A' }), entry({ reference: 'B' }), entry({ reference: 'B', amount: 5 })];
    for (const [first, second] of [
      [true, false],
      [false, true],
    ]) {
      const { entries } = await keep(
        [of(rows, { stableIds: first === true })],
        [of(rows, { stableIds: second === true })],
      );
      expect(entries).toHaveLength(3);
    }
  });

  test('accounts and ledgers are kept apart', async () => {
    const rows = [entry({ reference: 'X' }), entry({ reference: 'X', account: 'chinaums:?' })];
    const { entries } = await keep([of([...rows, entry({ reference: 'X', ledger: 'funds' })], withIds)]);
    expect(entries).toHaveLength(3);
  });

  test('a portal page and a bill file of the same facts are one entry with two origins', async () => {
    const known = { terminal: 'T', at: '2026-10-01T08:00:00+08:00' };
    const onPage = entry({ ...known, links: { trace: '000001' }, fee: null });
    const inFile = entry({ ...known, links: { trace: '000001', rrn: '123456789012' }, words: '消费 借记卡' });
    const { entries } = await keep([of([onPage])], [of([inFile]), { source: 'file', place: 'MER.xlsx' }]);
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ seenIn: [1, 2], fee: 60_000, links: { trace: '000001', rrn: '123456789012' } });
  });
});

describe('what changes while a row stays the same', () => {
  test.each([
    ['id', { reference: 'X' }],
    ['serial', { terminal: 'T', at: '2026-10-01T08:00:00+08:00', links: { trace: '1' } }],
    ['content', {}],
  ])('pending becomes settled in place: %s', async (_, over) => {
    const pending = entry({ ...over, state: 'pending', fee: null, net: null });
    const { entries, taken } = await keep(
      [of([pending], withIds)],
      [of([entry(over)], withIds)],
      [of([pending], withIds)],
    );
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ state: 'done', fee: 60_000, net: 9_940_000, seenIn: [1, 2, 3] });
    expect(taken.map(({ linked }) => linked)).toEqual([0, 1, 0]);
  });

  test('a pending amount may change when it settles; a settled one never does', async () => {
    const row = (over: Partial<Entry>) => of([entry({ reference: 'X', ...over })], withIds);
    const { entries } = await keep([row({ state: 'pending', amount: 1 })], [row({ amount: 2 })], [row({ amount: 3 })]);
    expect(entries.map(({ amount }) => amount)).toEqual([2, 3]);
  });

  test('of two equal rows with different fees, the one seen again keeps its own', async () => {
    const rows = [entry({ fee: 1 }), entry({ fee: 2 })];
    const { entries } = await keep([of(rows)], [of(rows.slice(1))], [of([...rows].reverse())]);
    expect(entries.map(({ fee }) => fee)).toEqual([1, 2]);
  });

  test('a row known by its id is found under another day, and belongs where its instant is', async () => {
    const traded = entry({ reference: 'X', day: '2026-09-30', at: '2026-09-30T23:50:00+08:00' });
    const settled = entry({ reference: 'X', day: '2026-10-02', at: null, settleDay: '2026-10-02' });
    for (const order of [
      [traded, settled],
      [settled, traded],
    ]) {
      const { entries, taken, book } = await keep(...order.map((row): [ReturnType<typeof of>] => [of([row], withIds)]));
      expect(entries).toHaveLength(1);
      expect(entries[0]).toMatchObject({ day: '2026-09-30', settleDay: '2026-10-02', at: traded.at });
      expect(taken[1]).toMatchObject({ added: 0, existing: 1 });
      const again = await book.takeIn(input(of([settled], withIds)));
      expect(again.ok && again.value.added).toBe(0);
      const row = await book.rows(
        SHOP,
        entries.map(({ key }) => key),
      );
      expect(row.ok && row.value).toHaveLength(1);
    }
  });
});

test('of one id under two other days, the row of the same amount is it, and not one on its way of another amount', async () => {
  const pending = entry({ reference: 'X', day: '2026-09-29', state: 'pending', amount: 1 });
  const done = entry({ reference: 'X', day: '2026-09-30', amount: 2, at: '2026-09-30T10:00:00+08:00' });
  const settled = entry({ reference: 'X', day: '2026-10-02', amount: 2, settleDay: '2026-10-02' });
  const { entries, taken } = await keep([of([done], withIds)], [of([pending], withIds)], [of([settled], withIds)]);
  expect(taken.map(({ added, existing, linked }) => [added, existing, linked])[2]).toEqual([0, 1, 0]);
  expect(entries.map(({ day, amount, state }) => [day, amount, state])).toEqual([
    ['2026-09-29', 1, 'pending'],
    ['2026-09-30', 2, 'done'],
  ]);
});

describe('what left a window that was read again', () => {
  const rows = [1, 2, 3].map((amount) => entry({ amount, terminal: 'T' }));
  const wider = { cover: { from: '2026-10-01', to: '2026-10-02' } as const };

  test('is marked with the capture that no longer found it, and comes back when it is seen', async () => {
    const { entries, taken, book } = await keep([of(rows, wider)], [of(rows.slice(0, 2), wider)]);
    expect(entries).toHaveLength(3);
    expect(live(entries).map(({ amount }) => amount)).toEqual([1, 2]);
    expect(entries[2]).toMatchObject({ supersededBy: 2, seenIn: [1] });
    expect(taken[1]?.superseded).toBe(1);
    await book.takeIn(input(of(rows, wider)));
    const after = await book.entriesOf();
    expect(after.ok && live(after.value)).toHaveLength(3);
  });

  test.each([
    ['a part reading', of(rows.slice(0, 2), { outcome: 'part', cover: { ...wider.cover, whole: false } })],
    ['another window', of(rows.slice(0, 2), { cover: { from: '2026-09-01', to: '2026-10-02' } })],
    ['another format', of(rows.slice(0, 2), { ...wider, format: 'generic' })],
    [
      'a view of another terminal',
      of(
        [1, 2].map((amount) => entry({ amount, terminal: 'U' })),
        wider,
      ),
    ],
    ['a search that found one of many', of(rows.slice(0, 1), wider)],
  ])('%s supersedes nothing', async (_, second) => {
    const { entries } = await keep([of(rows, wider)], [second]);
    expect(live(entries).filter(({ terminal }) => terminal === 'T')).toHaveLength(3);
  });

  test('nor does a file supersede what a page showed', async () => {
    const { entries } = await keep(
      [of(rows, wider)],
      [of(rows.slice(0, 2), wider), { source: 'file', place: 'a.xlsx' }],
    );
    expect(live(entries)).toHaveLength(3);
  });
});

describe('figures that a portal states by itself', () => {
  const balance = (units: number, over: Partial<Entry> = {}) =>
    entry({
      ledger: 'notice',
      kind: 'balance',
      amount: null,
      fee: null,
      net: null,
      balance: units,
      words: '账户余额（元）',
      ...over,
    });

  test('seen twice, or in two frames, are one; a changed one replaces the older of its day', async () => {
    const first = balance(-128_640_000, { at: '2026-10-01T01:00:00Z' });
    const later = balance(-128_640_000, { at: '2026-10-01T02:00:00Z' });
    const { entries, taken } = await keep([of([first, later])], [of([later])], [of([balance(5)])], [of([later])]);
    expect(taken.map(({ added, superseded }) => [added, superseded])).toEqual([
      [1, 0],
      [0, 0],
      [1, 1],
      [0, 1],
    ]);
    expect(live(entries).map(({ balance: units }) => units)).toEqual([-128_640_000]);
  });
});
