import type { Provider } from '#records/provider.ts';
import { COMMON, NOTHING_MORE } from './sources.ts';

/** 邮储银行. Its statements are read by their words; nothing of its pages is documented. */
export const psbc: Provider = {
  ...NOTHING_MORE,
  id: 'psbc',
  names: { zh: '邮储银行', en: 'Postal Savings Bank of China' },
  alsoKnownAs: ['中国邮政储蓄银行', '邮政储蓄银行'],
  domains: ['psbc.com'],
  kind: 'bank',
  domainsFrom: COMMON,
  serviceLines: [{ number: '95580', ...COMMON }],
  source: 'Nothing of its pages for merchants was found; its statements are read by their words.',
};
