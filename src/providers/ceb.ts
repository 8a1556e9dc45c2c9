import type { Provider } from '#records/provider.ts';
import { COMMON, NOTHING_MORE } from './sources.ts';

/** 光大银行. Its statements are read by their words; nothing of its pages is documented. */
export const ceb: Provider = {
  ...NOTHING_MORE,
  id: 'ceb',
  names: { zh: '光大银行', en: 'China Everbright Bank' },
  alsoKnownAs: ['中国光大银行'],
  domains: ['cebbank.com'],
  kind: 'bank',
  domainsFrom: COMMON,
  serviceLines: [{ number: '95595', ...COMMON }],
  source: 'Nothing of its pages for merchants was found; its statements are read by their words.',
};
