import { expect, test } from 'vitest';
import type { KeptEntry } from '#records/entry.ts';
import type { AccountTerms } from '#records/terms.ts';
import { checkFee } from './expected-fee.ts';
import { refund, sale, yuan } from './testing.ts';

const line = (given: Partial<AccountTerms['tariff'][number]>): AccountTerms['tariff'][number] => ({
  from: '2025-01-01',
  to: null,
  applies: 'credit',
  rate: '0.63%',
  ...given,
});
const terms: AccountTerms = {
  account: 'chinaums:898310148160568',
  tariff: [
    line({ to: '2025-12-31', rate: '0.60%' }),
    line({ from: '2026-01-01' }),
    line({ applies: 'debit', rate: '0.50%', cap: '20.00' }),
  ],
  terminals: [],
};
const told = (amount: number, fee: number, card: KeptEntry['card'] = 'credit') => {
  const check = checkFee(sale('2026-03-01', amount, fee, { card }), terms);
  return (
    check &&
    `${check.why} ${(check.expected ?? Number.NaN) / 100_000} ${check.rate ?? ''}${check.fixed ? ` + ${check.fixed / 100_000}` : ''} ${check.card ?? ''}`.trim()
  );
};

test('each fee is told by what gives it, the expected one to 1e-5', () => {
  expect(told(1000, 6.3)).toBe('as-agreed 6.3');
  expect(told(123.45, 0.78)).toBe('rounded 0.77774');
  expect(told(123.45, 0.77)).toBe('cent 0.77774');
  expect(told(8000, 40, 'debit')).toBe('cap-not-applied 20');
  expect(told(1000, 6.3, 'debit')).toBe('another-card 5  credit');
  expect(told(1000, 6)).toBe('another-time 6.3  credit');
  expect(told(30_580, 917.34)).toBe('dearer 192.654 2.99% + 3');
  expect(told(1000, 3)).toBe('cheaper 6.3 0.30%');
});

test('rows that are no sale, or say no fee, are not checked; without a line nothing is expected', () => {
  expect(checkFee(refund('2026-03-01', 10), terms)).toBeNull();
  expect(checkFee({ ...sale('2026-03-01', 10, 0), fee: null }, terms)).toBeNull();
  expect(checkFee(sale('2026-03-01', 10, 0.06), null)?.why).toBe('no-terms');
  expect(checkFee(sale('2024-03-01', 10, 0.06, { card: 'credit' }), terms)).toMatchObject({
    why: 'no-line',
    expected: null,
  });
  expect(yuan(1)).toBe(100_000);
});

test('QR payments up to a sum and above it, and instalments, have lines of their own', () => {
  const agreement: AccountTerms = {
    ...terms,
    tariff: [
      line({ applies: 'qr', rate: '0.38%', upTo: '1000.00' }),
      line({ applies: 'qr', rate: '0.60%', above: '1000.00' }),
      line({ rate: '0.60%' }),
      line({ applies: 'instalment', rate: '2.80%' }),
    ],
  };
  const check = (amount: number, fee: number, given: Partial<KeptEntry>) =>
    checkFee(sale('2026-03-01', amount, fee, given), agreement);
  const why = (...given: Parameters<typeof check>) => {
    const found = check(...given);
    return found && `${found.why} ${found.formula?.card} ${found.formula?.rate}`;
  };
  expect(why(1000, 3.8, { card: 'qr' })).toBe('as-agreed qr 0.38%');
  expect(why(1000.01, 6, { card: 'qr' })).toBe('rounded qr 0.60%');
  expect(why(1000, 28, { card: 'credit', words: '分期消费' })).toBe('as-agreed instalment 2.80%');
  expect(why(1000, 28, { card: 'credit', words: '消费' })).toBe('another-card credit 0.60%');
  // A row that does not say its card is no instalment unless it says so.
  expect(why(1000, 6, { card: null })).toBe('as-agreed credit 0.60%');
  expect(check(500, 1.9, { card: 'qr' })?.formula).toMatchObject({ above: null, upTo: 100_000_000 });
});

test('where fees are taken monthly, a sale says what it adds, and when it is taken', () => {
  const monthly = [{ from: '2026-01-01' as const, to: null, day: 31 }];
  const none = { ...sale('2026-03-01', 1000, 0, { card: 'credit' }), fee: null };
  expect(checkFee(none, { ...terms, monthly })).toMatchObject({
    why: 'monthly',
    expected: yuan(6.3),
    collected: '2026-04-30',
  });
  expect(checkFee(none, terms)).toBeNull();
  expect(checkFee(sale('2026-03-01', 1000, 6.3, { card: 'credit' }), { ...terms, monthly })).toMatchObject({
    why: 'as-agreed',
    collected: '2026-04-30',
  });
  expect(checkFee(sale('2025-12-31', 1000, 6, { card: 'credit' }), { ...terms, monthly })?.collected).toBeNull();
});
