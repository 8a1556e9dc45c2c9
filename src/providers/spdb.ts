import type { Provider } from '#records/provider.ts';
import { COMMON, NOTHING_MORE } from './sources.ts';

/** 浦发银行. Its statements are read by their words; nothing of its pages is documented. */
export const spdb: Provider = {
  ...NOTHING_MORE,
  id: 'spdb',
  names: { zh: '浦发银行', en: 'SPD Bank' },
  alsoKnownAs: ['上海浦东发展银行', 'Shanghai Pudong Development Bank'],
  domains: ['spdb.com.cn'],
  kind: 'bank',
  domainsFrom: COMMON,
  serviceLines: [{ number: '95528', ...COMMON }],
  source: 'Nothing of its pages for merchants was found; its statements are read by their words.',
};
