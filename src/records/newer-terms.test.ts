import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSameTerms, newerTerms } from './newer-terms.ts';
import type { AccountTerms } from './terms.ts';
import { anyAccounts } from './terms-testing.ts';

const of = (accounts: readonly AccountTerms[], account: string) => accounts.find((one) => one.account === account);

describe('terms of two files', () => {
  test('of each account the later ones hold, whole; what only one says stays', () => {
    fc.assert(
      fc.property(anyAccounts, anyAccounts, (here, there) => {
        const { accounts, taken, left } = newerTerms(here, there);
        for (const { account } of [...here, ...there]) {
          const [ours, theirs, now] = [of(here, account), of(there, account), of(accounts, account)];
          const isLater = ours === undefined || (theirs?.savedAt ?? '') > (ours.savedAt ?? '');
          const isSame = ours !== undefined && theirs !== undefined && isSameTerms(ours, theirs);
          expect(now).toBe(theirs !== undefined && isLater && !isSame ? theirs : ours);
          expect(taken.includes(account)).toBe(theirs !== undefined && now === theirs);
          expect(left.includes(account)).toBe(theirs !== undefined && now !== theirs && !isSame);
        }
        expect(accounts).toHaveLength(new Set([...here, ...there].map(({ account }) => account)).size);
      }),
    );
  });

  test('nothing is taken a second time, nor from oneself', () => {
    fc.assert(
      fc.property(anyAccounts, anyAccounts, (here, there) => {
        const once = newerTerms(here, there);
        expect(newerTerms(once.accounts, there)).toEqual({ accounts: once.accounts, taken: [], left: once.left });
        expect(newerTerms(here, here)).toEqual({ accounts: here, taken: [], left: [] });
      }),
    );
  });

  test('when they were said and in which order names stand makes no difference; the order of lines does', () => {
    const line = { from: '2025-01-01', to: null, applies: 'all', rate: '0.60%' } as const;
    const terms: AccountTerms = { account: 'lakala:1', tariff: [line, { ...line, rate: '0.50%' }], terminals: [] };
    const { account, tariff, terminals } = terms;
    expect(isSameTerms(terms, { terminals, tariff, account, float: null, savedAt: '2026-01-01' })).toBe(true);
    expect(isSameTerms(terms, { ...terms, tariff: tariff.toReversed() })).toBe(false);
  });
});
