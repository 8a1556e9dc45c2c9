import type { Provider } from '#records/provider.ts';
import { IN_PUBLIC_CODE, LINES_TABLE, NOTHING_MORE } from './sources.ts';

/** 国通星驿. Read by its words: nothing of its pages or files is documented. */
export const starpos: Provider = {
  ...NOTHING_MORE,
  id: 'starpos',
  names: { zh: '国通星驿', en: 'Starpos' },
  domains: ['starpos.com.cn'],
  kind: 'payment-institution',
  domainsFrom: IN_PUBLIC_CODE,
  serviceLines: [{ number: '400-0696-333', ...LINES_TABLE }],
  source: 'Domain of its gateway by public code; no page for merchants was found.',
};
