import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Item, Summary } from '#records/arrears.ts';
import { reset, state } from './fake-browser.ts';

vi.mock('#browser/index.ts', () => import('./fake-browser.ts'));
const { openDesk, showAndSay, wake } = await import('./watch.ts');
const { refreshSummary } = await import('./summary.ts');
const { openBook } = await import('#book/store.ts');
const { clock } = await import('./clock.ts');

const item: Item = {
  id: 'chinaums:1|NEG_BALANCE',
  account: 'chinaums:1',
  terminal: null,
  code: 'NEG_BALANCE',
  state: 'open',
  basis: 'observed',
  min: 128_640_000,
  max: 128_640_000,
  currency: 'CNY',
  since: '2026-11-20',
  due: null,
  causes: [],
};

const owed = { min: 128_640_000, max: 128_640_000 };
const none = { min: 0, max: 0 };

const summary = (readAt: string, over: Partial<Summary> = {}): Summary => ({
  version: 1,
  at: readAt,
  asOf: '2026-11-23',
  totals: [{ currency: 'CNY', observed: owed, derived: none, predicted: none }],
  accounts: [
    {
      account: 'chinaums:1',
      provider: 'chinaums',
      merchantNumber: '1',
      name: '沪上鲜果店',
      knowledge: { readAt, from: '2026-01-01', to: '2026-11-22', whole: true, gaps: [] },
      items: [item],
    },
  ],
  lastCheck: null,
  ...over,
});

const noon = clock(Date.parse('2026-11-23T04:00:00.000Z'));
const night = clock(Date.parse('2026-11-23T17:00:00.000Z'));

beforeEach(reset);

test('the clock is the merchant’s wall', () => {
  expect(noon).toEqual({ at: '2026-11-23T04:00:00.000Z', day: '2026-11-23', hour: 12 });
  expect(night).toMatchObject({ day: '2026-11-24', hour: 1 });
});

describe('a wake', () => {
  test('shows the badge and keeps its alarms', async () => {
    await wake(noon);
    expect(state.badge.text).toBe('?');
    expect(state.alarms.get('look')).toEqual({ periodInMinutes: 60 });
    await state.local.set({ summary: summary(noon.at) });
    await wake(noon);
    expect(state.badge).toMatchObject({ text: '1286' });
    expect(state.badge.title).toContain('1286.40');
  });

  test('says a thing once, however many wakes come at once', async () => {
    await state.local.set({ summary: summary(noon.at) });
    const created = vi.spyOn((await import('./fake-browser.ts')).browser.notifications, 'create');
    await Promise.all([wake(noon), wake(noon), showAndSay(noon)]);
    await wake(noon);
    expect(created).toHaveBeenCalledTimes(1);
    expect([...state.notifications.values()][0]?.message).toContain('沪上鲜果店');
    created.mockRestore();
  });

  test('has written down what it says before it is said', async () => {
    await state.local.set({ summary: summary(noon.at) });
    const fake = (await import('./fake-browser.ts')).browser;
    const dies = vi.spyOn(fake.notifications, 'create').mockRejectedValueOnce(new Error('the worker died'));
    await showAndSay(noon);
    expect(dies).toHaveBeenCalledTimes(1);
    dies.mockRestore();
    expect(state.local.data.get('said')).toMatchObject([{ about: item.id }]);
    await showAndSay(noon);
    expect(state.notifications.size).toBe(0);
  });

  test('goes on where the system refuses a notification', async () => {
    const two = { ...item, id: 'chinaums:1|CHARGEBACK', code: 'CHARGEBACK', basis: 'derived' } as const;
    const { accounts } = summary(noon.at);
    await state.local.set({
      summary: summary(noon.at, { accounts: accounts.map((account) => ({ ...account, items: [item, two] })) }),
    });
    const fake = (await import('./fake-browser.ts')).browser;
    const refuses = vi.spyOn(fake.notifications, 'create').mockRejectedValueOnce(new Error('notifications are off'));
    await wake(noon);
    expect(refuses).toHaveBeenCalledTimes(2);
    refuses.mockRestore();
    expect(state.notifications.size).toBe(1);
    expect(state.alarms.has('next-look')).toBe(true);
  });

  test.each([
    ['an older version', { version: 0, owed: 5 }],
    ['a newer version', { ...summary(noon.at), version: 2 }],
    ['nobody', 'damaged'],
  ])('makes a summary written by %s anew', async (_, stored) => {
    await state.local.set({ summary: stored });
    await showAndSay(noon);
    expect(state.badge.text).toBe('?');
    await wake(noon);
    expect(state.local.data.get('summary')).toMatchObject({ version: 1, asOf: noon.day });
  });

  test('is quiet at night and comes back in the morning, unless the merchant has just checked', async () => {
    const asOf = night.day;
    await state.local.set({ summary: summary(noon.at, { asOf }) });
    await showAndSay(night);
    expect(state.notifications.size).toBe(0);
    expect(state.alarms.get('next-look')).toEqual({ when: Date.parse('2026-11-24T08:00:00+08:00') });
    const lastCheck = {
      at: '2026-11-23T16:59:00.000Z',
      place: 'https://service.chinaums.com/',
      provider: 'chinaums',
      outcome: 'read',
      gaps: [],
      added: 1,
      existing: 0,
      rejected: 0,
    } as const;
    await state.local.set({ summary: summary(noon.at, { asOf, lastCheck }) });
    await showAndSay(night);
    expect(state.notifications.size).toBe(1);
  });

  test('works the summary out anew when its day is over', async () => {
    await state.local.set({ summary: summary('2026-11-20T04:00:00.000Z', { asOf: '2026-11-20' }) });
    await wake(noon);
    expect(state.local.data.get('summary')).toMatchObject({ asOf: '2026-11-23' });
  });
});

test('a summary that the browser has no room for is told as a value', async () => {
  const full = vi.spyOn(state.local, 'set').mockRejectedValueOnce(new Error('QuotaExceededError'));
  expect(await refreshSummary(openBook(), noon)).toEqual({ ok: false, error: 'failed' });
  full.mockRestore();
});

test('pressing a reminder opens the desk, and only a reminder does', async () => {
  await openDesk('somebody-else');
  await openDesk('reminder:x');
  expect(state.opened).toEqual(['chrome-extension://ours/desk.html']);
});
