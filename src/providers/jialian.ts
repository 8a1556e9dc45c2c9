import type { Provider } from '#records/provider.ts';
import { IN_PUBLIC_CODE, LINES_TABLE, NOTHING_MORE } from './sources.ts';

/** 嘉联支付. Read by its words: nothing of its pages or files is documented. */
export const jialian: Provider = {
  ...NOTHING_MORE,
  id: 'jialian',
  names: { zh: '嘉联支付', en: 'Jialian' },
  domains: ['jlpay.com'],
  kind: 'payment-institution',
  domainsFrom: IN_PUBLIC_CODE,
  serviceLines: [{ number: '400-8868-400', ...LINES_TABLE }],
  source: 'Domain of its gateway by public code; no page for merchants was found.',
};
