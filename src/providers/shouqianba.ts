import type { Provider } from '#records/provider.ts';
import { IN_PUBLIC_CODE, NOTHING_MORE } from './sources.ts';

/** 收钱吧. Read by its words: nothing of its pages or files is documented. */
export const shouqianba: Provider = {
  ...NOTHING_MORE,
  id: 'shouqianba',
  names: { zh: '收钱吧', en: 'Shouqianba' },
  domains: ['shouqianba.com'],
  kind: 'aggregator',
  domainsFrom: IN_PUBLIC_CODE,
  source: 'Domains of its documents and gateways by public code; no page for merchants was found.',
};
