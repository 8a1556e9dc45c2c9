import type { Provider } from '#records/provider.ts';
import { IN_PUBLIC_CODE, NOTHING_MORE } from './sources.ts';

/** 合利宝. Read by its words: nothing of its pages or files is documented. */
export const helipay: Provider = {
  ...NOTHING_MORE,
  id: 'helipay',
  names: { zh: '合利宝', en: 'Helipay' },
  domains: ['helipay.com'],
  kind: 'payment-institution',
  domainsFrom: IN_PUBLIC_CODE,
  source: 'Domain of its gateway by public code; a page of its charges is cited elsewhere and was not seen.',
};
