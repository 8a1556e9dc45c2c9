import type { Provider } from '#records/provider.ts';
import { COMMON, NOTHING_MORE } from './sources.ts';

/** 建设银行. Its statements are read by their words; nothing of its pages is documented. */
export const ccb: Provider = {
  ...NOTHING_MORE,
  id: 'ccb',
  names: { zh: '建设银行', en: 'China Construction Bank' },
  alsoKnownAs: ['中国建设银行', 'CCB'],
  domains: ['ccb.com', 'ccb.com.cn'],
  kind: 'bank',
  domainsFrom: COMMON,
  serviceLines: [{ number: '95533', ...COMMON }],
  smsSenders: [{ number: '95533', ...COMMON }],
  source: 'Nothing of its pages for merchants was found; its statements are read by their words.',
};
