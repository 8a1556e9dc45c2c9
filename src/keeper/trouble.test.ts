import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { bookDb } from '#book/schema.ts';
import { openBook } from '#book/store.ts';
import type { Summary } from '#records/arrears.ts';
import { reset, state } from './fake-browser.ts';
import { ACCOUNT, PLACE, pageOf } from './testing.ts';

vi.mock('#browser/index.ts', () => import('./fake-browser.ts'));
const { takeInSightings } = await import('./intake.ts');
const { clock } = await import('./clock.ts');
const { acceptBook, lookAfterBook, refreshSummary } = await import('./summary.ts');
const { keptTrouble } = await import('./trouble.ts');
const { wake } = await import('./watch.ts');

const NAME = 'arrears-radar';
beforeEach(reset);
const emptied = async (): Promise<void> => {
  openBook().close();
  const deleted = indexedDB.deleteDatabase(NAME);
  await new Promise((resolve) => deleted.addEventListener('success', resolve));
};
afterEach(emptied);

const read = (size = 4) =>
  takeInSightings({
    sightings: [pageOf(1, 1, size)],
    source: 'page',
    place: PLACE,
    at: '2026-11-20T02:00:00.000Z',
    end: 'end',
    provider: 'chinaums',
  });
const mirror = (): Summary | undefined => state.local.data.get('summary') as Summary | undefined;

/** The first day of the book, one byte of its rows turned over. */
async function flip(table: 'days' | 'sheets', field: 'rows' | 'days'): Promise<string> {
  const db = bookDb(NAME);
  const record = (await db.table(table).toCollection().first()) as Record<string, unknown>;
  const bytes = new Uint8Array(record[field] as Uint8Array);
  bytes[3] = (bytes[3] ?? 0) ^ 1;
  await db.table(table).put({ ...record, [field]: bytes });
  db.close();
  return String(record['day'] ?? record['month']);
}

describe('a book that the browser emptied', () => {
  test('is told at the next wake, and the figures of before stay, without the badge’s word for them', async () => {
    await read();
    const before = mirror();
    expect(before?.end?.seq).toBe(1);
    await emptied();
    await wake();
    expect(await keptTrouble()).toMatchObject({ why: 'lost', lost: before?.end });
    expect(mirror()).toEqual(before);
    await refreshSummary(openBook());
    expect(mirror()).toEqual(before);
    expect(state.badge).toMatchObject({ text: '?' });
    expect(state.badge.title).toContain('账本里少了');
  });

  test('stays told when something is read again, whose figures are then shown', async () => {
    await read(8);
    await emptied();
    await read(4);
    expect(await keptTrouble()).toMatchObject({ why: 'lost' });
    expect(mirror()).toMatchObject({ end: { seq: 1 }, lastCheck: { added: 4 } });
    await wake();
    expect(await keptTrouble()).toMatchObject({ why: 'lost' });
  });

  test('is told no more when the same captures are back', async () => {
    await read();
    await emptied();
    await lookAfterBook(openBook());
    expect(await keptTrouble()).toMatchObject({ why: 'lost' });
    // The same reading makes the same chain, as a restored backup does.
    await read();
    expect(await keptTrouble()).toBeNull();
  });

  test('is told no more when the merchant accepts it', async () => {
    await read();
    await emptied();
    await wake();
    await acceptBook(openBook());
    expect(await keptTrouble()).toBeNull();
    expect(mirror()).toMatchObject({ accounts: [], end: { seq: 0 } });
    await wake();
    expect(await keptTrouble()).toBeNull();
  });

  test('and one that was set back are told alike; a book that went on is neither', async () => {
    await read(4);
    await read(8);
    await lookAfterBook(openBook());
    expect(await keptTrouble()).toBeNull();
    const db = bookDb(NAME);
    const first = await db.captures.get(1);
    await db.captures.delete(2);
    await db.meta.put({ name: 'tail', tail: { seq: 1, hash: first?.hash ?? '' } });
    db.close();
    await lookAfterBook(openBook());
    expect(await keptTrouble()).toMatchObject({ why: 'lost', lost: { seq: 2 } });
  });
});

describe('a damaged record', () => {
  test('costs its day only: it is told, the account is not whole any more, and it is named', async () => {
    await read(20);
    const whole = await openBook().readable();
    const day = await flip('days', 'rows');
    // The whole book is read again on another day at the latest.
    await refreshSummary(openBook(), clock(Date.now() + 86_400_000));
    expect(await keptTrouble()).toMatchObject({ why: 'damaged' });
    const [account] = mirror()?.accounts ?? [];
    expect(account?.knowledge).toMatchObject({ whole: false, gaps: [{ gap: 'rows-damaged', params: { days: day } }] });
    const left = await openBook().readable();
    if (!whole.ok || !left.ok) throw new Error('unreadable');
    expect(left.value.entries).toEqual(whole.value.entries.filter((entry) => entry.day !== day));
    expect(await openBook().damage()).toEqual({ ok: true, value: [{ account: ACCOUNT, of: 'rows', at: day }] });
    // A cheap look does not take it back.
    await lookAfterBook(openBook());
    expect(await keptTrouble()).toMatchObject({ why: 'damaged' });
  });

  test('that an act comes upon is told by the next summary', async () => {
    await read(20);
    const day = await flip('days', 'rows');
    expect(await read(20)).toMatchObject({ ok: false, error: 'damaged' });
    await refreshSummary(openBook());
    expect(await keptTrouble()).toMatchObject({ why: 'damaged' });
    expect(mirror()?.accounts[0]?.knowledge.gaps).toMatchObject([{ gap: 'rows-damaged', params: { days: day } }]);
  });

  test('of figures is named', async () => {
    await read();
    const month = await flip('sheets', 'days');
    expect(await openBook().damage()).toEqual({ ok: true, value: [{ account: ACCOUNT, of: 'figures', at: month }] });
  });

  test('refuses what would touch it and lets everything else be read', async () => {
    await read();
    await flip('days', 'rows');
    const before = await openBook().captures();
    expect(await read(8)).toEqual({ ok: false, error: 'damaged' });
    expect(await openBook().captures()).toEqual(before);
    const other = {
      ...pageOf(1, 1),
      tables: pageOf(1, 1).tables.map((table) => ({
        ...table,
        rows: table.rows.map((row) => row.map((cell) => cell.replace('898310148160568', '898310148160999'))),
      })),
    };
    const taken = await takeInSightings({
      sightings: [other],
      source: 'page',
      place: PLACE,
      at: '2026-11-21T02:00:00.000Z',
      end: 'end',
      provider: 'chinaums',
    });
    expect(taken).toMatchObject({ ok: true, value: { taken: { added: 4 } } });
  });
});

test('a book that cannot be opened is told, also where nothing was ever mirrored', async () => {
  const raise = indexedDB.open(NAME, 990);
  await new Promise((resolve) => raise.addEventListener('success', resolve));
  raise.result.close();
  await lookAfterBook(openBook());
  expect(await keptTrouble()).toEqual({ why: 'newer-version', lost: null });
});

test('a book of a newer version is told, and told no more when it can be opened', async () => {
  await read();
  openBook().close();
  const raise = indexedDB.open(NAME, 990);
  await new Promise((resolve) => raise.addEventListener('success', resolve));
  raise.result.close();
  await wake();
  expect(await keptTrouble()).toEqual({ why: 'newer-version', lost: null });
  await emptied();
  await wake();
  expect(await keptTrouble()).toMatchObject({ why: 'lost' });
});
