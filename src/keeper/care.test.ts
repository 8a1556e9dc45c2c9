import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openBook } from '#book/store.ts';
import type { AccountTerms } from '#records/terms.ts';
import { reset, state } from './fake-browser.ts';

vi.mock('#browser/index.ts', () => import('./fake-browser.ts'));
const { restoreBook, stateWithTerms } = await import('./care.ts');
const { keepTerms, keptTerms } = await import('./terms.ts');

beforeEach(reset);
afterEach(async () => {
  openBook().close();
  const deleted = indexedDB.deleteDatabase('arrears-radar');
  await new Promise((resolve) => deleted.addEventListener('success', resolve));
});

const terms = (account: string, rate: string): AccountTerms => ({
  account,
  tariff: [{ from: '2025-01-01', to: null, applies: 'all', rate }],
  terminals: [],
});
const [ONE, OTHER] = ['chinaums:1', 'lakala:2'];

async function backedUp(): Promise<Blob> {
  const parts: BlobPart[] = [];
  const written = await openBook().backup({
    passphrase: null,
    terms: (await keptTerms())?.accounts ?? [],
    write: async (bytes) => void parts.push(bytes),
  });
  expect(written.ok).toBe(true);
  return new Blob(parts);
}
const rates = async () => (await keptTerms())?.accounts.map(({ account, tariff }) => `${account} ${tariff[0]?.rate}`);
const restored = async (file: Blob) => {
  const done = await restoreBook(file, { passphrase: null });
  return done.ok ? done.value.terms : done.error;
};
const at = (day: string) => new Date(`2026-11-${day}T00:00:00Z`);

describe('the terms beside the book', () => {
  test('come back with a backup, and a second time change nothing', async () => {
    await keepTerms({ accounts: [terms(ONE, '0.60%')] }, at('01'));
    const file = await backedUp();
    state.local.data.clear();
    expect(await restored(file)).toEqual({ taken: 1, left: 0, failed: false });
    expect(await rates()).toEqual(['chinaums:1 0.60%']);
    expect(await restored(file)).toEqual({ taken: 0, left: 0, failed: false });
  });

  test('stay where they were said later than those of the backup, account by account', async () => {
    await keepTerms({ accounts: [terms(ONE, '0.60%'), terms(OTHER, '0.50%')] }, at('01'));
    const file = await backedUp();
    await keepTerms({ accounts: [terms(ONE, '0.55%'), terms(OTHER, '0.50%')] }, at('20'));
    expect(await restored(file)).toEqual({ taken: 0, left: 1, failed: false });
    expect(await rates()).toEqual(['chinaums:1 0.55%', 'lakala:2 0.50%']);
  });

  test('give way to those of the backup where these were said later, or where nobody knows when they were', async () => {
    await keepTerms({ accounts: [terms(ONE, '0.60%'), terms(OTHER, '0.50%')] }, at('10'));
    const file = await backedUp();
    state.local.data.set('terms', {
      accounts: [terms(ONE, '0.70%'), { ...terms(OTHER, '0.40%'), savedAt: at('02').toISOString() }],
    });
    expect(await restored(file)).toEqual({ taken: 2, left: 0, failed: false });
    expect(await rates()).toEqual(['chinaums:1 0.60%', 'lakala:2 0.50%']);
  });

  test('say so where the browser cannot keep them; the book is restored all the same', async () => {
    await keepTerms({ accounts: [terms(ONE, '0.60%')] }, at('01'));
    const file = await backedUp();
    state.local.data.clear();
    const { set } = state.local;
    state.local.set = async (values) => {
      if ('terms' in values) throw new Error('QUOTA_BYTES');
      return set(values);
    };
    expect(await restored(file)).toEqual({ taken: 0, left: 0, failed: true });
    state.local.set = set;
    expect(await restored(file)).toEqual({ taken: 1, left: 0, failed: false });
  });

  test('keep the day on which they were said while they say the same', async () => {
    await keepTerms({ accounts: [terms(ONE, '0.60%')] }, at('01'));
    await keepTerms({ accounts: [terms(ONE, '0.60%'), terms(OTHER, '0.50%')] }, at('20'));
    expect((await keptTerms())?.accounts.map(({ savedAt }) => savedAt?.slice(0, 10))).toEqual([
      '2026-11-01',
      '2026-11-20',
    ]);
  });

  test('are part of the state that a backup is of', async () => {
    const alone = await stateWithTerms('book');
    await keepTerms({ accounts: [terms(ONE, '0.60%')] }, at('01'));
    const withTerms = await stateWithTerms('book');
    await keepTerms({ accounts: [terms(ONE, '0.61%')] }, at('02'));
    expect(new Set([alone, withTerms, await stateWithTerms('book')]).size).toBe(3);
    expect(alone).toBe('book');
  });
});
