import type { Provider } from '#records/provider.ts';
import { COMMON, NOTHING_MORE } from './sources.ts';

/** 农业银行. Its statements are read by their words; nothing of its pages is documented. */
export const abc: Provider = {
  ...NOTHING_MORE,
  id: 'abc',
  names: { zh: '农业银行', en: 'Agricultural Bank of China' },
  alsoKnownAs: ['中国农业银行'],
  domains: ['abchina.com'],
  kind: 'bank',
  domainsFrom: COMMON,
  serviceLines: [{ number: '95599', ...COMMON }],
  smsSenders: [{ number: '95599', ...COMMON }],
  source: 'Nothing of its pages for merchants was found; its statements are read by their words.',
};
