import { describe, expect, test, vi } from 'vitest';
import type { ListedRow } from '#book/book.ts';
import { addDays, type Day } from '#money/day.ts';
import { newestFirst, RowStore } from './row-store.ts';
import { countOf, type Stretch, stretchAt, stretchesOf } from './stretches.ts';

const row = (key: string, at: string | null = null) => ({ entry: { key, at }, mark: null }) as unknown as ListedRow;

/** So many days of so many rows, the newest first. */
const laid = (days: number, rows: number): Stretch[] =>
  stretchesOf(
    Array.from({ length: days }, (_, n) => ({ account: 'a', day: addDays('2024-01-01', n), rows, totals: [] })),
  );

const rowsOf = ({ day, rows }: Stretch): ListedRow[] =>
  Array.from({ length: rows }, (_, n) => row(`${day} ${n}`, `${day}T${String(n).padStart(6, '0')}`));

describe('days laid end to end', () => {
  test('newest first, each row in its place', () => {
    const stretches = laid(3, 10);
    expect(stretches.map(({ day, start }) => [day, start])).toEqual([
      ['2024-01-03', 0],
      ['2024-01-02', 10],
      ['2024-01-01', 20],
    ]);
    expect(countOf(stretches)).toBe(30);
    for (let index = 0; index < 30; index += 1) expect(stretchAt(stretches, index)).toBe(Math.floor(index / 10));
    expect([stretchAt(stretches, -1), stretchAt(stretches, 30), stretchAt([], 0)]).toEqual([-1, -1, -1]);
  });

  test('a day without rows takes no place', () => {
    const days = [0, 2, 0].map((rows, n) => ({ account: 'a', day: addDays('2024-01-01', n), rows, totals: [] }));
    expect(stretchesOf(days)).toEqual([{ account: 'a', day: '2024-01-02', start: 0, rows: 2 }]);
  });

  test('the latest row first, rows without a time last', () => {
    const rows = [row('a'), row('b', '2024-01-01T10'), row('c', '2024-01-01T11'), row('d')];
    expect(newestFirst(rows).map(({ entry }) => entry.key)).toEqual(['c', 'b', 'd', 'a']);
  });
});

describe('rows in sight', () => {
  function stocked(days: number, rows: number, fetch: (stretch: Stretch) => Promise<readonly ListedRow[] | null>) {
    const changed = vi.fn();
    const store = new RowStore(fetch, changed);
    const stretches = laid(days, rows);
    store.setStretches(stretches);
    return { store, stretches, changed };
  }

  test('are fetched once, and their day is known before they are', async () => {
    const fetch = vi.fn(async (stretch: Stretch) => rowsOf(stretch));
    const { store, changed } = stocked(5, 10, fetch);
    store.want(8, 12);
    expect(store.seat(8)).toMatchObject({ stretch: { day: '2024-01-05' }, row: null });
    await vi.waitFor(() => expect(changed).toHaveBeenCalled());
    expect(store.seat(8)?.row?.entry.key).toBe('2024-01-05 1');
    expect(store.seat(10)?.row?.entry.key).toBe('2024-01-04 9');
    store.want(0, 20);
    expect(fetch).toHaveBeenCalledTimes(2);
    expect(store.seat(50)).toBeNull();
  });

  test('a drag over many days fetches the first and the last, not those in between', async () => {
    const asked: Day[] = [];
    const { store, stretches, changed } = stocked(500, 100, async (stretch) => {
      asked.push(stretch.day);
      await Promise.resolve();
      return rowsOf(stretch);
    });
    for (let at = 0; at < 500; at += 1) store.want(at * 100, at * 100 + 20);
    await vi.waitFor(() => expect(changed).toHaveBeenCalledTimes(2));
    expect(asked).toEqual([stretches[0]?.day, stretches[499]?.day]);
  });

  test('not many more rows are kept than show', async () => {
    const { store } = stocked(10, 5000, async (stretch) => rowsOf(stretch));
    for (let at = 0; at < 10; at += 1) {
      store.want(at * 5000, at * 5000 + 20);
      await vi.waitFor(() => expect(store.seat(at * 5000)?.row).not.toBeNull());
    }
    const kept = Array.from({ length: 10 }, (_, at) => store.seat(at * 5000)?.row ?? null).filter((one) => one);
    expect(kept.length).toBeLessThanOrEqual(5);
  });

  test('a day that cannot be had is said once, and asked for again when the book is looked at anew', async () => {
    const fetch = vi.fn(
      async (stretch: Stretch): Promise<ListedRow[] | null> => (fetch.mock.calls.length < 2 ? null : rowsOf(stretch)),
    );
    const { store, changed } = stocked(1, 5, fetch);
    store.want(0, 5);
    await vi.waitFor(() => expect(changed).toHaveBeenCalledWith(true));
    store.want(0, 5);
    expect(fetch).toHaveBeenCalledTimes(1);
    await store.renew();
    expect(store.seat(0)?.row).not.toBeNull();
  });
});
