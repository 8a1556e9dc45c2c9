import type { Provider } from '#records/provider.ts';
import { COMMON, NOTHING_MORE } from './sources.ts';

/** 兴业银行. Its statements are read by their words; nothing of its pages is documented. */
export const cib: Provider = {
  ...NOTHING_MORE,
  id: 'cib',
  names: { zh: '兴业银行', en: 'Industrial Bank' },
  domains: ['cib.com.cn'],
  kind: 'bank',
  domainsFrom: COMMON,
  serviceLines: [{ number: '95561', ...COMMON }],
  source: 'Nothing of its pages for merchants was found; its statements are read by their words.',
};
