import { expect, test } from 'vitest';
import type { AccountTerms } from './terms.ts';
import { termsFor } from './terms-for.ts';

const terms = (account: string): AccountTerms => ({ account, tariff: [], terminals: [] });
const found = (accounts: readonly string[], account: string) =>
  termsFor({ accounts: accounts.map(terms) }, account)?.account ?? null;

test('terms are those of the account; of a source that does not say whose it is, those of the one account with its number', () => {
  const [ums, lakala] = ['chinaums:898320458120456', 'lakala:822290059430'];
  expect(found([ums, lakala], ums)).toBe(ums);
  expect(found([ums, lakala], 'other:898320458120456')).toBe(ums);
  expect(found([ums, 'other:898320458120456'], 'other:898320458120456')).toBe('other:898320458120456');
});

test.each([
  ['another provider', ['chinaums:898320458120456'], 'lakala:898320458120456'],
  ['another number', ['chinaums:898320458120456'], 'other:98320458120456'],
  ['two accounts of the number', ['chinaums:898320458120456', 'lakala:898320458120456'], 'other:898320458120456'],
  ['a number that may be anybody’s', ['chinaums:1234567'], 'other:1234567'],
  ['no number', ['chinaums:?'], 'other:?'],
])('and none for %s', (_, accounts, account) => {
  expect(found(accounts, account)).toBeNull();
});
