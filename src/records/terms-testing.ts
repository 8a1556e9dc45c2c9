import fc from 'fast-check';
import type { AccountTerms } from './terms.ts';

/** Test support: the terms of an account, as a merchant or a file may say them. */
const anyDay = fc.constantFrom('2025-01-01' as const, '2026-01-01' as const);
const anyEnd = fc.constantFrom(null, '2025-12-31' as const);
const anyMoney = fc.constantFrom(null, undefined, '20.00', '0.3', '1000');

const anyTerms: fc.Arbitrary<AccountTerms> = fc
  .record(
    {
      account: fc.constantFrom('chinaums:898310148160568', 'alipay:2088101234560156', 'lakala:?', 'site:a.example:1'),
      tariff: fc.array(
        fc.record({
          from: anyDay,
          to: anyEnd,
          applies: fc.constantFrom<AccountTerms['tariff'][number]['applies']>('debit', 'credit', 'qr', 'all'),
          rate: fc.constantFrom('0.60%', '6‰', '万分之60', '不知道'),
          cap: anyMoney,
          upTo: anyMoney,
        }),
        { maxLength: 3 },
      ),
      terminals: fc.array(
        fc.record({ terminal: fc.constantFrom('T1', '终端二'), activated: anyDay, deposit: fc.constant(null) }),
        { maxLength: 2 },
      ),
      monthly: fc.array(fc.record({ from: anyDay, to: anyEnd, day: fc.integer({ min: 1, max: 31 }) }), {
        maxLength: 2,
      }),
      float: fc.constantFrom('500.00', null),
      savedAt: fc.constantFrom('2026-01-01T00:00:00.000Z', '2026-06-01T00:00:00.000Z', '2026-11-01T00:00:00.000Z'),
    },
    { requiredKeys: ['account', 'tariff', 'terminals'] },
  )
  .map((terms) => JSON.parse(JSON.stringify(terms)) as AccountTerms);

/** Of several accounts, each once. */
export const anyAccounts: fc.Arbitrary<AccountTerms[]> = fc.uniqueArray(anyTerms, {
  selector: ({ account }) => account,
  maxLength: 4,
});
