import type { Provider } from '#records/provider.ts';
import { IN_PUBLIC_CODE, LINES_TABLE, NOTHING_MORE } from './sources.ts';

/** 随行付. Read by its words: nothing of its pages or files is documented. */
export const suixingpay: Provider = {
  ...NOTHING_MORE,
  id: 'suixingpay',
  names: { zh: '随行付', en: 'Suixingpay' },
  domains: ['suixingpay.com'],
  kind: 'payment-institution',
  domainsFrom: IN_PUBLIC_CODE,
  serviceLines: [{ number: '400-0887-626', ...LINES_TABLE }],
  source: 'Domain by public code; no page for merchants was found.',
};
