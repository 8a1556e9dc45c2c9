import type { Provider } from '#records/provider.ts';
import { IN_PUBLIC_CODE, NOTHING_MORE } from './sources.ts';

/** 易宝支付. Read by its words: nothing of its pages or files is documented. */
export const yeepay: Provider = {
  ...NOTHING_MORE,
  id: 'yeepay',
  names: { zh: '易宝支付', en: 'Yeepay' },
  domains: ['yeepay.com'],
  kind: 'payment-institution',
  domainsFrom: IN_PUBLIC_CODE,
  source: 'Domains by public code; no page for merchants was found.',
};
