import type { Provider } from '#records/provider.ts';
import { COMMON, NOTHING_MORE } from './sources.ts';

/** 中信银行. Its statements are read by their words; nothing of its pages is documented. */
export const citic: Provider = {
  ...NOTHING_MORE,
  id: 'citic',
  names: { zh: '中信银行', en: 'China CITIC Bank' },
  domains: ['citicbank.com'],
  kind: 'bank',
  domainsFrom: COMMON,
  serviceLines: [{ number: '95558', ...COMMON }],
  source: 'Nothing of its pages for merchants was found; its statements are read by their words.',
};
