import type { Provider } from '#records/provider.ts';
import { IN_PUBLIC_CODE, NOTHING_MORE } from './sources.ts';

/** 杉德支付. Read by its words: nothing of its pages or files is documented. */
export const sandpay: Provider = {
  ...NOTHING_MORE,
  id: 'sandpay',
  names: { zh: '杉德支付', en: 'Sandpay' },
  domains: ['sandpay.com.cn'],
  kind: 'payment-institution',
  domainsFrom: IN_PUBLIC_CODE,
  source: 'Domain of its documents by public code; no page for merchants was found.',
};
