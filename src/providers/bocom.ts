import type { Provider } from '#records/provider.ts';
import { COMMON, IN_PUBLIC_CODE, NOTHING_MORE } from './sources.ts';

/** 交通银行. Its statements are read by their words; nothing of its pages is documented. */
export const bocom: Provider = {
  ...NOTHING_MORE,
  id: 'bocom',
  names: { zh: '交通银行', en: 'Bank of Communications' },
  alsoKnownAs: ['BOCOM'],
  domains: ['bankcomm.com', '95559.com.cn'],
  kind: 'bank',
  domainsFrom: IN_PUBLIC_CODE,
  serviceLines: [{ number: '95559', ...COMMON }],
  source: 'Nothing of its pages for merchants was found; its statements are read by their words.',
};
