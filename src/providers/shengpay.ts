import type { Provider } from '#records/provider.ts';
import { IN_PUBLIC_CODE, NOTHING_MORE } from './sources.ts';

/** 盛付通. Read by its words: nothing of its pages or files is documented. */
export const shengpay: Provider = {
  ...NOTHING_MORE,
  id: 'shengpay',
  names: { zh: '盛付通', en: 'Shengpay' },
  domains: ['shengpay.com'],
  kind: 'payment-institution',
  domainsFrom: IN_PUBLIC_CODE,
  portals: [
    {
      ...IN_PUBLIC_CODE,
      address: 'https://b.shengpay.com/',
      what: { zh: '商户登录页', en: 'Sign-in page for merchants' },
      source: { zh: '只在公开代码里见到登录页', en: 'Only its sign-in page was seen, in public code' },
    },
  ],
  source:
    'Domain, documents and gateways by public code; of the merchant’s pages only the sign-in page was seen. A look-alike (dev.baishengpay.com) exists.',
};
