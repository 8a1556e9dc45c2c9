import type { Provider } from '#records/provider.ts';
import { IN_PUBLIC_CODE, NOTHING_MORE } from './sources.ts';

/** 富友支付. Read by its words: nothing of its pages or files is documented. */
export const fuiou: Provider = {
  ...NOTHING_MORE,
  id: 'fuiou',
  names: { zh: '富友支付', en: 'Fuiou' },
  domains: ['fuiou.com'],
  kind: 'payment-institution',
  domainsFrom: IN_PUBLIC_CODE,
  source: 'Domains by public code; no page for merchants was found.',
};
