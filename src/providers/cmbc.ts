import type { Provider } from '#records/provider.ts';
import { COMMON, NOTHING_MORE } from './sources.ts';

/** 民生银行. Its statements are read by their words; nothing of its pages is documented. */
export const cmbc: Provider = {
  ...NOTHING_MORE,
  id: 'cmbc',
  names: { zh: '民生银行', en: 'China Minsheng Bank' },
  alsoKnownAs: ['中国民生银行'],
  domains: ['cmbc.com.cn'],
  kind: 'bank',
  domainsFrom: COMMON,
  serviceLines: [{ number: '95568', ...COMMON }],
  source: 'Nothing of its pages for merchants was found; its statements are read by their words.',
};
