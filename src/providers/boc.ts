import type { Provider } from '#records/provider.ts';
import { COMMON, IN_PUBLIC_CODE, NOTHING_MORE } from './sources.ts';

/** 中国银行. Its statements are read by their words; nothing of its pages is documented. */
export const boc: Provider = {
  ...NOTHING_MORE,
  id: 'boc',
  names: { zh: '中国银行', en: 'Bank of China' },
  domains: ['boc.cn'],
  kind: 'bank',
  domainsFrom: IN_PUBLIC_CODE,
  serviceLines: [{ number: '95566', ...COMMON }],
  smsSenders: [{ number: '95566', ...COMMON }],
  source: 'Nothing of its pages for merchants was found; its statements are read by their words.',
};
