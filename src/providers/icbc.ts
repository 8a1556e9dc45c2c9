import type { Provider } from '#records/provider.ts';
import { COMMON, NOTHING_MORE } from './sources.ts';

/** 工商银行. Its statements are read by their words; nothing of its pages is documented. */
export const icbc: Provider = {
  ...NOTHING_MORE,
  id: 'icbc',
  names: { zh: '工商银行', en: 'ICBC' },
  alsoKnownAs: ['中国工商银行', 'Industrial and Commercial Bank of China'],
  domains: ['icbc.com.cn'],
  kind: 'bank',
  domainsFrom: COMMON,
  serviceLines: [{ number: '95588', ...COMMON }],
  smsSenders: [{ number: '95588', ...COMMON }],
  source: 'Nothing of its pages for merchants was found; its statements are read by their words.',
};
